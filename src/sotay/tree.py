"""The closed set of elements of which a page of a book can consist.

`elements.py` makes trees from HTML, `edition.py` cuts them, `markup.py` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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


def children(node: Node) -> tuple[Node, ...]:
    """Give what `node` holds directly, in reading order."""
    match node:
        case Listing(items=items):
            return items
        case Table():
            return (*node.header, *node.body)
        case Row(cells=cells):
            return cells
        case Block():
            return (*node.title, *node.content)
        case Text() | Image() | Break() | Blank() | Tick() | Code() | Rule():
            return ()
        case _:
            return node.content


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Give every node, parents before children, in reading order."""
    for node in nodes:
        yield node
        yield from walk(children(node))


def plain(nodes: Iterable[Node]) -> str:
    """Give the visible text; a line feed stands wherever one element of a page ends."""
    return "".join(_pieces(nodes))


def words(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Give every visible word in reading order."""
    return tuple(plain(nodes).split())


def _pieces(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text=text):
                yield text
            case Break():
                yield "\n"
            case Code(text=text):
                yield f"\n{text}\n"
            case Block():
                yield from ("\n", *_pieces(node.title), "\n", *_pieces(node.content), "\n")
            case Styled() | Link():
                yield from _pieces(node.content)
            case _ if inside := children(node):
                yield from ("\n", *_pieces(inside), "\n")


def changed(node: NodeT, change: Callable[[Node], Node]) -> NodeT:
    """Give `node` with `change` applied to it and to everything inside, children first."""
    inside = {
        name: tuple(changed(child, change) for child in getattr(node, name))
        for name in ("header", "body", "items", "cells", "title", "content")
        if isinstance(getattr(node, name, None), tuple)
    }
    after: Any = change(replace(cast(Any, node), **inside) if inside else node)
    return cast(NodeT, after)
