"""The steps that command line and hooks share: load, check, stage, and tell what is wrong."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sotay.bindery import offered
from sotay.catalog import load_catalog
from sotay.checks import check
from sotay.dialect import Dialect, load_dialect
from sotay.disk import write_site
from sotay.model import Catalog
from sotay.problem import ContentError, Problem, Tongue, errors, in_order, report
from sotay.site import Site
from sotay.stage import stage
from sotay.words import THEME

STAGED = Path("build") / "stage"
"""Folder of the staged pages, below the project."""


@dataclass(frozen=True)
class Project:
    """Content that was loaded and found sound, and the site staged from it."""

    catalog: Catalog
    site: Site
    folder: Path
    problems: tuple[Problem, ...]
    seconds: float
    loaded_at: float

    @property
    def notes(self) -> tuple[str, ...]:
        """Give the warnings as lines for a log, in the reader's tongue."""
        return tuple(p.text(tongue()) for p in self.problems)

    def shared(self) -> dict[str, Any]:
        """Give what the hooks hand to one another."""
        return {
            "catalog": self.catalog,
            "site": self.site,
            "languages": self.catalog.languages,
            "html": {},
            "theme": {c: w.groups.get(THEME, {}) for c, w in self.catalog.words.items()},
            "problems": self.problems,
            "seconds": self.seconds,
            "loaded_at": self.loaded_at,
        }


def tongue(choice: str = "") -> Tongue:
    """Choose the language of messages: the choice, SOTAY_LANG, else the locale; vi by default."""
    names = ("SOTAY_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    for value in (choice, *(os.environ.get(name, "") for name in names)):
        if value[:2].lower() == "en":
            return "en"
        if value[:2].lower() == "vi":
            return "vi"
    return "vi"


def inspect(
    root: Path, languages: tuple[str, ...], today: date | None = None, *, release: bool = False
) -> tuple[Catalog, Dialect, tuple[Problem, ...]]:
    """Load and check everything below `root`, as of `today` or of the clock's day.

    Raises ContentError when nothing can be loaded.
    """
    dialect = load_dialect(root)
    catalog, told = load_catalog(root, languages)
    found = check(catalog, dialect, today or date.today(), release=release)
    return catalog, dialect, in_order([*told, *found])


def prepare(root: Path, languages: tuple[str, ...]) -> Project:
    """Load, check and stage. Raises ContentError with every problem; then nothing was written."""
    begin = time.perf_counter()
    catalog, _, problems = inspect(root, languages)
    if errors(problems):
        raise ContentError(problems)
    site = stage(catalog, offered(catalog))
    folder = root / STAGED
    write_site(site, root, folder)
    now = time.perf_counter()
    return Project(catalog, site, folder, problems, now - begin, now)


def told(error: ContentError, choice: str = "") -> str:
    """Give all problems as one text that begins on its own line."""
    return "\n" + report(error.problems, tongue(choice))
