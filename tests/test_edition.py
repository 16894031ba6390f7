"""The cut for an audience: what it may not read is gone, everything else is untouched."""

from __future__ import annotations

import pytest

from sotay.edition import Audience, cut
from sotay.elements import to_tree, words

CASES = {
    "trainer blocks": (
        '<p>a</p><div class="admonition trainer"><p>X</p></div><div class="admonition say">'
        '<p>X</p></div><div class="admonition answer"><p>X</p></div>',
        "<p>a</p>",
    ),
    "blocks inside blocks and items": (
        '<div class="admonition ask"><p>a</p><div class="admonition answer"><p>X</p></div></div>'
        '<ul><li>b<div class="admonition say"><p>X</p></div></li><li><div '
        'class="admonition trainer"><p>X</p></div></li></ul>',
        '<div class="admonition ask"><p>a</p></div><ul><li>b</li></ul>',
    ),
    "marked elements of every kind": (
        '<p data-audience="trainer">X</p><div data-audience="trainer"><p>X</p></div>'
        '<ul data-audience="trainer"><li>X</li></ul><ul><li data-audience="trainer">X</li>'
        '<li>a</li></ul><p>b<span data-audience="trainer">X</span><a data-audience="trainer" '
        'href="y">X</a></p><pre data-audience="trainer">X</pre><blockquote '
        'data-audience="trainer"><p>X</p></blockquote>',
        "<ul><li>a</li></ul><p>b</p>",
    ),
    "rows and tables": (
        '<table><thead><tr><th>a</th></tr></thead><tbody><tr data-audience="trainer"><td>X</td>'
        "</tr><tr><td>b</td></tr></tbody></table><table><thead><tr><th>X</th></tr></thead><tbody>"
        '<tr data-audience="trainer"><td>X</td></tr></tbody></table>',
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    ),
    "a heading that lost all its content": (
        '<h2>X</h2><h3>X</h3><div class="admonition say"><p>X</p></div><h2>a</h2><p>b</p>',
        "<h2>a</h2><p>b</p>",
    ),
    "a heading that still has a part": (
        '<h2>a</h2><div class="admonition say"><p>X</p></div><h3>b</h3><p>c</p><h3>X</h3>'
        '<p data-audience="trainer">X</p>',
        "<h2>a</h2><h3>b</h3><p>c</p>",
    ),
    "a heading that never had content": ("<h2>a</h2><h2>b</h2><p>c</p>",) * 2,
    "a section for trainers by its heading": (
        '<h2 id="before-you-start">X</h2><p>X</p><h3>X</h3><p>X</p><h2 id="a">a</h2><p>b</p>'
        '<h2 id="how-to-use">X</h2><ul><li>X</li></ul>',
        '<h2 id="a">a</h2><p>b</p>',
    ),
    "what only the web shows": (
        '<h2 data-medium="web">X</h2><div data-medium="web"><p>X</p></div><p>a</p>',
        "<p>a</p>",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_participant(case: str) -> None:
    """The participant's tree is that of the HTML without the forbidden parts."""
    before, after = CASES[case]
    assert cut(to_tree(before, "x"), "participant") == to_tree(after, "x")


def test_trainer() -> None:
    """The trainer reads everything but what only the web shows."""
    html = (
        '<div class="admonition say"><p>a</p></div><p data-audience="trainer">b</p>'
        '<p data-medium="web">X</p>'
    )
    assert words(cut(to_tree(html, "x"), "trainer")) == ("a", "b")


@pytest.mark.parametrize("audience", ["trainer", "participant"])
def test_cut_twice(audience: Audience) -> None:
    """A tree that is cut already stays as it is."""
    for before, _ in CASES.values():
        once = cut(to_tree(before, "x"), audience)
        assert cut(once, audience) == once
