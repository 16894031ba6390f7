"""References, contacts, glossary terms and materials: named by id, written once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sotay.schema import ContactShape, MaterialShape, Pair, ReferenceShape, TermShape


@dataclass(frozen=True)
class Registry:
    """The entries of `data/*.yml` by id, in the file's order."""

    references: Mapping[str, ReferenceShape]
    contacts: Mapping[str, ContactShape]
    terms: Mapping[str, TermShape]
    materials: Mapping[str, MaterialShape]


def in_language(pair: Pair, language: str) -> str:
    """Give the words in `language`; another language than these two reads the Vietnamese."""
    return pair.en if language == "en" else pair.vi
