"""A book in Typst code. Pure: pictures come as bytes, the code goes to `press.py`."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from sotay.book import Book, Manuscript
from sotay.chapters import Chapter, chapters
from sotay.edition import cut
from sotay.links import Atlas, ids, placed
from sotay.markup import Setting, opening, to_typst
from sotay.notation import array, call, string
from sotay.preflight import inspect
from sotay.problem import ContentError, Problem
from sotay.tree import Tree


def write(book: Book, letters: Container[str]) -> Manuscript:
    """Give the book in Typst code. `letters` are the characters that the fonts can print.

    Raises ContentError with all that keeps the book from being made.
    """
    trees = _cut(book)
    if problems := tuple(inspect(book, trees, letters)):
        raise ContentError(problems)
    moment = datetime(book.date.year, book.date.month, book.date.day, tzinfo=UTC)
    files = {_file_name(picture.url, picture.data): picture.data for picture in book.pictures}
    return Manuscript(
        id=book.id,
        source=_source(book, trees),
        timestamp=int(moment.timestamp()),
        qr=(_qr_name(book.address), book.address),
        files=tuple(sorted(files.items())),
        places=tuple((page.url, page.place) for page in book.pages),
    )


def printed(book: Book) -> tuple[Chapter, ...]:
    """Give the chapters of the book as they are printed, before they become code."""
    return _chapters(book, _cut(book))


def _cut(book: Book) -> dict[str, Tree]:
    """Give the pages' trees, cut for the book's readers. Raises for the faults of all pages."""
    found: dict[str, Tree] = {}
    problems: list[Problem] = []
    for page in book.pages:
        try:
            found[page.url] = cut(page.tree, book.audience)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return found


def _chapters(book: Book, trees: Mapping[str, Tree]) -> tuple[Chapter, ...]:
    return chapters(book, {url: placed(tree, url) for url, tree in trees.items()})


def _source(book: Book, cut_trees: Mapping[str, Tree]) -> str:
    printing = _chapters(book, cut_trees)
    trees = [(chapter.heading, *chapter.content) for chapter in printing]
    contacts = next((c.heading.marks.id for c in printing if _is_contacts(c)), "")
    atlas = Atlas(ids(trees), contacts, book.base)
    names = {picture.url: _file_name(picture.url, picture.data) for picture in book.pictures}
    plain = Setting(atlas.target, names.__getitem__)
    return "".join([_head(book), *(piece for c in printing for piece in _chapter(c, plain))])


def _is_contacts(chapter: Chapter) -> bool:
    return chapter.heading.marks.id.endswith("#contacts")


def _chapter(chapter: Chapter, plain: Setting) -> Iterator[str]:
    yield f"\n// page: {chapter.url}\n"
    heading = replace(chapter.heading, level=chapter.level)
    first = opening(heading, plain, chapter.role, chapter.number)
    rest = to_typst(chapter.content, replace(plain, shift=chapter.shift, role=chapter.inner))
    yield f"#sheet[\n{first}{rest}]\n" if chapter.role == "handout" else f"{first}{rest}"


def _head(book: Book) -> str:
    """Give the call that sets the document up: metadata, cover, imprint, contents."""
    words = book.words
    texts = {
        "language": book.language,
        "region": book.region,
        "title": book.title,
        "subtitle": book.subtitle,
        "edition": book.edition_label,
        "language-name": book.language_name,
        "version": book.version,
        "publisher": book.publisher,
        "notice": book.notice,
        "address": book.address,
        "qr": _qr_name(book.address),
        "qr-alt": words.qr_alt.format(address=book.address),
        "online": words.online,
        "contents": words.contents,
        "handouts": words.handouts if any(part.handouts for part in book.parts) else "",
        "page-word": words.page,
    }
    imprint = (
        (words.version, book.version),
        (words.date, book.date_label),
        (words.reviewed, book.reviewed),
        (words.review_by, book.review_by),
        (words.licence, book.licence),
        (words.behind, "; ".join(book.behind)),
    )
    day = {"year": book.date.year, "month": book.date.month, "day": book.date.day}
    setup = call(
        "book.with",
        date=call("datetime", **{name: str(number) for name, number in day.items()}),
        imprint=array(array([string(name), string(value)]) for name, value in imprint if value),
        **{name: string(text) for name, text in texts.items()},
    )
    return f'#import "book.typ": *\n\n#show: {setup}\n'


def _file_name(url: str, data: bytes) -> str:
    """Name a picture by its content, so that books share it."""
    return f"pictures/{sha256(data).hexdigest()[:16]}{posixpath.splitext(url)[1]}"


def _qr_name(address: str) -> str:
    """Name the QR picture by the address in it."""
    return f"pictures/qr-{sha256(address.encode()).hexdigest()[:16]}.svg"
