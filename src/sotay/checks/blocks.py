"""Rules about blocks and raw HTML: what is not known would be printed as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from sotay.checks.context import Context, WordsPage
from sotay.dialect import ALLOWED_TAGS
from sotay.problem import Place, Problem, fault

_HANDLER = re.compile(r"\son\w+\s*=", re.I)
_PIN = re.compile(r"(?<=\s)\{#[^\s{}=]+\}\s*$|^\s+\{:\s*#[^\s{}=]+\s*\}\s*$")
_BRACES = re.compile(r"\{(?:[:#.]|(?=.*=.*\}))")
_OPEN_CODE = re.compile(r"(?<!\\)(?:\\\\)*`|^\s*~~~")


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
        if block.type == "lines" and not is_count(number, 30):
            yield fault(
                "lines-number",
                block.place,
                ("Khối lines chưa ghi số dòng.", "The block does not say how many lines."),
                ("Viết: /// lines | 5", "Write: /// lines | 5"),
            )


def is_count(text: str, most: int) -> bool:
    """Whether the text is a whole number from 1 to `most`, which has at most two digits."""
    return len(text) <= 2 and text.isdecimal() and 1 <= int(text) <= most


def blocks_have_no_options(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No indented line follows a block's first line: it would be read as the block's options.

    With options that it does not know, pymdownx prints the whole block as plain text for all
    readers; with those that it knows, an author could write a script into the page.
    """
    for block in words.page.blocks:
        below = words.page.lines[block.place.line : block.place.line + 1]
        if below and below[0].strip() and below[0].startswith(("    ", "\t")):
            yield fault(
                "block-options",
                Place(words.page.path, block.place.line + 1, 1),
                ("Dòng thụt vào ngay dưới dòng mở khối làm hỏng cả khối.",
                 "An indented line just below a block's first line breaks the block."),
                ("Thêm một dòng trống ở trên, hoặc bỏ thụt lề.",
                 "Add an empty line above it, or do not indent it."),
            )  # fmt: skip


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


def braces_hold_only_ids(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Braces pin an id to a heading or an objective, and nothing else: no styles, no scripts."""
    for number, line in enumerate(words.page.prose, 1):
        if "{" in line and (match := _BRACES.search(_PIN.sub("", line))):
            yield fault(
                "attributes",
                Place(words.page.path, number, match.start() + 1),
                ("Trong ngoặc nhọn chỉ được ghi mã.", "Braces may hold only an id."),
                ("Viết {#ma} ở cuối tiêu đề, hoặc một dòng “  {: #ma }” dưới mục tiêu.",
                 "Write {#id} at a heading's end, or a line “  {: #id }” under an objective."),
            )  # fmt: skip


def code_is_closed(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Code between backticks ends on its line, and a fence ends with an equal line."""
    for number, line in enumerate(words.page.prose, 1):
        if ("`" in line or "~" in line) and (match := _OPEN_CODE.search(line)):
            yield fault(
                "code-open",
                Place(words.page.path, number, match.end()),
                ("Đoạn mã mở ở đây chưa đóng.", "The code that opens here is not closed."),
                ("Đóng ngay trên dòng đó; khối ``` viết sát lề và đóng bằng dòng giống hệt.",
                 "Close it on that line; a ``` fence is not indented and ends with an equal line."),
            )  # fmt: skip
