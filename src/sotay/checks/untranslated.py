"""The rule that no paragraph is left in the other language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.checks.context import Context, WordsPage
from sotay.problem import Problem, fault


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LETTERS = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)
_FUNCTION_WORDS = {
    "vi": _words(
        """
        và của được không những trong là một các người này với để khi đã có thì phải nên cần
        hãy rồi cũng ở từ đến theo về
        """
    ),
    "en": _words(
        """
        the and of to is are was were in that with for a an it not be on by this from or as
        you they who what when do does your their
        """
    ),
}
_SHORT = 6
"""A paragraph of fewer words may be a name or a title in the other language."""


def no_paragraph_is_left(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No paragraph is left in the other language."""
    if words.language not in _FUNCTION_WORDS:
        return
    for paragraph in context.paragraphs(words.page):
        if _is_foreign(paragraph.text, words.language):
            shown = " ".join(paragraph.text.split()[:6])
            yield fault(
                "untranslated",
                paragraph.place(paragraph.column - 1),
                (f"Đoạn “{shown} …” còn viết bằng ngôn ngữ kia.",
                 f"The paragraph “{shown} …” is still in the other language."),
                ("Dịch đoạn này; nếu là tên riêng thì đặt trong một câu của ngôn ngữ trang.",
                 "Translate it; a name may stand in a sentence of the page's language."),
            )  # fmt: skip


def _is_foreign(text: str, language: str) -> bool:
    """Whether most of a paragraph's words belong to the other language."""
    # Most paragraphs are settled by their letters: Vietnamese has marks on most words.
    marks = 0 if text.isascii() else len(_MARKED.findall(text))
    if (language == "en" and not marks) or (language == "vi" and marks * 5 > text.count(" ")):
        return False
    words = [word.lower() for word in _LETTERS.findall(text)]
    if len(words) < _SHORT:
        return False
    other = "en" if language == "vi" else "vi"
    own = sum(word in _FUNCTION_WORDS[language] for word in words)
    foreign = sum(word in _FUNCTION_WORDS[other] for word in words)
    marked = sum(bool(_MARKED.search(word)) for word in words)
    enough = marked * 10 < len(words) if language == "vi" else marked * 2 > len(words)
    return foreign >= 2 and foreign > own and enough
