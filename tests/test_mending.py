"""sotay check --fix: what a machine can mend safely, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from sotay.__main__ import main
from sotay.mending import mend_files, mended

NAME = "modules/livelihoods/keeping-hens/vi/index.md"


@pytest.mark.parametrize(
    ("wrong", "right", "kinds"),
    [
        ("\ufeff# A {#a}\n", "# A {#a}\n", ("bom",)),
        ("# A {#a}\r\n\r\nB\r\n", "# A {#a}\n\nB\n", ("line-ends",)),
        ("Tre\u0309\n", "Trẻ\n", ("nfc",)),
        ("a\u00a0b\u200bc\u00ad\n", "a bc\n", ("hidden",)),
        ("Một câu. \n", "Một câu.\n", ("blanks",)),
        ("hoà thuận, khoẻ\n", "hòa thuận, khỏe\n", ("tones",)),
    ],
)
def test_one_mistake_is_mended(wrong: str, right: str, kinds: tuple[str, ...]) -> None:
    """Each kind of mistake gives sound text, and its name."""
    assert mended(NAME, wrong.encode()) == (right.encode(), kinds)


@pytest.mark.parametrize(
    "text",
    [
        "# A {#a}\n\n```\na\u00a0b hoà  \n```\n",
        "Viết `hoà\u00a0` nhé.\n",
        "Dòng một  \ndòng hai.\n",
        "<!-- hoà -->\n",
    ],
)
def test_code_comments_and_line_breaks_stay(text: str) -> None:
    """Nothing in code or a comment changes; two blanks before a line are a line break."""
    assert mended(NAME, text.encode()) == (text.encode(), ())


def test_tone_marks_are_moved_in_vietnamese_only() -> None:
    """An English page may quote the other style; a YAML file keeps its words."""
    for name in (NAME.replace("/vi/", "/en/"), "data/glossary.yml"):
        assert mended(name, "hoà \n".encode())[0].startswith("hoà".encode())


def test_what_is_not_utf8_is_left() -> None:
    """Bytes of another encoding come back as they are."""
    assert mended(NAME, b"\xff\xfeA\x00") == (b"\xff\xfeA\x00", ())


def test_mending_twice_changes_nothing_more() -> None:
    """The second time there is nothing to do, even when fences come to light."""
    text = "\ufeffho\u0061\u0300 \r\n\u200b```\r\na\u00a0b\r\n```\r\n"
    once, _ = mended(NAME, text.encode())
    assert mended(NAME, once) == (once, ())


def test_files_are_mended_below_the_named_paths_only(tmp_path: Path) -> None:
    """Only what was asked for is touched, and sound files keep their times."""
    root = sample.make(tmp_path / "project")
    vi, en = f"{sample.HENS}/vi/index.md", f"{sample.HENS}/en/index.md"
    sample.edit(root, vi, "Nuôi gà ở sân nhà.", "Nuôi gà khoẻ.")
    sample.edit(root, en, "Hens in the yard.", "Hens\u00a0in the yard.")
    before = (root / en).read_bytes()
    assert mend_files(root, [vi]) == {vi: ("tones",)}
    assert (root / en).read_bytes() == before
    assert mend_files(root) == {en: ("hidden",)}
    assert mend_files(root) == {}


def test_a_link_out_of_the_project_is_not_written(tmp_path: Path) -> None:
    """A file that a symbolic link leads to keeps its bytes."""
    root = sample.make(tmp_path / "project")
    outside = tmp_path / "secret.md"
    outside.write_text("hoà \n", encoding="utf-8")
    (root / sample.HENS / "vi" / "extra.md").symlink_to(outside)
    mend_files(root)
    assert outside.read_text(encoding="utf-8") == "hoà \n"


def test_the_command_mends_and_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --fix` names what it changed and then finds nothing."""
    root = sample.make(tmp_path / "project")
    sample.edit(root, NAME, "Nuôi gà ở sân nhà.", "Nuôi\u00a0gà khoẻ.")
    words = ["--root", str(root), "check", "--fix", "--lang", "en", "--today", "2026-11-22"]
    assert main(words) == 0
    shown = capsys.readouterr()
    assert shown.out == "0 errors, 0 warnings.\n"
    assert shown.err == (
        f"{NAME}: hidden characters removed; tone marks placed (hòa, khỏe, thủy)\n"
    )
