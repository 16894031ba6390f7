"""Mistakes of meaning, which no rule claims to tell: how many are told all the same.

Only a person who reads both languages finds them; `sotay status` names the sections to read.
"""

from __future__ import annotations

import random
import re

from mistakes.manuscript import PAIRED, Line, every, line_kind

_CODES = "fact-parity shape-parity term-pair form-parity link-parity"
_NUMBERS = {
    "vi": {"hai": "ba", "ba": "bốn", "bốn": "sáu", "sáu": "tám"},
    "en": {"two": "three", "three": "four", "four": "six", "six": "eight"},
}
_NOT = {"vi": re.compile(r"\bkhông (?=\w)"), "en": re.compile(r"(?<=\w) not\b")}


@line_kind(_CODES, PAIRED)
def wrong_number_word(line: Line, chance: random.Random) -> str | None:
    """A number that is written as a word is wrong in one language."""
    words = _NUMBERS[line.language]
    match = re.search(rf"\b(?:{'|'.join(words)})\b", line.shown)
    if match is None or not line.is_running:
        return None
    return line.text[: match.start()] + words[match.group()] + line.text[match.end() :]


@line_kind(_CODES, PAIRED)
def lost_not(line: Line, chance: random.Random) -> str | None:
    """The word “not” is lost in one language."""
    match = _NOT[line.language].search(line.shown)
    if match is None or not line.is_running:
        return None
    return line.text[: match.start()] + line.text[match.end() :]


@line_kind(_CODES, PAIRED)
def dropped_sentence(line: Line, chance: random.Random) -> str | None:
    """The last sentence of a paragraph is missing in one language."""
    ends = [match.end() for match in re.finditer(r"[.?!](?= [A-ZĐÀ-Ỹ])", line.shown)]
    return line.text[: ends[-1]] if ends and line.is_running and line.kind == "text" else None


KINDS = every(globals())
"""Tried like the others, counted apart."""
