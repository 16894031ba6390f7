"""How a chapter ends on paper: its last element never stands alone on a page."""

from __future__ import annotations

from sotay.tree import Flow, Image, Row, Tree, walk, words

ENOUGH = 60  # words that are company enough for the last element
LARGEST = 150  # words of an element that may follow the last one
ROWS = 4  # of a table that may follow it


def first_held(tree: Tree) -> int:
    """Give the index from which elements stay with the one after them, up to the last."""
    at, company = len(tree) - 1, 0
    while at > 0 and company < ENOUGH and _is_light(tree[at - 1]):
        at -= 1
        company += len(words((tree[at],)))
    return max(at, 0)


def _is_light(node: Flow) -> bool:
    """Whether moving the element to the next page leaves no great gap behind."""
    inside = list(walk((node,)))
    rows = sum(isinstance(part, Row) for part in inside)
    has_image = any(isinstance(part, Image) for part in inside)
    return rows <= ROWS and not has_image and len(words((node,))) <= LARGEST
