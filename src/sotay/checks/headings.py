"""Rules about headings: they carry the ids by which the two languages are paired."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sotay.checks.context import Context, WordsPage
from sotay.page import Page
from sotay.problem import Place, Problem, fault

INDEX_SECTIONS = ("summary", "objectives", "for-whom", "before-you-start", "key-messages")
"""Sections that every module's index page has, in this order."""
RESERVED = frozenset(
    {"session-plan", "materials", "sessions", "downloads", "references", "contacts",
     "handouts-list", "facts"}
)  # fmt: skip
"""Ids of headings that the program writes."""
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def one_title_first(context: Context, words: WordsPage) -> Iterator[Problem]:
    """The first line is the only level-1 heading, and carries the page's id."""
    titles = [h for h in words.page.headings if h.level == 1]
    path = words.page.path
    if not titles or titles[0].place.line != 1:
        pin = words.title_id or "ma-trang"
        yield fault(
            "title",
            Place(path, 1),
            ("Dòng đầu phải là tiêu đề trang.", "The first line must be the page's title."),
            (f"Viết dòng đầu: # Tên trang {{#{pin}}}", f"Begin with: # Title {{#{pin}}}"),
        )
    for extra in titles[1:]:
        yield fault(
            "title",
            extra.place,
            ("Mỗi trang chỉ có một tiêu đề cấp 1.", "A page has one level-1 heading."),
            ("Đổi thành ## (cấp 2).", "Make it ## (level 2)."),
        )
    if titles and words.title_id and titles[0].id not in (None, words.title_id):
        yield fault(
            "title",
            titles[0].place,
            (f"Mã tiêu đề là “{titles[0].id}”.", f"The title's id is “{titles[0].id}”."),
            (f"Viết {{#{words.title_id}}}.", f"Write {{#{words.title_id}}}."),
        )


def ids_are_pinned(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Every heading ends with {#id}, in lower-case letters without marks."""
    for heading in words.page.headings:
        if heading.id is None:
            yield fault(
                "heading-id",
                heading.place,
                (f"Tiêu đề “{heading.title}” chưa có mã.",
                 f"The heading “{heading.title}” has no id."),
                ("Thêm {#ma-cua-muc} ở cuối dòng, giống bản ngôn ngữ kia.",
                 "Add {#the-id} at the end of the line, as in the other language."),
            )  # fmt: skip
        elif not _KEBAB.fullmatch(heading.id):
            yield fault(
                "heading-id",
                heading.place,
                (f"Mã “{heading.id}” có ký tự lạ.", f"The id “{heading.id}” has odd letters."),
                ("Chỉ dùng a–z, 0–9 và gạch ngang.", "Use only a–z, 0–9 and hyphens."),
            )
        elif words.module and heading.id in RESERVED:
            yield fault(
                "heading-id",
                heading.place,
                (f"Mã “{heading.id}” dành cho chương trình.",
                 f"The id “{heading.id}” is kept for the program."),
                ("Chọn mã khác.", "Choose another id."),
            )  # fmt: skip


def ids_are_unique(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No id stands twice on a page."""
    first: dict[str, int] = {}
    for heading in words.page.headings:
        if heading.id in first:
            yield fault(
                "heading-doubled",
                heading.place,
                (f"Mã “{heading.id}” đã dùng ở dòng {first[heading.id]}.",
                 f"The id “{heading.id}” is used on line {first[heading.id]} already."),
                ("Đặt mã khác cho một trong hai.", "Give one of the two another id."),
            )  # fmt: skip
        elif heading.id:
            first[heading.id] = heading.place.line


def index_has_its_sections(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A module's index page has its five sections in order."""
    if words.kind != "index":
        return
    present = [h.id for h in words.page.headings if h.level == 2 and h.id in INDEX_SECTIONS]
    for wanted in INDEX_SECTIONS:
        if wanted not in present:
            yield fault(
                "index-section",
                Place(words.page.path),
                (f"Thiếu mục {{#{wanted}}}.", f"The section {{#{wanted}}} is missing."),
                (f"Thêm một tiêu đề cấp 2 có mã {{#{wanted}}}.",
                 f"Add a level-2 heading with the id {{#{wanted}}}."),
            )  # fmt: skip
    wanted_order = sorted(present, key=INDEX_SECTIONS.index)
    if wanted_order != present:
        order = ", ".join(INDEX_SECTIONS)
        yield fault(
            "index-section",
            first_astray(words.page, present, wanted_order),
            ("Các mục của trang chưa đúng thứ tự.", "The page's sections are out of order."),
            (f"Thứ tự: {order}.", f"The order is: {order}."),
        )


def objectives_have_words(context: Context, words: WordsPage) -> Iterator[Problem]:
    """The objectives' list has each objective of module.yml once, in order."""
    if words.kind != "index" or words.module is None:
        return
    given = [item.id for item in words.page.items("objectives")]
    wanted = list(words.module.objectives)
    section = words.page.section("objectives")
    if section and given != wanted:
        yield fault(
            "objectives",
            section.place,
            (f"Mục tiêu ở đây: {', '.join(given) or '–'}. Trong module.yml: {', '.join(wanted)}.",
             f"Objectives here: {', '.join(given) or '–'}. In module.yml: {', '.join(wanted)}."),
            ("Viết đủ, đúng thứ tự; dưới mỗi ý một dòng “  {: #ma }”.",
             "Write them all, in order; under each item a line “  {: #id }”."),
        )  # fmt: skip


def activities_match(context: Context, words: WordsPage) -> Iterator[Problem]:
    """The level-2 headings of a session are its activities, in order."""
    if words.session is None:
        return
    wanted = [a.id for a in words.session.activities]
    headings = {h.id: h for h in words.page.headings if h.level == 2 and h.id}
    for name, heading in headings.items():
        if name not in wanted:
            yield fault(
                "activity-unknown",
                heading.place,
                (f"module.yml không có hoạt động “{name}”.",
                 f"module.yml has no activity “{name}”."),
                (f"Dùng một trong: {', '.join(wanted)}; mục nhỏ thì dùng ###.",
                 f"Use one of: {', '.join(wanted)}; use ### for a smaller part."),
            )  # fmt: skip
    for name in wanted:
        if name not in headings:
            yield fault(
                "activity-missing",
                Place(words.page.path),
                (f"Chưa có lời cho hoạt động “{name}”.", f"The activity “{name}” has no words."),
                (f"Thêm tiêu đề: ## Tên hoạt động {{#{name}}}",
                 f"Add the heading: ## Name {{#{name}}}"),
            )  # fmt: skip
    common = [name for name in headings if name in wanted]
    in_order = [name for name in wanted if name in headings]
    if common != in_order:
        yield fault(
            "activity-order",
            first_astray(words.page, common, in_order),
            ("Các hoạt động không theo thứ tự của module.yml.",
             "The activities are not in the order of module.yml."),
            (f"Thứ tự: {', '.join(wanted)}.", f"The order is: {', '.join(wanted)}."),
        )  # fmt: skip


def first_astray(page: Page, given: Sequence[str], wanted: Sequence[str]) -> Place:
    """Give the place of the first heading that stands where another should."""
    astray = next((g for g, w in zip(given, wanted, strict=False) if g != w), None)
    places = (h.place for h in page.headings if h.id == astray)
    return next(places, Place(page.path))
