"""The press: nothing is compiled twice, nothing is left half written, same input, same bytes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import book_sample
from sotay import pdf, press
from sotay.book import Manuscript
from sotay.handbook import write
from sotay.press import Printed, print_books
from sotay.problem import ContentError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def manuscripts() -> tuple[Manuscript, ...]:
    """Give four handbooks."""
    modules = ("child-safe",)
    kinds = [(a, lang) for a in ("trainer", "participant") for lang in ("vi", "en")]
    letters = pdf.letters()
    return tuple(write(book_sample.book(a, lang, modules), letters) for a, lang in kinds)


def printing(manuscripts: tuple[Manuscript, ...], folder: Path) -> dict[str, bool]:
    """Print into `folder`/out and tell which books were compiled."""
    cache = folder / "cache"
    made = print_books(manuscripts, folder / "out", cache, book_sample.TEMPLATES)
    return {printed.id: printed.is_compiled for printed in made}


def test_only_what_changed(manuscripts: tuple[Manuscript, ...], tmp_path: Path) -> None:
    """A second printing compiles nothing; an edit compiles the book that holds it."""
    ids = [m.id for m in manuscripts]
    assert printing(manuscripts, tmp_path) == dict.fromkeys(ids, True)
    times = {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()}
    assert printing(manuscripts, tmp_path) == dict.fromkeys(ids, False)
    assert {p.name: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()} == times
    source = manuscripts[0].source.replace("Buổi mở đầu", "Buổi đầu tiên")
    edited = (replace(manuscripts[0], source=source), *manuscripts[1:])
    assert printing(edited, tmp_path) == dict.fromkeys(ids, False) | {ids[0]: True}


def test_cache_may_be_damaged(manuscripts: tuple[Manuscript, ...], tmp_path: Path) -> None:
    """A cut PDF, a strange entry or a missing file is made again."""
    ids = [m.id for m in manuscripts]
    printing(manuscripts, tmp_path)
    cache = tmp_path / "cache"
    (cache / f"{ids[0]}.pdf").write_bytes((cache / f"{ids[0]}.pdf").read_bytes()[:100])
    (cache / f"{ids[1]}.json").write_text("[]", "utf-8")
    (cache / f"{ids[2]}.pdf").unlink()
    expected = dict.fromkeys(ids, True) | {ids[3]: False}
    assert printing(manuscripts, tmp_path) == expected


def test_changed_template(manuscripts: tuple[Manuscript, ...], tmp_path: Path) -> None:
    """A change of the look prints every book again."""
    templates = tmp_path / "templates"
    templates.mkdir()
    for path in book_sample.TEMPLATES.glob("*.typ"):
        (templates / path.name).write_bytes(path.read_bytes())
    one = manuscripts[:1]
    first = print_books(one, tmp_path / "out", tmp_path / "cache", templates)
    with (templates / "book.typ").open("a", encoding="utf-8") as stream:
        stream.write("// a comment\n")
    second = print_books(one, tmp_path / "out", tmp_path / "cache", templates)
    assert (first[0].is_compiled, second[0].is_compiled) == (True, True)


def test_same_bytes(manuscripts: tuple[Manuscript, ...], tmp_path: Path) -> None:
    """The same books give the same bytes, in one process or in several."""
    printing(manuscripts, tmp_path / "several")
    for manuscript in manuscripts:
        printing((manuscript,), tmp_path / "single")
    files = {p.name: p.read_bytes() for p in (tmp_path / "several" / "out").iterdir()}
    again = {p.name: p.read_bytes() for p in (tmp_path / "single" / "out").iterdir()}
    assert len(files) == 4
    assert files == again


def test_without_processes(
    manuscripts: tuple[Manuscript, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process can be started, the books are made in this one."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no processes here")

    monkeypatch.setattr(press, "ProcessPoolExecutor", refuse)
    assert all(printing(manuscripts, tmp_path).values())


def test_a_refused_book_touches_nothing(
    manuscripts: tuple[Manuscript, ...], tmp_path: Path
) -> None:
    """When one book cannot be made, no file in the folder changes, and the fault is told."""
    printing(manuscripts[:1], tmp_path)
    before = {p: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    edited = replace(manuscripts[0], source=manuscripts[0].source + '\n#para("more")\n')
    broken = replace(manuscripts[1], source='// page: x\n#unknown("a")\n')
    with pytest.raises(ContentError) as caught:
        printing((edited, broken), tmp_path)
    assert [p.code for p in caught.value.problems] == ["typeset"]
    assert {p: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before


def test_results_and_progress(manuscripts: tuple[Manuscript, ...], tmp_path: Path) -> None:
    """Results come in the order of the manuscripts; progress hears of each book once."""
    heard: list[Printed] = []
    made = print_books(
        manuscripts, tmp_path / "out", tmp_path / "cache", book_sample.TEMPLATES, heard.append
    )
    assert [p.id for p in made] == [m.id for m in manuscripts]
    assert sorted(heard, key=lambda p: p.id) == sorted(made, key=lambda p: p.id)
    for printed in made:
        data = printed.path.read_bytes()
        assert (printed.bytes, printed.pages) == (len(data), pdf.page_count(data))
    assert not list(tmp_path.rglob("*.part"))
