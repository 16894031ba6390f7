"""One pass over a words file: headings, blocks, forms, links, items, and what is only code."""

from __future__ import annotations

import pytest

from sotay.page import Block, Form, Heading, Item, Link, Page, parse
from sotay.problem import Place
from sotay.source import Text

NOWHERE = Place("")


def _page(content: str) -> Page:
    return parse(Text("a.md", content))


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Tên {#ten}", Heading(1, "Tên", "ten", NOWHERE)),
        ("### Ba  {#ba }", Heading(3, "Ba", "ba", NOWHERE)),
        ("## Không mã", Heading(2, "Không mã", None, NOWHERE)),
        ("##Dính {#dinh}", Heading(2, "Dính", "dinh", NOWHERE)),
        ("## Hai {.x #hai}", Heading(2, "Hai", "hai", NOWHERE)),
    ],
)
def test_heading(line: str, heading: Heading) -> None:
    """A heading has its level, words and pinned id."""
    assert _page(line).headings == (heading,)


def test_title_is_the_first_level_or_the_path() -> None:
    """A page without title is called by its file."""
    assert (_page("# Tên {#a}").title, _page("chữ").title) == ("Tên", "a.md")


def test_block_closes_with_its_own_slashes() -> None:
    """Blocks may stand in blocks; the innermost open one closes first."""
    page = _page("//// trainer | Một\n/// ask\n///\n////\n/// say\n")
    assert [(b.type, b.title, b.slashes, b.end) for b in page.blocks] == [
        ("trainer", "Một", 4, 4),
        ("ask", "", 3, 3),
        ("say", "", 3, 0),
    ]


def test_equal_blocks_are_equal_wherever_they_stand() -> None:
    """A block is its type, title and slashes; its place does not count."""
    assert _page("/// ask\n///").blocks == (Block("ask", "", 3, NOWHERE),)


def test_forms() -> None:
    """A form has kind, value and own words."""
    assert _page("Theo [[ref:luat | Điều 1]], [[tick]] [[blank:5]]").forms == (
        Form("ref", "luat", "Điều 1", NOWHERE),
        Form("tick", "", "", NOWHERE),
        Form("blank", "5", "", NOWHERE),
    )


def test_links_and_images() -> None:
    """A link has target and words, an image is told apart, a title is not part of it."""
    page = _page('[a](b.md#c) ![Ảnh](x.svg "Tên") [một [hai]](<d.md>)')
    assert page.links == (
        Link("b.md#c", "a", False, NOWHERE),
        Link("x.svg", "Ảnh", True, NOWHERE),
        Link("d.md", "một [hai]", False, NOWHERE),
    )
    assert [link.place.column for link in page.links] == [1, 13, 33]


def test_wrapped_item_is_one() -> None:
    """An objective over two lines is one item with its id."""
    page = _page("# A {#a}\n\n## B {#b}\n\n- một\n  hai\n  {: #x }\n- ba\n  {: #y }\n")
    assert page.items("b") == (Item("x", "một hai", NOWHERE), Item("y", "ba", NOWHERE))
    assert page.items("none") == ()


def test_section_ends_at_the_next_heading_of_its_level() -> None:
    """A smaller heading belongs to the section above it."""
    page = _page("# A {#a}\n## B {#b}\n1\n### C {#c}\n2\n## D {#d}\n3\n")
    section, last = page.section("b"), page.section("d")
    assert section is not None and last is not None
    assert (section.lines, last.lines) == (("1", "### C {#c}", "2"), ("3",))


@pytest.mark.parametrize(
    "text",
    [
        "`[[ref:a]] [b](c.md) <b> {x}`",
        "``a ` [[ref:a]]``",
        "```\n[[ref:a]]\n# B\n/// ask\n[b](c.md) <b>\n```",
        "~~~ markdown\n```\n<b>\n~~~",
        "<!-- [[ref:a]]\n# B\n<b> -->",
        "a <https://b.c/d?e=f> <a@b.c>, 1 < 2 > 0",
    ],
)
def test_code_and_comments_hold_nothing(text: str) -> None:
    """In code spans, fences and comments nothing is a heading, block, form, link or tag."""
    page = _page(text)
    assert (page.headings, page.blocks, page.forms, page.links, page.tags) == ((), (), (), (), ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("```\n<b>", ["b"]),
        ("  ```\n<b>\n  ```", ["b"]),
        ("```\n````\n<b>\n", ["b"]),
        (r"\`<b>\`", ["b"]),
        ("`a\n<b>`", ["b"]),
        ("<svg/onload=x>", ["svg"]),
        ("<img\nsrc=x>", ["img"]),
        ("<!-- x", ["!"]),
        ("</B >", ["b"]),
    ],
)
def test_what_only_looks_like_code_is_not(text: str, names: list[str]) -> None:
    """A tag that a browser would read is found, whatever stands around it."""
    assert [name for name, _, _ in _page(text).tags] == names


def test_comments_leave_lines_and_columns_where_they_were() -> None:
    """What stands behind a comment keeps its place, and the comment is not staged."""
    page = _page("a <!-- x\ny --> [[tick]]\n")
    assert page.lines == ("a       ", "      [[tick]]")
    assert str(page.forms[0].place) == "a.md:2:7"
