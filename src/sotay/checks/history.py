"""What makes a sentence history: one simple rule for old institutions and for old laws.

A sentence tells history when it, or the first sentence of its paragraph, names a year from 1900
to the last year in which districts worked (or a day of such a year), or when the sentence says
so with one of the words below.
"""

from __future__ import annotations

import re

from sotay.checks.prose import Paragraph

_YEAR = re.compile(r"(?<![\d.,])(?:19\d\d|20(?:[01]\d|2[0-5]))(?![\d.,]\d|\d)")
_WORDS = re.compile(
    r"trước đây|trước kia|không còn|hồi đó|khi còn|đã bỏ|được bỏ|bãi bỏ|thay thế|thay cho|"
    r"hết hiệu lực|"
    r"cũ\b|nay là|nhập vào|former|no longer|used to|once was|abolish|replac|repeal|expired|"
    r"merged into|existed|old\b|outdated|in the past|previous",
    re.I,
)


def is_history(paragraph: Paragraph, offset: int) -> bool:
    """Whether what stands at `offset` is told as history."""
    sentence = paragraph.sentence(offset)
    opening = paragraph.sentence(0)
    return bool(_YEAR.search(sentence) or _YEAR.search(opening) or _WORDS.search(sentence))
