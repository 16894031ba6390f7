"""`sotay new`: what it writes is valid at once, and it never spoils what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import builds
import sample
from sotay import project as sotay_project
from sotay import starting
from sotay.__main__ import main
from sotay.catalog import load_catalog
from sotay.document import load_yaml
from sotay.factsedit import with_handout, with_session
from sotay.problem import ContentError
from sotay.source import Text

BEES = "modules/livelihoods/keeping-bees"


def _new(root: Path, *words: str, tongue: str = "en") -> int:
    return main(["--root", str(root), "new", *words, "--lang", tongue])


def _problems(root: Path) -> list[str]:
    found = sotay_project.inspect(root, sample.LANGUAGES)[2]
    return [p.text("en") for p in found]


def test_module_session_and_handout_are_sound(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A module begun from nothing, with a second session and a handout, has no problem at all."""
    assert _new(project, "module", "livelihoods", "keeping-bees") == 0
    assert capsys.readouterr().out == (
        f"{BEES}/module.yml\n{BEES}/vi/index.md\n{BEES}/en/index.md\n"
        f"{BEES}/vi/first-session.md\n{BEES}/en/first-session.md\n"
        "Done. Open each file, replace the sample sentences, then run: sotay check\n"
    )
    assert _new(project, "session", "keeping-bees", "the-hive") == 0
    capsys.readouterr()
    assert _new(project, "handout", BEES, "hive-card", tongue="vi") == 0
    assert capsys.readouterr().out == (
        f"{BEES}/module.yml\n{BEES}/vi/handouts/hive-card.md\n{BEES}/en/handouts/hive-card.md\n"
        "Tài liệu được phát ở hoạt động the-hive/opening; có thể chuyển sang hoạt động khác trong "
        "module.yml. Nhắc đến tài liệu trong lời bằng khối: /// handout | hive-card\n"
        "Đã tạo. Mở từng tệp, viết thay các câu mẫu, rồi chạy: sotay check\n"
    )
    assert _problems(project) == []


def test_comments_guide_in_the_language_of_the_file(project: Path) -> None:
    """Words files speak one language in their comments, module.yml speaks both."""
    _new(project, "module", "livelihoods", "keeping-bees")
    texts = {n: (project / BEES / n).read_text(encoding="utf-8")
             for n in ("module.yml", "vi/index.md", "en/index.md")}  # fmt: skip
    assert "<!-- Ai học, đã cần biết gì. -->" in texts["vi/index.md"]
    assert "<!-- Who learns, and what they should know already. -->" in texts["en/index.md"]
    assert "# Mã mục tiêu; lời của mục tiêu ở vi/index.md" in texts["module.yml"]
    assert "# Ids of the objectives; their words stand in" in texts["module.yml"]


def test_dates_and_order(project: Path) -> None:
    """A module comes last in its track and is due for review in half a year."""
    catalog, _ = load_catalog(project, sample.LANGUAGES)
    start = starting.new_module(catalog, "livelihoods", "keeping-bees", date(2026, 8, 31))
    facts = start.files[f"{BEES}/module.yml"]
    lines = [line for line in facts.split("\n") if line.startswith(("order", "rev", "version"))]
    assert lines == [
        "order: 30", 'version: "2026.08"', "reviewed: 2026-08-31", "review_by: 2027-02-28"
    ]  # fmt: skip


def test_facts_keep_every_other_line(project: Path) -> None:
    """A session and a handout only add lines; comments, order and spacing stay."""
    path = project / sample.SAFE / "module.yml"
    before = f"# A comment of ours\n{path.read_text(encoding='utf-8')}  # a last word\n"
    sample.write(project, f"{sample.SAFE}/module.yml", before)
    assert _new(project, "session", "listening-first", "third-sitting") == 0
    assert _new(project, "handout", "listening-first", "one-page") == 0
    after = path.read_text(encoding="utf-8")
    added = [line for line in after.split("\n") if line not in before.split("\n")]
    assert added == [
        "  - {id: one-page, per: person}",
        "  - id: third-sitting",
        "    minutes: 30",
        "        method: discussion",
        "        handouts: [one-page]",
    ]
    kept = iter(after.split("\n"))
    assert all(line in kept for line in before.split("\n"))
    assert _problems(project) == []


FLOW = "sessions: [{id: a, minutes: 5, activities: [{id: x, minutes: 5, method: walk}]}]\n"
BLOCK = """\
handouts: []  # none yet
sessions:
- id: a
  minutes: 5
  activities:
  - {id: x, minutes: 5, method: walk}
  - id: y
    minutes: 5
    method: walk  # on foot
    handouts: [one, two]  # two of them
# the end
"""


def test_session_goes_into_a_list_without_indent() -> None:
    """A list may stand at the margin; what follows it stays below the new session."""
    facts, _ = load_yaml(Text("module.yml", BLOCK))
    assert facts is not None
    lines = with_session(BLOCK, facts, "b", "o").split("\n")
    assert lines[10:14] == ["- id: b", "  minutes: 30", "  objectives: [o]", "  activities:"]
    assert lines[-2:] == ["# the end", ""]


def test_handout_joins_the_handouts_of_its_activity() -> None:
    """The empty list becomes a list; the activity's list grows by one, comments stay."""
    facts, _ = load_yaml(Text("module.yml", BLOCK))
    assert facts is not None
    text = with_handout(BLOCK, facts, "three", ("sessions", 0, "activities", 1))
    assert text.split("\n")[:2] == ["handouts:  # none yet", "  - {id: three, per: person}"]
    assert "    handouts: [one, two, three]  # two of them\n# the end\n" in text


