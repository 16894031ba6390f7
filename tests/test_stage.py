"""Catalog → pages: exact Markdown, fallback pages, times and totals, and what is on disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sample
from sotay import disk, parts, sessionparts
from sotay.downloads import Download, Printed, fill
from sotay.expand import Scope
from sotay.model import Catalog, MaterialNeed, Minutes
from sotay.project import inspect
from sotay.site import Site
from sotay.stage import stage

GOLDEN = Path(__file__).resolve().parent / "golden" / "stage"
PAGES = {
    "home": "vi/index.md",
    "track": "vi/child-protection/index.md",
    "module": "vi/child-protection/listening-first/index.md",
    "module-en": "en/child-protection/listening-first/index.md",
    "session": "vi/child-protection/listening-first/first-signs.md",
    "session-en": "en/child-protection/listening-first/first-signs.md",
    "session-with-handout": "en/child-protection/listening-first/listening.md",
    "handout": "vi/child-protection/listening-first/handouts/five-steps.md",
    "plain-module": "en/livelihoods/keeping-hens/index.md",
    "plain-session": "vi/livelihoods/keeping-hens/the-coop.md",
    "glossary": "vi/glossary.md",
    "references": "en/references.md",
    "contacts": "vi/contacts.md",
}
OFFERED = (
    Download("listening-first-trainer-vi.pdf", "vi", "listening-first", "trainer"),
    Download("listening-first-trainer-en.pdf", "en", "listening-first", "trainer"),
)


def _catalog(root: Path) -> Catalog:
    return inspect(root, sample.LANGUAGES)[0]


def _site(root: Path) -> Site:
    return stage(_catalog(root), OFFERED)


@pytest.mark.parametrize("name", PAGES)
def test_page_is_staged_exactly(
    name: str, project: Path, same_text: Callable[[Path, str], None]
) -> None:
    """Facts and words of a page become exactly this Markdown."""
    same_text(GOLDEN / f"{name}.md", _site(project).pages[PAGES[name]].text)


def test_missing_words_give_a_fallback_page(
    project: Path, same_text: Callable[[Path, str], None]
) -> None:
    """Words that English lacks are shown in Vietnamese, with notice, `lang` and link."""
    (project / sample.SAFE / "en/first-signs.md").unlink()
    page = _site(project).pages[PAGES["session-en"]]
    same_text(GOLDEN / "fallback.md", page.text)
    assert (page.language, page.text_language, page.is_fallback) == ("en", "vi", True)
    assert page.source == f"{sample.SAFE}/vi/first-signs.md"


def test_module_in_one_language_falls_back_everywhere(project: Path) -> None:
    """Every page of a Vietnamese-only module stands in English too, marked as Vietnamese."""
    for path in sorted((project / sample.SAFE / "en").rglob("*.md")):
        path.unlink()
    site = _site(project)
    marks = {
        uri: page.text_language
        for uri, page in site.pages.items()
        if uri.startswith("en/child-protection/listening-first/")
    }
    home = "en/child-protection/listening-first"
    assert marks == {
        f"{home}/index.md": "vi",
        f"{home}/first-signs.md": "vi",
        f"{home}/listening.md": "vi",
        f"{home}/handouts/five-steps.md": "vi",
    }
    assert 'search: {"exclude": true}' in site.pages[f"{home}/index.md"].text
    assert "Lắng nghe trước" in str(site.nav["en"])


def test_hand_written_page_falls_back_too(project: Path) -> None:
    """A page of docs/ that only Vietnamese has is shown in English as a fallback."""
    sample.write(project, "docs/vi/about.md", "# Giới thiệu {#about}\n\nMột trang.\n")
    page = _site(project).pages["en/about.md"]
    assert (page.source, page.text_language) == ("docs/vi/about.md", "vi")
    assert page.text.startswith(
        '---\ntitle: "Giới thiệu"\nsearch: {"exclude": true}\n---\n# Giới thiệu {lang=vi #about}\n'
    )


def test_pages_lead_to_their_source(project: Path) -> None:
    """Each page knows the file in which its words stand."""
    pages = _site(project).pages
    assert {name: pages[uri].source for name, uri in PAGES.items()} == {
        "home": "docs/vi/index.md",
        "track": "data/words/vi.yml",
        "module": f"{sample.SAFE}/vi/index.md",
        "module-en": f"{sample.SAFE}/en/index.md",
        "session": f"{sample.SAFE}/vi/first-signs.md",
        "session-en": f"{sample.SAFE}/en/first-signs.md",
        "session-with-handout": f"{sample.SAFE}/en/listening.md",
        "handout": f"{sample.SAFE}/vi/handouts/five-steps.md",
        "plain-module": f"{sample.HENS}/en/index.md",
        "plain-session": f"{sample.HENS}/vi/the-coop.md",
        "glossary": "data/glossary.yml",
        "references": "data/references.yml",
        "contacts": "data/contacts.yml",
    }


def test_navigation_follows_the_sessions(project: Path) -> None:
    """The home page comes first, then the tracks with modules, sessions and handouts in order."""
    safe, hens = "child-protection/listening-first", "livelihoods/keeping-hens"
    inside = [
        f"{safe}/index.md",
        f"{safe}/first-signs.md",
        f"{safe}/listening.md",
        {"Handouts": [f"{safe}/handouts/five-steps.md"]},
    ]
    assert _site(project).nav["en"][:4] == (
        "index.md",
        {"Child protection": ["child-protection/index.md", {"Listening first": inside}]},
        {"Gender equality": ["gender-equality/index.md"]},
        {
            "Livelihood models": [
                "livelihoods/index.md",
                {"Keeping hens": [f"{hens}/index.md", f"{hens}/the-coop.md"]},
            ]
        },
    )


def test_pictures_go_to_every_language(project: Path) -> None:
    """A module's picture is staged beside its pages in each language."""
    assert dict(_site(project).files) == {
        f"{language}/child-protection/listening-first/images/room.svg": (
            f"{sample.SAFE}/images/room.svg"
        )
        for language in sample.LANGUAGES
    }


