"""A page's running text, as rules about words read it: paragraphs with their place and blocks.

Of a form `[[kind:id|words]]` and of a link only the words that readers see are kept, at their
column; code, ids and targets are blank. A table's row, a list's item, a heading and a block's
title are each a paragraph of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sotay.checks.phrases import Token, tokens
from sotay.page import FORM, LINK, Page
from sotay.problem import Place

_BLOCK = re.compile(r"^\s*/{3,}(?:\s+([A-Za-z][\w-]*)\s*(?:\|\s*(.*?))?)?\s*$")
_ROW = re.compile(r"^\s*\|")
_RULE = re.compile(r"^[\s|:-]+$")
_ITEM = re.compile(r"^(\s*)([-*+]|\d+[.)])\s+")
_PIN = re.compile(r"\s*\{:?\s*#[^}]*\}\s*$")
_ADDRESS = re.compile(r"<?(?:https?://|mailto:)[^\s<>)]*>?|<br\s*/?>")
_ENTITY = re.compile(r"&#?\w+;")
_STOP = re.compile(r"[.!?…][\"”’»)*\]]*\s+(?=[\"“‘«(*\[]*[^\W\d_a-zà-ỹđ])|\n")
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|^[^“”]*”|\"[^\"]*(?:\"|$)|«[^»]*»|‘[^’]*’|(?<!\w)'[^']+'(?!\w)"
)


@dataclass(frozen=True)
class Paragraph:
    """Words that stand together: masked text, its lines joined by newlines.

    `kind` is text, item, row, heading or title (of a block); `blocks` are the types of the blocks
    around it, the outermost first; `forms` are the kinds of the forms in it.
    """

    text: str
    kind: str
    section: str
    blocks: tuple[str, ...]
    forms: frozenset[str]
    path: str = field(repr=False)
    line: int = field(compare=False)
    column: int = field(default=1, compare=False)

    def place(self, offset: int = 0) -> Place:
        """Give the place of a letter of the text."""
        before = self.text.count("\n", 0, offset)
        start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.path, self.line + before, offset - start + 1)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First and last offset of each sentence."""
        cuts = [0, *(m.end() for m in _STOP.finditer(self.text) if m.group() != "\n")]
        return tuple(zip(cuts, [*cuts[1:], len(self.text)], strict=True))

    def sentence(self, offset: int) -> str:
        """Give the sentence that a letter stands in."""
        index = bisect_right([start for start, _ in self.sentences], offset) - 1
        start, end = self.sentences[index]
        return self.text[start:end]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words and punctuation marks of the text, each with its offset."""
        return tokens(self.text)

    @cached_property
    def _quotes(self) -> tuple[tuple[int, int], ...]:
        return tuple(m.span() for m in _QUOTED.finditer(self.text))

    def is_quoted(self, offset: int) -> bool:
        """Whether a letter stands in quotation marks."""
        return any(start <= offset < end for start, end in self._quotes)


def paragraphs(page: Page) -> tuple[Paragraph, ...]:
    """Cut a page into paragraphs."""
    return tuple(_joined(page, list(_rows(page))))


@dataclass(frozen=True)
class _Row:
    """One line: its kind, and whether it begins a paragraph."""

    number: int
    text: str
    kind: str
    section: str
    blocks: tuple[str, ...]
    forms: frozenset[str]
    begins: bool


def _rows(page: Page) -> Iterator[_Row]:
    around = _around(page)
    headings = {h.place.line: h for h in page.headings}
    section = ""
    before = "blank"
    for number, line in enumerate(page.prose, 1):
        kind = _kind(line, before, number in headings)
        before = kind
        if heading := headings.get(number):
            section = heading.id or section
        if kind in ("blank", "edge"):
            continue
        forms = frozenset(m[1] for m in FORM.finditer(line)) if "[[" in line else frozenset()
        text = _title(line) if kind == "title" else _masked(line)
        begins = kind != "more"
        yield _Row(number, text, kind, section, around.get(number, ()), forms, begins)


def _kind(line: str, before: str, is_heading: bool) -> str:
    stripped = line.strip()
    if not stripped or stripped.startswith("{:") or (_RULE.match(line) and "-" in line):
        return "blank"
    if is_heading:
        return "heading"
    if stripped.startswith("///"):
        match = _BLOCK.match(line)
        return "title" if match and match[2] else "edge"
    if _ROW.match(line):
        return "row"
    if _ITEM.match(line):
        return "item"
    return "more" if before in ("text", "item", "more") else "text"


def _joined(page: Page, rows: list[_Row]) -> Iterator[Paragraph]:
    group: list[_Row] = []
    for row in rows:
        if group and (row.begins or row.number != group[-1].number + 1):
            yield _paragraph(page, group)
            group = []
        group.append(row)
    if group:
        yield _paragraph(page, group)


def _paragraph(page: Page, group: list[_Row]) -> Paragraph:
    first = group[0]
    forms = frozenset[str]().union(*(row.forms for row in group))
    text = "\n".join(row.text for row in group)
    kind = "text" if first.kind == "more" else first.kind
    column = len(text) - len(text.lstrip()) + 1
    return Paragraph(
        text, kind, first.section, first.blocks, forms, page.path, first.number, column
    )


def _around(page: Page) -> dict[int, tuple[str, ...]]:
    """Name the blocks around each line."""
    found: dict[int, tuple[str, ...]] = {}
    for block in page.blocks:
        for number in range(block.place.line, (block.end or len(page.prose)) + 1):
            found[number] = (*found.get(number, ()), block.type)
    return found


def _title(line: str) -> str:
    """Keep a block's title; the id in a handout block is no words."""
    head, bar, title = line.partition("|")
    words = "" if head.split()[-1:] == ["handout"] else _masked(title)
    return " " * len(head + bar) + words


def _masked(line: str) -> str:
    """Keep what readers see, at its column."""
    if "[[" in line:
        line = FORM.sub(_shown, line)
    if "](" in line:
        line = LINK.sub(_shown_link, line)
    if "{" in line:
        line = _PIN.sub(_blank, line)
    if ":" in line or "<" in line:
        line = _ADDRESS.sub(_blank, line)
    if "&" in line:
        line = _ENTITY.sub(_blank, line)
    match = _ITEM.match(line)
    if match:
        line = " " * match.end() + line[match.end() :]
    elif line.startswith("#"):
        line = line.replace("#", " ", len(line) - len(line.lstrip("#")))
    return line


def _shown(match: re.Match[str]) -> str:
    whole, words = match.group(), match[3] or ""
    start = len(whole) - len(words) - 2
    return " " * start + words + "  " if words else " " * len(whole)


def _shown_link(match: re.Match[str]) -> str:
    whole, words = match.group(), match[2]
    start = whole.index("[") + 1
    return " " * start + words + " " * (len(whole) - start - len(words))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
