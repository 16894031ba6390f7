"""HTML of a page becomes a tree of known elements; what is not known stops the build."""

from __future__ import annotations

import pytest

from sotay.elements import KINDS, to_tree, words
from sotay.problem import ContentError, Place
from sotay.tree import (
    Blank,
    Block,
    Break,
    Cell,
    Code,
    Division,
    Heading,
    Image,
    Item,
    Link,
    Listing,
    Marks,
    Paragraph,
    Quote,
    Row,
    Rule,
    Styled,
    Table,
    Text,
    Tick,
    Tree,
)


def paragraph(text: str) -> Paragraph:
    """Give a paragraph of plain words."""
    return Paragraph((Text(text),))


CASES: dict[str, tuple[str, Tree]] = {
    "heading": (
        '<h2 id="a" data-audience="trainer">Một<a class="headerlink" href="#a">¶</a></h2>',
        (Heading(2, (Text("Một"),), Marks(id="a", audience="trainer")),),
    ),
    "paragraph with inline elements": (
        "<p>\n  a <strong>b</strong>\n<em>c</em> <code>d  e</code> H<sub>2</sub><br>\n<i>f</i></p>",
        (
            Paragraph(
                (
                    Text("a "),
                    Styled("strong", (Text("b"),)),
                    Text(" "),
                    Styled("em", (Text("c"),)),
                    Text(" "),
                    Styled("code", (Text("d e"),)),
                    Text(" H"),
                    Styled("sub", (Text("2"),)),
                    Break(),
                    Styled("em", (Text("f"),)),
                )
            ),
        ),
    ),
    "no-break space is kept": ("<p>20\u00a0 phút</p>", (paragraph("20\u00a0 phút"),)),
    "comment": ("<p>a<!-- b -->c</p>", (Paragraph((Text("a"), Text("c"))),)),
    "tight and loose list": (
        '<ul><li id="x">a</li><li><p>b</p><ol start="3"><li>c</li></ol></li></ul>',
        (
            Listing(
                (
                    Item((paragraph("a"),), Marks(id="x")),
                    Item((paragraph("b"), Listing((Item((paragraph("c"),)),), start=3))),
                )
            ),
        ),
    ),
    "table": (
        '<table><thead><tr><th style="text-align: right;">A</th></tr></thead>'
        "<tbody><tr><td></td></tr></tbody></table>",
        (
            Table(
                (Row((Cell((paragraph("A"),), "right"),)),),
                (Row((Cell(()),)),),
            ),
        ),
    ),
    "block": (
        '<div class="admonition lines" data-lines="3"><p class="admonition-title">Viết</p></div>',
        (Block("lines", (Text("Viết"),), (), 3),),
    ),
    "links and forms": (
        '<p><a class="term" href="g.html#x" title="nghĩa">từ</a> <span class="blank" '
        'data-width="7"></span> <span class="tick" role="img" aria-label="ô"></span></p>',
        (
            Paragraph(
                (
                    Link("g.html#x", (Text("từ"),), "nghĩa", Marks(classes=("term",))),
                    Text(" "),
                    Blank(7),
                    Text(" "),
                    Tick("ô"),
                )
            ),
        ),
    ),
    "groups": (
        '<div class="break" lang="vi"><img src="a.svg" alt="b"></div><blockquote><p>q</p>'
        "</blockquote><hr><pre><code>a  b\n c\n</code></pre>",
        (
            Division((Paragraph((Image("a.svg", "b"),)),), Marks(classes=("break",), lang="vi")),
            Quote((paragraph("q"),)),
            Rule(),
            Code("a  b\n c"),
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_tree(case: str) -> None:
    """Each kind of element has exactly one form in the tree."""
    html, expected = CASES[case]
    assert to_tree(html, "x") == expected


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_block_type(kind: str) -> None:
    """Each type of block of the authoring format is known."""
    (block,) = to_tree(f'<div class="admonition {kind}"><p>a</p></div>', "x")
    assert block == Block(kind, (), (paragraph("a"),))


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<video></video>", "<video>"),
        ("<p><abbr>a</abbr></p>", "<abbr>"),
        ("<script>1</script>", "<script>"),
        ('<p onclick="x()">a</p>', '<p onclick="x()">'),
        ('<p style="color: red">a</p>', '<p style="color: red">'),
        ('<div class="admonition tip"><p>a</p></div>', '<div class="admonition tip">'),
        ('<p data-audience="everyone">a</p>', '<p data-audience="everyone">'),
        ("<table><caption>a</caption></table>", "<table> <caption>"),
        ('<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>', '<td colspan="2">'),
        (
            '<table><tbody><tr><td data-audience="trainer">a</td></tr></tbody></table>',
            "<td data-…>",
        ),
        ('<pre><code data-medium="web">a</code></pre>', "<code data-…>"),
        ("<ul>a<li>b</li></ul>", "<ul> a"),
        ("<dl><dt>a</dt></dl>", "<dl>"),
    ],
)
def test_unknown_element(html: str, named: str) -> None:
    """What has no form in a handbook is a Problem that names page and element."""
    with pytest.raises(ContentError) as caught:
        to_tree(html, "modules/a/vi/b.md")
    (problem,) = caught.value.problems
    assert problem.place == Place("modules/a/vi/b.md")
    assert problem.message.en == f"The HTML element {named} has no form in the handbooks."
    assert problem.message.vi == f"Phần tử HTML {named} không có cách in trong sổ tay."


def test_all_unknown_elements_at_once() -> None:
    """A page with three faults gives three Problems."""
    with pytest.raises(ContentError) as caught:
        to_tree("<video></video><p><kbd>a</kbd></p><ul><li><form></form></li></ul>", "x")
    assert [p.message.en.split(">")[0] for p in caught.value.problems] == [
        "The HTML element <form",
        "The HTML element <kbd",
        "The HTML element <video",
    ]


def test_words() -> None:
    """Every visible word in order; elements side by side do not glue words, letters in one do."""
    html = (
        "<h1>Một hai</h1><p>ba<b>bốn</b><br>năm</p><table><thead><tr><th>sáu</th><th>bảy</th>"
        '</tr></thead><tbody></tbody></table><div class="admonition ask"><p '
        'class="admonition-title">tám</p>chín</div><p><img src="a" alt="không"></p><pre>m  n</pre>'
    )
    expected = ("Một", "hai", "babốn", "năm", "sáu", "bảy", "tám", "chín", "m", "n")
    assert words(to_tree(html, "x")) == expected
