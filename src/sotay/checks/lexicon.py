"""The glossary, made ready for reading running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sotay.checks.phrases import Phrases, Token, key
from sotay.registry import in_language, listed
from sotay.schema import TermShape


@dataclass(frozen=True)
class Lexicon:
    """The glossary as one language's running text is read with it."""

    terms: Mapping[str, TermShape]
    language: str

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """Terms and variants, each with the ids of its entries."""
        found: dict[str, set[str]] = {}
        for term in self.terms.values():
            variants = listed(term.variants, self.language)
            for name in (in_language(term.term, self.language), *variants):
                found.setdefault(key(name), set()).add(term.id)
        return found

    @cached_property
    def avoided(self) -> dict[str, TermShape]:
        """Words that are wrong in every running text."""
        return {
            key(word): term
            for term in self.terms.values()
            for word in listed(term.avoid, self.language)
        }

    @cached_property
    def doubtful(self) -> dict[str, tuple[TermShape, str]]:
        """Words that are wrong in one sense, each with the sense; common ones left out."""
        return {
            key(word.word): (term, word.condition)
            for term in self.terms.values()
            for word in getattr(term.avoid_if, self.language, [])
            if not word.common
        }

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases([*self.names, *self.avoided, *self.doubtful], self.language)

    def found(self, words: list[Token]) -> Iterator[Token]:
        """Give what the glossary knows in a text, the longest first, with its offset."""
        yield from self._phrases.found(words)
