"""Which sections say the same in which languages: state of every section, in both directions.

A person confirms that two languages of a section say the same; the lock keeps the fingerprint
of both. Whichever changes later has moved on, and the other is behind, whichever leads. With
more than two languages every other one is paired with the leading one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from sotay.lock import Entry, Lock
from sotay.model import Catalog, Language, Module, page_name
from sotay.page import Page
from sotay.passage import Passage, passages

DOCS = "docs"
"""Id and folder of the pages written by hand."""
NAMES = ("in-step", "behind", "diverged", "missing", "unconfirmed")
"""The states of a pair, as the words and the command line name them."""
_WORST_FIRST = ("missing", "diverged", "behind", "unconfirmed", "in-step")


@dataclass(frozen=True)
class State:
    """How two languages of a section stand: a name, and the languages that owe something.

    behind: that language has not followed the other's change. diverged: both changed, so both
    owe. missing: that language has no words. The other two states name no language.
    """

    name: str
    languages: tuple[Language, ...] = ()


IN_STEP = State("in-step")
UNCONFIRMED = State("unconfirmed")


@dataclass(frozen=True)
class Shelf:
    """What shares one lock: a module, or the pages of docs/. Sections by page and id."""

    id: str
    folder: str
    leading: Language
    texts: Mapping[Language, Mapping[tuple[str, str], Passage]] = field(repr=False)

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Name all sections as (page, id): the leading language's order, then what it lacks."""
        found = dict.fromkeys(self.texts[self.leading])
        for texts in self.texts.values():
            found |= dict.fromkeys(texts)
        return tuple(found)

    def passage(self, language: Language, page: str, section: str) -> Passage | None:
        """Give a section's words in one language, or None."""
        return self.texts[language].get((page, section))

    @property
    def others(self) -> tuple[Language, ...]:
        """All languages but the leading one."""
        return tuple(code for code in self.texts if code != self.leading)


@dataclass(frozen=True)
class Standing:
    """One section of one pair of languages, and how it stands. `titles` are by language."""

    shelf: str
    folder: str
    page: str
    id: str
    leading: Language
    other: Language
    state: State
    titles: Mapping[Language, str] = field(compare=False, repr=False)

    def moved_on(self, language: Language) -> Language | None:
        """Name the language that has gone on without `language`; None when neither or no such."""
        if self.state.name in ("behind", "diverged") and language in self.state.languages:
            return self.leading if language == self.other else self.other
        return None


@dataclass(frozen=True)
class Tally:
    """How many sections of a shelf stand how in one language; `counts` has every name."""

    shelf: str
    language: Language
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All sections."""
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        """Whole percent in step, rounded down: 100 means all."""
        return 100 * self.counts["in-step"] // self.total if self.total else 100


def shelves(catalog: Catalog) -> tuple[Shelf, ...]:
    """Give all shelves: the modules in order, then docs."""
    found = [_module_shelf(module, catalog.languages) for module in catalog.modules]
    pages = {code: catalog.docs[code] for code in catalog.languages}
    return (*found, Shelf(DOCS, DOCS, catalog.languages[0], _texts(pages)))


def standings(shelf: Shelf, lock: Lock) -> tuple[Standing, ...]:
    """Tell how every section of a shelf stands, per pair with the leading language.

    In: the shelf; its lock (empty when there is no file). Out: pair after pair, sections in
    reading order; a section that neither of a pair has is left out. Raises nothing.
    """
    return tuple(
        Standing(
            shelf.id, shelf.folder, page, section, shelf.leading, other, state,
            {code: p.title for code in shelf.texts if (p := shelf.passage(code, page, section))},
        )
        for other in shelf.others
        for page, section in shelf.sections()
        if (state := _state(shelf, lock, other, page, section))
    )  # fmt: skip


def survey(catalog: Catalog) -> tuple[Standing, ...]:
    """Tell how every section of the project stands."""
    return tuple(
        standing
        for shelf in shelves(catalog)
        for standing in standings(shelf, catalog.locks.get(shelf.folder, Lock()))
    )


def by_page(found: Iterable[Standing]) -> dict[tuple[str, str], tuple[Standing, ...]]:
    """Give the same by (folder, page)."""
    grouped: dict[tuple[str, str], tuple[Standing, ...]] = {}
    for standing in found:
        key = (standing.folder, standing.page)
        grouped[key] = (*grouped.get(key, ()), standing)
    return grouped


def tallies(found: Iterable[Standing], languages: Iterable[Language]) -> tuple[Tally, ...]:
    """Count per shelf and language. A section counts by the worst of its language's pairs."""
    codes = tuple(languages)
    return tuple(
        Tally(shelf, code, _counts(code, group))
        for shelf, rows in groupby(found, lambda s: s.shelf)
        for group in [tuple(rows)]
        for code in codes
    )


def _counts(language: Language, found: tuple[Standing, ...]) -> dict[str, int]:
    worst: dict[tuple[str, str], str] = {}
    for standing in found:
        if language in (standing.leading, standing.other):
            name = _name_for(language, standing.state)
            key = (standing.page, standing.id)
            worst[key] = min(name, worst.get(key, "in-step"), key=_WORST_FIRST.index)
    return {name: list(worst.values()).count(name) for name in NAMES}


def _name_for(language: Language, state: State) -> str:
    """Give the state as one language's readers meet it: they are well off if the other owes."""
    return "in-step" if state.languages and language not in state.languages else state.name


def _state(shelf: Shelf, lock: Lock, other: Language, page: str, section: str) -> State | None:
    pair = {code: shelf.passage(code, page, section) for code in (shelf.leading, other)}
    absent = tuple(code for code, passage in pair.items() if passage is None)
    if absent:
        return State("missing", absent) if len(absent) == 1 else None
    found = lock.find(shelf.leading, other, page, section)
    if found is None:
        return UNCONFIRMED
    return _compared({code: p.hash for code, p in pair.items() if p}, found[1])


def _compared(now: Mapping[Language, str], then: Entry) -> State:
    changed = [code for code in now if now[code] != then.hashes[code]]
    if not changed:
        return IN_STEP
    if len(changed) == len(now):
        return State("diverged", tuple(now))
    return State("behind", tuple(code for code in now if code not in changed))


def _module_shelf(module: Module, languages: tuple[Language, ...]) -> Shelf:
    pages = {
        code: {
            page_name(kind, page_id): page
            for kind, page_id in module.pages()
            if (page := module.page(code, kind, page_id))
        }
        for code in languages
    }
    leading = module.source if module.source in languages else languages[0]
    return Shelf(module.id, module.folder, leading, _texts(pages))


def _texts(
    pages: Mapping[Language, Mapping[str, Page]],
) -> dict[Language, dict[tuple[str, str], Passage]]:
    return {code: dict(_keyed(named)) for code, named in pages.items()}


def _keyed(pages: Mapping[str, Page]) -> Iterator[tuple[tuple[str, str], Passage]]:
    for name, page in pages.items():
        for passage in passages(page, name):
            yield (name, passage.id), passage
