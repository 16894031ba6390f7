"""Rules about offices that no longer exist: districts ended on 1/7/2025, a ministry on 1/3/2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.checks.context import Context, WordsPage
from sotay.checks.history import is_history
from sotay.problem import Problem, fault

_LABOUR = (
    r"(?:Bộ|Sở|Phòng|Cục|ngành|cán bộ)?\s*"
    r"(?:LĐ\s*[-–,.]?\s*TB\s*(?:&|và|-|–)?\s*XH"
    r"|Lao động\s*[-–,]?\s*Thương binh\s*(?:và|&|-|–)\s*Xã hội)"
    r"|\b(?:MOLISA|DOLISA|BOLISA)\b"
    r"|Labour,?\s+(?:War\s+)?Invalids,?\s+and\s+Social\s+(?:Affairs|Welfare)"
)
_LEVEL = r"(?:huyện|quận|thị xã|thị trấn)"
_DISTRICT_VI = (
    rf"(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân|Hội LHPN|Hội Liên hiệp Phụ nữ"
    rf"|Hội Phụ nữ|công an|tòa án|bệnh viện|trung tâm y tế|lãnh đạo)(?: nhân dân)? {_LEVEL}\b"
    rf"|\bcấp {_LEVEL}\b"
)
_NAMED_VI = r"\b(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị trấn) (?:[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)?|\d+)"
_DISTRICT_EN = (
    r"\bdistrict(?:['’]s|[- ]level)? (?:level|People['’]s (?:Committee|Council)|Women['’]s Union"
    r"|police|court|hospital|office|leader|authorit|official|government|health)"
    r"|\b(?:police|office|committee|authorities|government) of the district\b"
    r"|\b[A-Z]\w+ (?:[A-Z]\w+ )?(?:district|township)\b|\bat district level\b"
)
_HINT = re.compile(
    r"\b(?:huyện|quận|thị xã|thị trấn|lđ|thương binh|[mdb]olisa|district|township|invalids)"
)
"""What every such name holds, in lower case: a plain search, for speed."""
_OLD = re.compile(rf"(?i:{_LABOUR}|{_DISTRICT_VI})|{_NAMED_VI}|{_DISTRICT_EN}")


def institutions_exist(context: Context, words: WordsPage) -> Iterator[Problem]:
    """An office that has ended is named only in a sentence marked as history."""
    if not _HINT.search(words.page.lower):
        return
    for paragraph in context.paragraphs(words.page):
        if not _HINT.search(paragraph.text.lower()):
            continue
        for match in _OLD.finditer(paragraph.text):
            if not match.group().strip() or is_history(paragraph, match.start()):
                continue
            shown = match.group().strip()
            offset = match.start() + len(match.group()) - len(match.group().lstrip())
            yield fault(
                "institution",
                paragraph.place(offset),
                (f"“{shown}” không còn từ năm 2025.", f"“{shown}” ended in 2025."),
                ("Viết cơ quan hiện nay (tỉnh, xã, phường); chuyện cũ thì ghi năm trong câu.",
                 "Name today's office (province, commune, ward); in history give the year."),
            )  # fmt: skip
