"""The real project, built once in a folder of its own, with all that the build knew."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from sotay.bindery import Bindery, ordered, shared
from sotay.book import Book

ROOT = Path(__file__).parents[1]
PARTS = ("data", "docs", "handbooks", "hooks", "modules", "overrides")


@dataclass(frozen=True)
class Built:
    """The finished site, and what the hooks shared."""

    site: Path
    shared: dict[str, Any]
    base: str

    def books(self) -> list[Book]:
        """Give every handbook as it went to print."""
        bindery: Bindery = shared(self.shared, self.base)
        return [bindery.book(commission) for commission in ordered(self.shared["catalog"])]


def copied(folder: Path) -> Path:
    """Copy what a build reads."""
    for name in PARTS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copy(ROOT / "CHANGELOG.md", folder)
    return folder


def built(folder: Path) -> Built:
    """Build the real content strictly. A warning or problem raises."""
    config = load_config(str(copied(folder) / "mkdocs.yml"), strict=True)
    config.plugins.run_event("startup", command="build", dirty=False)
    build(config)
    return Built(folder / "site", config.extra["sotay"], str(config.site_url))
