"""Trees become calls with string arguments; the whole book is kept as a golden file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import book_sample
from sotay import pdf
from sotay.columns import shares
from sotay.edition import Audience
from sotay.elements import KINDS, to_tree
from sotay.handbook import write
from sotay.links import Target
from sotay.markup import Setting, to_typst
from sotay.notation import array, call, string
from sotay.tree import Table

SETTING = Setting(lambda href: Target("see", href), lambda src: src)


@pytest.mark.parametrize("audience", ["trainer", "participant"])
def test_golden(audience: Audience, same_text: Callable[[Path, str], None]) -> None:
    """The same pages always give the same Typst code."""
    manuscript = write(book_sample.book(audience), pdf.letters())
    same_text(book_sample.FOLDER / f"{audience}.typ", manuscript.source)


def test_track_golden(same_text: Callable[[Path, str], None]) -> None:
    """In a track's book, modules are chapters and equal rows of two modules stand once."""
    manuscript = write(book_sample.book("trainer", "en", ("child-safe", "second")), pdf.letters())
    same_text(book_sample.FOLDER / "track.typ", manuscript.source)


def test_signs_of_typst_stay_words() -> None:
    """Nothing that an author types is code."""
    (tree,) = (to_tree('<p>#set *a* _b_ $c$ @d &lt;e&gt; \\f "g" `h` // i [j] = k</p>', "x"),)
    expected = '#para("#set *a* _b_ $c$ @d <e> \\\\f \\"g\\" `h` // i [j] = k")\n'
    assert to_typst(tree, SETTING) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (string('a"b\\c\nd\te'), '"a\\"b\\\\c\\nd\\te"'),
        (array(["1"]), "(1,)"),
        (array([]), "()"),
        (call("f", "1", key="2"), "f(key: 2, 1)"),
        (call("f", "x" * 60, "y" * 60), f"f(\n  {'x' * 60},\n  {'y' * 60},\n)"),
    ],
)
def test_notation(made: str, expected: str) -> None:
    """Strings are escaped, arrays of one keep their comma, long calls are broken."""
    assert made == expected


def test_every_block_has_its_own_look() -> None:
    """Each type of block has a sign and, lists to tick or fill apart, a frame of its own."""
    text = (book_sample.TEMPLATES / "elements.typ").read_text("utf-8")
    listed = re.search(r"#let _frames = \((.*?)\n\)\n", text, re.S)
    assert listed is not None
    frames = dict(re.findall(r"^  ([a-z-]+): body => (.*(?:\n    .*)*)", listed[1], re.M))
    assert set(frames) == set(KINDS)
    framed = [frame for kind, frame in frames.items() if kind not in ("lines", "ticks")]
    assert len(set(framed)) == len(framed)
    shapes = (book_sample.TEMPLATES / "shapes.typ").read_text("utf-8")
    signs = re.search(r"#let signs = \((.*?)\n\)", shapes, re.S)
    assert signs is not None
    assert {kind for kind, _ in re.findall(r"([a-z-]+): (_\w+)", signs[1])} == set(KINDS)


def test_gaps_and_ticks_stay_with_their_words() -> None:
    """No line ends between a word and its gap, or between a tick box and its word."""
    tick = '<span class="tick" aria-label="x"></span>'
    html = f'<p>tên <span class="blank" data-width="5"></span> {tick}0 {tick}1 {tick} ba bốn</p>'
    expected = (
        '#para(\n  "tên\u00a0",\n  blank(5),\n  " ",\n  choice(tick("x"), "0"),\n  " ",\n'
        '  choice(tick("x"), "1"),\n  " ",\n  tick("x"),\n  "\u00a0ba bốn",\n)\n'
    )
    assert to_typst(to_tree(html, "x"), SETTING) == expected


def test_long_block_may_break() -> None:
    """A block is kept on one page only while it is short."""
    block = '<div class="admonition ask"><p>{}</p></div>'
    assert "short: true" in to_typst(to_tree(block.format("a " * 100), "x"), SETTING)
    assert "short" not in to_typst(to_tree(block.format("a " * 200), "x"), SETTING)


def table(head: list[str], *rows: list[str]) -> Table:
    """Give a table of these cells."""
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    names = "".join(f"<th>{name}</th>" for name in head)
    (tree,) = to_tree(f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>", "x")
    assert isinstance(tree, Table)
    return tree


def test_numbers_are_narrow() -> None:
    """Columns of numbers get what they need; columns of text share the rest."""
    assert shares(table(["Từ", "Việc"], ["0:00", "Khởi động cả lớp"]), True) == (7, 81)


def test_room_to_write() -> None:
    """Empty columns of a sheet are wide; those of a table that is filled are not."""
    sheet = table(["Câu hỏi có hay không", "Ai"], ["a", ""])
    assert shares(sheet, True) == (43, 45)
    assert shares(sheet, False) == (83, 5)


def test_long_text_does_not_starve_the_rest() -> None:
    """Every column has room for its longest word, and the shares fill the line."""
    found = shares(table(["Số", "Điều kiện", "Ghi chú"], ["1", "từ " * 99, "a " * 60]), True)
    assert found == (5, 54, 29)
