"""sotay confirm: who may say what, and what the lock says afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from commanding import Commands
from sotay.lock import NAME

VI, EN = f"{sample.HENS}/vi/index.md", f"{sample.HENS}/en/index.md"
LOCK = f"{sample.HENS}/{NAME}"
FIRST = ("confirm", sample.HENS, "--why", "translated", "--first-time")
CHANGE = ("Nuôi gà ở sân nhà.", "Nuôi vịt ở ao.")


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    commands = Commands(project, capsys)
    assert commands(*FIRST) == (0, f"{sample.HENS} (en): 8 sections confirmed.\n", "")
    return commands


def _lock(project: Path) -> dict[str, str]:
    """Give the lines of the lock by their key."""
    lines = (project / LOCK).read_text("utf-8").split("\n")
    return dict(line.split(": ", 1) for line in lines if line.startswith('"'))


def _changed(project: Path, before: dict[str, str]) -> list[str]:
    after = _lock(project)
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]


def test_first_time_is_for_once(run: Commands, project: Path) -> None:
    """A second time would hide whatever has changed meanwhile."""
    before = (project / LOCK).read_bytes()
    told = run(*FIRST)
    assert (told.status, told.out) == (2, "")
    assert f"{LOCK} is there already" in told.err
    assert (project / LOCK).read_bytes() == before


def test_first_time_needs_a_reason_for_both_sides(project: Path, run: Commands) -> None:
    """A typo cannot be the first thing that is known of a translation."""
    (project / LOCK).unlink()
    told = run("confirm", "keeping-hens", "--why", "typo", "--first-time")
    assert (told.status, (project / LOCK).exists()) == (2, False)


@pytest.mark.parametrize("name", [VI, EN, "keeping-hens/index", f"{sample.HENS}/index.md"])
@pytest.mark.parametrize("why", ["translated", "checked"])
def test_section_is_confirmed_by_any_name(
    run: Commands, project: Path, name: str, why: str
) -> None:
    """The words file in either language, or module/page; one line of the lock changes."""
    sample.edit(project, VI, *CHANGE)
    before = _lock(project)
    told = run("confirm", f"{name}#summary", "--why", why)
    assert told == (0, "en/index.md#summary: in step\n", "")
    assert _changed(project, before) == ['"en/index.md#summary"']
    assert f"why: {why}" in _lock(project)['"en/index.md#summary"']


def test_path_from_the_folder_one_stands_in(
    run: Commands, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Completing a name with the Tab key gives such a path."""
    monkeypatch.chdir(project / sample.HENS)
    sample.edit(project, VI, *CHANGE)
    assert run("confirm", "en/index.md#summary", "--why", "checked").status == 0


def test_several_sections_and_pages_at_once(run: Commands, project: Path) -> None:
    """Sections by commas, pages by blanks; all are printed."""
    sample.edit(project, VI, *CHANGE)
    told = run("confirm", "keeping-hens/index#summary,for-whom", "keeping-hens/the-coop#the-coop",
               "--why", "checked", lang="vi")  # fmt: skip
    assert told.out == (
        "en/index.md#summary: khớp\nen/index.md#for-whom: khớp\nen/the-coop.md#the-coop: khớp\n"
    )


def test_page_without_a_section_must_be_meant(run: Commands, project: Path) -> None:
    """The refusal names what is not in step; --all-sections-of-page takes the whole page."""
    sample.edit(project, VI, *CHANGE)
    told = run("confirm", VI, "--why", "checked")
    assert (told.status, "keeping-hens/index#summary, or add" in told.err) == (2, True)
    told = run("confirm", VI, "--why", "checked", "--all-sections-of-page")
    assert (told.status, told.out.count(": in step\n")) == (0, 6)


@pytest.mark.parametrize("name", ["keeping-hens", "modules", ".", "modules/livelihoods"])
def test_never_a_whole_tree(run: Commands, project: Path, name: str) -> None:
    """A folder is no page."""
    before = _lock(project)
    told = run("confirm", name, "--why", "checked", "--all-sections-of-page")
    assert (told.status, _changed(project, before)) == (2, [])


