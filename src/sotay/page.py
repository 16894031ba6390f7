"""One words file: its headings, blocks, links and inline forms, each with its place.

A single pass over the lines, which knows fenced code and code spans. It does not render:
`dialect.py` does that, with the site's own extensions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from sotay.problem import Place
from sotay.source import Text

_HEADING = re.compile(r"^(#{1,6})\s*(.*?)\s*(?:\{([^}]*)\})?\s*$")
_PINNED = re.compile(r"(?:^|\s)#([^\s}]+)")
_BLOCK = re.compile(r"^(/{3,})(?:\s+([A-Za-z][\w-]*)\s*(?:\|\s*(.*?))?)?\s*$")
_STRAY = re.compile(r"^\s*/{3,}")
# Python-Markdown's own form: what only looks like a fence is prose, and may hold a script.
_FENCE = re.compile(r"^(`{3,}|~{3,})[ ]*(?:\.?[\w#.+-]*|\{[^\n]*\})[ ]*$")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)")
_NOT_LINE_END = re.compile(r"[^\n]")
FORM = re.compile(r"\[\[([a-z]+)(?::([^\[\]|]*))?(?:\|([^\[\]]*))?\]\]")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
_AUTOLINK = r"(?:https?://[^\s<>]*|[^\s<>@]+@[^\s<>]+)>"
_TAG = re.compile(rf"<(?!{_AUTOLINK})(/?[A-Za-z][^\s<>/]*|[!?])([^<>]*)(>?)")
_ITEM_ID = re.compile(r"^\s+\{:\s*#([^\s}]+)\s*\}\s*$")
_ITEM = re.compile(r"^[-*+]\s+(.*)$")


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 to 6, its words, its pinned id or None."""

    level: int
    title: str
    id: str | None
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True)
class Block:
    """A block `/// type | title`: nesting is the number of slashes, `end` its last line or 0."""

    type: str
    title: str
    slashes: int
    place: Place = field(compare=False, repr=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Form:
    """An inline form `[[kind:value|shown]]`."""

    kind: str
    value: str
    shown: str
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True)
class Link:
    """A Markdown link or image."""

    target: str
    words: str
    is_image: bool
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True)
class Item:
    """A list item with a pinned id, for example an objective."""

    id: str
    words: str
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True)
class Section:
    """A heading and the lines below it up to the next heading of its level or higher."""

    heading: Heading
    lines: tuple[str, ...]
    place: Place = field(compare=False, repr=False)


