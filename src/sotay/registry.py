"""References, contacts, glossary terms and materials: named by id, written once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sotay.problem import Message, Place, Problem
from sotay.schema import (
    ContactShape,
    MaterialShape,
    Pair,
    ReferenceShape,
    Shape,
    TermShape,
    WordList,
)


@dataclass(frozen=True)
class Registry:
    """The entries of `data/*.yml` by id, in the file's order."""

    references: Mapping[str, ReferenceShape]
    contacts: Mapping[str, ContactShape]
    terms: Mapping[str, TermShape]
    materials: Mapping[str, MaterialShape]


def in_language(pair: Pair, language: str) -> str:
    """Give the words in `language`, or those of the default language, Vietnamese."""
    return by_language(pair).get(language, pair.vi)


def by_language(pair: Pair) -> dict[str, str]:
    """Give the words in every language that has them."""
    return {"vi": pair.vi, "en": pair.en, **(pair.model_extra or {})}


def listed(words: WordList, language: str) -> list[str]:
    """Give a list's words in `language`; there may be none."""
    found: dict[str, list[str]] = {"vi": words.vi, "en": words.en, **(words.model_extra or {})}
    return found.get(language, [])


def strange_languages(entry: Shape, languages: Collection[str]) -> Iterator[tuple[str, str]]:
    """Name the fields of an entry that speak a language the project does not have."""
    for name in type(entry).model_fields:
        extra = getattr(getattr(entry, name), "model_extra", None) or {}
        yield from ((name, code) for code in extra if code not in languages)


def strange(place: Place, code: str, languages: Collection[str]) -> Problem:
    """Tell of words in a language that the project does not have."""
    known = ", ".join(languages)
    return Problem(
        place,
        Message(f"Dự án không có ngôn ngữ “{code}”.", f"The project has no language “{code}”."),
        Message(f"Dùng một trong: {known}.", f"Use one of: {known}."),
        "unknown-key",
    )
