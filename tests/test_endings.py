"""What stays with the last element of a chapter, so that no box is alone on a page."""

from __future__ import annotations

import pytest

from sotay.elements import to_tree
from sotay.endings import first_held
from sotay.links import Target
from sotay.markup import Setting, to_typst

LAST = '<div class="admonition referral"><p class="admonition-title">Help</p><p>Call.</p></div>'
FEW, MANY, GREAT = (f"<p>{'word ' * count}</p>" for count in (15, 45, 160))
LINES = '<div class="admonition lines" data-lines="5"><p class="admonition-title">Notes</p></div>'
ROW = "<tr><td>a</td></tr>"
TABLE = f"<table><thead><tr><th>b</th></tr></thead><tbody>{ROW * 12}</tbody></table>"


@pytest.mark.parametrize(
    ("before", "held"),
    [
        ([], []),
        ([MANY], [0]),
        ([MANY, MANY], [1]),
        ([FEW, FEW, FEW, FEW], [1, 2, 3]),
        ([MANY, LINES], [1]),
        ([GREAT, FEW], [1]),
        ([GREAT], []),
        ([FEW, TABLE], []),
    ],
)
def test_company_of_the_last_element(before: list[str], held: list[int]) -> None:
    """Some forty words go along, never a large element: it would leave a gap behind."""
    tree = to_tree("".join([*before, LAST]), "x")
    assert list(range(first_held(tree), len(tree) - 1)) == held


def test_headings_hold_by_themselves() -> None:
    """A heading that goes along is written as any other."""
    tree = to_tree(f"<h2>Why</h2>{FEW}{LAST}", "x")
    code = to_typst(tree, Setting(lambda href: Target("see", href), lambda src: src))
    assert [line.split("(")[0] for line in code.split("\n") if line.startswith("#")] == [
        "#title", "#held", "#note",
    ]  # fmt: skip


def test_empty_chapter() -> None:
    """A chapter without words has nothing to hold."""
    assert first_held(()) == 0
