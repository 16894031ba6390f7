"""What a proposal changes: mistakes, sections put behind, minutes, pages, sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sotay import project
from sotay.freshness import DOCS, Shelf, shelves, survey
from sotay.languages import load_languages
from sotay.model import Catalog
from sotay.problem import ContentError, Problem

OWING = ("behind", "diverged")
"""States in which somebody owes the other language an update."""


@dataclass(frozen=True)
class Side:
    """One state of the project: what could be read of it, and what is wrong with it."""

    catalog: Catalog | None = field(repr=False)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, order=True)
class Owed:
    """A section that one language changed alone: who owes the update."""

    path: str
    section: str
    languages: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Minutes:
    """A time that changed; `before` or `after` is 0 when the thing is new or gone."""

    what: str
    before: int
    after: int


@dataclass(frozen=True, order=True)
class Page:
    """A words file that changed, and the sections in which it did; none when new or gone."""

    path: str
    state: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Size:
    """Files of one kind in a built site: how many, and their bytes."""

    files: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Changes:
    """All that a proposal changes. Sizes by kind as (before, after); none when not built."""

    problems: tuple[Problem, ...]
    owed: tuple[Owed, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    pages: tuple[Page, ...] = ()
    sizes: Mapping[str, tuple[Size, Size]] = field(default_factory=dict)


def load_side(root: Path) -> Side:
    """Read and check one state of the project. Raises nothing."""
    try:
        catalog, _, problems = project.inspect(root, load_languages(root))
    except ContentError as error:
        return Side(None, error.problems)
    return Side(catalog, problems)


def compare(base: Side, head: Side, sizes: Mapping[str, tuple[Size, Size]]) -> Changes:
    """Tell what lies between two states; without a readable one there are only problems."""
    if base.catalog is None or head.catalog is None:
        return Changes(head.problems, sizes=sizes)
    return Changes(
        head.problems,
        tuple(sorted(_owed(base.catalog, head.catalog))),
        tuple(_minutes(base.catalog, head.catalog)),
        tuple(sorted(_pages(base.catalog, head.catalog))),
        sizes,
    )


def weigh(site: Path) -> dict[str, Size]:
    """Give files and bytes of a built site: pages, handbooks, and everything."""
    kinds = {"pages": "*.html", "handbooks": "downloads/*.pdf", "all": "*"}
    found = {}
    for kind, pattern in kinds.items():
        paths = site.glob(pattern) if "/" in pattern else site.rglob(pattern)
        sizes = [path.stat().st_size for path in paths if path.is_file()]
        found[kind] = Size(len(sizes), sum(sizes))
    return found


def _owed(base: Catalog, head: Catalog) -> Iterator[Owed]:
    """Find sections that the lock says are behind now and were not, or that moved alone."""
    before = {(s.folder, s.page, s.id, s.other): s.state for s in survey(base)}
    old = {shelf.folder: shelf for shelf in shelves(base)}
    new = {shelf.folder: shelf for shelf in shelves(head)}
    for standing in survey(head):
        name = f"{standing.folder}/{standing.page}"
        key = (standing.folder, standing.page, standing.id, standing.other)
        if standing.state.name in OWING and before.get(key) != standing.state:
            yield Owed(name, standing.id, standing.state.languages)
        elif standing.state.name == "unconfirmed" and standing.folder in old:
            pair = (standing.leading, standing.other)
            moved = [
                code
                for code in pair
                if _moved(
                    old[standing.folder], new[standing.folder], code, standing.page, standing.id
                )
            ]
            if len(moved) == 1:
                yield Owed(name, standing.id, tuple(code for code in pair if code not in moved))


def _moved(old: Shelf, new: Shelf, language: str, page: str, section: str) -> bool:
    if language not in old.texts:
        return False
    before, after = (shelf.passage(language, page, section) for shelf in (old, new))
    return before is not None and after is not None and before.hash != after.hash


def _minutes(base: Catalog, head: Catalog) -> Iterator[Minutes]:
    before, after = dict(_times(base)), dict(_times(head))
    unread = base.unread | head.unread
    for what in [*after, *(name for name in before if name not in after)]:
        if what.partition("/")[0] not in unread and before.get(what, 0) != after.get(what, 0):
            yield Minutes(what, before.get(what, 0), after.get(what, 0))


def _times(catalog: Catalog) -> Iterator[tuple[str, int]]:
    """Give minutes by module, module/session and module/session/activity."""
    for module in catalog.modules:
        yield module.id, module.minutes
        for session in module.sessions:
            yield f"{module.id}/{session.id}", session.minutes
            for activity in session.activities:
                yield f"{module.id}/{session.id}/{activity.id}", activity.minutes.plan


def _pages(base: Catalog, head: Catalog) -> Iterator[Page]:
    before, after = _texts(base), _texts(head)
    unread = base.unread | head.unread
    for path in before.keys() | after.keys():
        if unread & set(path.split("/")[2:3]):
            continue
        if path not in before or path not in after:
            # A file that is there but could not be read is among the problems.
            was, stays = ((side.root / path).exists() for side in (base, head))
            yield Page(path, "changed" if was == stays else "new" if stays else "gone")
        elif before[path] != after[path]:
            names = dict.fromkeys([*after[path], *before[path]])
            changed = (n for n in names if before[path].get(n) != after[path].get(n))
            yield Page(path, "changed", tuple(changed))


def _texts(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Give the fingerprint of every section, by file and id."""
    found: dict[str, dict[str, str]] = {}
    for shelf in shelves(catalog):
        home = DOCS if shelf.id == DOCS else shelf.folder
        for language, texts in shelf.texts.items():
            for (page, section), passage in texts.items():
                found.setdefault(f"{home}/{language}/{page}", {})[section] = passage.hash
    return found
