"""Rules about words: what the glossary asks to avoid, and its pairs of terms."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.checks.context import Context, WordsPage
from sotay.checks.prose import Paragraph
from sotay.page import Page
from sotay.problem import Problem, fault, nudge
from sotay.registry import in_language

QUOTING = frozenset({"trainer", "say", "answer", "case", "ask"})
"""Blocks in which an avoided word may stand in quotation marks: somebody said it."""


def no_avoided_words(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A word that the glossary avoids stands only in an `avoid` block, or quoted in a talk."""
    lexicon = context.lexicon(words.language)
    for word, paragraph, offset in _told(context, words):
        if term := lexicon.avoided.get(word):
            better = in_language(term.term, words.language)
            yield fault(
                "word-avoided",
                paragraph.place(offset),
                (f"Không dùng “{word}”.", f"Do not use “{word}”."),
                (f"Viết “{better}” hoặc cách nói khác; dạy về lời này thì đặt trong /// avoid.",
                 f"Write “{better}” or say it otherwise; to teach about it use /// avoid."),
            )  # fmt: skip


def doubtful_words_are_looked_at(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A word that is wrong in one sense only is told as a warning, for people to judge."""
    lexicon = context.lexicon(words.language)
    for word, paragraph, offset in _told(context, words):
        if word in lexicon.doubtful and word not in lexicon.avoided:
            term, condition = lexicon.doubtful[word]
            better = in_language(term.term, words.language)
            yield nudge(
                "word-doubtful",
                paragraph.place(offset),
                (f"“{word}” không nên dùng ({condition}).", f"Avoid “{word}” ({condition})."),
                (f"Xem lại nghĩa; nếu đúng nghĩa ấy thì viết “{better}”.",
                 f"Look at the sense; if it is that one, write “{better}”."),
            )  # fmt: skip


def terms_are_paired(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Where a Vietnamese section uses a glossary term, the English one uses its English term."""
    pages = {words.language: words.page for words in (first, second)}
    if set(pages) == {"vi", "en"}:
        yield from _unpaired(context, pages["vi"], pages["en"])


def _told(context: Context, words: WordsPage) -> Iterator[tuple[str, Paragraph, int]]:
    """Give the glossary's words that stand as the page's own words, or quoted without reason."""
    for paragraph in context.paragraphs(words.page):
        if "avoid" in paragraph.blocks:
            continue
        for word, offset in context.glossed(paragraph, words.language):
            quoting = QUOTING & set(paragraph.blocks) and paragraph.is_quoted(offset)
            if not quoting:
                yield word, paragraph, offset


def _unpaired(context: Context, vi: Page, en: Page) -> Iterator[Problem]:
    vietnamese, english = context.lexicon("vi"), context.lexicon("en")
    said: dict[str, set[str]] = {}
    for paragraph in context.paragraphs(en):
        here = said.setdefault(paragraph.section, set())
        for word, _ in context.glossed(paragraph, "en"):
            here |= english.names.get(word, set())
    named = _named(en)
    told: set[tuple[str, str]] = set()
    for paragraph in context.paragraphs(vi):
        known = said.get(paragraph.section)
        if known is None or "avoid" in paragraph.blocks:
            continue
        for word, offset in context.glossed(paragraph, "vi"):
            ids = vietnamese.names.get(word, set())
            reached = known | named.get(paragraph.section, set())
            if " " in word and ids and not ids & reached and (paragraph.section, word) not in told:
                told.add((paragraph.section, word))
                yield _missing_term(context, paragraph, offset, word, min(ids), en)


def _named(page: Page) -> dict[str, set[str]]:
    """Give the ids of the terms that each section names in a form."""
    found: dict[str, set[str]] = {}
    for form in page.forms:
        if form.kind == "term":
            heading = [h.id or "" for h in page.headings if h.place.line <= form.place.line]
            found.setdefault(heading[-1] if heading else "", set()).add(form.value)
    return found


def _missing_term(
    context: Context, paragraph: Paragraph, offset: int, word: str, term_id: str, en: Page
) -> Problem:
    term = context.catalog.registry.terms[term_id]
    return nudge(
        "term-pair",
        paragraph.place(offset),
        (f"Mục này dùng “{word}”, nhưng mục “{paragraph.section}” ở {en.path} không có "
         f"“{term.term.en}”.",
         f"This section says “{word}”, but “{paragraph.section}” in {en.path} does not say "
         f"“{term.term.en}”."),
        (f"Dùng “{term.term.en}” hoặc một cách nói có trong data/glossary.yml ({term.id}).",
         f"Use “{term.term.en}” or a variant from data/glossary.yml ({term.id})."),
    )  # fmt: skip
