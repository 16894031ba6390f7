"""Rules about laws that have ended, dates of review, and figures without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sotay.checks.context import Context, WordsPage
from sotay.checks.history import is_history
from sotay.checks.prose import Paragraph
from sotay.model import Module
from sotay.page import Form
from sotay.problem import Message, Problem, fault, nudge
from sotay.schema import ReferenceShape

ENDED = frozenset({"replaced", "expired"})
"""Status of a reference that no longer applies."""
EXAMPLES = frozenset({"case", "answer", "ask", "lines"})
"""Blocks whose figures are made up, asked for, or explained elsewhere."""
_SUM = re.compile(r"[÷×=−]")
_PEOPLE = (
    r"người|phụ nữ|trẻ|em|hộ|nữ|nam|nạn nhân|ca|vụ|cuộc gọi|xã|trường|đại biểu|"
    r"women|men|girls|boys|children|people|persons|households|families|cases|calls|"
    r"survivors|victims|schools|communes|provinces|delegates|deaths"
)
_COUNT = re.compile(
    rf"(?<![\w./,])(?:\d{{3,}}|\d{{1,3}}(?:[.,]\d{{3}})+)\s+(?:\w+\s+)?(?:{_PEOPLE})\b", re.I
)
_SHARE = re.compile(r"\d[\d.,]*\s*(?:%|phần trăm|per ?cent)")
_OF_PEOPLE = re.compile(
    rf"\b(?:{_PEOPLE}|tỷ lệ|khảo sát|điều tra|dân số|GDP|rate|survey|share of|population)\b", re.I
)
_MONEY = re.compile(
    r"\d[\d.,]*(?:\s*(?:nghìn|triệu|tỷ))?\s*đồng|VND\s*\d[\d.,]*(?:\s*(?:million|billion))?"
)
_PUBLIC = re.compile(
    r"\b(?:phạt|trợ cấp|mức hỗ trợ|trần|thiệt hại|GDP|ngân sách nhà nước|fined?|fines|allowance|"
    r"penalt(?:y|ies)|damage|state budget)\b",
    re.I,
)


def old_references_are_marked(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A law that was replaced or has expired is cited only in a sentence marked as history."""
    references = context.catalog.registry.references
    for form in words.page.forms:
        entry = references.get(form.value) if form.kind == "ref" else None
        if entry and entry.status in ENDED:
            around = _around(context, words, form)
            if around is None or not is_history(*around):
                yield _ended(form, entry, references)


def review_is_ahead(context: Context, module: Module) -> Iterator[Problem]:
    """The date by which a module must be read again is not past: an error in a release."""
    if module.review_by < context.today:
        day = module.review_by
        yield Problem(
            module.review_place,
            Message(
                f"Học phần phải được đọc lại trước {day.day}/{day.month}/{day.year}.",
                f"The module was to be reviewed by {day.day}/{day.month}/{day.year}.",
            ),
            Message(
                "Đọc lại văn bản, số liệu, số điện thoại; rồi sửa reviewed và review_by.",
                "Review laws, figures and numbers to call; then change reviewed and review_by.",
            ),
            "review-past",
            "error" if context.release else "warning",
        )


def figures_have_a_source(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A figure about people or public money has a reference in its paragraph."""
    if words.kind == "handout":
        return
    for paragraph in context.paragraphs(words.page):
        if (
            paragraph.kind not in ("text", "item")
            or "ref" in paragraph.forms
            or EXAMPLES & set(paragraph.blocks)
            or _SUM.search(paragraph.text)
        ):
            continue
        for offset, shown in _figures(paragraph):
            if paragraph.is_quoted(offset):
                continue  # somebody says it; what the page itself says is told
            yield nudge(
                "figure-source",
                paragraph.place(offset),
                (f"“{shown}” chưa có nguồn trong đoạn này.",
                 f"“{shown}” has no source in its paragraph."),
                ("Thêm [[ref:ma-nguon]] vào đoạn, hoặc bỏ con số.",
                 "Add [[ref:id]] to the paragraph, or drop the figure."),
            )  # fmt: skip


def _figures(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    for match in _COUNT.finditer(paragraph.text):
        yield match.start(), match.group().rstrip(".,")
    for pattern, subject in ((_SHARE, _OF_PEOPLE), (_MONEY, _PUBLIC)):
        for match in pattern.finditer(paragraph.text):
            if subject.search(paragraph.sentence(match.start())):
                yield match.start(), match.group().rstrip(".,")


def _around(context: Context, words: WordsPage, form: Form) -> tuple[Paragraph, int] | None:
    """Find the paragraph of a form, and the form's offset in it."""
    line = form.place.line
    for paragraph in context.paragraphs(words.page):
        rows = paragraph.text.split("\n")
        if paragraph.line <= line < paragraph.line + len(rows):
            above = sum(len(row) + 1 for row in rows[: line - paragraph.line])
            return paragraph, above + form.place.column - 1
    return None


def _ended(form: Form, entry: ReferenceShape, known: Mapping[str, ReferenceShape]) -> Problem:
    later = known.get(entry.replaced_by or "")
    vi, en = ("hết hiệu lực", "has expired")
    if entry.status == "replaced":
        vi, en = "đã bị thay thế", "was replaced"
    remedy = (
        (f"Dẫn [[ref:{later.id}]] ({later.title.vi}); kể chuyện cũ thì ghi năm trong câu.",
         f"Cite [[ref:{later.id}]] ({later.title.en}); in history give the year in the sentence.")
        if later
        else ("Kể như chuyện cũ, có năm trong câu, hoặc bỏ.",
              "Tell it as history with a year in the sentence, or drop it.")
    )  # fmt: skip
    return fault(
        "law-ended",
        form.place,
        (f"“{entry.title.vi}” {vi}.", f"“{entry.title.en}” {en}."),
        remedy,
    )
