"""The closed set of elements of which a page of a book can consist.

`elements.py` makes trees from HTML, `edition.py` cuts them, `markup.py` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import is_not
from types import MappingProxyType
from typing import Any, TypeVar, cast


@dataclass(frozen=True)
class Marks:
    """What any element may carry; audience is "" (all) or "trainer", medium "" (all) or "web"."""

    id: str = ""
    classes: tuple[str, ...] = ()
    lang: str = ""
    audience: str = ""
    medium: str = ""


PLAIN = Marks()


@dataclass(frozen=True)
class Text:
    """Words; runs of white space are already one space."""

    text: str


@dataclass(frozen=True)
class Styled:
    """Words set apart; `style` is one of strong, em, sub, sup, code, span."""

    style: str
    content: tuple[Phrase, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Link:
    """A link as the page has it; its classes tell its kind (ref, term, tel, handout-link)."""

    href: str
    content: tuple[Phrase, ...]
    title: str = ""
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Image:
    """A picture and the words that stand for it."""

    src: str
    alt: str
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Break:
    """A line break inside a paragraph or cell."""


@dataclass(frozen=True)
class Blank:
    """A gap to write in, about `width` characters wide."""

    width: int


@dataclass(frozen=True)
class Tick:
    """An empty box to tick; `label` is read aloud."""

    label: str


Phrase = Text | Styled | Link | Image | Break | Blank | Tick


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    content: tuple[Phrase, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or the bare words of a list item, cell or division."""

    content: tuple[Phrase, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Item:
    """One point of a list."""

    content: tuple[Flow, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Listing:
    """A list; `start` is the first number of an ordered one, None for an unordered one."""

    items: tuple[Item, ...]
    start: int | None = None
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `align` is "", left, center or right."""

    content: tuple[Flow, ...]
    align: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Table:
    """A table: its header rows, then its body rows."""

    header: tuple[Row, ...]
    body: tuple[Row, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Block:
    """A block of the authoring format; `kind` is its type, `lines` counts write-in lines."""

    kind: str
    title: tuple[Phrase, ...]
    content: tuple[Flow, ...]
    lines: int = 0
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Division:
    """A group of elements with a class or a language of its own."""

    content: tuple[Flow, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Quote:
    """A quotation of whole paragraphs."""

    content: tuple[Flow, ...]
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Code:
    """Preformatted text; its line ends and spaces stay."""

    text: str
    marks: Marks = PLAIN


@dataclass(frozen=True)
class Rule:
    """A line between two thoughts."""


Flow = Heading | Paragraph | Listing | Table | Block | Division | Quote | Code | Rule
Node = Phrase | Flow | Item | Row | Cell
Tree = tuple[Flow, ...]
NodeT = TypeVar("NodeT", bound=Node)


_LEAVES = dict.fromkeys((Text, Image, Break, Blank, Tick, Code, Rule), ())
_HELD: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {Table: ("header", "body"), Listing: ("items",), Row: ("cells",), Block: ("title", "content")}
    | _LEAVES
)
"""The fields in which an element holds others; an element not named holds them in `content`."""


def children(node: Node) -> tuple[Node, ...]:
    """Give what `node` holds directly, in reading order."""
    found: tuple[Node, ...] = ()
    for name in _HELD.get(type(node), ("content",)):
        found += getattr(node, name)
    return found


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give every node, parents before children, in reading order."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(children(node)[::-1])


def plain(nodes: Iterable[Node]) -> str:
    """Give the visible text; a line feed stands wherever one element of a page ends."""
    pieces: list[str] = []
    _collect(nodes, pieces)
    return "".join(pieces)


def words(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Give every visible word in reading order."""
    return tuple(plain(nodes).split())


def _collect(nodes: Iterable[Node], pieces: list[str]) -> None:
    for node in nodes:
        if isinstance(node, Text):
            pieces.append(node.text)
        elif isinstance(node, Styled | Link):
            _collect(node.content, pieces)
        elif isinstance(node, Code):
            pieces += ("\n", node.text, "\n")
        elif isinstance(node, Break):
            pieces.append("\n")
        elif not isinstance(node, Image | Blank | Tick):
            pieces.append("\n")
            for name in _HELD.get(type(node), ("content",)):
                _collect(getattr(node, name), pieces)
                pieces.append("\n")


def changed(node: NodeT, change: Callable[[Node], Node]) -> NodeT:
    """Give `node` with `change` applied to all inside, then to it; the unchanged stays itself."""
    inside = {}
    for name in _HELD.get(type(node), ("content",)):
        before = getattr(node, name)
        after = tuple([changed(child, change) for child in before])
        if any(map(is_not, before, after)):
            inside[name] = after
    return cast(NodeT, change(replace(cast(Any, node), **inside) if inside else node))
