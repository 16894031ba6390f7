"""The rule that both languages of a section give the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sotay.checks.context import Context, WordsPage
from sotay.checks.figures import LANGUAGES, Figure, figures, number_words
from sotay.checks.prose import Paragraph
from sotay.page import Page
from sotay.problem import Place, Problem, fault


@dataclass(frozen=True)
class _Side:
    """One page's paragraphs by section."""

    page: Page
    language: str
    sections: dict[str, list[Paragraph]]

    def figures(self, section: str) -> list[tuple[Figure, Paragraph]]:
        """Give the section's figures, each with its paragraph."""
        found = self.sections.get(section, ())
        return [entry for paragraph in found for entry in _figures(paragraph, self)]

    def words(self, section: str) -> Counter[str]:
        """Count the section's numbers that stand as words."""
        total: Counter[str] = Counter()
        for paragraph in self.sections.get(section, ()):
            total += number_words(paragraph.text, self.language)
        return total


def same_facts(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Each section gives the same numbers, minutes, dates, sums and shares in each language."""
    here, there = _side(context, first), _side(context, second)
    if {here.language, there.language} <= LANGUAGES:
        for section in here.sections:
            if section in there.sections:
                yield from _compared(here, there, section)


def _side(context: Context, words: WordsPage) -> _Side:
    sections: dict[str, list[Paragraph]] = {}
    for paragraph in context.paragraphs(words.page):
        sections.setdefault(paragraph.section, []).append(paragraph)
    return _Side(words.page, words.language, sections)


def _compared(first: _Side, second: _Side, section: str) -> Iterator[Problem]:
    wanted, given = first.figures(section), second.figures(section)
    there = Counter(figure.value for figure, _ in wanted)
    here = Counter(figure.value for figure, _ in given)
    if there == here:
        return
    missing, extra = there - here, here - there
    spare, spare_there = second.words(section), first.words(section)
    lack = sorted(_unexcused(missing, spare, spare_there).elements())
    more = sorted(_unexcused(extra, spare_there, spare).elements())
    if lack or more:
        source, mine = first.sections[section][0], second.sections[section][0]
        if pair := _odd_pair(first, second, section, lack, more):
            source, mine = pair
            wanted, given = _figures(source, first), _figures(mine, second)
        place = _first(given, more) or mine.place(mine.column - 1)
        origin = _first(wanted, lack) or source.place()
        yield fault(
            "fact-parity",
            place,
            (f"Con số ở mục này khác {origin.path}:{origin.line}: "
             f"thiếu {', '.join(lack) or '–'}; thừa {', '.join(more) or '–'}.",
             f"The figures of this section differ from {origin.path}:{origin.line}: "
             f"missing {', '.join(lack) or '–'}; extra {', '.join(more) or '–'}."),
            ("So hai bản, sửa con số sai. Mỗi ngôn ngữ viết theo lối của mình.",
             "Compare both and correct the wrong one. Each language keeps its own way of writing."),
        )  # fmt: skip


def _unexcused(odd: Counter[str], words: Counter[str], own: Counter[str]) -> Counter[str]:
    """Leave out what the other side says in words: “3” here, “three” there."""
    return odd - Counter({v: max(0, words[v.rstrip("%")] - own[v.rstrip("%")]) for v in odd})


def _odd_pair(
    first: _Side, second: _Side, section: str, lack: list[str], more: list[str]
) -> tuple[Paragraph, Paragraph] | None:
    """Find the paragraph whose own figures differ, when the section has the same ones in both."""
    here, there = second.sections[section], first.sections[section]
    if [p.kind for p in here] != [p.kind for p in there]:
        return None
    for source, mine in zip(there, here, strict=True):
        wanted = Counter(figure.value for figure, _ in _figures(source, first))
        given = Counter(figure.value for figure, _ in _figures(mine, second))
        if set(lack) & set(wanted - given) or set(more) & set(given - wanted):
            return source, mine
    return None


def _figures(paragraph: Paragraph, side: _Side) -> list[tuple[Figure, Paragraph]]:
    return [(figure, paragraph) for figure in figures(paragraph.text, side.language)]


def _first(found: list[tuple[Figure, Paragraph]], values: list[str]) -> Place | None:
    """Find the first figure of one of the values."""
    places = (p.place(figure.start) for figure, p in found if figure.value in values)
    return next(places, None)
