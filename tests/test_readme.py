"""What the files at the project's root promise is there: commands, links, the map."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.vi.md")
PAGES = (*READMES, "CONTRIBUTING.md", "CONTRIBUTING.vi.md", "CHANGELOG.md")
SCREENSHOT = 150_000
"""Bytes that a picture may have."""


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _map() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sotay_map", ROOT / "scripts" / "map.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _targets() -> set[str]:
    """Give the commands of the Makefile that explain themselves."""
    return set(re.findall(r"^([a-z-]+):.*##", _text("Makefile"), re.M))


def _fences(name: str) -> list[str]:
    return re.findall(r"^```\w+\n(.*?)^```$", _text(name), re.M | re.S)


def test_map_is_what_the_script_prints() -> None:
    """README's map of src/sotay is up to date; `python scripts/map.py --write` mends it."""
    script = _map()
    listing = script.module_map(ROOT / "src" / "sotay")
    assert script.with_map(_text("README.md"), listing) == _text("README.md")


def test_map_names_every_module() -> None:
    """Every module of src/sotay that holds code says in its docstring what it does."""
    source = ROOT / "src" / "sotay"
    named = set(re.findall(r"^- `([^`]+)`: ", _map().module_map(source), re.M))
    written = {p.relative_to(source).as_posix() for p in source.rglob("*.py") if p.stat().st_size}
    assert named == written


@pytest.mark.parametrize("name", READMES)
def test_commands_are_those_of_the_makefile(name: str) -> None:
    """The table of commands holds every command of the Makefile and no other."""
    assert set(re.findall(r"^\| `make ([a-z-]+)` \|", _text(name), re.M)) == _targets()


@pytest.mark.parametrize("name", PAGES)
def test_named_commands_exist(name: str) -> None:
    """Wherever a page says `make …`, the Makefile knows it."""
    said = set(re.findall(r"`make ([a-z-]+)`", _text(name)))
    said |= {c for f in _fences(name) for c in re.findall(r"\bmake ([a-z-]+)", f)}
    assert said <= _targets()


def test_both_readmes_show_the_same_commands() -> None:
    """What is to be typed is the same in both languages."""
    ours, theirs = (_fences(name) for name in READMES)
    assert ours == theirs


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_files(name: str) -> None:
    """Every link and picture that is not on the web is a file or folder of the project."""
    for target in re.findall(r"\]\(([^)\s]+)\)", _text(name)):
        if not target.startswith("https://"):
            assert (ROOT / target.partition("#")[0]).exists(), target


def test_pictures_are_small() -> None:
    """The pictures in README and CONTRIBUTING are small enough to be stored."""
    pictures = {p.name: p.stat().st_size for p in (ROOT / "media").glob("*.png")}
    assert sorted(pictures) == ["edit-link.en.png", "edit-link.vi.png", "home.png"]
    assert [name for name, size in pictures.items() if size > SCREENSHOT] == []


def test_pages_have_a_twin() -> None:
    """README and CONTRIBUTING have as many sections in one language as in the other."""
    for ours, theirs in (READMES, PAGES[2:4]):
        counts = [len(re.findall(r"^## ", _text(name), re.M)) for name in (ours, theirs)]
        assert counts[0] == counts[1]


def test_licences_are_named() -> None:
    """Code and content have their licence files, and the package names both."""
    assert _text("LICENSE").startswith("MIT License")
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in _text("LICENSE-content")
    assert 'license = "MIT AND CC-BY-SA-4.0"' in _text("pyproject.toml")


def test_changelog_tells_of_this_version() -> None:
    """The version of the package has an entry."""
    version = re.search(r'^version = "([^"]+)"', _text("pyproject.toml"), re.M)
    assert version and re.search(rf"^## {re.escape(version[1])} \(\d", _text("CHANGELOG.md"), re.M)
