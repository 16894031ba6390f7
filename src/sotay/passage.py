"""A words file cut into its sections, each with a fingerprint of what it says.

A section is a heading with a pinned id; its text runs to the next such heading, of whatever
level. The introduction below the title is the section of the title's id. Two texts that differ
only in how their lines are broken, spaced or ended have the same fingerprint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from sotay.page import Page
from sotay.problem import Place

DIGITS = 16
"""Hexadecimal digits of a fingerprint: 64 bits, enough for any number of sections of a page."""

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_EDGE = re.compile(r"^\s*/{3,}")
_ALONE = re.compile(r"^\s*(?:#{1,6}\s|>|\{:|/{3,})")
_ROW = re.compile(r"^\s*\|")
_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_SPACES = re.compile(r"(?<=\S)(?: [ \t]+|\t[ \t]*)")


@dataclass(frozen=True)
class Passage:
    """One section: page below the language folder, id, words of the heading, text as compared."""

    page: str
    id: str
    title: str
    text: str = field(repr=False)
    place: Place = field(compare=False, repr=False)

    @cached_property
    def hash(self) -> str:
        """The fingerprint: 16 hexadecimal digits."""
        return sha256(self.text.encode()).hexdigest()[:DIGITS]


def passages(page: Page, name: str) -> tuple[Passage, ...]:
    """Cut a page into its sections.

    In: the page; its path below the language folder, such as "handouts/form.md".
    Out: the sections in the page's order. Of two with one id the first counts. Raises nothing.
    """
    pinned = [heading for heading in page.headings if heading.id]
    found: dict[str, Passage] = {}
    ends = [*(h.place.line - 1 for h in pinned[1:]), len(page.lines)][: len(pinned)]
    for heading, end in zip(pinned, ends, strict=True):
        key = heading.id or ""
        text = plain([heading.title, "", *page.lines[heading.place.line : end]])
        found.setdefault(key, Passage(name, key, heading.title, text, heading.place))
    return tuple(found.values())


def plain(lines: Iterable[str]) -> str:
    """Give the text in the form in which it is compared.

    In: lines of Markdown without comments. Out: NFC text; soft-wrapped lines joined, line ends
    and runs of spaces trimmed, empty lines made one, none around a block's first and last line.
    Targets of links and images stay. Code stays as it is. Raises nothing.
    """
    kept: list[str] = []
    fence, kind = "", ""
    for raw in unicodedata.normalize("NFC", "\n".join(lines)).replace("\r\n", "\n").split("\n"):
        line = raw.rstrip()
        mark = _FENCE.match(line)
        if fence or mark:
            kept.append(line)
            if mark and not fence:
                fence = mark[1]
            elif mark and mark[1].startswith(fence):
                fence = ""
            kind = "code"
            continue
        new = _kind(line, kind)
        if new == "more":
            kept[-1] += " " + _SPACES.sub(" ", line.strip())
        else:
            kept.append(_trimmed(line, new))
            kind = new
    return "\n".join(_without_spare_blanks(kept))


def _kind(line: str, before: str) -> str:
    """Tell what a line is, or "more" when it goes on with the paragraph or item before it."""
    if not line:
        return "blank"
    if _ALONE.match(line):
        return "alone"
    if before == "text":
        return "more"
    if _ITEM.match(line):
        return "item"
    if _ROW.match(line):
        return "row"
    return "more" if before == "item" else "text"


def _trimmed(line: str, kind: str) -> str:
    if kind != "row":
        return _SPACES.sub(" ", line.replace("\t", "    "))
    if _RULE.match(line):
        line = re.sub(r"-+", "---", line)
    return re.sub(r"\s*\|\s*", " | ", line).strip()


def _without_spare_blanks(lines: list[str]) -> list[str]:
    """Leave one empty line of a run, and none at the edges of the text or of a block."""
    kept: list[str] = []
    for line in lines:
        before = kept[-1] if kept else ""
        if not line and (not before or _EDGE.match(before)):
            continue
        if _EDGE.match(line) and kept and not before:
            kept.pop()
        kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept
