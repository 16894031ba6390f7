"""Small shelves for the tests of freshness: sections given as plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sotay.freshness import Shelf, State, standings
from sotay.lock import Lock
from sotay.page import parse
from sotay.passage import passages
from sotay.source import Text

DAY = date(2026, 11, 22)
PAGE = "index.md"
FOLDER = "modules/livelihoods/hens"


def shelf(leading: str = "vi", **texts: Mapping[str, str]) -> Shelf:
    """Give a shelf with one page: language=(section id → words)."""
    found = {}
    for code, sections in texts.items():
        lines = [f"## {name.title()} {{#{name}}}\n\n{words}\n" for name, words in sections.items()]
        text = Text(f"{FOLDER}/{code}/{PAGE}", "\n".join(["# T {#t}\n", *lines]))
        found[code] = {(PAGE, p.id): p for p in passages(parse(text), PAGE) if p.id != "t"}
    return Shelf("hens", FOLDER, leading, found)


def states(on: Shelf, lock: Lock) -> dict[tuple[str, str], State]:
    """Give the state of every section and pair: (translation, section) → state."""
    return {(s.other, s.id): s.state for s in standings(on, lock)}
