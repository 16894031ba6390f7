"""A module's page taken apart, and the same section of several modules put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sotay.tree import (  # fmt: skip
    Block,
    Division,
    Flow,
    Heading,
    Link,
    Node,
    Row,
    Styled,
    Table,
    Tree,
    changed,
    walk,
)


@dataclass(frozen=True)
class Section:
    """A level-2 heading and what stands below it."""

    heading: Heading
    content: Tree

    @property
    def name(self) -> str:
        """The heading's id on its page."""
        return self.heading.marks.id.rpartition("#")[2]

    @property
    def tree(self) -> Tree:
        """Heading and content."""
        return (self.heading, *self.content)


@dataclass(frozen=True)
class Outline:
    """A page: its level-1 heading, what stands before the first section, its sections.

    `tail` is the block for help that closes a sensitive page; it belongs to no section.
    """

    heading: Heading
    lead: Tree
    sections: tuple[Section, ...]
    tail: Tree

    @property
    def middle(self) -> Tree:
        """All between heading and tail."""
        return (*self.lead, *(node for section in self.sections for node in section.tree))

    def section(self, name: str) -> Section | None:
        """Give the section with this name, or None."""
        return next((s for s in self.sections if s.name == name), None)


def to_outline(tree: Tree) -> Outline:
    """Take a page apart. Raises ValueError when it does not begin with a heading."""
    if not tree or not isinstance(tree[0], Heading):
        raise ValueError("a page begins with its heading")
    rest = list(tree[1:])
    is_help = bool(rest) and isinstance(rest[-1], Block) and rest[-1].kind == "referral"
    tail = (rest.pop(),) if is_help else ()
    lead: list[Flow] = []
    found: list[tuple[Heading, list[Flow]]] = []
    for node in rest:
        if isinstance(node, Heading) and node.level == 2:
            found.append((node, []))
        else:
            (found[-1][1] if found else lead).append(node)
    sections = tuple(Section(heading, tuple(content)) for heading, content in found)
    return Outline(tree[0], tuple(lead), sections, tail)


def merged(contents: Iterable[Tree], name: str) -> Tree:
    """Put the same section of several modules together: each row of its table, each text, once.

    `name` is the class of the division that holds the table.
    """
    kept: list[Flow] = []
    rows: dict[Row, None] = {}
    for node in (node for content in contents for node in content):
        if isinstance(node, Division) and name in node.marks.classes:
            rows |= {
                row: None for part in walk([node]) if isinstance(part, Table) for row in part.body
            }
            if any(isinstance(old, Division) and name in old.marks.classes for old in kept):
                continue
        if node not in kept:
            kept.append(node)

    def filled(node: Node) -> Node:
        return replace(node, body=tuple(rows)) if isinstance(node, Table) else node

    return tuple(
        changed(node, filled) if isinstance(node, Division) and name in node.marks.classes else node
        for node in kept
    )


def with_entries(content: Tree, name: str, page: str) -> Tree:
    """Make each row of a table an entry: a row that links to `page`#ID gets the id `name:ID`.

    The link itself becomes plain words, because it would lead to its own row.
    """

    def unlinked(node: Node) -> Node:
        is_own = isinstance(node, Link) and f"{page}#" in node.href
        return Styled("span", node.content) if isinstance(node, Link) and is_own else node

    def entry(node: Node) -> Node:
        if not isinstance(node, Row):
            return node
        found = (n.href.partition(f"{page}#") for n in walk([node]) if isinstance(n, Link))
        name_of = next((tail for _, sign, tail in found if sign), "")
        marks = replace(node.marks, id=f"{name}:{name_of}") if name_of else node.marks
        return changed(replace(node, marks=marks), unlinked)

    return _all(content, entry)


def _all(content: Tree, change: Callable[[Node], Node]) -> Tree:
    return tuple(changed(node, change) for node in content)
