"""sotay diff: old words from git by their hash; without history it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from commanding import Commands, git
from sotay.commands import diff
from sotay.history import recall
from sotay.lock import NAME

VI, EN = f"{sample.HENS}/vi/index.md", f"{sample.HENS}/en/index.md"
CHANGE = ("Nuôi gà ở sân nhà.", "Nuôi mười con gà ở vườn nhà.")


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    commands = Commands(project, capsys)
    commands("confirm", sample.HENS, "--why", "translated", "--first-time")
    lock = project / sample.HENS / NAME
    lock.write_text(lock.read_text("utf-8").replace(_today(lock), "2026-11-22"), "utf-8")
    return commands


def _today(lock: Path) -> str:
    return lock.read_text("utf-8").partition("date: ")[2][:10]


def _change(run: Commands, project: Path) -> None:
    """Confirm, commit, change the Vietnamese, commit, change something else, commit."""
    run.commit()
    sample.edit(project, VI, *CHANGE)
    run.commit()
    sample.edit(project, VI, "Chuồng khô", "Chuồng sạch")
    run.commit()


def test_old_words_are_found_in_history(run: Commands, project: Path) -> None:
    """Two commits back; every section of the page that is not in step is shown."""
    _change(run, project)
    assert run("diff", EN, lang="vi") == (
        0,
        f"""\
keeping-hens/index#summary (vi ↔ en): en chưa cập nhật
--- {VI}:3 (2026-11-22)
Tóm tắt

Nuôi {{+mười con+}} gà ở [-sân-]{{+vườn+}} nhà.

keeping-hens/index#key-messages (vi ↔ en): en chưa cập nhật
--- {VI}:20 (2026-11-22)
Thông điệp chính

- Chuồng [-khô-]{{+sạch+}} thì gà khỏe.

""",
        "",
    )


def test_both_sides_of_a_diverged_section(run: Commands, project: Path) -> None:
    """One section by name, with what changed in each language."""
    _change(run, project)
    sample.edit(project, EN, "Hens in", "Ten hens in")
    told = run("diff", "keeping-hens/index#summary").out
    assert (
        told
        == f"""\
keeping-hens/index#summary (vi ↔ en): vi, en have diverged
--- {VI}:3 (2026-11-22)
Tóm tắt

Nuôi {{+mười con+}} gà ở [-sân-]{{+vườn+}} nhà.
--- {EN}:3 (2026-11-22)
Summary

[-Hens-]{{+Ten hens+}} in the yard.

"""
    )


def test_without_git_both_texts_are_shown(run: Commands, project: Path) -> None:
    """It says why the old words are not there."""
    sample.edit(project, VI, *CHANGE)
    assert (
        run("diff", VI).out
        == """\
keeping-hens/index#summary (vi ↔ en): en is behind
The former words were not found (the file has no git history). The words of both today:
--- vi
Tóm tắt

Nuôi mười con gà ở vườn nhà.
--- en
Summary

Hens in the yard.

"""
    )


def test_words_that_were_never_committed_are_lost(run: Commands, project: Path) -> None:
    """Confirmed before the first commit, changed before it too."""
    sample.edit(project, VI, *CHANGE)
    run.commit()
    assert "(they are not in the file's git history)" in run("diff", VI).out


def test_shallow_clone_says_how_to_get_the_rest(
    run: Commands, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CI often has the last commit only."""
    _change(run, project)
    git(tmp_path, "clone", "--quiet", "--depth=1", project.as_uri(), "shallow")
    told = Commands(tmp_path / "shallow", capsys)("diff", f"{EN}#summary", lang="vi").out
    assert "git fetch --unshallow" in told
    assert "Nuôi mười con gà ở vườn nhà." in told


def test_project_in_a_folder_of_its_repository(
    run: Commands, project: Path, tmp_path: Path
) -> None:
    """Paths are those of the project, not of the repository."""
    git(tmp_path, "init", "--quiet")
    Commands(tmp_path, run.capsys).commit()
    sample.edit(project, VI, *CHANGE)
    assert "{+vườn+}" in run("diff", VI).out


def test_history_stops_as_soon_as_all_is_found(
    run: Commands, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest version that has the words ends the search, and so does the bound."""
    _change(run, project)
    monkeypatch.setattr("sotay.history.COMMITS", 2)
    hashes = {"summary": "488ccbcf2f06b9c6"}
    assert recall(project, VI, "index.md", hashes).passages == {}
    monkeypatch.setattr("sotay.history.COMMITS", 3)
    found = recall(project, VI, "index.md", hashes).passages
    assert [p.text for p in found.values()] == ["Tóm tắt\n\nNuôi gà ở sân nhà."]


def test_in_step_page_and_section(run: Commands) -> None:
    """A page says that all is well; a section that was asked for says so itself."""
    assert run("diff", VI, lang="vi").out == "Mọi mục của trang đều khớp.\n"
    told = run("diff", f"{VI}#summary").out
    assert told == "keeping-hens/index#summary (vi ↔ en): in step\n\n"


def test_unconfirmed_section_shows_both(run: Commands, project: Path) -> None:
    """Nothing to compare with yet."""
    (project / sample.HENS / NAME).unlink()
    told = run("diff", f"{VI}#summary").out
    assert told.startswith(
        "keeping-hens/index#summary (vi ↔ en): never confirmed\nThe words of both today:\n--- vi\n"
    )


def test_unknown_page_is_wrong_use(run: Commands) -> None:
    """The near ones are named."""
    told = run("diff", "keeping-hens/the-cop")
    assert (told.status, "Use one of: keeping-hens/the-coop" in told.err) == (2, True)


@pytest.mark.parametrize(
    "terminal, no_colour, expected", [(True, "", True), (True, "1", False), (False, "", False)]
)
def test_colour_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, no_colour: str, expected: bool
) -> None:
    """NO_COLOR with any value turns it off (no-color.org)."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    monkeypatch.setenv("NO_COLOR", no_colour)
    assert diff.is_coloured() is expected
