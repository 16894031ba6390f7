"""Rules about Markdown that looks right in an editor and comes out wrong on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.checks.context import Context, WordsPage
from sotay.problem import Place, Problem, fault

_ITEM = re.compile(r"^(\s*)(?:[-*+]|\d+\.)\s+\S")
_TABLE = re.compile(r"^\s*\|.*\|\s*$")
_UNDERLINE = re.compile(r"^(?:=+|-+)\s*$")
_OTHER = re.compile(r"^\s*($|\{:|\||#|/{3,}|<!--)")


def lists_are_lists(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A list or table has an empty line before it, and nesting is four spaces deep."""
    inside = False
    before = ""
    for number, line in enumerate(words.page.prose, 1):
        item = _ITEM.match(line)
        starts = bool(item and not inside) or bool(_TABLE.match(line) and not _TABLE.match(before))
        if starts and not _OTHER.match(before):
            yield fault(
                "list-glued",
                Place(words.page.path, number, 1),
                ("Danh sách hoặc bảng dính vào dòng trên nên sẽ chạy thành một đoạn.",
                 "The list or table touches the line above and would run into one paragraph."),
                ("Thêm một dòng trống ở trên.", "Add an empty line above."),
            )  # fmt: skip
        if item and len(item[1]) % 4:
            yield fault(
                "list-indent",
                Place(words.page.path, number, 1),
                (f"Mục con thụt {len(item[1])} dấu cách.",
                 f"The nested item is indented by {len(item[1])} spaces."),
                ("Thụt đúng 4 dấu cách cho mỗi cấp.", "Indent by exactly 4 spaces per level."),
            )  # fmt: skip
        inside = bool(line.strip()) and (inside or bool(item))
        before = line


def headings_have_hashes(context: Context, words: WordsPage) -> Iterator[Problem]:
    """A line of === or --- right below text would make a heading that no id can be pinned to."""
    before = ""
    for number, line in enumerate(words.page.prose, 1):
        if _UNDERLINE.match(line) and before.strip():
            yield fault(
                "heading-underline",
                Place(words.page.path, number, 1),
                ("Dòng gạch này biến dòng trên thành tiêu đề.",
                 "This line makes the line above a heading."),
                ("Viết tiêu đề bằng ##; muốn kẻ ngang thì để một dòng trống ở trên.",
                 "Write headings with ##; leave an empty line above a rule."),
            )  # fmt: skip
        before = line
