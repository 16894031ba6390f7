"""Letters and blanks that look right and are not."""

from __future__ import annotations

import random
import re
import unicodedata

from mistakes.manuscript import (
    HERE,
    Line,
    Manuscript,
    Mistake,
    every,
    here,
    kind,
    line_kind,
    shuffled,
)

_CYRILLIC = str.maketrans("aeopcxy", "аеорсху")
_TONES = {"hóa": "hoá", "hòa": "hoà", "khỏe": "khoẻ", "thủy": "thuỷ", "tòa": "toà", "xóa": "xoá"}
_TCVN3 = "B¶o vÖ trÎ em lµ viÖc cña mäi ng­êi, kh«ng cña riªng ai."
_VNI = "Baûo veä treû em laø vieäc cuûa moïi ngöôøi, khoâng cuûa rieâng ai."
_WINDOWS = {"vi": "cp1258", "en": "cp1252"}


def _swapped(
    line: Line, found: list[re.Match[str]], sign: str, chance: random.Random
) -> str | None:
    if not found or line.kind in ("heading", "edge"):
        return None
    match = chance.choice(found)
    return line.text[: match.start()] + sign + line.text[match.end() :]


@line_kind("look-alike")
def cyrillic_letter(line: Line, chance: random.Random) -> str | None:
    """A Cyrillic letter stands for a Latin one."""
    found = list(re.finditer(r"(?<=[a-zà-ỹ])[aeopcxy](?=[a-zà-ỹ])", line.shown))
    if not found or line.kind in ("heading", "edge"):
        return None
    match = chance.choice(found)
    return _swapped(line, [match], match.group().translate(_CYRILLIC), chance)


@line_kind("look-alike")
def eth_for_d(line: Line, chance: random.Random) -> str | None:
    """The Icelandic letter ð stands for đ."""
    if line.language != "vi":
        return None
    found = list(re.finditer(r"(?<!\w)đ(?=\w)", line.shown))
    return _swapped(line, found, "ð", chance)


@line_kind("nfd")
def decomposed_letters(line: Line, chance: random.Random) -> str | None:
    """A line comes from a system that stores letters and marks apart."""
    if line.language != "vi" or line.kind not in ("text", "item", "row"):
        return None
    return unicodedata.normalize("NFD", line.text)


@line_kind("legacy-text")
def old_letters(line: Line, chance: random.Random) -> str | None:
    """A sentence in TCVN3 or VNI letters is pasted in."""
    if line.language != "vi" or not line.is_running:
        return None
    return line.said(chance.choice((_TCVN3, _VNI)), "")


@line_kind("tone-mark")
def other_tone_style(line: Line, chance: random.Random) -> str | None:
    """A tone mark stands on the other vowel."""
    for house, other in _TONES.items():
        place = line.shown.find(house)
        if place >= 0 and line.language == "vi" and line.kind not in ("heading", "edge"):
            new = line.text[:place] + other + line.text[place + len(house) :]
            ends = not line.shown[place + len(house) : place + len(house) + 1].isalpha()
            starts = not line.shown[place - 1 : place].isalpha()
            return new if ends and starts else None
    return None


@line_kind("blank-extra")
def doubled_space(line: Line, chance: random.Random) -> str | None:
    """Two blanks stand between two words."""
    found = list(re.finditer(r"(?<=\w) (?=\w)", line.shown))
    return _swapped(line, found, "  ", chance) if line.kind in ("text", "item") else None


@line_kind("hidden-character")
def hidden_character(line: Line, chance: random.Random) -> str | None:
    """A no-break or zero-width blank is pasted in."""
    found = list(re.finditer(r"(?<=\w) (?=\w)", line.shown))
    return _swapped(line, found, chance.choice("\u00a0\u200b\u202f"), chance)


@line_kind("word-leftover")
def word_bullet(line: Line, chance: random.Random) -> str | None:
    """A bullet of a word processor is pasted in."""
    return f"\uf0b7 {line.text}" if line.kind == "text" and line.is_running else None


@line_kind("punctuation")
def blank_before_mark(line: Line, chance: random.Random) -> str | None:
    """A blank stands before a comma."""
    found = list(re.finditer(r"(?<=\w),(?= )", line.shown))
    return _swapped(line, found, " ,", chance) if line.kind in ("text", "item") else None


@line_kind("control")
def control_character(line: Line, chance: random.Random) -> str | None:
    """A control character is pasted in."""
    found = list(re.finditer(r"(?<=\w) (?=\w)", line.shown))
    return _swapped(line, found, chance.choice("\x07\x0b\x1f"), chance)


@kind("encoding", HERE)
def not_utf8(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A file is saved in an old encoding."""
    for line in shuffled(book.lines, chance):
        if line.kind == "text" and not line.text.isascii():
            content = book.files[line.path]
            raw = line.text.encode("utf-8")
            old = line.text.encode(_WINDOWS[line.language], "ignore")
            if old.isascii():
                continue
            new = content.replace(raw, old, 1)
            first = content.find(raw)
            number = content.count(b"\n", 0, first) + 1
            spots = frozenset({(line.path, number)})
            return Mistake(line.path, new, spots, line.text, repr(old))
    return None


@kind("conflict", "the first marker")
def conflict_marker(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Git's conflict markers are left in the text."""
    for line in shuffled(book.lines, chance):
        if line.is_running:
            new = ["<<<<<<< HEAD", line.text, "=======", line.text + " …", ">>>>>>> branch"]
            return book.with_lines(line.path, line.number, new, here(line))
    return None


KINDS = every(globals())
