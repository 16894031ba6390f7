"""HTML of one page to a tree of elements. The only door to the HTML parser.

The set of elements and attributes is closed: whatever is not listed here stops the build with
a Problem instead of being lost on the way to a handbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html as parser

from sotay.problem import ContentError, Message, Place, Problem
from sotay.spaces import collapsed, trimmed
from sotay.tree import (
    PLAIN,
    Blank,
    Block,
    Break,
    Cell,
    Code,
    Division,
    Flow,
    Heading,
    Image,
    Item,
    Link,
    Listing,
    Marks,
    Paragraph,
    Phrase,
    Quote,
    Row,
    Rule,
    Styled,
    Table,
    Text,
    Tick,
    Tree,
)  # fmt: skip
from sotay.tree import words as words

KINDS = (
    "trainer", "say", "answer", "ask", "case", "handout", "key-message", "warning", "avoid",
    "lines", "ticks", "content-warning", "referral", "notice",
)  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
STYLES = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code"} | {
    name: name for name in ("sub", "sup", "span")
}
INLINE = {*STYLES, "a", "img", "br"}
COMMON = {"id", "class", "lang", "data-audience", "data-medium"}
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "rel"},
    "img": {"src", "alt"},
    "span": {"data-width", "role", "aria-label"},
    "div": {"data-lines"},
    "ol": {"start"},
    "th": {"style"},
    "td": {"style"},
}
ALIGN = re.compile(r"\s*text-align:\s*(left|center|right);?\s*")


def to_tree(html: str, uri: str) -> Tree:
    """Read the article of the page at `uri`. Raises ContentError with every unknown element."""
    reading = _Reading(uri)
    tree = reading.flow(parser.fragment_fromstring(html, create_parent="article"))
    if reading.problems:
        raise ContentError(reading.problems)
    return tree


class _Reading:
    """One pass over one page; collects what it does not know."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.problems: list[Problem] = []

    def flow(self, parent: parser.HtmlElement) -> tuple[Flow, ...]:
        """Read block elements; bare words between them become paragraphs."""
        found: list[Flow] = []
        loose: list[Phrase] = []
        for child in _parts(parent):
            if isinstance(child, str) or child.tag in INLINE:
                loose.extend(self.phrase(child))
                continue
            found.extend(_paragraph(loose))
            loose = []
            found.extend(self.block(child))
        return (*found, *_paragraph(loose))

    def block(self, node: parser.HtmlElement) -> Iterator[Flow]:
        """Read one block element."""
        marks = self.marks(node)
        if node.tag in HEADINGS:
            yield Heading(HEADINGS[node.tag], trimmed(self.phrases(node)), marks)
        elif node.tag == "p":
            yield from _paragraph(self.phrases(node), marks)
        elif node.tag in ("ul", "ol"):
            start = int(node.get("start", "1")) if node.tag == "ol" else None
            yield Listing(tuple(self.items(node)), start, marks)
        elif node.tag == "table":
            yield self.table(node, marks)
        elif node.tag == "div" and "admonition" in marks.classes:
            yield from self.admonition(node, marks)
        elif node.tag == "div":
            yield Division(self.flow(node), marks)
        elif node.tag == "blockquote":
            yield Quote(self.flow(node), marks)
        elif node.tag == "pre":
            for inside in node.iterdescendants():
                if inside.tag not in ("code", "span"):
                    self.unknown(f"<pre> <{inside.tag}>")
                self.unmarked(inside)
            yield Code(node.text_content().strip("\n"), marks)
        elif node.tag == "hr":
            yield Rule()
        else:
            self.unknown(f"<{node.tag}>")

    def items(self, node: parser.HtmlElement) -> Iterator[Item]:
        """Read the points of a list."""
        for child in self.only(node, "li"):
            yield Item(self.flow(child), self.marks(child))

    def table(self, node: parser.HtmlElement, marks: Marks) -> Table:
        """Read a table; only rows inside `thead` are its header."""
        rows: dict[str, list[Row]] = {"thead": [], "tbody": []}
        for part in self.only(node, "thead", "tbody"):
            self.unmarked(part)
            for line in self.only(part, "tr"):
                cells = tuple(self.cell(cell) for cell in self.only(line, "th", "td"))
                rows[part.tag].append(Row(cells, self.marks(line)))
        return Table(tuple(rows["thead"]), tuple(rows["tbody"]), marks)

    def cell(self, node: parser.HtmlElement) -> Cell:
        """Read a cell; its alignment is the only style there is."""
        self.unmarked(node)
        style = node.get("style", "")
        match = ALIGN.fullmatch(style)
        if style and not match:
            self.unknown(f'<{node.tag} style="{style}">')
        return Cell(self.flow(node), match[1] if match else "")

    def admonition(self, node: parser.HtmlElement, marks: Marks) -> Iterator[Block]:
        """Read a block of the authoring format: its title is the paragraph so named."""
        kinds = [name for name in marks.classes if name in KINDS]
        if len(kinds) != 1:
            self.unknown(f'<div class="{node.get("class")}">')
            return
        title: tuple[Phrase, ...] = ()
        first = node.find("p")
        if first is not None and "admonition-title" in first.get("class", "").split():
            title = trimmed(self.phrases(first))
            first.drop_tree()  # keeps the words after it
        kept = tuple(name for name in marks.classes if name not in ("admonition", kinds[0]))
        plain = Marks(marks.id, kept, marks.lang, marks.audience, marks.medium)
        yield Block(kinds[0], title, self.flow(node), int(node.get("data-lines", "0")), plain)

    def phrases(self, parent: parser.HtmlElement) -> tuple[Phrase, ...]:
        """Read the inline content of an element."""
        return tuple(phrase for child in _parts(parent) for phrase in self.phrase(child))

    def phrase(self, node: str | parser.HtmlElement) -> Iterator[Phrase]:
        """Read one inline element or a piece of text."""
        if isinstance(node, str):
            yield Text(collapsed(node))
            return
        marks = self.marks(node)
        if node.tag == "a":
            if "headerlink" not in marks.classes:  # the web page's own permalink sign
                content = self.phrases(node)
                yield Link(node.get("href", ""), content, node.get("title", ""), marks)
        elif node.tag == "img":
            yield Image(node.get("src", ""), node.get("alt", ""), marks)
        elif node.tag == "br":
            yield Break()
        elif node.tag == "span" and "blank" in marks.classes:
            yield Blank(int(node.get("data-width", "20")))
        elif node.tag == "span" and "tick" in marks.classes:
            yield Tick(node.get("aria-label", ""))
        elif node.tag in STYLES:
            yield Styled(STYLES[node.tag], self.phrases(node), marks)
        else:
            self.unknown(f"<{node.tag}>")

    def marks(self, node: parser.HtmlElement) -> Marks:
        """Read what any element may carry; report attributes and values that nobody reads."""
        for name in set(node.keys()) - COMMON - ATTRIBUTES.get(node.tag, set()):
            self.unknown(f'<{node.tag} {name}="{node.get(name)}">')
        for name, known in (("data-audience", "trainer"), ("data-medium", "web")):
            if node.get(name, known) != known:
                self.unknown(f'<{node.tag} {name}="{node.get(name)}">')
        classes = tuple(node.get("class", "").split())
        audience, medium = node.get("data-audience", ""), node.get("data-medium", "")
        return Marks(node.get("id", ""), classes, node.get("lang", ""), audience, medium)

    def unmarked(self, node: parser.HtmlElement) -> None:
        """Report audience or medium where `edition.py` could not act on it."""
        marks = self.marks(node)
        if marks.audience or marks.medium:
            self.unknown(f"<{node.tag} data-…>")

    def only(self, node: parser.HtmlElement, *tags: str) -> Iterator[parser.HtmlElement]:
        """Give the child elements, which must be among `tags`; text between them is no text."""
        for child in _parts(node):
            if isinstance(child, str):
                if child.strip():
                    self.unknown(f"<{node.tag}> {child.strip()}")
            elif child.tag in tags:
                yield child
            else:
                self.unknown(f"<{node.tag}> <{child.tag}>")

    def unknown(self, what: str) -> None:
        """Keep a Problem: this has no place in a handbook."""
        message = Message(
            vi=f"Phần tử HTML {what} không có cách in trong sổ tay.",
            en=f"The HTML element {what} has no form in the handbooks.",
        )
        remedy = Message(
            vi="Dùng cách viết có trong tài liệu định dạng, hoặc thêm phần tử này vào "
            "elements.py và markup.py.",
            en="Use what the format guide offers, or teach elements.py and markup.py about it.",
        )
        self.problems.append(Problem(Place(self.uri), message, remedy, "unknown-element"))


def _parts(node: parser.HtmlElement) -> Iterator[str | parser.HtmlElement]:
    """Give text and child elements in order, without comments."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def _paragraph(content: Sequence[Phrase], marks: Marks = PLAIN) -> list[Flow]:
    """Give a paragraph, or nothing when only spaces stand there."""
    kept = trimmed(content)
    return [Paragraph(kept, marks)] if kept else []