@dataclass(frozen=True)
class Page:
    """One words file. `lines` are its lines without comments; `prose` without code too."""

    path: str
    lines: tuple[str, ...]
    prose: tuple[str, ...] = field(repr=False)

    @cached_property
    def whole(self) -> str:
        """The prose as one text, for patterns that are looked for all at once."""
        return "\n".join(self.prose)

    @cached_property
    def lower(self) -> str:
        """The same in lower case, for plain words that are looked for."""
        return self.whole.lower()

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.prose), initial=0))

    def place(self, offset: int) -> Place:
        """Give the place of a letter of `whole`."""
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1)

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Place]]:
        """Give every place of a pattern in the prose."""
        for match in pattern.finditer(self.whole):
            yield match, self.place(match.start())

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        found = []
        for number, line in enumerate(self.prose, 1):
            if match := _HEADING.match(line):
                pinned = _PINNED.search(match[3] or "")
                place = Place(self.path, number, 1)
                found.append(Heading(len(match[1]), match[2], pinned[1] if pinned else None, place))
        return tuple(found)

    @property
    def title(self) -> str:
        """The words of the level-1 heading, or the file's name when there is none."""
        return next((h.title for h in self.headings if h.level == 1), self.path)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in order of their first line; an unclosed one has end 0."""
        return _blocks(self)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """All inline forms in order."""
        return tuple(
            Form(m[1], (m[2] or "").strip(), (m[3] or "").strip(), place)
            for m, place in self._matches(FORM, "[[")
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links and images in order."""
        return tuple(Link(m[3], m[2], bool(m[1]), place) for m, place in self._matches(LINK, "]("))

    @cached_property
    def tags(self) -> tuple[tuple[str, str, Place], ...]:
        """Raw HTML: name, attributes and place of every tag; one left open ends in a newline."""
        return tuple(
            (m[1].strip("/").lower(), m[2] if m[3] else m[2] + "\n", place)
            for m, place in self._matches(_TAG, "<")
        )

    @cached_property
    def stray_slashes(self) -> tuple[Place, ...]:
        """Lines that begin with `///` without being a block's first or last line."""
        fences = {b.place.line for b in self.blocks} | {b.end for b in self.blocks}
        return tuple(
            Place(self.path, n, 1)
            for n, line in enumerate(self.prose, 1)
            if _STRAY.match(line) and n not in fences
        )

    def section(self, heading_id: str) -> Section | None:
        """Give the section under the heading with this id."""
        for index, heading in enumerate(self.headings):
            if heading.id == heading_id:
                later = (h for h in self.headings[index + 1 :] if h.level <= heading.level)
                end = next((h.place.line - 1 for h in later), len(self.lines))
                return Section(heading, self.lines[heading.place.line : end], heading.place)
        return None

    def items(self, heading_id: str) -> tuple[Item, ...]:
        """Give the pinned list items of a section; a wrapped item is one."""
        section = self.section(heading_id)
        if section is None:
            return ()
        found = []
        words = ""
        for offset, line in enumerate(section.lines, section.place.line + 1):
            if match := _ITEM.match(line):
                words = match[1]
            elif pinned := _ITEM_ID.match(line):
                found.append(Item(pinned[1], words.strip(), Place(self.path, offset, 3)))
            else:
                words = f"{words} {line.strip()}"
        return tuple(found)

    def _matches(self, pattern: re.Pattern[str], hint: str) -> list[tuple[re.Match[str], Place]]:
        """Give every match within a line; only lines that hold `hint` are looked at."""
        return [
            (match, Place(self.path, number, match.start() + 1))
            for number, line in enumerate(self.prose, 1)
            if hint in line
            for match in pattern.finditer(line)
        ]


def parse(text: Text) -> Page:
    """Read a words file's lines; code blocks, code spans and comments hold no forms or links."""
    lines = text.content.rstrip("\n").split("\n")
    prose = "\n".join(_CODE_SPAN.sub(_blank, line) for line in _outside_fences(lines))
    body = "\n".join(lines)
    start = prose.find("<!--")
    while start >= 0 and (end := prose.find("-->", start + 4) + 3) > 2:
        blank = _NOT_LINE_END.sub(" ", prose[start:end])
        body = body[:start] + blank + body[end:]
        prose = prose[:start] + blank + prose[end:]
        start = prose.find("<!--", end)
    return Page(text.path, tuple(body.split("\n")), tuple(prose.split("\n")))


def _blank(match: re.Match[str]) -> str:
    """Give as many spaces, so that every column stays where it was."""
    return _NOT_LINE_END.sub(" ", match.group())


def _outside_fences(lines: list[str]) -> list[str]:
    """Blank the lines of fenced code; a fence that nothing closes is no fence."""
    kept = list(lines)
    closings: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        closings.setdefault(line.rstrip(" "), []).append(number)
    end = -1
    for number, line in enumerate(lines):
        if number > end and (match := _FENCE.match(line)):
            end = next((n for n in closings.get(match[1], ()) if n > number), end)
        if number <= end:
            kept[number] = " " * len(line)
    return kept


def _blocks(page: Page) -> tuple[Block, ...]:
    """Pair opening and closing lines: only the innermost open block can be closed."""
    found: list[Block] = []
    open_at: list[int] = []
    for number, line in enumerate(page.prose, 1):
        match = _BLOCK.match(line)
        if not match:
            continue
        slashes = len(match[1])
        if match[2]:
            open_at.append(len(found))
            place = Place(page.path, number, 1)
            found.append(Block(match[2], (match[3] or "").strip(), slashes, place))
        elif open_at and found[open_at[-1]].slashes == slashes:
            index = open_at.pop()
            found[index] = replace(found[index], end=number)
    return tuple(found)
