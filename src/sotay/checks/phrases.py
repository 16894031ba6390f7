"""Phrases found in running text: whole syllables in sequence, the longest first.

Case, line breaks, emphasis marks and the hyphen between words make no difference; the last word
of an English phrase may take a plural or possessive ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(r"[^\W_]+(?:['’](?=[^\W_])[^\W_]+)*['’]?|[^\w\s*_\-]")
_ENDINGS = ("'s", "'", "es", "s")

Token = tuple[str, int]


def tokens(text: str) -> list[Token]:
    """Cut a text into words and punctuation marks, lower-case, each with its offset."""
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # a letter that is longer in lower case: not ours, but possible
        lower = text
    return [(m.group(), m.start()) for m in _TOKEN.finditer(lower)]


def key(phrase: str) -> str:
    """Give the form under which a phrase is looked up."""
    return " ".join(word for word, _ in tokens(phrase))


@dataclass
class _Branch:
    """What may follow the words so far; `phrase` when they are a phrase already."""

    next: dict[str, _Branch] = field(default_factory=dict)
    phrase: str = ""


class Phrases:
    """A set of phrases to look for."""

    def __init__(self, phrases: Iterable[str], language: str) -> None:
        self._root = _Branch()
        endings = _ENDINGS if language == "en" else ()
        for phrase in sorted({key(phrase) for phrase in phrases}):
            *before, last = phrase.split(" ")
            branch = self._root
            for word in before:
                branch = branch.next.setdefault(word, _Branch())
            branch.next.setdefault(last, _Branch()).phrase = phrase
            for ending in endings:
                inflected = branch.next.setdefault(last + ending, _Branch())
                inflected.phrase = inflected.phrase or phrase

    def found(self, words: list[Token]) -> Iterator[Token]:
        """Give each phrase found with its offset: the longest, without overlap."""
        first, after = self._root.next, 0
        for index in [n for n, (word, _) in enumerate(words) if word in first]:
            if index >= after:
                phrase, length = self._longest(words, index)
                if phrase:
                    yield phrase, words[index][1]
                    after = index + length

    def _longest(self, words: list[Token], index: int) -> Token:
        branch, best, length = self._root, "", 0
        for count, (word, _) in enumerate(words[index : index + 12], 1):
            following = branch.next.get(word)
            if following is None:
                break
            branch = following
            if branch.phrase:
                best, length = branch.phrase, count
        return best, length
