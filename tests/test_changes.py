"""`sotay changes`: the comment on a pull request, from two states of the project."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import sample
from sotay.__main__ import main
from sotay.changes import Changes, Owed, Page, Size, compare, load_side, weigh
from sotay.comment import LONGEST, MARK, MOST, comment
from sotay.problem import Place, fault

NOTHING = """\
<!-- sotay: changes -->
## Đề nghị này thay đổi những gì

### Lỗi và lời nhắc (0)

Không có lỗi, không có lời nhắc.

### Mục cần dịch theo (0)

Không có mục nào.

### Số phút (0)

Không đổi.

### Trang (0)

Không trang nào đổi.

### Dung lượng

Chưa dựng để so sánh.

---

## What this proposal changes

### Mistakes and warnings (0)

No mistakes, no warnings.

### Sections to bring in step (0)

None.

### Minutes (0)

No change.

### Pages (0)

No page changed.

### Sizes

Not built, so not compared.
"""


@pytest.fixture
def base(project: Path, tmp_path: Path) -> Path:
    """Give a copy of the sound project as it was before."""
    return shutil.copytree(project, tmp_path / "before")


def _told(base: Path, head: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["--root", str(head), "changes", "--base", str(base), *more]) == 0
    return capsys.readouterr().out


def test_no_change(base: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two equal states give a comment that says so, in both languages."""
    assert _told(base, project, capsys) == NOTHING


def _propose(head: Path) -> None:
    """Change a time, the words of one language, and both languages of another page."""
    sample.edit(head, f"{sample.HENS}/module.yml", "minutes: 30\n    obj", "minutes: 40\n    obj")
    sample.edit(
        head, f"{sample.HENS}/module.yml", "minutes: 30\n        m", "minutes: 40\n        m"
    )
    sample.edit(head, f"{sample.HENS}/vi/index.md", "Mọi cán bộ.", "Mọi người.")
    for language, old in (("vi", "Mọi cán bộ."), ("en", "Every officer.")):
        sample.edit(head, f"{sample.SAFE}/{language}/index.md", old, "A B.")


