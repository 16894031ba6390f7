"""Two texts compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "old", "new"]
NEAR = 0.5
"""Share of equal letters from which one word is taken for another one misspelt."""
_TOKEN = re.compile(r"\n+ *|\S+")
_MARKS = {"same": ("", ""), "old": ("[-", "-]"), "new": ("{+", "+}")}
_COLOURS = {
    "same": ("", ""),
    "old": ("\x1b[31;9m", "\x1b[0m"),
    "new": ("\x1b[32;1m", "\x1b[0m"),
}


@dataclass(frozen=True)
class Run:
    """Words in a row that stand in both texts, in the old one only, or in the new one only."""

    kind: Kind
    words: tuple[str, ...]


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """Compare two texts. Out: runs that give the old text without "new", the new without "old"."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    return tuple(_runs(matcher, before, after))


def is_typo(runs: tuple[Run, ...]) -> bool:
    """Tell whether nothing but spelling changed: words gave way to near ones, or stood doubled.

    A changed figure is never a typo, nor is a word put in or left out: “không” is one word.
    """
    changes = [index for index, run in enumerate(runs) if run.kind != "same"]
    return all(_is_small(runs, index) for index in changes)


def _is_small(runs: tuple[Run, ...], index: int) -> bool:
    run = runs[index]
    after = runs[index + 1] if index + 1 < len(runs) else Run("same", ())
    before = runs[index - 1] if index else Run("same", ())
    if run.kind == "new":
        return before.kind == "old"  # looked at together with the old words
    if after.kind == "new":
        old, new = "".join(run.words), "".join(after.words)
        has_figure = any(letter.isdigit() for letter in old + new)
        return not has_figure and SequenceMatcher(a=old, b=new).ratio() >= NEAR
    around = (before.words[-len(run.words) :], after.words[: len(run.words)])
    return run.words in around


def shown(runs: tuple[Run, ...], *, colour: bool) -> str:
    """Write the comparison: in colour, or as [-old-]{+new+}."""
    marks = _COLOURS if colour else _MARKS
    text = ""
    before: Run | None = None
    for run in runs:
        if before and not _touch(before, run):
            text += " "
        text += "\n".join(_marked(line, *marks[run.kind]) for line in _joined(run).split("\n"))
        before = run
    return text


def _runs(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[Run]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Run("same", tuple(before[a:b]))
            continue
        if b > a:
            yield Run("old", tuple(before[a:b]))
        if d > c:
            yield Run("new", tuple(after[c:d]))


def _touch(before: Run, run: Run) -> bool:
    """Tell whether no space stands between: at a line's edge, or where new replaces old."""
    is_edge = before.words[-1].startswith("\n") or run.words[0].startswith("\n")
    return is_edge or (before.kind, run.kind) == ("old", "new")


def _joined(run: Run) -> str:
    text = ""
    for word in run.words:
        glue = "" if not text or word.startswith("\n") or text.rstrip(" ").endswith("\n") else " "
        text += glue + word
    return text


def _marked(line: str, begin: str, end: str) -> str:
    return f"{begin}{line}{end}" if line.strip() else line
