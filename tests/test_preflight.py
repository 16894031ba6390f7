"""Faults that would make a bad handbook are told before Typst runs, with their page."""

from __future__ import annotations

from dataclasses import replace

import pytest

import book_sample
from sotay import pdf
from sotay.book import Page, Part
from sotay.handbook import write
from sotay.problem import ContentError, Problem

LETTERS = pdf.letters()


def faults(html: str) -> tuple[Problem, ...]:
    """Give the problems of a book whose only page holds `html` below its heading."""
    page = Page("m/index.html", f"<h1 id='m'>a</h1>{html}", "modules/m/vi/index.md")
    with pytest.raises(ContentError) as caught:
        write(replace(book_sample.book(), parts=(Part(page, (), ()),)), LETTERS)
    return caught.value.problems


@pytest.mark.parametrize(
    ("html", "code", "said"),
    [
        (
            "<table><thead><tr><th></th></tr></thead><tbody><tr><td>x y</td></tr></tbody></table>",
            "table-header",
            "A table has no header row: «x y».",
        ),
        ('<p><a href="#x"> </a></p>', "empty-link", "An empty link: «» → «#x»."),
        ("<p><a>x</a></p>", "empty-link", "An empty link: «x» → «»."),
        (
            '<p><img src="../child-protection/child-safe/images/flow.svg" alt=""></p>',
            "alt-text",
            "The picture ../child-protection/child-safe/images/flow.svg has no alt text.",
        ),
        ('<p><img src="no.svg" alt="a"></p>', "picture", "The picture no.svg is missing."),
        (
            "<h2>x</h2><h4>y</h4>",
            "heading-levels",
            "The levels of the headings do not follow each other: [1, 2, 4].",
        ),
        (
            "<p>x</p><ul><li>tốt ✗ lắm</li></ul>",
            "glyph",
            "The handbooks' fonts lack the character «✗» (U+2717 BALLOT X), in «tốt ✗ lắm».",
        ),
    ],
)
def test_fault(html: str, code: str, said: str) -> None:
    """One fault, one Problem, at the words file."""
    (problem,) = faults(html)
    assert (problem.code, problem.place.path) == (code, "modules/m/vi/index.md")
    assert problem.message.en == said
    assert problem.remedy.vi and problem.remedy.en and problem.message.vi


def test_all_at_once() -> None:
    """Faults of every kind are told together."""
    found = faults('<p><a href="x"></a>😀 ✗</p><p><img src="no.svg" alt=""></p>')
    assert [p.code for p in found] == ["alt-text", "empty-link", "glyph", "glyph", "picture"]


def test_words_in_a_drawing() -> None:
    """A character in an SVG that the font lacks is told with the drawing's address."""
    drawing = book_sample.book().pictures[0]
    drawing = replace(drawing, data="<svg><text>tốt &#x2717;</text></svg>".encode())
    with pytest.raises(ContentError) as caught:
        write(replace(book_sample.book(), pictures=(drawing,)), LETTERS)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.path) == ("glyph", drawing.url)


def test_language() -> None:
    """A book without a language is refused; Typst would call it English."""
    with pytest.raises(ContentError) as caught:
        write(replace(book_sample.book(), language=""), LETTERS)
    assert [p.code for p in caught.value.problems] == ["language"]


def test_letters() -> None:
    """The fonts print all Vietnamese letters, and lack what the glyph gate says."""
    vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    assert set(vowels + vowels.upper()) <= LETTERS
    assert set("✓☐☑→₫–“”•·…°²") <= LETTERS
    assert not {"✗", "😀", "\u0627"} & LETTERS
