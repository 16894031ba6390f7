"""Rules about the pair of languages: same headings, blocks, ids and links, compared by id."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from sotay.checks.context import Context, WordsPage
from sotay.checks.headings import first_astray
from sotay.page import Page
from sotay.problem import Place, Problem, fault

_IN_LANGUAGE = re.compile(r"\.[a-z]{2,3}\.svg$")


def same_headings(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """A page has the same headings, by id and level, in the same order in each language."""
    source, other = first.page, second.page
    wanted = [(h.level, h.id) for h in source.headings if h.id]
    given = [(h.level, h.id) for h in other.headings if h.id]
    if wanted == given:
        return
    lines = {h.id: h.place for h in (*source.headings, *other.headings)}
    missing = [i for i in wanted if i not in given]
    extra = [i for i in given if i not in wanted]
    for level, name in missing:
        mark = "#" * level
        yield fault(
            "heading-parity",
            Place(other.path),
            (f"Thiếu mục “{mark} … {{#{name}}}” có ở {source.path}:{lines[name].line}.",
             f"“{mark} … {{#{name}}}”, in {source.path}:{lines[name].line}, is missing."),
            ("Thêm mục đó (cùng cấp, cùng mã), hoặc bỏ ở bản kia.",
             "Add it (same level, same id), or remove it from the other language."),
        )  # fmt: skip
    for _, name in extra:
        place = next(h.place for h in other.headings if h.id == name)
        yield fault(
            "heading-parity",
            place,
            (f"Mục “{name}” không có ở {source.path}.",
             f"The heading “{name}” is not in {source.path}."),
            ("Thêm vào bản kia, hoặc bỏ ở đây.", "Add it there, or remove it here."),
        )  # fmt: skip
    if not missing and not extra:
        order = ", ".join(name for _, name in wanted)
        here, there = [name for _, name in given], [name for _, name in wanted]
        yield fault(
            "heading-parity",
            first_astray(other, here, there),
            ("Các mục không cùng thứ tự với bản kia.",
             "The headings are not in the other language's order."),
            (f"Thứ tự: {order}.", f"The order is: {order}."),
        )  # fmt: skip


def same_blocks(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Each section has the same blocks in the same order."""
    source, other = first.page, second.page
    wanted, given = _blocks(source), _blocks(other)
    for name, kinds in wanted.items():
        found = given.get(name)
        if found is not None and found != kinds:
            place = next((h.place for h in other.headings if h.id == name), Place(other.path))
            yield fault(
                "block-parity",
                place,
                (f"Khối ở đây: {', '.join(found) or '–'}; ở {source.path}: "
                 f"{', '.join(kinds) or '–'}.",
                 f"Blocks here: {', '.join(found) or '–'}; in {source.path}: "
                 f"{', '.join(kinds) or '–'}."),
                (f"Khác ở: {_difference(kinds, found)}. Làm cho hai bản như nhau.",
                 f"They differ at: {_difference(kinds, found)}. Make both the same."),
            )  # fmt: skip


def same_forms(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Each section names the same laws, numbers, blanks and boxes in each language."""
    yield from _same_counts(first.page, second.page, "form-parity", _forms)


def same_links(context: Context, first: WordsPage, second: WordsPage) -> Iterator[Problem]:
    """Each section has the same links and images in each language."""
    yield from _same_counts(first.page, second.page, "link-parity", _links)


def _section_of(page: Page, line: int) -> str:
    """Name the heading that a line stands under."""
    name = ""
    for heading in page.headings:
        if heading.place.line > line:
            break
        name = heading.id or name
    return name


def _blocks(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {h.id: [] for h in page.headings if h.id}
    for block in page.blocks:
        found.setdefault(_section_of(page, block.place.line), []).append(block.type)
    return found


def _forms(page: Page) -> list[tuple[str, int]]:
    # Terms are free: a language may say a pronoun where the other repeats the term.
    return [
        (f"[[{f.kind}:{f.value}]]" if f.value else f"[[{f.kind}]]", f.place.line)
        for f in page.forms
        if f.kind != "term"
    ]


def _links(page: Page) -> list[tuple[str, int]]:
    return [(_neutral(link.target), link.place.line) for link in page.links]


def _neutral(target: str) -> str:
    """Take the language out of an image's name: `x.en.svg` pairs with `x.svg`."""
    return _IN_LANGUAGE.sub(".svg", target)


def _same_counts(source: Page, other: Page, code: str, listing: object) -> Iterator[Problem]:
    """Compare what `listing` gives for both pages, section by section."""
    assert callable(listing)
    wanted, given = _by_section(source, listing(source)), _by_section(other, listing(other))
    for name in {**wanted, **given}:
        missing = wanted.get(name, Counter()) - given.get(name, Counter())
        extra = given.get(name, Counter()) - wanted.get(name, Counter())
        if not missing and not extra:
            continue
        heading = next((h for h in other.headings if h.id == name), None)
        if heading is None:
            continue
        lack, more = ", ".join(missing.elements()) or "–", ", ".join(extra.elements()) or "–"
        yield fault(
            code,
            heading.place,
            (f"So với {source.path}: thiếu {lack}; thừa {more}.",
             f"Against {source.path}: missing {lack}; extra {more}."),
            ("Hai bản phải dẫn cùng những thứ này trong cùng mục.",
             "Both languages must name the same in the same section."),
        )  # fmt: skip


def _by_section(page: Page, found: list[tuple[str, int]]) -> dict[str, Counter[str]]:
    sections: dict[str, Counter[str]] = {}
    for name, line in found:
        sections.setdefault(_section_of(page, line), Counter())[name] += 1
    return sections


def _difference(wanted: list[str], given: list[str]) -> str:
    changes = SequenceMatcher(a=wanted, b=given, autojunk=False).get_opcodes()
    parts = [
        f"{' '.join(wanted[a:b]) or '–'} ≠ {' '.join(given[c:d]) or '–'}"
        for tag, a, b, c, d in changes
        if tag != "equal"
    ]
    return "; ".join(parts)
