"""How a chapter ends on paper: its last element never stands alone on a page."""

from __future__ import annotations

from sotay.tree import Block, Flow, Image, Row, Tree, walk, words

ENOUGH = 40  # words that are company enough for the last element
LARGEST = 150  # words of an element that may follow the last one
ROWS = 10  # of a table that may follow it
LINE = 12  # words that take the room of a line to write on


def first_held(tree: Tree) -> int:
    """Give the index from which elements stay with the one after them, up to the last."""
    at, company = len(tree) - 1, 0
    while at > 0 and company < ENOUGH and _is_light(tree[at - 1]):
        at -= 1
        company += _room(tree[at])
    return max(at, 0)


def _is_light(node: Flow) -> bool:
    """Whether moving the element to the next page leaves no great gap behind."""
    inside = list(walk((node,)))
    rows = sum(isinstance(part, Row) for part in inside)
    return rows <= ROWS and not any(isinstance(p, Image) for p in inside) and _room(node) <= LARGEST


def _room(node: Flow) -> int:
    """Measure an element in words."""
    lines = sum(part.lines for part in walk((node,)) if isinstance(part, Block))
    return len(words((node,))) + LINE * lines
