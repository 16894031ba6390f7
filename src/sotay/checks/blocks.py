"""Rules about blocks and raw HTML: what is not known would be printed as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from sotay.checks.context import Context, WordsPage
from sotay.dialect import ALLOWED_TAGS
from sotay.problem import Problem, fault

_HANDLER = re.compile(r"\son\w+\s*=", re.I)


def blocks_are_known(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Only the blocks of the format are used; pymdownx prints others as plain text."""
    known = sorted(context.dialect.author_types)
    for block in words.page.blocks:
        if block.type not in known:
            near = get_close_matches(block.type, known, 1, 0.6)
            choices = ", ".join(known)
            yield fault(
                "block-unknown",
                block.place,
                (f"Không có khối “{block.type}”.", f"There is no block “{block.type}”."),
                (f"Có phải “{near[0]}” không?", f"Did you mean “{near[0]}”?")
                if near
                else (f"Các khối: {choices}.", f"The blocks are: {choices}."),
            )


def blocks_are_closed(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Every block ends with a line of as many slashes; an open one swallows the page."""
    for block in words.page.blocks:
        if not block.end:
            slashes = "/" * block.slashes
            yield fault(
                "block-open",
                block.place,
                (f"Khối “{block.type}” chưa đóng.", f"The block “{block.type}” is not closed."),
                (f"Thêm một dòng {slashes} sau khối.", f"Add a line {slashes} after it."),
            )
    for place in words.page.stray_slashes:
        yield fault(
            "block-stray",
            place,
            ("Dòng /// này không mở, không đóng khối nào.",
             "This line of /// neither opens nor closes a block."),
            ("Mở khối bằng “/// tên”, đóng bằng “///” cùng số gạch.",
             "Open with “/// name” and close with as many slashes."),
        )  # fmt: skip


def lines_have_a_number(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A `lines` block says how many write-in lines it gives, 1 to 30."""
    for block in words.page.blocks:
        number = block.title.partition("|")[0].strip()
        if block.type == "lines" and not (number.isdigit() and 1 <= int(number) <= 30):
            yield fault(
                "lines-number",
                block.place,
                ("Khối lines chưa ghi số dòng.", "The block does not say how many lines."),
                ("Viết: /// lines | 5", "Write: /// lines | 5"),
            )


def handout_blocks_match(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A handout block names a handout of the module."""
    if words.module is None:
        return
    known = [h.id for h in words.module.handouts]
    for block in words.page.blocks:
        if block.type == "handout" and block.title not in known:
            yield fault(
                "handout-unknown",
                block.place,
                (f"Không có tài liệu phát tay “{block.title}”.",
                 f"There is no handout “{block.title}”."),
                (f"Dùng một trong: {', '.join(known)}.", f"Use one of: {', '.join(known)}."),
            )  # fmt: skip


def raw_html_is_allowed(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Raw HTML is a danger and breaks in print; only `<br>` is allowed."""
    for name, attributes, place in words.page.tags:
        if name not in ALLOWED_TAGS or attributes.strip(" /") or _HANDLER.search(attributes):
            yield fault(
                "raw-html",
                place,
                (f"Thẻ HTML <{name}> không được dùng.", f"The HTML tag <{name}> is not allowed."),
                ("Xóa thẻ; dùng Markdown hoặc một khối /// có sẵn.",
                 "Delete it; use Markdown or one of the /// blocks."),
            )  # fmt: skip