def test_one_proposal(base: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Minutes, pages, and the section that only one language changed are named."""
    _propose(project)
    told = _told(base, project, capsys, "--lang", "en")
    start = told.index("### Sections")
    assert (
        told[start:]
        == f"""\
### Sections to bring in step (1)

- `{sample.HENS}/index.md#for-whom`: to be updated: en

### Minutes (3)

| Where | Before | After |
|---|---:|---:|
| `keeping-hens` | 30 | 40 |
| `keeping-hens/the-coop` | 30 | 40 |
| `keeping-hens/the-coop/walk-round` | 30 | 40 |

### Pages (3)

- `{sample.SAFE}/en/index.md` (changed): `#for-whom`
- `{sample.SAFE}/vi/index.md` (changed): `#for-whom`
- `{sample.HENS}/vi/index.md` (changed): `#for-whom`

### Sizes

Not built, so not compared.
"""
    )


def test_confirmed_sections_come_from_the_lock(base: Path, project: Path) -> None:
    """With a lock, what was behind before is not told again; what falls behind now is."""
    name = "--first-time", "--why", "translated"
    for root in (base, project):
        assert main(["--root", str(root), "confirm", "keeping-hens", *name]) == 0
        sample.edit(root, f"{sample.HENS}/vi/index.md", "## Tóm tắt", "## Nói gọn")
    sample.edit(project, f"{sample.HENS}/en/index.md", "Every officer.", "Everybody.")
    found = compare(load_side(base), load_side(project), {})
    assert found.owed == (Owed(f"{sample.HENS}/index.md", "for-whom", ("vi",)),)
    assert found.pages == (Page(f"{sample.HENS}/en/index.md", "changed", ("for-whom",)),)


def test_new_and_removed_pages(base: Path, project: Path) -> None:
    """A page that comes or goes is one line, not one per section."""
    assert main(["--root", str(project), "new", "handout", "keeping-hens", "card"]) == 0
    name = f"{sample.HENS}/{{}}/handouts/card.md"
    there = compare(load_side(base), load_side(project), {}).pages
    gone = compare(load_side(project), load_side(base), {}).pages
    assert there == (Page(name.format("en"), "new"), Page(name.format("vi"), "new"))
    assert gone == (Page(name.format("en"), "gone"), Page(name.format("vi"), "gone"))


def test_mistakes_are_told_and_the_rest_goes_on(
    base: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake is shown as the terminal shows it; a state that cannot be read is no crash."""
    sample.edit(project, f"{sample.HENS}/module.yml", "method: walk", "method: run")
    told = _told(base, project, capsys, "--lang", "en")
    assert "### Mistakes and warnings (" in told
    assert f"```text\n{sample.HENS}/module.yml:19:9: error: “" in told
    assert "### Minutes (0)" in told and "### Pages (0)" in told
    sample.write(project, "data/contacts.yml", "- [")
    assert "```text\ndata/contacts.yml:2:1: lỗi: YAML không đọc được" in _told(
        base, project, capsys, "--lang", "vi"
    )


def test_sizes_before_and_after(
    base: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages and handbooks of two built sites are counted and weighed."""
    for name, bytes_ in (("old", 1_000_000), ("new", 2_500_000)):
        sample.write(tmp_path, f"{name}/index.html", b"x" * 10_000)
        sample.write(tmp_path, f"{name}/downloads/a.pdf", b"x" * bytes_)
    sites = ["--sites", str(tmp_path / "old"), str(tmp_path / "new")]
    told = _told(base, project, capsys, *sites)
    assert told.count("| Trang web | 1 tệp, 0,01 MB | 1 tệp, 0,01 MB |\n") == 1
    assert told.count("| Sổ tay PDF | 1 tệp, 1,00 MB | 1 tệp, 2,50 MB |\n") == 1
    assert told.count("| Everything | 2 files, 1.01 MB | 2 files, 2.51 MB |\n") == 1
    assert weigh(tmp_path / "nothing")["all"] == Size()
    assert "Not built" in _told(base, project, capsys, "--sites", "nowhere", "no")


def test_states_of_git(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both states may be named as Git names them; what Git does not know is told."""
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "-A"], [*author, "commit", "-qm", "one"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    _propose(project)
    assert "`keeping-hens` | 30 | 40 |" in _told(Path("HEAD"), project, capsys)
    assert _told(Path("HEAD"), project, capsys, "--head", "HEAD") == NOTHING
    command = ["--root", str(project), "changes", "--base", "no-such-branch", "--lang"]
    assert [main([*command, tongue]) for tongue in ("vi", "en")] == [2, 2]
    assert capsys.readouterr().err == (
        "no-such-branch: lỗi: Không phải thư mục dự án, cũng không có trong Git. [usage]\n"
        "    cách sửa: Dùng một thư mục có mkdocs.yml, hoặc tên nhánh, thẻ, lần ghi của Git.\n"
        "1 lỗi, 0 lời nhắc.\n"
        "no-such-branch: error: Neither a project folder nor known to Git. [usage]\n"
        "    to mend: Name a folder with mkdocs.yml, or a branch, tag or commit of Git.\n"
        "1 error, 0 warnings.\n"
    )


def test_nothing_in_a_proposal_takes_effect() -> None:
    """Names and messages from a proposal are shown as text: no code, no link, no name called."""
    evil = "a`|\n@everyone ``` [x](y)"
    place = Place(evil, 1)
    changes = Changes(
        (fault("x", place, (evil, evil), (evil, evil)),), pages=(Page(evil, "new"),)
    )  # fmt: skip
    told = comment(changes, ["en"])
    fence = told.index("```text\n"), told.index("\n```\n")
    assert "```" not in told[fence[0] + 3 : fence[1]]
    assert "- `a'/ @everyone ''' [x](y)` (new)\n" in told


def test_a_comment_has_an_end() -> None:
    """Thousands of changes still fit into one comment, and it says that there is more."""
    pages = tuple(Page(f"p{n}", "new") for n in range(2000))
    problems = tuple(
        fault("x", Place(f"f{n}", 1), ("vi " * 20, "en " * 20), ("vi", "en")) for n in range(3000)
    )
    told = comment(Changes(problems, pages=pages), ["vi", "en"])
    assert len(told) < 2 * LONGEST + 20_000 < 65_536
    assert told.startswith(f"{MARK}\n")
    assert f"- … và {2000 - MOST} mục nữa.\n" in told
    assert f"- … and {2000 - MOST} more.\n" in told
    assert (
        "… còn nữa: chạy sotay check.\n" in told and "… there is more: run sotay check.\n" in told
    )