def test_typo_settles_its_own_side_only(run: Commands, project: Path) -> None:
    """Vietnamese owes the English change before and after its own typo is mended."""
    run.commit()
    sample.edit(project, EN, "Hens in the yard.", "Ducks in the pond.")
    sample.edit(project, VI, "Nuôi gà ở sân nhà.", "Nuôi gà ở sân nhà!")
    assert "en, vi" not in run("status", "keeping-hens").out
    told = run("confirm", f"{VI}#summary", "--why", "typo")
    assert told == (0, "en/index.md#summary: vi is behind\n", "")


def test_typo_must_be_small(run: Commands, project: Path) -> None:
    """History shows that more was changed: the flag stays."""
    run.commit()
    sample.edit(project, VI, *CHANGE)
    before = _lock(project)
    told = run("confirm", f"{VI}#summary", "--why", "typo", lang="vi")
    assert told == (
        2,
        "",
        f"{VI}:3: lỗi: Mục “summary” đã đổi nhiều hơn một lỗi nhỏ (typo). [usage]\n"
        "    cách sửa: Xem bằng sotay diff, sửa bản kia cho khớp, rồi dùng --why translated; "
        "bản kia không cần sửa thì dùng --why checked.\n1 lỗi, 0 lời nhắc.\n",
    )
    assert _changed(project, before) == []


def test_format_keeps_every_word(run: Commands, project: Path) -> None:
    """Bold is form; another word is not."""
    run.commit()
    sample.edit(project, VI, "Nuôi gà ở", "Nuôi **gà** ở")
    told = run("confirm", f"{VI}#summary", "--why", "format")
    assert told == (0, "en/index.md#summary: in step\n", "")
    run.commit()
    sample.edit(project, VI, "**gà**", "**vịt**")
    assert run("confirm", f"{VI}#summary", "--why", "format").status == 2


def test_local_is_what_concerns_one_language(run: Commands, project: Path) -> None:
    """A sentence for Vietnamese readers alone may be as long as it needs."""
    run.commit()
    sample.edit(project, VI, "Nuôi gà ở sân nhà.", "Nuôi gà ở sân nhà. Hỏi trạm thú y xã trước.")
    told = run("confirm", f"{VI}#summary", "--why", "local")
    assert told == (0, "en/index.md#summary: in step\n", "")


def test_one_sided_reason_needs_a_language(run: Commands) -> None:
    """module/page does not say which file was mended."""
    told = run("confirm", "keeping-hens/index#summary", "--why", "typo")
    assert (told.status, VI in told.err, EN in told.err) == (2, True, True)


def test_one_sided_reason_needs_an_earlier_confirmation(run: Commands, project: Path) -> None:
    """What was never compared cannot be settled from one side."""
    (project / LOCK).unlink()
    told = run("confirm", f"{VI}#summary", "--why", "typo")
    assert (told.status, "was never confirmed" in told.err) == (2, True)


def test_missing_translation_cannot_be_confirmed(run: Commands, project: Path) -> None:
    """It has to be written first."""
    (project / sample.HENS / "en/the-coop.md").unlink()
    told = run("confirm", f"{sample.HENS}/vi/the-coop.md#walk-round", "--why", "translated")
    assert (told.status, "is not translated" in told.err) == (2, True)


def test_entries_of_vanished_sections_go(run: Commands, project: Path) -> None:
    """On the next confirmation of anything in the module."""
    for path in (VI, EN):
        text = (project / path).read_text("utf-8").replace("{#for-whom}", "{#who-for}")
        sample.write(project, path, text)
    before = _lock(project)
    assert '"en/index.md#for-whom"' in before
    run("confirm", "keeping-hens/index#who-for", "--why", "checked")
    assert set(_changed(project, before)) == {'"en/index.md#for-whom"', '"en/index.md#who-for"'}


def test_broken_lock_is_not_written_over(run: Commands, project: Path) -> None:
    """What cannot be read would be lost."""
    text = (project / LOCK).read_text("utf-8") + "\nbad: line\n"
    sample.write(project, LOCK, text)
    told = run("confirm", f"{VI}#summary", "--why", "checked")
    assert (told.status, "[lock]" in told.err) == (1, True)
    assert (project / LOCK).read_text("utf-8") == text


def test_unknown_section_is_told_with_its_neighbours(run: Commands) -> None:
    """Did you mean."""
    told = run("confirm", f"{VI}#sumary", "--why", "checked")
    assert (told.status, "Use one of: summary." in told.err) == (2, True)
