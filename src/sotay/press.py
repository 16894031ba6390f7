"""Books to PDF files in a folder; a book that did not change is neither written nor compiled.

The cache folder may be deleted at any time:
  desk/              what Typst reads: templates, fonts, pictures, one source per book
  <book>.pdf, .json  the last good PDF and what it was made from (`shelf.py`)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from sotay import pdf
from sotay.book import Book, Manuscript
from sotay.fingerprint import fingerprint, program
from sotay.handbook import write
from sotay.problem import ContentError, Problem
from sotay.shelf import Entry, Shelf
from sotay.whole import write_whole

WORKERS = 2
MODULES_PER_POOL = 24  # Typst keeps what it has laid out; new workers give the memory back
FEWEST_FOR_POOL = 3  # below that, starting a second process costs more than it gains


@dataclass(frozen=True)
class Printed:
    """One finished book."""

    id: str
    path: Path
    pages: int
    bytes: int
    is_compiled: bool
    seconds: float = field(compare=False)


@dataclass(frozen=True)
class _Order:
    """What a worker needs to make one book; `look` names templates, fonts and tools."""

    book: Book
    letters: frozenset[str]
    inputs: str
    look: str
    shelf: Shelf


Progress = Callable[[Printed], None]


def print_books(
    books: Iterable[Book],
    folder: Path,
    cache: Path,
    templates: Path,
    progress: Progress = lambda printed: None,
) -> tuple[Printed, ...]:
    """Write `<folder>/<id>.pdf` for each book and tell what was done, in the same order.

    `templates` is the folder of the .typ files; `progress` is called after each book. Raises
    ContentError with the problems of all books; then no file in `folder` was touched.
    """
    look, shelf, letters = _lay_out(cache / "desk", templates), Shelf(cache), pdf.letters()
    orders = [_Order(b, letters, fingerprint(b, look, program()), look, shelf) for b in books]
    done: dict[str, Printed] = {}
    problems: list[Problem] = []
    for order, result in _results(orders):
        if isinstance(result, ContentError):
            problems.extend(result.problems)
        else:
            done[order.book.id] = replace(result, path=folder / result.path.name)
            progress(done[order.book.id])
    if problems:
        raise ContentError(problems)
    for order in orders:
        _deliver(shelf.pdf(order.book.id), done[order.book.id].path)
    return tuple(done[order.book.id] for order in orders)


def last_made(cache: Path, book: str) -> Printed | None:
    """Give a book as it was last made, up to date or not; None when it never was."""
    shelf = Shelf(cache)
    entry, path = shelf.entry(book), shelf.pdf(book)
    if entry is None or not path.is_file():
        return None
    return Printed(book, path, entry.pages, path.stat().st_size, False, 0.0)


def _lay_out(desk: Path, templates: Path) -> str:
    """Put templates and fonts on the desk; name all that shapes every book."""
    pdf.lay_out_fonts(desk / "fonts")
    found = [(path.name, path.read_bytes()) for path in sorted(templates.glob("*.typ"))]
    for name, data in found:
        write_whole(desk / name, data)
    return fingerprint(pdf.made_with(), pdf.STANDARDS, tuple(found))


def _results(orders: list[_Order]) -> Iterator[tuple[_Order, Printed | ContentError]]:
    """Give what the shelf has, then make the rest."""
    missing = []
    for order in orders:
        begin, shelf = time.perf_counter(), order.shelf
        entry = shelf.sound(order.book.id)
        if entry and entry.inputs == order.inputs:
            yield order, _printed(order, entry, begin, is_compiled=False)
        else:
            missing.append(order)
    yield from _made(missing)


def _made(orders: list[_Order]) -> Iterator[tuple[_Order, Printed | ContentError]]:
    """Make the books on all cores; in this process when there are few or a pool cannot run.

    The longest come first, so that no core waits for the other at the end.
    """
    orders = sorted(orders, key=_size, reverse=True)
    left = {order.book.id: order for order in orders}
    if len(orders) >= FEWEST_FOR_POOL:
        try:
            for order, result in _pooled(orders):
                del left[order.book.id]
                yield order, result
        except (OSError, BrokenProcessPool, RuntimeError):
            pass  # no processes to be had here; the books left are made below
    for order in left.values():
        yield order, _make(order)


def _size(order: _Order) -> int:
    return sum(len(page.html) for page in order.book.pages)


def _pooled(orders: list[_Order]) -> Iterator[tuple[_Order, Printed | ContentError]]:
    # A pool per batch, not `max_tasks_per_child`, which can hang for ever (python/cpython#115634).
    for batch in _batches(orders):
        # "spawn" works on every system and, unlike "fork", is safe beside the threads of a server
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
            # the longest first, so that no worker is left with a long one at the end
            longest = sorted(batch, key=lambda order: -_length(order.book))
            waiting = {pool.submit(_make, order): order for order in longest}
            for future in as_completed(waiting):
                yield waiting[future], future.result()


def _length(book: Book) -> int:
    return sum(len(page.html) for page in book.pages)


def _batches(orders: list[_Order]) -> Iterator[list[_Order]]:
    """Give each pool its books: one for each worker at least, else not too many modules."""
    batch: list[_Order] = []
    for order in orders:
        modules = sum(len(each.book.parts) for each in batch)
        if modules >= MODULES_PER_POOL and len(batch) >= WORKERS:
            yield batch
            batch = []
        batch.append(order)
    if batch:
        yield batch


def _make(order: _Order) -> Printed | ContentError:
    """Write one book and, unless its code is that of the shelf's copy, compile it."""
    begin = time.perf_counter()
    desk, shelf, book = order.shelf.folder / "desk", order.shelf, order.book.id
    try:
        manuscript = write(order.book, order.letters)
        key = fingerprint(manuscript, order.look)
        kept = shelf.sound(book)
        if kept and kept.key == key:
            entry = replace(kept, inputs=order.inputs)
            shelf.note(book, entry)
            return _printed(order, entry, begin, is_compiled=False)
        main = _set_out(manuscript, desk)
        places = dict(manuscript.places)
        data = pdf.compile_pdf(main, desk / "fonts", manuscript.timestamp, places)
    except ContentError as error:
        return error
    entry = Entry(order.inputs, key, pdf.page_count(data), sha256(data).hexdigest())
    shelf.put(book, data, entry)
    return _printed(order, entry, begin, is_compiled=True)


def _set_out(manuscript: Manuscript, desk: Path) -> Path:
    """Put a book's pictures and source on the desk. Pictures are named by their content."""
    name, address = manuscript.qr
    if not (desk / name).exists():
        write_whole(desk / name, pdf.qr(address))
    for name, data in manuscript.files:
        if not (desk / name).exists():
            write_whole(desk / name, data)
    main = desk / f"{manuscript.id}.typ"
    write_whole(main, manuscript.source.encode())
    return main


def _printed(order: _Order, entry: Entry, begin: float, is_compiled: bool) -> Printed:
    path = order.shelf.pdf(order.book.id)
    seconds = time.perf_counter() - begin
    return Printed(order.book.id, path, entry.pages, path.stat().st_size, is_compiled, seconds)


def _deliver(source: Path, goal: Path) -> None:
    """Put the PDF in its place, unless it stands there already."""
    data = source.read_bytes()
    if not goal.exists() or goal.read_bytes() != data:
        write_whole(goal, data)
