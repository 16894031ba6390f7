"""The workflows and forms on the place where the source is kept: sound, safe, in two languages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import sample
from sotay.__main__ import main

GITHUB = sample.REAL / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [p for p in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if p.stem != "config"]


def _data(path: Path) -> dict[str, Any]:
    # BaseLoader: YAML 1.1 would read the key `on` as true.
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def test_actionlint_finds_nothing() -> None:
    """The linter of workflows has nothing to say."""
    program = Path(sys.executable).with_name("actionlint")
    done = subprocess.run(
        [program, "-no-color", "-shellcheck=", "-pyflakes=", *WORKFLOWS],
        cwd=sample.REAL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_workflows_are_these() -> None:
    """Nothing else runs on the place where the source is kept."""
    assert [p.stem for p in WORKFLOWS] == ["check", "comment", "publish", "review-dates"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_actions_are_named_by_major_version(path: Path) -> None:
    """Only the host's own actions are used, each by its major version."""
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used and [u for u in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", u)] == []


def test_a_proposal_may_only_read() -> None:
    """What runs a proposal's own code has no permission to write and no secret."""
    check = _data(GITHUB / "workflows" / "check.yml")
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert set(check["on"]) == {"pull_request", "push"}
    assert check["permissions"] == {"contents": "read"}
    assert ["permissions" in job for job in check["jobs"].values()] == [False, False]
    assert "secrets." not in text and "pull_request_target" not in text


def test_what_may_write_runs_nothing_of_a_proposal() -> None:
    """The workflow with permission to comment checks nothing out and runs no command."""
    comment = _data(GITHUB / "workflows" / "comment.yml")
    steps = comment["jobs"]["comment"]["steps"]
    assert comment["permissions"] == {"actions": "read", "pull-requests": "write"}
    used = [step["uses"].partition("@")[0] for step in steps]
    assert used == ["actions/download-artifact", "actions/github-script"]
    assert [step for step in steps if "run" in step] == []
    script = steps[1]["with"]["script"]
    assert "${{" not in script
    for harmless in ("replaceAll('<', '&lt;')", "'@' + joiner", "head.sha !=="):
        assert harmless in script


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_no_expression_stands_in_a_command(path: Path) -> None:
    """A value from outside reaches a command only as a variable, never as part of its text."""
    runs = [
        step["run"]
        for job in _data(path)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    assert [run for run in runs if "${{" in run] == []


def test_commands_exist() -> None:
    """Every `make` target and `sotay` command that a workflow names is there."""
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    makefile = (sample.REAL / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"make (?:-C \S+ )?([a-z-]+)\b", text))
    assert targets == {"site", "test"} <= set(re.findall(r"^([a-z-]+):", makefile, re.M))
    assert set(re.findall(r"-m sotay (\w+)", text)) == {"check", "changes", "overdue"}


@pytest.mark.parametrize("path", FORMS, ids=lambda p: p.stem)
def test_forms_speak_both_languages(path: Path) -> None:
    """Every question of a form stands in Vietnamese and in English."""
    form = _data(path)
    said = [form["name"], form["description"]]
    for part in form["body"]:
        attributes = part["attributes"]
        said += [attributes[key] for key in ("label", "value") if key in attributes]
    assert [text for text in said if " / " not in text and "\n\n" not in text] == []
    assert len({part["id"] for part in form["body"] if "id" in part}) == sum(
        "id" in part for part in form["body"]
    )


def test_template_and_owners_speak_both_languages() -> None:
    """The template of a proposal asks in both languages; the owners are only an example."""
    template = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    asked = [line for line in template.split("\n") if line.startswith(("## ", "- [ ]"))]
    assert len(asked) == 7 and all(" · " in line for line in asked)
    owners = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").strip().split("\n")
    assert all(line.startswith("#") for line in owners)


OVERDUE = """\
Những học phần sau đã quá hạn đọc lại. Đọc lại, sửa nếu cần, rồi ghi ngày mới vào reviewed và \
review_by của module.yml.

- [ ] `modules/child-protection/listening-first`: hạn 22/5/2027, quá hạn 1 ngày
- [ ] `modules/livelihoods/keeping-hens`: hạn 22/5/2027, quá hạn 1 ngày

---

These modules are past their date of review. Read them again, mend what is needed, then put the \
new days into reviewed and review_by of module.yml.

- [ ] `modules/child-protection/listening-first`: due 22 May 2027, days since: 1
- [ ] `modules/livelihoods/keeping-hens`: due 22 May 2027, days since: 1
"""


def test_issue_about_overdue_modules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the day itself nothing is due; a day later both modules are, in both languages."""
    command = ["--root", str(project), "overdue", "--lang", "both", "--on"]
    assert main([*command, "2027-05-22"]) == 0
    assert capsys.readouterr().out == ""
    assert main([*command, "2027-05-23"]) == 0
    assert capsys.readouterr().out == OVERDUE
