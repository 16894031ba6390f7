"""Equal values have equal fingerprints; any difference of content shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

import book_sample
from sotay.fingerprint import fingerprint


def test_differences() -> None:
    """No two of these values share a fingerprint."""
    values = [(), "", b"", None, 0, "0", ("a", "b"), ("ab",), ("a", ("b",)), (("a", "b"),), "ab"]
    assert len({fingerprint(value) for value in values}) == len(values)


def test_every_part_of_a_book_counts() -> None:
    """A change in words, pictures, glossary or a page gives another fingerprint."""
    book = book_sample.book()
    part, picture = book.parts[0], book.pictures[0]
    page = replace(part.index, html=part.index.html + " ")
    changed = [
        book,
        replace(book, title="x"),
        replace(book, words=replace(book.words, page="x")),
        replace(book, glossary=book.glossary[:1]),
        replace(book, pictures=(replace(picture, data=b"x"),)),
        replace(book, parts=(replace(part, index=page),)),
    ]
    assert len({fingerprint(each) for each in changed}) == len(changed)
    assert fingerprint(book_sample.book()) == fingerprint(book)


def test_reading_a_page_changes_nothing() -> None:
    """The tree that a page keeps once it was asked for is not part of its content."""
    page = book_sample.page("why")
    before = fingerprint(page)
    assert page.tree
    assert fingerprint(page) == before


def test_unknown_type() -> None:
    """A value whose content cannot be seen is refused."""
    with pytest.raises(TypeError):
        fingerprint(["a"])
