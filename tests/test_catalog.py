"""Disk → Catalog: what is loaded, in which order, and what one mistake does to the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from sotay.catalog import load_catalog
from sotay.model import Break, Group, Handout, MaterialNeed, Minutes
from sotay.problem import ContentError
from sotay.project import inspect, prepare


def test_facts_and_words_are_loaded(project: Path) -> None:
    """A module has its facts once and its words by language."""
    catalog, problems = load_catalog(project, sample.LANGUAGES)
    safe, hens = catalog.modules
    assert problems == []
    assert [t.id for t in catalog.tracks] == ["child-protection", "gender-equality", "livelihoods"]
    assert (safe.id, safe.track, hens.id) == ("listening-first", "child-protection", "keeping-hens")
    assert (safe.group, safe.minutes) == (Group(8, 20, 30, 5), 105)
    assert safe.handouts == (Handout("five-steps", "person"),)
    assert safe.images == ("room.svg",)
    assert safe.languages("index") == ("vi", "en")
    assert safe.pages() == (
        ("index", ""),
        ("session", "first-signs"),
        ("session", "listening"),
        ("handout", "five-steps"),
    )


def test_session_is_loaded(project: Path) -> None:
    """A session has its activities with ranges, materials and breaks, and knows its extremes."""
    session = load_catalog(project, sample.LANGUAGES)[0].modules[0].sessions[0]
    first, second = session.activities
    assert (first.minutes, second.minutes) == (Minutes(10, 10, 10), Minutes(30, 40, 50))
    assert first.materials == (
        MaterialNeed("flipchart-paper", 2, "group"),
        MaterialNeed("marker", 1, "person"),
    )
    assert session.breaks == (Break("opening", 10),)
    assert (session.shortest(), session.longest()) == (50, 70)


def test_optional_activities_are_left_out_of_the_shortest_way(project: Path) -> None:
    """The shortest way to hold a session drops what is optional."""
    session = load_catalog(project, sample.LANGUAGES)[0].modules[0].sessions[1]
    assert [a.optional for a in session.activities] == [False, True]
    assert (session.shortest(), session.longest()) == (30, 45)


def test_modules_stand_in_the_order_of_their_facts(project: Path) -> None:
    """`order` decides, then the id."""
    for name, order in (("zebra", 5), ("ant", 5)):
        folder = sample.HENS.replace("keeping-hens", name)
        facts = sample.HENS_FACTS.replace("order: 20", f"order: {order}")
        sample.write(project, f"{folder}/module.yml", facts)
    catalog, _ = load_catalog(project, sample.LANGUAGES)
    assert [m.id for m in catalog.tracks[2].modules] == ["ant", "zebra", "keeping-hens"]


def test_missing_language_is_no_fault(project: Path) -> None:
    """Words that a language lacks are absent, not faulty."""
    (project / sample.SAFE / "en" / "listening.md").unlink()
    catalog, problems = load_catalog(project, sample.LANGUAGES)
    assert problems == []
    assert catalog.modules[0].languages("session", "listening") == ("vi",)


def test_broken_module_does_not_hide_the_faults_of_others(project: Path) -> None:
    """A module that cannot be read is left out, and all the rest is still checked."""
    sample.edit(project, f"{sample.SAFE}/module.yml", "level: 1", "level: one")
    sample.edit(project, f"{sample.HENS}/vi/the-coop.md", "{#walk-round}", "{#walk}")
    catalog, _, problems = inspect(project, sample.LANGUAGES)
    assert [m.id for m in catalog.modules] == ["keeping-hens"]
    assert catalog.unread == {"listening-first"}
    assert sorted({p.code for p in problems}) == [
        "activity-missing", "activity-unknown", "heading-parity", "wrong-value",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["references", "contacts", "glossary", "materials", "words/vi", "words/en"]
)
def test_without_registries_nothing_is_checked(name: str, project: Path) -> None:
    """A fault in data/ is told alone: without it, hundreds of ids would seem unknown."""
    sample.write(project, f"data/{name}.yml", "a: [\n")
    sample.edit(project, f"{sample.HENS}/module.yml", "minutes: 30", "minutes: 35")
    with pytest.raises(ContentError) as caught:
        inspect(project, sample.LANGUAGES)
    assert [(p.place.path, p.code) for p in caught.value.problems] == [(f"data/{name}.yml", "yaml")]


def test_nothing_is_written_when_something_is_wrong(project: Path) -> None:
    """Staging refuses unsound content before it touches the disk."""
    sample.edit(project, f"{sample.HENS}/module.yml", "minutes: 30", "minutes: 35")
    before = sorted(project.rglob("*"))
    with pytest.raises(ContentError):
        prepare(project, sample.LANGUAGES)
    assert sorted(project.rglob("*")) == before


def test_equal_content_is_equal_wherever_it_stands(project: Path, tmp_path: Path) -> None:
    """Two copies of a project load to equal values: places do not count."""
    other = sample.make(tmp_path / "other")
    sample.write(other, f"{sample.HENS}/module.yml", "# a comment\n" + sample.HENS_FACTS)
    (one, _), (two, _) = (load_catalog(root, sample.LANGUAGES) for root in (project, other))
    assert one.modules[1].sessions == two.modules[1].sessions