@pytest.mark.parametrize("tongue", ["vi", "en"])
def test_what_cannot_be_added_to_is_told(tongue: str) -> None:
    """A list written in one line is left to its author."""
    facts, _ = load_yaml(Text("module.yml", FLOW))
    assert facts is not None
    with pytest.raises(ContentError) as error:
        with_session(FLOW, facts, "b", "o")
    assert (
        error.value.problems[0].text("vi" if tongue == "vi" else "en")
        == {
            "vi": "module.yml:1:1: lỗi: Chỗ này viết theo cách chương trình không tự thêm được; "
            "chưa ghi gì. [usage]\n    cách sửa: Viết mỗi mục một dòng bắt đầu bằng “- ” rồi chạy "
            "lại, hoặc tự thêm: - id: b",
            "en": "module.yml:1:1: error: The program cannot add to what is written this way; "
            "nothing was written. [usage]\n    to mend: Put each entry on a line that starts with "
            "“- ” and try again, or add: - id: b",
        }[tongue]
    )


REFUSED = {
    "Nuôi ong": (
        "Nuôi ong: lỗi: Mã chỉ gồm chữ thường không dấu và số, nối bằng gạch ngang, dài tối đa 60. "
        "[usage]\n    cách sửa: Ví dụ: nuoi-ong\n1 lỗi, 0 lời nhắc.\n",
        "Nuôi ong: error: An id has only lower-case letters without marks, digits and hyphens, at "
        "most 60. [usage]\n    to mend: For example: nuoi-ong\n1 error, 0 warnings.\n",
    ),
    "downloads": (
        "downloads: lỗi: Mã “downloads” chương trình đã dùng vào việc khác. [usage]\n"
        "    cách sửa: Đặt mã dài hơn, ví dụ downloads-1.\n1 lỗi, 0 lời nhắc.\n",
        "downloads: error: The id “downloads” has another use in the program. [usage]\n"
        "    to mend: Choose a longer one, such as downloads-1.\n1 error, 0 warnings.\n",
    ),
    "keeping-hens": (
        "keeping-hens: lỗi: Mã “keeping-hens” đã có. [usage]\n"
        "    cách sửa: Đặt mã khác; đang có: listening-first, keeping-hens.\n1 lỗi, 0 lời nhắc.\n",
        "keeping-hens: error: The id “keeping-hens” is taken. [usage]\n"
        "    to mend: Choose another; there are: listening-first, keeping-hens.\n"
        "1 error, 0 warnings.\n",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_ids(project: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that cannot be used is refused in both languages, and nothing is written."""
    before = builds.contents(project)
    for tongue, told in zip(("vi", "en"), REFUSED[name], strict=True):
        assert _new(project, "module", "livelihoods", name, tongue=tongue) == 2
        assert capsys.readouterr().err == told
    assert builds.contents(project) == before


def test_unknown_owner_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A track or module that is not there is answered with those that are."""
    assert _new(project, "module", "livelihood", "x") == 2
    assert _new(project, "session", "keeping-hen", "x", tongue="vi") == 2
    assert capsys.readouterr().err == (
        "livelihood: error: There is no track “livelihood”. [usage]\n"
        "    to mend: Use one of: livelihoods.\n1 error, 0 warnings.\n"
        "keeping-hen: lỗi: Không có học phần “keeping-hen”. [usage]\n"
        "    cách sửa: Dùng một trong: keeping-hens.\n1 lỗi, 0 lời nhắc.\n"
    )


def test_nothing_is_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that stands in the way stops all of it, in both languages."""
    sample.write(project, f"{sample.HENS}/en/winter.md", "mine\n")
    before = builds.contents(project)
    assert _new(project, "session", "keeping-hens", "winter") == 2
    assert _new(project, "session", "keeping-hens", "winter", tongue="vi") == 2
    assert capsys.readouterr().err == (
        f"{sample.HENS}/en/winter.md: error: The file is there already; it is not overwritten. "
        "[usage]\n    to mend: Choose another id, or move the old file away yourself first.\n"
        "1 error, 0 warnings.\n"
        f"{sample.HENS}/en/winter.md: lỗi: Tệp này đã có; không ghi đè. [usage]\n"
        "    cách sửa: Đặt mã khác, hoặc tự chuyển tệp cũ đi trước.\n1 lỗi, 0 lời nhắc.\n"
    )
    assert builds.contents(project) == before


def test_a_change_that_would_break_something_is_not_made(project: Path) -> None:
    """What the checks would refuse is refused before anything is written."""
    catalog, _ = load_catalog(project, sample.LANGUAGES)
    start = starting.new_session(catalog, "keeping-hens", "winter")
    page = f"{sample.HENS}/en/winter.md"
    broken = starting.Start({**start.files, page: start.files[page] + "\n/// nonsense\nx\n///\n"})
    before = builds.contents(project)
    with pytest.raises(ContentError) as error:
        starting.write(broken, project, sample.LANGUAGES)
    assert {p.code for p in error.value.problems} == {"block-unknown", "block-parity"}
    assert builds.contents(project) == before


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Buổi đầu tiên", "buoi-dau-tien"), ("Đánh giá", "danh-gia"), ("  ", "first-aid")],
)
def test_id_of_a_title(title: str, expected: str) -> None:
    """The id that is suggested keeps every letter, đ included."""
    assert starting.to_id(title) == expected
