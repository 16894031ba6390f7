"""The place of tone marks in Vietnamese: the house keeps the old style (hòa, khỏe, thủy).

Both styles agree when a consonant follows (hoàn, huỳnh); only an open syllable differs. In qu-
the u belongs to the consonant: quý, quạ keep their mark.
"""

from __future__ import annotations

import re
from unicodedata import normalize

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "(?P<head>(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?)"
"""Only what a Vietnamese syllable can begin with: a foreign name is left alone."""
_MAYBE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)|(?:[òóỏõọ][ae]|[ùúủũụ]y)\w")
"""Where to look closely, in lower case."""
_WORD = re.compile(r"\w+")
_NEW = re.compile(rf"(?<!\w){_ONSET}(?P<pair>o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.I)
_SPLIT = re.compile(
    rf"(?<!\w){_ONSET}(?P<pair>[òóỏõọ]a|[òóỏõọ]e|[ùúủũụ]y)"
    r"(?P<tail>ng|nh|ch|[cmnptiyou])(?!\w)",
    re.I,
)


def misplaced(text: str) -> list[tuple[int, str, str]]:
    """Give each syllable whose tone mark stands in the wrong place: offset, as it is, as it
    should be.
    """
    found = []
    for maybe in _MAYBE.finditer(text.lower()):
        start = maybe.start()
        while start and text[start - 1].isalnum():
            start -= 1
        match = _WORD.match(text, start)
        if match and (right := _right(match.group())):
            found.append((match.start(), match.group(), right))
    return found


def _right(word: str) -> str:
    """Give the syllable with its mark in place; empty when it is right or no syllable."""
    match, index = _NEW.fullmatch(word), 0
    if match is None:
        match, index = _SPLIT.fullmatch(word), 1
    if match is None or match["head"].lower() == "q":
        return ""
    return match["head"] + _moved(match["pair"], index) + match.groupdict().get("tail", "")


def _moved(pair: str, index: int) -> str:
    """Put the pair's tone mark on its first (0) or second (1) vowel."""
    apart = normalize("NFD", pair)
    mark = next(c for c in apart if c in _MARKS)
    vowels = [c for c in apart if c not in _MARKS]
    return normalize("NFC", "".join(v + mark * (n == index) for n, v in enumerate(vowels)))
