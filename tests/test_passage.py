"""Sections and their fingerprints: what counts as the same words."""

from __future__ import annotations

import unicodedata

import pytest

from sotay.page import parse
from sotay.passage import Passage, passages, plain
from sotay.source import Text

PAGE = """\
# Dựng chuồng {#the-coop}

Buổi này đi thăm.

## Đi một vòng {#walk-round}

Xem chuồng hàng xóm.

### Hỏi thăm {#asking}

- Hỏi chủ nhà.
"""


def _cut(text: str) -> tuple[Passage, ...]:
    return passages(parse(Text("modules/x/vi/the-coop.md", text)), "the-coop.md")


def _hash(body: str, title: str = "Đi một vòng") -> str:
    return _cut(f"# Tên {{#ten}}\n\n## {title} {{#muc}}\n\n{body}\n\n## Sau {{#sau}}\n\nx\n")[
        1
    ].hash


def test_page_without_a_pinned_heading_has_no_sections() -> None:
    """A page whose headings have lost their ids is told by the checks; here it is only empty."""
    assert _cut("Không có tiêu đề.\n") == ()
    assert _cut(" # Tên {#ten}\n\n## Mục\n") == ()


def test_text_runs_to_the_next_heading_of_any_level() -> None:
    """The introduction belongs to the title; a smaller heading begins a section of its own."""
    assert [(p.id, p.text, p.place.line) for p in _cut(PAGE)] == [
        ("the-coop", "Dựng chuồng\n\nBuổi này đi thăm.", 1),
        ("walk-round", "Đi một vòng\n\nXem chuồng hàng xóm.", 5),
        ("asking", "Hỏi thăm\n\n- Hỏi chủ nhà.", 9),
    ]


def test_heading_without_an_id_begins_no_section() -> None:
    """Its words stay with the section above."""
    text = PAGE.replace(" {#walk-round}", "")
    assert [p.id for p in _cut(text)] == ["the-coop", "asking"]
    assert "## Đi một vòng" in _cut(text)[0].text


def test_hash_is_sixteen_digits_of_sha256() -> None:
    """The fingerprint of given words never changes: locks of all years can be compared."""
    assert _cut(PAGE)[1].hash == "f85bf344f9693b99"


SAME = {
    "soft wrap": ("Một câu dài\nviết hai dòng.", "Một câu dài viết hai dòng."),
    "wrapped item": ("- Một việc\n  phải làm.\n- Hai.", "- Một việc phải làm.\n- Hai."),
    "trailing blanks": ("Một câu.  \nHai câu.\t", "Một câu.\nHai câu."),
    "runs of blanks": ("Một   câu  dài.", "Một câu dài."),
    "empty lines": ("Một.\n\n\n\nHai.", "Một.\n\nHai."),
    "line ends": ("Một.\r\n\r\nHai.", "Một.\n\nHai."),
    "decomposed": (unicodedata.normalize("NFD", "Bảo vệ trẻ em."), "Bảo vệ trẻ em."),
    "comment": ("Một câu. <!-- sửa sau -->", "Một câu."),
    "padding of a table": ("| a | bb |\n|---|----|\n| 1 |  2 |", "|a|bb|\n| - | - |\n|1|2|"),
    "blank in a block": ("/// say\n\nChào.\n\n///", "/// say\nChào.\n///"),
    "tab for an indent": ("- a\n\n\t- b", "- a\n\n    - b"),
}


@pytest.mark.parametrize("one, other", SAME.values(), ids=SAME)
def test_same_words(one: str, other: str) -> None:
    """Form alone does not change the fingerprint."""
    assert _hash(one) == _hash(other)


DIFFERENT = {
    "word": ("Một câu.", "Hai câu."),
    "tone mark": ("Một cau.", "Một câu."),
    "capital": ("một câu.", "Một câu."),
    "link": ("[a](b.md)", "[a](c.md)"),
    "image": ("![a](../images/b.svg)", "![a](../images/c.svg)"),
    "reference": ("[[ref:law-a]]", "[[ref:law-b]]"),
    "bold": ("Một **câu**.", "Một câu."),
    "block": ("/// say\nChào.\n///", "/// ask\nChào.\n///"),
    "new item": ("- Một hai.", "- Một\n- hai."),
    "new paragraph": ("Một. Hai.", "Một.\n\nHai."),
    "nested item": ("- a\n\n    - b", "- a\n\n- b"),
    "alignment of a table": ("|a|b|\n|-|-|\n|1|2|", "|a|b|\n|-|-:|\n|1|2|"),
    "blanks in code": ("```\na  b\n```", "```\na b\n```"),
    "lines of code": ("```\na\nb\n```", "```\na b\n```"),
}


@pytest.mark.parametrize("one, other", DIFFERENT.values(), ids=DIFFERENT)
def test_different_words(one: str, other: str) -> None:
    """What a reader sees or follows does."""
    assert _hash(one) != _hash(other)


def test_title_counts_and_level_does_not() -> None:
    """A renamed heading is changed words; its level is compared by a check of its own."""
    assert _hash("x") != _hash("x", "Đi hai vòng")
    deeper = PAGE.replace("## Đi", "### Đi")
    assert _cut(deeper)[1].hash == _cut(PAGE)[1].hash


def test_moved_section_keeps_its_hash() -> None:
    """Where on the page a section stands does not matter."""
    first, second = "## A {#a}\n\nMột.\n\n", "## B {#b}\n\nHai.\n\n"
    one = {p.id: p.hash for p in _cut(f"# T {{#t}}\n\n{first}{second}")}
    assert one == {p.id: p.hash for p in _cut(f"# T {{#t}}\n\n{second}{first}")}


def test_plain_form_of_everything() -> None:
    """The text that is compared, whole."""
    lines = [
        "Một câu", "rất dài.", "", "", "- Việc một,", "  còn nữa.", "  {: #one }", "- Việc hai.",
        "", "/// case | Em bé", "", "Em ngồi", "một mình.", "", "///", "", "| a | b |", "|---|---|",
        "| 1 |2|", "", "```", "x  = 1", "```",
    ]  # fmt: skip
    assert plain(lines).split("\n") == [
        "Một câu rất dài.", "", "- Việc một, còn nữa.", "  {: #one }", "- Việc hai.",
        "/// case | Em bé", "Em ngồi một mình.", "///", "| a | b |", "| --- | --- |",
        "| 1 | 2 |", "", "```", "x  = 1", "```",
    ]  # fmt: skip
