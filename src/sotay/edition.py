"""Cut a page for one audience. The only place that decides who may read what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from sotay.tree import (
    Block,
    Cell,
    Division,
    Flow,
    Heading,
    Item,
    Link,
    Listing,
    Paragraph,
    Phrase,
    Quote,
    Row,
    Styled,
    Table,
    Tree,
)

Audience = Literal["trainer", "participant"]
TRAINER_BLOCKS = ("trainer", "say", "answer")
TRAINER_SECTIONS = ("before-you-start", "how-to-use")
"""Ids of headings on a module's page whose whole section speaks to the trainer."""


def cut(tree: Tree, audience: Audience) -> Tree:
    """Give the tree without what `audience` may not read and without what only the web shows.

    A heading below which nothing is left goes too, with the headings under it.
    """
    return _flow(tree if audience == "trainer" else tuple(_for_all(tree)), audience)


def _for_all(tree: Tree) -> Iterator[Flow]:
    """Give the page without the sections that are the trainer's by their heading."""
    level = 0
    for node in tree:
        if isinstance(node, Heading) and (not level or node.level <= level):
            level = node.level if node.marks.id in TRAINER_SECTIONS else 0
        if not level:
            yield node


def _is_cut(node: Flow | Phrase | Item | Row, audience: Audience) -> bool:
    marks = getattr(node, "marks", None)
    if marks is not None and marks.medium == "web":
        return True
    if audience == "trainer":
        return False
    is_trainers = isinstance(node, Block) and node.kind in TRAINER_BLOCKS
    return is_trainers or (marks is not None and marks.audience == "trainer")


def _flow(content: tuple[Flow, ...], audience: Audience) -> tuple[Flow, ...]:
    kept = tuple((node, _inside(node, audience)) for node in content)
    return tuple(
        after
        for index, (before, after) in enumerate(kept)
        if after is not None
        and not (isinstance(before, Heading) and _lost_everything(kept, index, before.level))
    )


def _lost_everything(kept: tuple[tuple[Flow, Flow | None], ...], index: int, level: int) -> bool:
    """Tell whether the section under a heading had content before the cut and has none now."""
    had = False
    for before, after in kept[index + 1 :]:
        if isinstance(before, Heading):
            if before.level <= level:
                break
            continue
        had = True
        if after is not None:
            return False
    return had


def _inside(node: Flow, audience: Audience) -> Flow | None:
    """Give the element with its content cut, or None when nothing of it is left."""
    if _is_cut(node, audience):
        return None
    match node:
        case Heading() | Paragraph():
            content = _phrases(node.content, audience)
            return replace(node, content=content) if content else None
        case Listing():
            whole = (_item(i, audience) for i in node.items if not _is_cut(i, audience))
            items = tuple(item for item in whole if item.content)
            return replace(node, items=items) if items else None
        case Table():
            body = _rows(node.body, audience)
            return replace(node, header=_rows(node.header, audience), body=body) if body else None
        case Block():
            title, inner = _phrases(node.title, audience), _flow(node.content, audience)
            return replace(node, title=title, content=inner)
        case Division() | Quote():
            inner = _flow(node.content, audience)
            return replace(node, content=inner) if inner else None
        case _:
            return node


def _item(item: Item, audience: Audience) -> Item:
    return replace(item, content=_flow(item.content, audience))


def _rows(rows: tuple[Row, ...], audience: Audience) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=tuple(_cell(cell, audience) for cell in row.cells))
        for row in rows
        if not _is_cut(row, audience)
    )


def _cell(cell: Cell, audience: Audience) -> Cell:
    return replace(cell, content=_flow(cell.content, audience))


def _phrases(content: tuple[Phrase, ...], audience: Audience) -> tuple[Phrase, ...]:
    return tuple(_phrase(p, audience) for p in content if not _is_cut(p, audience))


def _phrase(phrase: Phrase, audience: Audience) -> Phrase:
    match phrase:
        case Styled() | Link():
            return replace(phrase, content=_phrases(phrase.content, audience))
        case _:
            return phrase
