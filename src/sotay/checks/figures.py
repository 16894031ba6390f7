"""Numbers as each language writes them, read as one value.

1.000.000 đồng and VND 1,000,000; 12/3/2018 and 12 March 2018; 62,9% and 62.9 per cent; 19:00
and 7 pm are each one and the same figure.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_FREE = r"(?<![\w/])(?<!\d[.,:])"
_NUMBER = {
    "vi": r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d)",
    "en": r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)",
}
_TIMES_TEN = {
    "nghìn": 1_000, "ngàn": 1_000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
    "thousand": 1_000, "million": 10**6, "billion": 10**9,
}  # fmt: skip
_COMMON = (
    r"(?P<date>(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4}))(?!\d)"
    r"|(?P<my>(?P<my_m>\d{1,2})/(?P<my_y>\d{4}))(?!\d)"
    r"|(?P<pair>\d+/\d+)(?![\d/])"
)
_READ = {
    "vi": re.compile(
        rf"{_FREE}(?:ngày (?P<ld>\d{{1,2}}) tháng (?P<lm>\d{{1,2}})(?: năm (?P<ly>\d{{4}}))?"
        rf"|tháng (?P<tm>\d{{1,2}})(?: năm |/)(?P<ty>\d{{4}})"
        rf"|{_COMMON}"
        r"|(?P<hour>\d{1,2})(?::(?P<min>\d{2})(?!\d)"
        r"|(?:h| giờ)(?: ?(?P<min2>\d{2})(?!\d)| (?P<half>chiều|tối|đêm|sáng|trưa)))"
        rf"|(?P<number>{_NUMBER['vi']})(?:\s*(?P<percent>%|phần trăm)"
        r"|\s(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b)?)",
        re.I,
    ),
    "en": re.compile(
        rf"{_FREE}(?:(?P<ld>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<lm>{_MONTH})"
        r"(?:,? (?P<ly>\d{4}))?"
        rf"|(?P<tm>{_MONTH}),? (?P<ty>\d{{4}})"
        rf"|(?P<am>{_MONTH}) (?P<ad>\d{{1,2}})(?!\d)(?:, (?P<ay>\d{{4}}))?"
        rf"|(?P<lone>(?<=(?:in|of|by|to) )May|(?!May){_MONTH})(?!\w)"
        rf"|{_COMMON}"
        r"|(?P<hour>\d{1,2})(?::(?P<min>\d{2})(?!\d))?(?:(?(min)\s*|\s*(?=[ap]\.?m))"
        r"(?P<half>[ap]\.?m\b\.?)?)(?(min)|(?(half)|(?!)))"
        rf"|(?P<number>{_NUMBER['en']})(?:\s*(?P<percent>%|per ?cent)"
        r"|\s(?P<scale>thousand|million|billion)\b)?)"
    ),
}
_MAYBE = {"vi": re.compile(r"\d"), "en": re.compile(rf"\d|{_MONTH}")}
_UNITS = {
    "vi": ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
}
_TEENS = [
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {
    **{w: n for words in _UNITS.values() for n, w in enumerate(words, 1)},
    **{w: n for n, w in enumerate(_TEENS, 11)},
    **{w: 10 * n for n, w in enumerate(_TENS, 2)},
    "mốt": 1, "tư": 4, "lăm": 5, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "once": 1, "twice": 2,
    "both": 2, "nhất": 1, "nhì": 2, "đôi": 2,
}  # fmt: skip
_VI_UNIT = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín"
_WORDS = {
    "vi": re.compile(
        rf"\b(?:(?:(?P<tens>{_VI_UNIT}) mươi|(?P<ten>mười))(?: (?P<unit>{_VI_UNIT}))?"
        rf"|(?P<word>{_VI_UNIT}|nhất|nhì|đôi))\b",
        re.I,
    ),
    "en": re.compile(
        rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:[- ](?P<unit>{'|'.join(_UNITS['en'][:9])}))?"
        rf"|(?P<word>{'|'.join([*_UNITS['en'], *_TEENS, 'first', 'second', 'third', 'fourth'])}"
        r"|fifth|sixth|seventh|eighth|ninth|tenth|once|twice|both))\b",
        re.I,
    ),
}
LANGUAGES = frozenset(_READ)
"""Languages whose way of writing figures is known."""


@dataclass(frozen=True)
class Figure:
    """A figure read: its value in one form, and where it stands in the text."""

    value: str
    start: int
    shown: str


def figures(text: str, language: str) -> list[Figure]:
    """Give the figures of a text in the order in which they stand."""
    if not _MAYBE[language].search(text):
        return []
    return [
        Figure(_value(match, language), match.start(), match.group().strip())
        for match in _READ[language].finditer(text)
    ]


def number_words(text: str, language: str) -> Counter[str]:
    """Count the numbers that stand as words, such as "three" and "mười hai"."""
    found: Counter[str] = Counter()
    for match in _WORDS[language].finditer(text):
        part = {key: (value or "").lower() for key, value in match.groupdict().items()}
        tens = _VALUES.get(part["tens"], 0)
        total = tens * 10 if language == "vi" else tens
        total += 10 if part.get("ten") else 0
        total += _VALUES.get(part["unit"], 0) + _VALUES.get(part["word"], 0)
        found[str(total)] += 1
    return found


def _value(match: re.Match[str], language: str) -> str:
    part = match.groupdict()
    if part["number"]:
        return _number(part, language)
    if part["hour"]:
        return _time(part)
    for day, month, year in (("d", "m", "y"), ("ld", "lm", "ly"), ("ad", "am", "ay")):
        if part.get(day):
            tail = f"/{part[year]}" if part.get(year) else ""
            return f"{int(part[day])}/{_month(part[month])}{tail}"
    for month, year in (("my_m", "my_y"), ("tm", "ty")):
        if part[month]:
            return f"{_month(part[month])}/{part[year]}"
    if part.get("lone"):
        return str(_month(part["lone"]))
    first, second = part["pair"].split("/")
    return "24" if first == "24" and second in ("24", "7") else f"{int(first)}/{int(second)}"


def _number(part: dict[str, str], language: str) -> str:
    text = part["number"]
    if language == "vi":
        grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text)
        text = text.replace(".", "").replace(",", ".") if grouped else text.replace(",", ".")
    else:
        text = text.replace(",", "")
    value = Decimal(text) * _TIMES_TEN.get((part["scale"] or "").lower(), 1)
    return f"{value.normalize():f}" + ("%" if part["percent"] else "")


def _time(part: dict[str, str]) -> str:
    hour = int(part["hour"])
    half = (part["half"] or "").lower()
    if hour < 12 and half[:1] in ("p", "c", "t", "đ") and half != "trưa":
        hour += 12
    minutes = part["min"] or part.get("min2") or "00"
    return str(hour) if minutes == "00" else f"{hour}:{minutes}"


def _month(text: str) -> int:
    return MONTHS.index(text) + 1 if text in MONTHS else int(text)
