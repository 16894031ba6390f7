"""Shapes of the YAML files: which keys there are and what they may hold."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Count = Annotated[int, Field(ge=0, le=100_000)]
People = Annotated[int, Field(ge=1, le=1_000)]
Duration = Annotated[int, Field(ge=1, le=600)]
Day = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""A date, or only its month or year."""
Per = Literal["person", "group", "room"]
Method = Literal[
    "plenary", "discussion", "group-work", "pairs", "individual", "role-play", "demonstration",
    "game", "cards", "mapping", "gallery", "walk", "planning", "reflection", "case-study", "quiz",
]  # fmt: skip
Audience = Literal[
    "officer", "facilitator", "teacher", "organisation-staff", "womens-union", "volunteer",
    "community", "youth",
]  # fmt: skip
ReferenceType = Literal[
    "law", "code", "na-resolution", "nasc-resolution", "government-resolution", "decree",
    "pm-decision", "ministerial-decision", "circular", "official-letter", "local-plan",
    "organisational-plan", "treaty", "guide", "statistic", "source",
]  # fmt: skip
Status = Literal[
    "in-force", "amended", "adjusted", "replaced", "expired", "used", "guide", "dated"
]  # fmt: skip


class Shape(BaseModel):
    """Base of every shape: unknown keys are faults, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MinutesShape(Shape):
    """Minutes of an activity: one number, or min, plan and max."""

    min: Duration
    plan: Duration
    max: Duration

    @model_validator(mode="before")
    @classmethod
    def one_number(cls, value: object) -> object:
        """Read `20` as min 20, plan 20, max 20."""
        if isinstance(value, str | int):
            return {"min": value, "plan": value, "max": value}
        return value

    @model_validator(mode="after")
    def in_range(self) -> MinutesShape:
        """Keep min ≤ plan ≤ max."""
        if not self.min <= self.plan <= self.max:
            raise ValueError("range")
        return self


class GroupShape(Shape):
    """Numbers of people: least, best, most, and in one small group."""

    min: People
    best: People
    max: People
    small: People = 5

    @model_validator(mode="after")
    def in_range(self) -> GroupShape:
        """Keep min ≤ best ≤ max."""
        if not self.min <= self.best <= self.max:
            raise ValueError("range")
        return self


class MaterialNeedShape(Shape):
    """How much of one material an activity uses."""

    id: Id
    quantity: Annotated[int, Field(ge=1, le=1_000)]
    per: Per


class ActivityShape(Shape):
    """One step of a session."""

    id: Id
    minutes: MinutesShape
    method: Method
    need: Literal["core", "optional"] = "core"
    objectives: list[Id] = []
    materials: list[MaterialNeedShape] = []
    handouts: list[Id] = []


class BreakShape(Shape):
    """A pause after an activity."""

    after: Id
    minutes: Duration


class SessionShape(Shape):
    """One sitting."""

    id: Id
    minutes: Duration
    objectives: list[Id] = Field(min_length=1)
    activities: list[ActivityShape] = Field(min_length=1)
    breaks: list[BreakShape] = []


class HandoutShape(Shape):
    """A sheet for participants."""

    id: Id
    per: Per


class ModuleShape(Shape):
    """`module.yml`: the facts of one module, once for all languages."""

    order: Count
    source: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d{2}(\.\d+)?$")]
    audiences: list[Audience] = Field(min_length=1)
    level: Annotated[int, Field(ge=1, le=3)]
    sensitive: bool
    group: GroupShape
    requires: list[Id] = []
    objectives: list[Id] = Field(min_length=1)
    reviewed: date
    review_by: date
    references: list[Id] = []
    contacts: list[Id] = []
    handouts: list[HandoutShape] = []
    sessions: list[SessionShape] = Field(min_length=1)


class Pair(Shape):
    """The same words in Vietnamese and English, and in any further language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, str] = Field(init=False)

    vi: str
    en: str


class WordList(Shape):
    """Lists of words per language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, list[str]] = Field(init=False)

    vi: list[str] = []
    en: list[str] = []


class ConditionalWord(Shape):
    """A word that is wrong only in one sense: for people to judge."""

    word: str
    condition: str
    common: bool = False
    """An everyday word in its other senses: shown to people, not looked for."""


class ConditionalList(Shape):
    """Conditional words per language."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, list[ConditionalWord]] = Field(init=False)

    vi: list[ConditionalWord] = []
    en: list[ConditionalWord] = []


class ReferenceShape(Shape):
    """One law, programme, guide, statistic or source document."""

    id: Id
    type: ReferenceType
    number: str | None = None
    title: Pair
    issued: Day | None = None
    effective: Day | None = None
    status: Status
    status_note: Pair | None = None
    replaced_by: Id | None = None
    seen: bool
    source: str | None = None
    note: str | None = None


class ContactShape(Shape):
    """One hotline or local service."""

    id: Id
    name: Pair
    phone: str | None = None
    kind: Literal["hotline", "local"]
    scope: Pair
    hours: Pair | None = None
    charge_warning: bool = False
    print_ok: bool
    seen: bool
    source: str | None = None
    note: str | None = None


class TermShape(Shape):
    """One glossary term."""

    id: Id
    term: Pair
    variants: WordList = WordList()
    definition: Pair
    avoid: WordList = WordList()
    avoid_if: ConditionalList = ConditionalList()
    source: str | None = None


class MaterialShape(Shape):
    """One thing needed in the room."""

    id: Id
    name: Pair
    unit: Pair
    reusable: bool = False


class ExplanationShape(Shape):
    """What one code of a message means: why it is told, and an example of wrong and right."""

    id: Id
    group: Id
    warning: bool = False
    title: Pair
    why: Pair
    wrong: Pair
    right: Pair

    @field_validator("wrong", "right", mode="before")
    @classmethod
    def one_for_all(cls, value: object) -> object:
        """Read one text as the same in every language."""
        return {"vi": value, "en": value} if isinstance(value, str) else value


class SelectionShape(Shape):
    """One row of `handbooks/handbooks.yml`: a kind of handbook, for all or for some."""

    id: Id
    scope: Literal["module", "track"]
    audience: Literal["trainer", "participant"]
    languages: list[str] = []
    tracks: list[Id] = []
    modules: list[Id] = []
