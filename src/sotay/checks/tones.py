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
_MAYBE = re.compile("o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|[òóỏõọ][ae]|[ùúủũụ]y")
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
    if not _MAYBE.search(text.lower()):
        return []
    found = []
    for match in _NEW.finditer(text):
        if match["head"].lower() != "q":
            found.append((match.start(), match.group(), match["head"] + _moved(match["pair"], 0)))
    for match in _SPLIT.finditer(text):
        if match["head"].lower() != "q":
            right = match["head"] + _moved(match["pair"], 1) + match["tail"]
            found.append((match.start(), match.group(), right))
    return sorted(found)


def _moved(pair: str, index: int) -> str:
    """Put the pair's tone mark on its first (0) or second (1) vowel."""
    apart = normalize("NFD", pair)
    mark = next(c for c in apart if c in _MARKS)
    vowels = [c for c in apart if c not in _MARKS]
    return normalize("NFC", "".join(v + mark * (n == index) for n, v in enumerate(vowels)))
