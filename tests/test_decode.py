"""YAML → value of a shape: what is accepted, and how faults are told."""

from __future__ import annotations

from datetime import date

import pytest

import sample
from sotay.decode import decode, decode_list
from sotay.document import Document, load_yaml
from sotay.problem import Problem
from sotay.schema import ContactShape, MinutesShape, ModuleShape, ReferenceShape
from sotay.source import Text


def _document(content: str) -> Document:
    document, problems = load_yaml(Text("m.yml", content))
    assert document is not None, problems
    return document


def _told(content: str) -> list[tuple[str, str, str]]:
    """Give place, code and English message of every fault of a module's facts."""
    value, problems = decode(ModuleShape, _document(content))
    assert (value is None) == bool(problems)
    return [(str(p.place), p.code, p.message.en) for p in problems]


def test_facts_become_values() -> None:
    """The sample's facts decode; minutes of one number stand for least, plan and most."""
    module, problems = decode(ModuleShape, _document(sample.SAFE_FACTS))
    assert module is not None and problems == ()
    assert module.reviewed == date(2026, 11, 22)
    assert [a.minutes for a in module.sessions[0].activities] == [
        MinutesShape(min=10, plan=10, max=10),
        MinutesShape(min=30, plan=40, max=50),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [("true", True), ("false", False), ("yes", True), ("no", False), ("on", True), ("off", False)],
)
def test_yes_and_no_mean_what_they_say(written: str, read: bool) -> None:
    """Where true or false is asked, `yes` and `no` are understood too."""
    facts = sample.SAFE_FACTS.replace("sensitive: true", f"sensitive: {written}")
    module, _ = decode(ModuleShape, _document(facts))
    assert module is not None and module.sensitive is read


def test_misspelt_key_is_one_mistake() -> None:
    """An unknown key near a missing one is told once, with the likely name."""
    value, problems = decode(
        ModuleShape, _document(sample.SAFE_FACTS.replace("level: 1", "levle: 1"))
    )
    assert value is None
    assert [(str(p.place), p.code, p.remedy.en) for p in problems] == [
        ("m.yml:5:1", "unknown-key", "Did you mean “level”?")
    ]


def test_one_wrong_number_of_minutes_is_one_mistake() -> None:
    """A wrong number that would be least, plan and most is told once, at its key."""
    facts = sample.SAFE_FACTS.replace("        minutes: 10\n", "        minutes: 1:30\n")
    assert len(set(_told(facts))) == 1
    assert _told(facts)[0] == (
        "m.yml:21:9",
        "wrong-value",
        "“sessions.0.activities.0.minutes” cannot be “1:30”.",
    )


def test_all_faults_are_told_at_once() -> None:
    """Faults at several depths are told in one run."""
    facts = sample.SAFE_FACTS.replace("level: 1", "level: 9").replace("walk", "x")
    facts = facts.replace("per: group}", "per: table}").replace("order: 10\n", "")
    assert {code for _, code, _ in _told(facts)} == {"wrong-value", "missing-key"}
    assert {place for place, _, _ in _told(facts)} == {"m.yml:1:1", "m.yml:4:1", "m.yml:24:48",
                                                       "m.yml:31:39"}  # fmt: skip


def test_faulty_entry_is_left_out_and_the_others_stay() -> None:
    """In a registry one faulty entry is told at its place; the sound ones are kept."""
    entry = "- {id: a, type: guide, title: {vi: A, en: A}, status: guide, seen: true}\n"
    entries, problems = decode_list(
        ReferenceShape, _document(entry + "- {id: B}\n" + entry.replace("id: a", "id: c"))
    )
    assert [e.id for e in entries] == ["a", "c"]
    assert {str(p.place) for p in problems} == {"m.yml:2:3", "m.yml:2:4"}


def test_registry_must_be_a_list() -> None:
    """A registry that is no list is one problem, for the whole file."""
    entries, problems = decode_list(ContactShape, _document("a: 1\n"))
    assert (entries, [p.code for p in problems]) == ((), ["wrong-value"])


@pytest.mark.parametrize(
    ("issued", "sound"),
    [
        ("2016-04-05", True), ("2016-04", True), ("2016", True),
        ("2016-13", False), ("2016-4-5", False), ("5/4/2016", False), ("2016-02-32", False),
    ],
)  # fmt: skip
def test_date_of_a_reference(issued: str, sound: bool) -> None:
    """A date may lack day or month, but not be of another form: it could not be printed."""
    entry = (
        f'- {{id: a, type: law, title: {{vi: A, en: A}}, issued: "{issued}", '
        "status: in-force, seen: true}"
    )
    problems: tuple[Problem, ...] = decode_list(ReferenceShape, _document(entry))[1]
    assert (problems == ()) == sound
