"""Figures that one language gives differently."""

from __future__ import annotations

import random
import re

from mistakes.manuscript import PAIRED, Line, every, line_kind

_MONTHS = "January February March April May June July August September October November December"
_MONTH = f"(?:{'|'.join(_MONTHS.split())})"
_PLAIN = re.compile(
    r"(?<![\w.,/:%+−÷×=–-])\d{1,4}(?![\w/:%–-])(?![.,]\d)"
    r"(?! ?(?:%|phần trăm|per cent|đồng|giờ|am|pm))"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?=/\d{{1,2}}/\d{{4}})|(?<!/)\b\d{{1,2}}(?=/\d{{4}})|\b\d{{1,2}}(?= {_MONTH}\b)"
    rf"|\b{_MONTH}(?= \d{{4}})"
)
_MONEY = re.compile(r"\b\d[\d.]*(?= ?đồng| (?:nghìn|triệu) đồng)|(?<=VND )\d[\d,]*")
_SHARE = re.compile(r"\b\d+(?:[.,]\d+)?(?= ?(?:%|phần trăm|per cent))")
_HOUR = re.compile(r"\b\d{1,2}(?= giờ\b|:\d\d|\s[ap]m\b)")


def _changed(line: Line, pattern: re.Pattern[str], chance: random.Random) -> str | None:
    found = list(pattern.finditer(line.shown))
    if not found or line.kind == "heading":
        return None
    match = chance.choice(found)
    return line.text[: match.start()] + _other(match.group(), chance) + line.text[match.end() :]


def _other(shown: str, chance: random.Random) -> str:
    """Change one digit of a figure, never its first to 0; or the month."""
    if shown.isalpha():
        return chance.choice([m for m in _MONTHS.split() if m != shown])
    place = chance.choice([n for n, sign in enumerate(shown) if sign.isdigit()])
    digits = [d for d in "123456789" if d != shown[place]]
    return shown[:place] + chance.choice(digits) + shown[place + 1 :]


@line_kind("fact-parity", PAIRED)
def wrong_number(line: Line, chance: random.Random) -> str | None:
    """A number in one language is wrong."""
    return _changed(line, _PLAIN, chance)


@line_kind("fact-parity", PAIRED)
def wrong_date(line: Line, chance: random.Random) -> str | None:
    """A date in one language is wrong."""
    return _changed(line, _DATE, chance)


@line_kind("fact-parity", PAIRED)
def wrong_sum_of_money(line: Line, chance: random.Random) -> str | None:
    """A sum of money in one language is wrong."""
    return _changed(line, _MONEY, chance)


@line_kind("fact-parity", PAIRED)
def wrong_percentage(line: Line, chance: random.Random) -> str | None:
    """A percentage in one language is wrong."""
    return _changed(line, _SHARE, chance)


@line_kind("fact-parity", PAIRED)
def wrong_hour(line: Line, chance: random.Random) -> str | None:
    """An hour of the day in one language is wrong."""
    return _changed(line, _HOUR, chance)


@line_kind("fact-parity", PAIRED)
def minutes_in_one_language(line: Line, chance: random.Random) -> str | None:
    """One language says how many minutes a step takes, the other does not."""
    if not line.is_running:
        return None
    minutes = chance.choice((3, 7, 12, 35, 45))
    return line.said(f"Việc này mất {minutes} phút.", f"This takes {minutes} minutes.")


@line_kind("figure-source fact-parity", PAIRED)
def figure_without_source(line: Line, chance: random.Random) -> str | None:
    """A statistic about people is added without its reference."""
    plain = line.is_running and not line.blocks and "[[ref:" not in line.text
    if not plain or "/handouts/" in line.path:
        return None
    share = chance.choice((31, 43, 58, 62))
    return line.said(f"Có {share}% phụ nữ gặp việc này.", f"This happens to {share}% of women.")


KINDS = every(globals())
