"""Where a section says a glossary term once in each language: read from the glossary alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mistakes.manuscript import Line, Manuscript, Spot, twin

GLOSSARY = Path(__file__).resolve().parents[2] / "data" / "glossary.yml"


@cache
def _terms() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(GLOSSARY.read_text(encoding="utf-8")))


def _names(term: dict[str, Any], language: str) -> list[str]:
    return [term["term"][language], *term["variants"].get(language, [])]


@cache
def _pattern(names: tuple[str, ...], language: str) -> re.Pattern[str]:
    tail = "(?:'s|’s|es|s)?" if language == "en" else ""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))}){tail}(?!\w)", re.I)


def sites(book: Manuscript, path: str) -> Iterator[tuple[Line, int, int, set[Spot]]]:
    """Give each English word that is the only one for a term of its Vietnamese section.

    With it come the lines of the Vietnamese section that say the term.
    """
    everything = tuple(name for term in _terms() for name in _names(term, "vi"))
    english = [line for line in book.lines if line.path == path]
    vietnamese = [line for line in book.lines if line.path == twin(path)]
    for section in dict.fromkeys(line.section for line in english):
        here = [line for line in english if line.section == section]
        there = [line for line in vietnamese if line.section == section]
        if any("[[term:" in line.text for line in here):
            continue
        said = [
            (line, match.group().lower())
            for line in there
            if "avoid" not in line.blocks and line.kind != "edge"
            for match in _pattern(everything, "vi").finditer(line.shown)
        ]
        for term in _terms():
            spoken = {name.lower() for name in _names(term, "vi") if " " in name}
            spots = {(line.path, line.number) for line, word in said if word in spoken}
            found = [
                (line, match)
                for line in here
                for match in _pattern(tuple(_names(term, "en")), "en").finditer(line.text)
            ]
            if spots and len(found) == 1 and found[0][0].kind in ("text", "item", "row"):
                line, match = found[0]
                if match.group() == line.shown[match.start() : match.end()]:
                    yield line, match.start(), match.end(), spots
