"""sotay status: exact tables, lists and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sample
from commanding import Commands
from sotay.lock import NAME

INDEX = f"{sample.HENS}/vi/index.md"


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(project, capsys)


def _confirmed(run: Commands) -> Commands:
    for name in ("listening-first", "keeping-hens", "docs"):
        assert run("confirm", name, "--why", "translated", "--first-time").status == 0
    return run


def test_table_before_anything_is_confirmed(run: Commands) -> None:
    """Everything is unconfirmed; the list names these only when one module is asked for."""
    assert run("status", lang="vi") == (
        0,
        """\
Học phần         Ngôn ngữ  Số mục  Khớp  Chưa cập nhật  Lệch  Chưa dịch  Chưa xác nhận  Khớp, %
listening-first  vi            13     0              0     0          0             13        0
listening-first  en            13     0              0     0          0             13        0
keeping-hens     vi             8     0              0     0          0              8        0
keeping-hens     en             8     0              0     0          0              8        0
docs             vi             1     0              0     0          0              1        0
docs             en             1     0              0     0          0              1        0
""",
        "",
    )


def test_table_and_list_after_changes(run: Commands, project: Path) -> None:
    """Each section that somebody should look at, in the file to be looked at."""
    _confirmed(run)
    sample.edit(project, INDEX, "Nuôi gà ở sân nhà.", "Nuôi vịt ở ao.")
    sample.edit(project, f"{sample.HENS}/en/the-coop.md", "a visit", "a long visit")
    (project / sample.SAFE / "en/listening.md").unlink()
    assert run("status") == (
        0,
        f"""\
Module           Language  Sections  In step  Behind  Diverged  Missing  Unconfirmed  In step, %
listening-first  vi              13       13       0         0        0            0         100
listening-first  en              13       10       0         0        3            0          76
keeping-hens     vi               8        7       1         0        0            0          87
keeping-hens     en               8        7       1         0        0            0          87
docs             vi               1        1       0         0        0            0         100
docs             en               1        1       0         0        0            0         100

{sample.SAFE}/vi/listening.md:1 #listening: en: missing
{sample.SAFE}/vi/listening.md:5 #practice: en: missing
{sample.SAFE}/vi/listening.md:18 #closing: en: missing
{sample.HENS}/en/index.md:3 #summary: en: behind
{sample.HENS}/vi/the-coop.md:1 #the-coop: vi: behind
""",
        "",
    )


def test_one_module_by_id_or_folder(run: Commands) -> None:
    """Only its own rows, and its unconfirmed sections by name."""
    by_id = run("status", "keeping-hens")
    assert by_id == run("status", sample.HENS)
    assert by_id.out.count("keeping-hens ") == 2
    assert by_id.out.count(": en: unconfirmed\n") == 8
    assert "listening-first" not in by_id.out


def test_json(run: Commands, project: Path) -> None:
    """The same for a program."""
    _confirmed(run)
    sample.edit(project, "docs/vi/index.md", "Xem", "Hãy xem")
    told = json.loads(run("status", "docs", "--format", "json").out)
    zero = {"in-step": 0, "behind": 0, "diverged": 0, "missing": 0, "unconfirmed": 0, "total": 1}
    assert told == {
        "counts": [
            {"module": "docs", "language": "vi", **zero, "in-step": 1, "percent": 100},
            {"module": "docs", "language": "en", **zero, "behind": 1, "percent": 0},
        ],
        "sections": [
            {"module": "docs", "folder": "docs", "page": "index.md", "section": "home",
             "pair": ["vi", "en"], "state": "behind", "languages": ["en"]},
        ],
    }  # fmt: skip


def test_unknown_module_is_wrong_use(run: Commands) -> None:
    """The known ones are named."""
    assert run("status", "keeping-hen", lang="vi") == (
        2,
        "",
        "keeping-hen: lỗi: Không có học phần “keeping-hen”. [usage]\n"
        "    cách sửa: Dùng một trong: keeping-hens.\n1 lỗi, 0 lời nhắc.\n",
    )


def test_broken_lock_is_told_and_the_rest_is_shown(run: Commands, project: Path) -> None:
    """Problems on one stream, the table on the other, exit 1."""
    sample.write(project, f"{sample.HENS}/{NAME}", "a: b\n")
    told = run("status")
    assert (told.status, told.out.count("\n")) == (1, 7)
    assert told.err.startswith(f"{sample.HENS}/{NAME}:1:1: error: ")
