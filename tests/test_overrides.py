"""The look of the site: its words in both languages, and nothing fetched from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jinja2
import material
import pytest

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"
MATERIAL = Path(material.__file__).parent / "templates"
NAMED = {"www.w3.org", "www.sitemaps.org", "creativecommons.org"}
"""Hosts that are only named: XML namespaces and the licence."""


def words() -> dict[str, dict[str, str]]:
    source = (OVERRIDES / "partials/words.html").read_text(encoding="utf-8")
    module: Any = jinja2.Environment().from_string(source).module
    found: dict[str, dict[str, str]] = module.words
    return found


def material_words(language: str) -> dict[str, str]:
    source = (MATERIAL / f"partials/languages/{language}.html").read_text(encoding="utf-8")
    return dict(re.findall(r'"([a-z.]+)": "([^"]*)"', source))


def test_both_languages_have_the_same_words() -> None:
    """A word of the interface exists in every language."""
    assert words()["vi"].keys() == words()["en"].keys()


@pytest.mark.parametrize("key", sorted(material_words("en").keys() - {"direction"}))
def test_vietnamese_never_falls_back_to_english(key: str) -> None:
    """What Material says in English only, we say in Vietnamese."""
    settings = key.startswith("search.config")
    said = words()["vi"].get(key) or material_words("vi").get(key)
    blog = key.startswith("blog.") and key not in material_words("vi")
    assert settings or blog or (said and said != material_words("en")[key])


def test_templates_use_only_words_that_exist() -> None:
    """A mistyped key would be printed as it stands."""
    known = words()["vi"].keys() | material_words("en").keys()
    used = {
        key
        for path in OVERRIDES.rglob("*.html")
        for key in re.findall(r'lang\.t\(["\']([a-z.]+)["\']\)', path.read_text(encoding="utf-8"))
    }
    assert used - known == set()


@pytest.mark.parametrize(
    "path",
    [path for path in sorted(OVERRIDES.rglob("*")) if path.is_file()],
    ids=lambda path: path.relative_to(OVERRIDES).as_posix(),
)
def test_nothing_comes_from_another_host(path: Path) -> None:
    """No file of the theme names a host to fetch from."""
    hosts = set(re.findall(r"https?://([^/'\"\s<>)]+)", path.read_text(encoding="utf-8")))
    assert hosts <= NAMED
