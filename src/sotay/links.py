"""Addresses: of pages on the website, of places in a book, and where each link leads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from sotay.tree import PLAIN, Heading, Image, Link, Marks, Node, Tree, changed, walk

OUTSIDE = ("http:", "https:")
DEVICE = ("tel:", "mailto:", "sms:")
LOOKED_UP = {"references.html": ("reference", "go"), "glossary.html": ("term", "term")}
CONTACTS = "contacts.html"


@dataclass(frozen=True)
class Target:
    """Where a link leads in a book.

    `form` is the template's function: "see" (a place in the book, prints its page number), "go"
    (the same, without the number), "term" (an entry of the glossary), "away" (an address that
    becomes a footnote), "dial" (an address that only a device can use). `to` is a label or an
    address.
    """

    form: str
    to: str


@dataclass(frozen=True)
class Atlas:
    """What a book holds: its labels; the label of its contacts; the website's address."""

    labels: frozenset[str]
    contacts: str
    base: str

    def target(self, address: str) -> Target:
        """Tell where a link to `address` (see `placed`) leads in the book."""
        if address.startswith(OUTSIDE):
            return Target("away", address)
        if address.startswith(DEVICE):
            return Target("dial", address)
        url, _, anchor = address.partition("#")
        name, form = LOOKED_UP.get(posixpath.basename(url), ("", ""))
        if name and f"{name}:{anchor}" in self.labels:
            return Target(form, f"{name}:{anchor}")
        if posixpath.basename(url) == CONTACTS and self.contacts:
            return Target("see", self.contacts)
        for label in (address, url):
            if label in self.labels:
                return Target("see", label)
        return Target("away", self.base + address)


def placed(tree: Tree, url: str) -> Tree:
    """Make every id, link and picture address of a page independent of the page.

    An id becomes `url#id`, that of the level-1 heading `url` alone; links and pictures become
    addresses below the site's root.
    """

    first = tree[0] if tree else None
    title = f"{url}#{first.marks.id}" if isinstance(first, Heading) else url

    def change(node: Node) -> Node:
        if isinstance(node, Link):
            href = resolved(url, node.href)
            node = replace(node, href=url if href == title else href)
        elif isinstance(node, Image):
            node = replace(node, src=resolved(url, node.src))
        marks = getattr(node, "marks", PLAIN)
        is_title = isinstance(node, Heading) and node.level == 1
        if is_title or marks.id:
            name = url if is_title else f"{url}#{marks.id}"
            return cast(Node, replace(cast(Any, node), marks=replace(marks, id=name)))
        return node

    return tuple(changed(node, change) for node in tree)


def resolved(page_url: str, href: str) -> str:
    """Give the address below the site's root, or `href` itself when it leaves the site."""
    if not href or href.startswith((*OUTSIDE, *DEVICE)):
        return href
    path, sign, anchor = href.partition("#")
    folder = posixpath.dirname(page_url)
    url = posixpath.normpath(posixpath.join(folder, path)) if path else page_url
    return f"{url}{sign}{anchor}"


def ids(trees: Iterable[Tree]) -> frozenset[str]:
    """Give all ids in some trees."""
    marks = (getattr(node, "marks", None) for tree in trees for node in walk(tree))
    return frozenset(m.id for m in marks if isinstance(m, Marks) and m.id)
