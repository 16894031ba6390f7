"""Manuscripts to PDF files in a folder; a book that did not change is not compiled again.

The cache folder holds one entry per book and may be deleted at any time:
  desk/              what Typst reads: templates, fonts, pictures, one source per book
  <book>.pdf         the last good PDF
  <book>.json        its key, pages and hash
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from sotay import pdf
from sotay.book import Manuscript
from sotay.problem import ContentError, Problem
from sotay.whole import write_whole

WORKERS = 2
BOOKS_PER_POOL = 24  # Typst keeps what it has laid out; new workers give the memory back
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
class _Entry:
    """What the cache knows of one book."""

    key: str
    pages: int
    digest: str


@dataclass(frozen=True)
class _Order:
    """What a worker needs to make one book."""

    id: str
    key: str
    main: Path
    timestamp: int
    places: dict[str, str]
    cache: Path


Progress = Callable[[Printed], None]


def print_books(
    manuscripts: Iterable[Manuscript],
    folder: Path,
    cache: Path,
    templates: Path,
    progress: Progress = lambda printed: None,
) -> tuple[Printed, ...]:
    """Write `<folder>/<id>.pdf` for each manuscript and tell what was done, in the same order.

    `templates` is the folder of the .typ files; `progress` is called after each book. Raises
    ContentError with the problems of all books that Typst refused; then no file in `folder` was
    touched.
    """
    wanted = tuple(manuscripts)
    desk = cache / "desk"
    shared = _lay_out(desk, templates)
    orders = [_order(m, desk, cache, shared) for m in wanted]
    done = {order.id: kept for order in orders if (kept := _kept(order, folder)) is not None}
    for printed in done.values():
        progress(printed)
    problems: list[Problem] = []
    for order, result in _made([order for order in orders if order.id not in done]):
        if isinstance(result, ContentError):
            problems.extend(result.problems)
            continue
        path = folder / f"{order.id}.pdf"
        size = _pdf_path(order).stat().st_size
        done[order.id] = Printed(order.id, path, result.pages, size, True, result.seconds)
        progress(done[order.id])
    if problems:
        raise ContentError(problems)
    for order in orders:
        _deliver(_pdf_path(order), done[order.id].path)
    return tuple(done[order.id] for order in orders)


@dataclass(frozen=True)
class _Made:
    pages: int
    seconds: float


def _lay_out(desk: Path, templates: Path) -> str:
    """Put templates and fonts on the desk; give a hash of all that every book depends on."""
    pdf.lay_out_fonts(desk / "fonts")
    digest = sha256("\n".join((*pdf.made_with(), *pdf.STANDARDS)).encode())
    for path in sorted(templates.glob("*.typ")):
        data = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + sha256(data).digest())
        write_whole(desk / path.name, data)
    return digest.hexdigest()


def _order(manuscript: Manuscript, desk: Path, cache: Path, shared: str) -> _Order:
    """Put a book's source and pictures on the desk, and compute its key."""
    digest = sha256(f"{shared}\n{manuscript.timestamp}\n{manuscript.qr}\n".encode())
    digest.update(manuscript.source.encode())
    name, address = manuscript.qr
    if not (desk / name).exists():
        write_whole(desk / name, pdf.qr(address))
    for name, data in manuscript.files:
        digest.update(name.encode() + b"\0" + sha256(data).digest())
        if not (desk / name).exists():
            write_whole(desk / name, data)
    main = desk / f"{manuscript.id}.typ"
    write_whole(main, manuscript.source.encode())
    return _Order(
        manuscript.id,
        digest.hexdigest(),
        main,
        manuscript.timestamp,
        dict(manuscript.places),
        cache,
    )


def _kept(order: _Order, folder: Path) -> Printed | None:
    """Give the book from the cache when its key is the same and its file is whole."""
    begin = time.perf_counter()
    try:
        entry = _Entry(**json.loads(_entry_path(order).read_text("utf-8")))
        data = _pdf_path(order).read_bytes()
    except (OSError, ValueError, TypeError):
        return None  # nothing there, or not ours: made again
    if entry.key != order.key or entry.digest != sha256(data).hexdigest():
        return None
    path = folder / f"{order.id}.pdf"
    seconds = time.perf_counter() - begin
    return Printed(order.id, path, entry.pages, len(data), False, seconds)


def _made(orders: list[_Order]) -> Iterator[tuple[_Order, _Made | ContentError]]:
    """Make the books on all cores; in this process when there are few or a pool cannot run."""
    left = {order.id: order for order in orders}
    if len(orders) >= FEWEST_FOR_POOL:
        try:
            for order, result in _pooled(orders):
                del left[order.id]
                yield order, result
        except (OSError, BrokenProcessPool, RuntimeError):
            pass  # no processes to be had here; the books left are made below
    for order in left.values():
        yield order, _make(order)


def _pooled(orders: list[_Order]) -> Iterator[tuple[_Order, _Made | ContentError]]:
    # A pool per batch, not `max_tasks_per_child`, which can hang for ever (python/cpython#115634).
    for start in range(0, len(orders), BOOKS_PER_POOL):
        # "spawn" works on every system and, unlike "fork", is safe beside the threads of a server
        with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
            batch = orders[start : start + BOOKS_PER_POOL]
            waiting = {pool.submit(_make, order): order for order in batch}
            for future in as_completed(waiting):
                yield waiting[future], future.result()


def _make(order: _Order) -> _Made | ContentError:
    """Compile one book into the cache; an entry is written only after its PDF is whole."""
    begin = time.perf_counter()
    try:
        data = pdf.compile_pdf(
            order.main, order.main.parent / "fonts", order.timestamp, order.places
        )
    except ContentError as error:
        return error
    pages = pdf.page_count(data)
    write_whole(_pdf_path(order), data)
    entry = _Entry(order.key, pages, sha256(data).hexdigest())
    write_whole(_entry_path(order), json.dumps(asdict(entry)).encode())
    return _Made(pages, time.perf_counter() - begin)


def _deliver(source: Path, goal: Path) -> None:
    """Put the PDF in its place, unless it stands there already."""
    data = source.read_bytes()
    if not goal.exists() or goal.read_bytes() != data:
        write_whole(goal, data)


def _pdf_path(order: _Order) -> Path:
    return order.cache / f"{order.id}.pdf"


def _entry_path(order: _Order) -> Path:
    return order.cache / f"{order.id}.json"