@pytest.mark.parametrize(
    ("per", "people", "total"),
    [("person", 20, 40), ("group", 20, 8), ("group", 21, 10), ("group", 30, 12), ("room", 30, 2)],
)
def test_material_total(per: str, people: int, total: int) -> None:
    """Two a person, a small group of five, or the room; a part of a group counts as one."""
    assert MaterialNeed("marker", 2, per).total(people, 5) == total


@pytest.mark.parametrize(("reusable", "groups"), [(False, 3), (True, 2)])
def test_material_of_several_activities_is_said_once(reusable: bool, groups: int) -> None:
    """What is used up adds up; of what is used again, the most at one time is enough."""
    needs = [(1, "group"), (2, "room"), (2, "group")]
    merged = sessionparts.merged([MaterialNeed("paper", *need) for need in needs], reusable)
    assert merged == [MaterialNeed("paper", groups, "group"), MaterialNeed("paper", 2, "room")]


def test_running_times_add_breaks(project: Path) -> None:
    """The timetable runs from 0:00 over the break to the session's planned end."""
    lines = _site(project).pages[PAGES["session"]].text.splitlines()
    rows = [line.split("|")[1].strip() for line in lines if line.startswith("| ")]
    assert [row for row in rows if ":" in row] == ["0:00", "0:10", "0:20", "1:00"]


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0:00"), (95, "1:35"), (600, "10:00")])
def test_clock(minutes: int, shown: str) -> None:
    """Minutes from the start are written as hours and minutes."""
    assert sessionparts.clock(minutes) == shown


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (90, "90 phút", "90 minutes"),
        (120, "2 giờ", "2 hours"),
        (135, "2 giờ 15 phút", "2 h 15 min"),
    ],
)
def test_length_is_written_as_people_say_it(minutes: int, vi: str, en: str, project: Path) -> None:
    """Less than two hours stay minutes; more become hours and minutes."""
    catalog = _catalog(project)
    scopes = [Scope(catalog, f"{code}/x.md", code, code) for code in sample.LANGUAGES]
    assert [parts.hours(scope, minutes) for scope in scopes] == [vi, en]


def test_range_is_written_behind_the_plan(project: Path) -> None:
    """An activity with a range shows the plan first, then least and most."""
    scope = Scope(_catalog(project), "vi/x.md", "vi", "vi")
    assert parts.span(scope, Minutes(30, 40, 50)) == "40 (30–50)"


def test_figures_of_downloads_are_filled_in(project: Path) -> None:
    """Pages and size are written into a finished page once they are known."""
    marks = [("pages", "a.pdf"), ("size", "a.pdf"), ("pages", "b.pdf")]
    html = ", ".join(f'<span class="download-{what} {file}"></span>' for what, file in marks)
    words = _catalog(project).words["vi"]
    assert fill(html, {"a.pdf": Printed(12, 1_250_000)}, words) == "12, 1,2 MB, –"


def test_unchanged_second_write_touches_nothing(project: Path) -> None:
    """Writing the same site again changes no file and no time of a file."""
    folder = project / "build" / "stage"
    disk.write_site(_site(project), project, folder)
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    time.sleep(0.01)
    assert disk.write_site(_site(project), project, folder) == ()
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_only_the_changed_page_is_written(project: Path) -> None:
    """After one edit in a session's words, only its page is written."""
    folder = project / "build" / "stage"
    disk.write_site(_site(project), project, folder)
    sample.edit(project, f"{sample.SAFE}/vi/listening.md", "tập nghe", "luyện nghe")
    assert disk.write_site(_site(project), project, folder) == (
        "vi/child-protection/listening-first/listening.md",
    )


def test_removed_page_disappears(project: Path) -> None:
    """A page whose module is gone is removed, with its empty folders; strangers too."""
    folder = project / "build" / "stage"
    disk.write_site(_site(project), project, folder)
    sample.write(project, "build/stage/vi/left/over.md", "x")
    for path in sorted((project / sample.HENS).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (project / sample.HENS).rmdir()
    disk.write_site(_site(project), project, folder)
    assert not (folder / "vi/livelihoods/keeping-hens").exists()
    assert not (folder / "vi/left").exists()
    assert (folder / "vi/livelihoods/index.md").exists()
