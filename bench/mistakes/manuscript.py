"""A module's files in memory, and what a kind of mistake is.

A mistake changes one file. It knows at which places a report about it is right.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sotay import page
from sotay.page import FORM, LINK
from sotay.source import Text

PAIRS = {"vi": "en", "en": "vi"}
WHOLE = 0
"""The line of a report about a whole file."""
HERE = "the changed line"
PAIRED = "the changed line, its twin, or the heading of their section"
SECTION = "the heading of the section, in either language"
_PIN = re.compile(r"\{:?\s*#[^}]*\}")
_MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_FENCE = re.compile(r"^/{3,}.*$")

Spot = tuple[str, int]
"""Path and line of a report."""


@dataclass(frozen=True)
class Mistake:
    """One file's new bytes, or None when it is deleted, and where a report of it is right."""

    path: str
    content: bytes | None
    right: frozenset[Spot]
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Line:
    """A line of a words file; `shown` is what readers see of it, at its column."""

    path: str
    number: int
    text: str
    shown: str
    kind: str
    language: str
    blocks: tuple[str, ...]
    heading: int
    section: str

    @property
    def is_running(self) -> bool:
        """Whether it is a full sentence of plain text that readers see."""
        return (
            self.kind in ("text", "item")
            and len(self.shown.strip()) > 40
            and "avoid" not in self.blocks
            and not self.text.rstrip().endswith(":")
        )

    def said(self, vietnamese: str, english: str) -> str:
        """Give the line with one more sentence, in its language."""
        return f"{self.text.rstrip()} {vietnamese if self.language == 'vi' else english}"


@dataclass(frozen=True)
class Manuscript:
    """One real module: its folder and the bytes of its files by path."""

    folder: str
    files: dict[str, bytes] = field(repr=False)

    @property
    def facts(self) -> str:
        """The path of module.yml."""
        return f"{self.folder}/module.yml"

    def text(self, path: str) -> str:
        """Give a file's text."""
        return self.files[path].decode("utf-8")

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Paths of all words files."""
        return tuple(path for path in self.files if path.endswith(".md"))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines of all words files."""
        return tuple(line for path in self.pages for line in _lines(path, self.text(path)))

    def with_line(self, line: Line, new: str, right: frozenset[Spot]) -> Mistake:
        """Give the mistake that rewrites one line."""
        return self.with_lines(line.path, line.number, [new], right)

    def with_lines(
        self, path: str, number: int, new: list[str], right: frozenset[Spot], gone: int = 1
    ) -> Mistake:
        """Give the mistake that puts `new` for the `gone` lines from `number` on."""
        rows = self.text(path).split("\n")
        before = "\n".join(rows[number - 1 : number - 1 + gone])
        rows[number - 1 : number - 1 + gone] = new
        return Mistake(path, "\n".join(rows).encode(), right, before, "\n".join(new))


Maker = Callable[[Manuscript, random.Random], Mistake | None]


@dataclass(frozen=True)
class Kind:
    """A kind of mistake: what an editor did, which codes tell it, where a report is right."""

    name: str
    about: str
    codes: frozenset[str]
    right: str
    make: Maker = field(repr=False)


def kind(codes: str, right: str) -> Callable[[Maker], Kind]:
    """Make a kind from a function; its docstring says what was done."""

    def made(maker: Maker) -> Kind:
        return _kind(maker, codes, right, maker)

    return made


def line_kind(
    codes: str, right: str = HERE
) -> Callable[[Callable[[Line, random.Random], str | None]], Kind]:
    """Make a kind from a function that rewrites a line, or gives None to leave it."""

    def made(rewrite: Callable[[Line, random.Random], str | None]) -> Kind:
        def make(book: Manuscript, chance: random.Random) -> Mistake | None:
            for line in shuffled(book.lines, chance):
                new = rewrite(line, chance)
                if new is not None and new != line.text:
                    spots = here(line) if right == HERE else paired(book, line)
                    return book.with_line(line, new, spots)
            return None

        return _kind(rewrite, codes, right, make)

    return made


def every(names: Mapping[str, object]) -> tuple[Kind, ...]:
    """Give all kinds among a module's names, in the order in which they stand."""
    return tuple(value for value in names.values() if isinstance(value, Kind))


def _kind(source: Callable[..., object], codes: str, right: str, make: Maker) -> Kind:
    name = source.__name__.replace("_", "-")
    about = (source.__doc__ or "").strip().rstrip(".")
    return Kind(name, about, frozenset(codes.split()), right, make)


def here(line: Line) -> frozenset[Spot]:
    """Give the line's own place."""
    return frozenset({(line.path, line.number)})


def paired(book: Manuscript, line: Line) -> frozenset[Spot]:
    """Give the line, its twin in the other language, and the headings of both sections.

    Where a page's two languages do not run line for line, any line of the other section is a twin.
    """
    other = [x for x in book.lines if x.path == twin(line.path)]
    mine = [x for x in book.lines if x.path == line.path]
    if [x.kind for x in other] == [x.kind for x in mine]:
        twins = {line.number, line.heading}
    else:
        twins = {x.number for x in other if x.section == line.section}
    return frozenset(
        {(line.path, line.number), (line.path, line.heading)}
        | {(twin(line.path), number) for number in twins}
    )


def twin(path: str) -> str:
    """Give the path of the same page in the other language."""
    *head, language, name = re.split(r"/(vi|en)/", path, maxsplit=1)
    return f"{head[0]}/{PAIRS[language]}/{name}"


def shuffled(rows: tuple[Line, ...], chance: random.Random) -> Iterator[Line]:
    """Give the lines in random order."""
    yield from chance.sample(rows, len(rows))


def shape(text: str) -> str:
    """Name what a line is: blank, heading, edge of a block, rule, row, item, pin or text."""
    stripped = text.strip()
    if not stripped:
        return "blank"
    if text.startswith("#"):
        return "heading"
    if _FENCE.match(stripped):
        return "edge"
    if stripped.startswith("|"):
        return "rule" if set(stripped) <= set("|-: ") else "row"
    if stripped.startswith("{:"):
        return "pin"
    if _MARKER.match(text):
        return "item"
    return "image" if stripped.startswith("![") else "text"


def _lines(path: str, text: str) -> Iterator[Line]:
    parsed = page.parse(Text(path, text))
    language = "vi" if "/vi/" in path else "en"
    heading, section = 1, ""
    for number, row in enumerate(text.rstrip("\n").split("\n"), 1):
        what = shape(row)
        if what == "heading":
            heading = number
            section = next((h.id or "" for h in parsed.headings if h.place.line == number), "")
        blocks = tuple(b.type for b in parsed.blocks if b.place.line <= number <= b.end)
        shown = _shown(parsed.prose[number - 1])
        yield Line(path, number, row, shown, what, language, blocks, heading, section)


def _shown(text: str) -> str:
    for pattern in (FORM, LINK, _PIN, _MARKER):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def read(root: Path, folder: str) -> Manuscript:
    """Read one module."""
    names = sorted(p for p in (root / folder).rglob("*") if p.is_file())
    return Manuscript(folder, {p.relative_to(root).as_posix(): p.read_bytes() for p in names})
