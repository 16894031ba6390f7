"""The rule that both languages of a section have the same tables and lists."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.checks.context import Context, WordsPage
from sotay.checks.prose import Paragraph
from sotay.page import Page
from sotay.problem import Place, Problem, fault


def same_shapes(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Each section has tables of the same rows and columns and lists of the same length."""
    source, other = first.page, second.page
    there = _sections(context.paragraphs(source))
    for section, here in _sections(context.paragraphs(other)).items():
        if section not in there:
            continue
        wanted, given = _shapes(there[section], source), _shapes(here, other)
        if [s for s, _ in wanted] != [s for s, _ in given]:
            yield _shape_problem(wanted, given, source, here[0])


def _sections(found: tuple[Paragraph, ...]) -> dict[str, list[Paragraph]]:
    sections: dict[str, list[Paragraph]] = {}
    for paragraph in found:
        sections.setdefault(paragraph.section, []).append(paragraph)
    return sections


def _shapes(found: list[Paragraph], page: Page) -> list[tuple[str, Place]]:
    """Describe each table (rows×columns) and list (items) of a section."""
    groups: list[list[Paragraph]] = []
    last: Paragraph | None = None
    for paragraph in found:
        if last and _goes_on(last, paragraph, page):
            groups[-1].append(paragraph)
        elif paragraph.kind in ("row", "item"):
            groups.append([paragraph])
        last = paragraph
    return [(_shape(group, page), group[0].place()) for group in groups]


def _shape(group: list[Paragraph], page: Page) -> str:
    if group[0].kind == "item":
        return str(len(group))
    lines = [page.prose[row.line - 1].strip() for row in group]
    return f"{len(group)}×{max(line.strip('|').count('|') + 1 for line in lines)}"


def _goes_on(last: Paragraph, paragraph: Paragraph, page: Page) -> bool:
    """Whether a row or an item belongs to the table or list of the one before it."""
    if last.kind not in ("row", "item"):
        return False
    if last.kind != paragraph.kind or last.blocks != paragraph.blocks:
        return False
    between = page.prose[last.line : paragraph.line - 1]
    return last.kind == "item" or all(line.strip() for line in between)


def _shape_problem(
    wanted: list[tuple[str, Place]], given: list[tuple[str, Place]], source: Page, head: Paragraph
) -> Problem:
    odd = next((place for n, (shape, place) in enumerate(given)
                if n >= len(wanted) or wanted[n][0] != shape), head.place())  # fmt: skip
    there = ", ".join(shape for shape, _ in wanted) or "–"
    here = ", ".join(shape for shape, _ in given) or "–"
    return fault(
        "shape-parity",
        odd,
        (f"Bảng (hàng×cột) và danh sách (số mục) ở đây: {here}; ở {source.path}: {there}.",
         f"Tables (rows×columns) and lists (items) here: {here}; in {source.path}: {there}."),
        ("Làm cho hai bản có cùng bảng, cùng số hàng, số cột, số mục.",
         "Give both the same tables, rows, columns and list items."),
    )  # fmt: skip
