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


def schemes() -> dict[str, dict[str, str]]:
    """Colours by name, of the light and the dark palette."""
    css = (OVERRIDES / "assets/stylesheets/sotay.css").read_text(encoding="utf-8")
    blocks = re.findall(r'\[data-md-color-scheme="(\w+)"\] \{([^}]*--paper[^}]*)\}', css)
    return {name: dict(re.findall(r"--([\w-]+): (#\w{6})", body)) for name, body in blocks}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_can_be_read(scheme: str) -> None:
    """Text has a contrast of 4.5 or more on every ground it stands on (WCAG 2.2 AA)."""
    colours = schemes()[scheme]
    grounds = ("paper", "raised", "sunken")
    pairs = [(text, ground) for text in ("ink", "ink-soft", "link") for ground in grounds]
    tones = ("teal", "indigo", "sand", "red", "amber")
    pairs += [(tone, ground) for tone in tones for ground in (f"{tone}-wash", "paper", "raised")]
    pairs += [("ink", f"{tone}-wash") for tone in tones]
    pairs += [("link", f"{tone}-wash") for tone in tones]
    pairs += [("on-brand", "brand"), ("on-brand", "brand-deep"), ("link-hover", "paper")]
    weak = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_boxes_to_fill_in_can_be_seen(scheme: str) -> None:
    """Lines, blanks and boxes have a contrast of 3 or more."""
    colours = schemes()[scheme]
    assert contrast(colours["line-strong"], colours["paper"]) >= 3
    assert contrast(colours["ink-soft"], colours["raised"]) >= 3
    assert contrast(colours["focus"], colours["paper"]) >= 3
