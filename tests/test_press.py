"""The press: nothing is made twice, nothing is left half written, same input, same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import book_sample
from sotay import pdf, press
from sotay.book import Book
from sotay.press import Printed, last_made, print_books
from sotay.problem import ContentError

pytestmark = pytest.mark.slow

BOOKS = tuple(
    book_sample.book(audience, language)
    for audience in ("trainer", "participant")
    for language in ("vi", "en")
)
IDS = [book.id for book in BOOKS]


def printing(books: tuple[Book, ...], folder: Path) -> dict[str, bool]:
    """Print into `folder`/out and tell which books were compiled."""
    made = print_books(books, folder / "out", folder / "cache", book_sample.TEMPLATES)
    return {printed.id: printed.is_compiled for printed in made}


def edited(book: Book, before: str, after: str) -> Book:
    """Give the book with other words in its session."""
    part = book.parts[0]
    html = part.sessions[0].html
    assert before in html
    session = replace(part.sessions[0], html=html.replace(before, after))
    return replace(book, parts=(replace(part, sessions=(session,)),))


def test_only_what_changed(tmp_path: Path) -> None:
    """A second printing compiles nothing; an edit compiles the books that show it."""
    assert printing(BOOKS, tmp_path) == dict.fromkeys(IDS, True)
    times = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()}
    assert printing(BOOKS, tmp_path) == dict.fromkeys(IDS, False)
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()} == times
    first = edited(BOOKS[0], "Buổi mở đầu", "Buổi đầu tiên")
    assert printing((first, *BOOKS[1:]), tmp_path) == dict.fromkeys(IDS, False) | {IDS[0]: True}


def test_unseen_edit(tmp_path: Path) -> None:
    """A new trainer's note compiles the trainer's handbooks and not the participant's."""
    printing(BOOKS, tmp_path)
    books = tuple(edited(book, "CANARY-TRAINER<", "CANARY-NEW<") for book in BOOKS)
    expected = {book.id: book.audience == "trainer" for book in BOOKS}
    assert printing(books, tmp_path) == expected
    assert printing(books, tmp_path) == dict.fromkeys(IDS, False)


def test_unchanged_books_are_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an unchanged book is parsed or written again."""
    printing(BOOKS[:1], tmp_path)

    def refuse(*_: object) -> None:
        raise AssertionError("written again")

    monkeypatch.setattr(press, "write", refuse)
    assert printing(BOOKS[:1], tmp_path) == {IDS[0]: False}


def test_cache_may_be_damaged(tmp_path: Path) -> None:
    """A cut PDF, a strange entry or a missing file is made again."""
    printing(BOOKS, tmp_path)
    cache = tmp_path / "cache"
    (cache / f"{IDS[0]}.pdf").write_bytes((cache / f"{IDS[0]}.pdf").read_bytes()[:100])
    (cache / f"{IDS[1]}.json").write_text("[]", "utf-8")
    (cache / f"{IDS[2]}.pdf").unlink()
    assert printing(BOOKS, tmp_path) == dict.fromkeys(IDS, True) | {IDS[3]: False}


def test_changed_look(tmp_path: Path) -> None:
    """A change of the templates prints every book again."""
    templates = tmp_path / "templates"
    templates.mkdir()
    for path in book_sample.TEMPLATES.glob("*.typ"):
        (templates / path.name).write_bytes(path.read_bytes())
    first = print_books(BOOKS[:1], tmp_path / "out", tmp_path / "cache", templates)
    with (templates / "book.typ").open("a", encoding="utf-8") as stream:
        stream.write("// a comment\n")
    second = print_books(BOOKS[:1], tmp_path / "out", tmp_path / "cache", templates)
    assert (first[0].is_compiled, second[0].is_compiled) == (True, True)


def test_same_bytes(tmp_path: Path) -> None:
    """The same books give the same bytes, in one process or in several."""
    printing(BOOKS, tmp_path / "several")
    for book in BOOKS:
        printing((book,), tmp_path / "single")
    files = {p.name: p.read_bytes() for p in (tmp_path / "several" / "out").iterdir()}
    again = {p.name: p.read_bytes() for p in (tmp_path / "single" / "out").iterdir()}
    assert len(files) == 4
    assert files == again


def test_without_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started, the books are made in this one."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(press, "ProcessPoolExecutor", refuse)
    assert all(printing(BOOKS, tmp_path).values())


def test_a_refused_book_touches_nothing(tmp_path: Path) -> None:
    """When books cannot be made, all faults are told and no file in the folder changes."""
    printing(BOOKS[:1], tmp_path)
    before = {p: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    good = edited(BOOKS[0], "Buổi mở đầu", "Buổi đầu tiên")
    bad = edited(BOOKS[1], "Buổi mở đầu", "😀")
    worse = edited(BOOKS[2], "<p>Buổi mở đầu.</p>", "<video></video>")
    with pytest.raises(ContentError) as caught:
        printing((good, bad, worse), tmp_path)
    assert {p.code for p in caught.value.problems} == {"glyph", "unknown-element"}
    assert {p: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before


def test_refused_by_typst(tmp_path: Path) -> None:
    """What Typst refuses becomes a Problem at the words file of the page."""
    main = tmp_path / "main.typ"
    main.write_text(
        '#set document(title: "a", date: datetime(year: 2026, month: 1, day: 1))\n'
        '#set text(font: "Source Sans Pro", fallback: false)\n// page: m/a.html\n#text("✗")\n',
        "utf-8",
    )
    pdf.lay_out_fonts(tmp_path / "fonts")
    with pytest.raises(ContentError) as caught:
        pdf.compile_pdf(main, tmp_path / "fonts", 0, {"m/a.html": "modules/m/vi/a.md"})
    (problem,) = caught.value.problems
    assert problem.place.path == "modules/m/vi/a.md"
    assert "could not be displayed with font" in problem.message.en


def test_broken_drawing(tmp_path: Path) -> None:
    """A drawing that is no drawing is told at the words file of the page that shows it."""
    picture = replace(BOOKS[0].pictures[0], data=b"<svg")
    with pytest.raises(ContentError) as caught:
        printing((replace(BOOKS[0], pictures=(picture,)),), tmp_path)
    (problem,) = caught.value.problems
    assert problem.place.path == BOOKS[0].parts[0].sessions[0].place
    assert "failed to parse SVG" in problem.message.en


def test_results_and_progress(tmp_path: Path) -> None:
    """Results come in the order of the books; progress hears of each book once."""
    heard: list[Printed] = []
    cache = tmp_path / "cache"
    made = print_books(BOOKS, tmp_path / "out", cache, book_sample.TEMPLATES, heard.append)
    assert [p.id for p in made] == IDS
    assert sorted(heard, key=lambda p: p.id) == sorted(made, key=lambda p: p.id)
    for printed in made:
        data = printed.path.read_bytes()
        assert (printed.bytes, printed.pages) == (len(data), pdf.page_count(data))
    assert not list(tmp_path.rglob("*.part"))
    known = [last_made(cache, book) for book in IDS]
    assert [(k.pages, k.bytes) for k in known if k] == [(p.pages, p.bytes) for p in made]
    assert last_made(cache, "unknown") is None
