"""The pages of a book in the order in which they are printed. Pure; no Typst yet.

Order: each module (its page, its sessions, its handouts), then what a reader looks up: key
messages, references, contacts, glossary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sotay.alphabet import sort_key
from sotay.book import Book, Part
from sotay.sections import Outline, Section, merged, to_outline, with_entries
from sotay.tree import (
    Block,
    Division,
    Flow,
    Heading,
    Link,
    Marks,
    Paragraph,
    Styled,
    Text,
    Tree,
    walk,
)

BACK = ("key-messages", "references", "contacts")
WEB = ("sessions", "downloads")
SHEETS = "handouts-list"
NOTE_LINES = 5


@dataclass(frozen=True)
class Chapter:
    """What begins on a new page: a heading, its role in the book, and what follows it.

    `role` is part, chapter, session or handout; `number` the line above the heading; `level` the
    heading's level in the book; `shift` is added to the levels of the headings in `content`;
    `inner` is their role (section: in the contents; plain: not). `url` names the page.
    """

    role: str
    heading: Heading
    level: int
    content: Tree
    shift: int
    inner: str = "section"
    number: str = ""
    url: str = ""


def chapters(book: Book, trees: Mapping[str, Tree]) -> tuple[Chapter, ...]:
    """Give the book's chapters. `trees` are its pages by address, cut and placed."""
    outlines = {url: to_outline(tree) for url, tree in trees.items()}
    modules = [
        chapter
        for number, part in enumerate(book.parts, 1)
        for chapter in _module(book, number, part, outlines)
    ]
    back = tuple(_back(book, outlines))
    used = _terms([c.content for c in (*modules, *back)])
    return (*modules, *back, *_glossary(book, used))


def _module(
    book: Book, number: int, part: Part, outlines: Mapping[str, Outline]
) -> Iterator[Chapter]:
    """Give the chapters of one module; in a track's book they stand one level lower."""
    is_track, words = book.scope == "track", book.words
    down = 1 if is_track else 0
    page = outlines[part.index.url]
    kept = (s for s in page.sections if s.name not in (*BACK, *WEB, SHEETS))
    yield Chapter(
        role="part" if is_track else "chapter",
        heading=page.heading,
        level=1,
        content=(*page.lead, *(n for s in kept for n in s.tree), *page.tail),
        shift=0,
        inner="plain" if is_track else "section",
        number=words.module_number.format(n=number) if is_track else words.overview,
        url=part.index.url,
    )
    for count, session in enumerate(part.sessions, 1):
        outline = outlines[session.url]
        label = words.session_number.format(n=count)
        content = (*outline.middle, *_notes(book), *outline.tail)
        yield Chapter(
            "session", outline.heading, 1 + down, content, down, number=label, url=session.url
        )
    if part.handouts:
        yield _sheets(book, part, page, down)
    for handout in part.handouts:
        outline = outlines[handout.url]
        content = (*outline.middle, *outline.tail)
        yield Chapter(
            "handout", outline.heading, 2 + down, content, 1 + down, "plain", url=handout.url
        )


def _notes(book: Book) -> Tree:
    """Give the participant room to write at the end of a session."""
    if book.audience == "trainer":
        return ()
    return (Block("lines", (Text(book.words.notes),), (), NOTE_LINES),)


def _sheets(book: Book, part: Part, page: Outline, down: int) -> Chapter:
    """Give the sheet that stands before a module's handouts and lists them."""
    listed = page.section(SHEETS)
    heading = listed.heading if listed else Heading(2, (Text(book.words.handouts),))
    content = listed.content if listed else ()
    return Chapter("chapter", heading, 1 + down, content, down, url=part.index.url)


def _back(book: Book, outlines: Mapping[str, Outline]) -> Iterator[Chapter]:
    pages = [outlines[part.index.url] for part in book.parts]
    for name in BACK:
        having = [(page, s) for page in pages if (s := page.section(name)) is not None]
        if not having:
            continue
        if name == "key-messages":
            content = _messages(book, having)
        else:
            content = merged((section.content for _, section in having), name)
            content = with_entries(content, "reference", "references.html")
        yield Chapter("chapter", having[0][1].heading, 1, content, -1, "plain", url=book.id)


def _messages(book: Book, having: list[tuple[Outline, Section]]) -> Tree:
    """Give the key messages, under each module's name when the book has several."""
    found: list[Flow] = []
    for page, section in having:
        if book.scope == "track":
            found.append(Heading(3, page.heading.content))
        found.append(Division(section.content, Marks(classes=("key-messages",))))
    return tuple(found)


def _terms(contents: list[Tree]) -> frozenset[str]:
    """Give the ids of the glossary's entries that some text links to."""
    links = (n.href for tree in contents for n in walk(tree) if isinstance(n, Link))
    found = (href.partition("glossary.html#") for href in links)
    return frozenset(tail for _, sign, tail in found if sign)


def _glossary(book: Book, used: frozenset[str]) -> Iterator[Chapter]:
    """Give the entries in use, in the order of the alphabet."""
    entries = sorted((t for t in book.glossary if t.id in used), key=lambda t: sort_key(t.term))
    if entries:
        content = tuple(
            Division(
                (
                    Paragraph((Styled("strong", (Text(entry.term),)),)),
                    Paragraph((Text(entry.definition),)),
                ),
                Marks(id=f"term:{entry.id}", classes=("entry",)),
            )
            for entry in entries
        )
        heading = Heading(2, (Text(book.words.glossary),))
        yield Chapter("chapter", heading, 1, content, -1, "plain", url=book.id)
