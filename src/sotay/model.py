"""What the content is: tracks, modules, sessions, activities, handouts and their words.

Facts stand once; words stand per language. Every value knows its place and is not defined by
it: two equal activities from two files are equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sotay.lock import Lock
from sotay.page import Page
from sotay.problem import Place
from sotay.registry import Registry
from sotay.schema import ExplanationShape
from sotay.selection import Selection
from sotay.words import Words

Language = str
_PAGE = {"index": "index.md", "session": "{}.md", "handout": "handouts/{}.md"}


def page_name(kind: str, page_id: str = "") -> str:
    """Give the path below the language folder of a module's page ("index", "session", …)."""
    return _PAGE[kind].format(page_id)


@dataclass(frozen=True)
class Minutes:
    """Least, planned and most minutes."""

    min: int
    plan: int
    max: int


@dataclass(frozen=True)
class Group:
    """Numbers of people: least, best, most, and in one small group."""

    min: int
    best: int
    max: int
    small: int


@dataclass(frozen=True)
class MaterialNeed:
    """How much of one material an activity uses, per person, group or room."""

    id: str
    quantity: int
    per: str
    place: Place = field(default=Place(""), compare=False, repr=False)

    def total(self, people: int, small: int) -> int:
        """Give the quantity for `people`, in small groups of `small`."""
        groups = -(-people // small)
        return self.quantity * {"person": people, "group": groups, "room": 1}[self.per]


@dataclass(frozen=True)
class Activity:
    """One step of a session; its id is the id of its heading in every language."""

    id: str
    minutes: Minutes
    method: str
    optional: bool
    objectives: tuple[str, ...]
    materials: tuple[MaterialNeed, ...]
    handouts: tuple[str, ...]
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True)
class Break:
    """A pause after the activity `after`."""

    after: str
    minutes: int
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True)
class Session:
    """One sitting: its activities in order, and its breaks."""

    id: str
    minutes: int
    objectives: tuple[str, ...]
    activities: tuple[Activity, ...]
    breaks: tuple[Break, ...]
    place: Place = field(default=Place(""), compare=False, repr=False)

    def shortest(self) -> int:
        """Give the minutes of the core activities at their least, with the breaks."""
        core = sum(a.minutes.min for a in self.activities if not a.optional)
        return core + sum(b.minutes for b in self.breaks)

    def longest(self) -> int:
        """Give the minutes of all activities at their most, with the breaks."""
        return sum(a.minutes.max for a in self.activities) + sum(b.minutes for b in self.breaks)


@dataclass(frozen=True)
class Handout:
    """A sheet for participants; `per` says how many copies are made."""

    id: str
    per: str
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True)
class ModuleWords:
    """The words files of one module in one language; a missing file is absent."""

    index: Page | None
    sessions: Mapping[str, Page]
    handouts: Mapping[str, Page]


@dataclass(frozen=True)
class Module:
    """A unit of training: facts, and words by language."""

    track: str
    id: str
    order: int
    source: Language
    version: str
    audiences: tuple[str, ...]
    level: int
    sensitive: bool
    group: Group
    requires: tuple[str, ...]
    objectives: tuple[str, ...]
    reviewed: date
    review_by: date
    references: tuple[str, ...]
    contacts: tuple[str, ...]
    handouts: tuple[Handout, ...]
    sessions: tuple[Session, ...]
    folder: str
    words: Mapping[Language, ModuleWords] = field(repr=False)
    images: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False, repr=False)
    review_place: Place = field(default=Place(""), compare=False, repr=False)
    keys: Mapping[tuple[str | int, ...], Place] = field(
        default_factory=dict, compare=False, repr=False
    )

    def at(self, *keys: str | int) -> Place:
        """Give the place of an entry of module.yml, such as ("references", 0)."""
        return self.keys.get(keys, self.place)

    @property
    def minutes(self) -> int:
        """Planned minutes of all sessions."""
        return sum(s.minutes for s in self.sessions)

    def handout(self, handout_id: str) -> Handout:
        """Give one handout. Raises KeyError when there is none."""
        return {h.id: h for h in self.handouts}[handout_id]

    def languages(self, page: str, page_id: str = "") -> tuple[Language, ...]:
        """Name the languages that have the words of a page ("index", "session", "handout")."""
        return tuple(code for code in self.words if self.page(code, page, page_id) is not None)

    def page(self, language: Language, page: str, page_id: str = "") -> Page | None:
        """Give the words of a page in one language, or None."""
        words = self.words.get(language)
        if words is None:
            return None
        if page == "index":
            return words.index
        return (words.sessions if page == "session" else words.handouts).get(page_id)

    def pages(self) -> tuple[tuple[str, str], ...]:
        """List the module's pages in reading order as (kind, id)."""
        return (
            ("index", ""),
            *(("session", s.id) for s in self.sessions),
            *(("handout", h.id) for h in self.handouts),
        )


@dataclass(frozen=True)
class Track:
    """A field of training: its modules in order."""

    id: str
    modules: tuple[Module, ...]


@dataclass(frozen=True)
class Catalog:
    """Everything that was loaded and found sound."""

    root: Path = field(repr=False)
    languages: tuple[Language, ...]
    tracks: tuple[Track, ...]
    registry: Registry
    words: Mapping[Language, Words] = field(repr=False)
    docs: Mapping[Language, Mapping[str, Page]] = field(repr=False)
    handbooks: tuple[Selection, ...] = ()
    unread: frozenset[str] = frozenset()
    """Ids of modules that are there but could not be read: nothing built holds any."""
    locks: Mapping[str, Lock] = field(default_factory=dict, repr=False)
    """What people last confirmed of translations, by folder."""
    explanations: tuple[ExplanationShape, ...] = field(default=(), repr=False)
    """What the codes of messages mean, for editors."""

    @property
    def modules(self) -> tuple[Module, ...]:
        """All modules in order of track and place in it."""
        return tuple(m for t in self.tracks for m in t.modules)
