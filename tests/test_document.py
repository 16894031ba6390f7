"""YAML: plain text values, each with its place, and none of YAML's own surprises."""

from __future__ import annotations

import pytest

from sotay.document import Document, load_yaml
from sotay.problem import Place
from sotay.source import Text

FACTS = """\
level: 1
group: {min: 8, max: 12}
sessions:
  - id: one
    minutes: 1:30
  - id: no
"""


def _load(content: str) -> Document:
    document, problems = load_yaml(Text("m.yml", content))
    assert document is not None, problems
    return document


def test_scalars_stay_text() -> None:
    """`no`, `1:30`, dates and numbers are the letters that were written."""
    assert _load("a: no\nb: 1:30\nc: 2026-11-22\nd: 010\ne: 1e3\nf: '111'\n").data == {
        "a": "no", "b": "1:30", "c": "2026-11-22", "d": "010", "e": "1e3", "f": "111",
    }  # fmt: skip


@pytest.mark.parametrize("none", ["", "~", "null"])
def test_nothing_is_none(none: str) -> None:
    """A key without value, `~` and `null` are nothing."""
    assert _load(f"a: {none}\n").data == {"a": None}


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("level",), (1, 1)),
        (("group", "max"), (2, 17)),
        (("sessions", 0), (4, 5)),
        (("sessions", 0, "minutes"), (5, 5)),
        (("sessions", 1, "id"), (6, 5)),
    ],
)
def test_every_key_knows_its_place(keys: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """A key path leads to the line and column at which it stands."""
    assert _load(FACTS).place(keys) == Place("m.yml", *place)


def test_missing_key_has_the_place_of_its_parent() -> None:
    """A key that is not there is told where it should have been."""
    assert _load(FACTS).place(("sessions", 1, "minutes")) == Place("m.yml", 6, 5)
    assert _load(FACTS).place(("nothing",)) == Place("m.yml", 1, 1)


def test_all_doubled_keys_are_told() -> None:
    """Two doubled keys give two problems, each at the second one."""
    document, problems = load_yaml(Text("m.yml", "a: 1\nb: {c: 1, c: 2}\na: 3\n"))
    assert document is None
    assert [(str(p.place), p.code) for p in problems] == [
        ("m.yml:2:11", "doubled-key"),
        ("m.yml:3:1", "doubled-key"),
    ]
