"""Bad input through the real command lines: told in full, status 1, the last good site stays."""

from __future__ import annotations

import json
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

import builds
import cases
import sample
from sotay import release

BAD = {
    "broken YAML": "yaml",
    "wrong type": "wrong-value",
    "unknown key": "unknown-key",
    "missing key": "missing-key",
    "doubled key": "doubled-key",
    "doubled id": "doubled-id",
    "session times that do not add up": "session_time_adds_up",
    "missing session file": "source_words_exist",
    "heading id missing": "ids_are_pinned",
    "heading id doubled": "ids_are_unique",
    "heading id unknown": "activities_match",
    "activity in one language only": "same_headings",
    "dead link or anchor, path that leaves the module": "link_targets_exist",
    "missing image": "link_targets_exist",
    "missing alt text": "images_have_alt_text",
    "unknown block": "blocks_are_known",
    "unclosed block": "blocks_are_closed",
    "raw script": "raw_html_is_allowed",
    "script behind code": "raw_html_behind_code",
    "not UTF-8": "encoding",
    "old letters in UTF-8": "legacy-text",
    "conflict marker": "conflict",
    "empty file": "empty",
    "a file of 5 MB": "too-large",
    "unknown reference, contact, term": "forms_are_known",
    "unknown reference, contact, material in the facts": "registry_ids_exist",
    "a link out of the project": "outside",
    "many faults in one run": "many-faults",
}
"""What goes wrong → the example in tests/problems that shows it."""


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """Give the sample project with all that a real build needs."""
    return sample.make(tmp_path / "project", host=True)


def _expected(name: str) -> tuple[str, str]:
    """Give an example's whole report in Vietnamese and in English."""
    report = (cases.BROKEN / name / "expected.txt").read_text(encoding="utf-8")
    vi, _, en = report.partition("\n\n")
    return vi.strip(), en.strip()


@pytest.mark.parametrize("what", BAD)
def test_build_tells_bad_input_and_keeps_the_last_good_site(what: str, hosted: Path) -> None:
    """`mkdocs build --strict` tells the whole report, gives status 1, and touches no old page."""
    cases.break_project(hosted, cases.BROKEN / BAD[what] / "edits.yml")
    site = builds.put_last_good(hosted)
    done = builds.run(builds.MKDOCS, hosted)
    assert _expected(BAD[what])[0] in done.stdout
    assert "Traceback" not in done.stdout
    assert done.returncode == 1
    assert builds.contents(site) == builds.LAST_GOOD
    assert not (hosted / "build").exists()


@pytest.mark.parametrize("name", sorted(set(BAD.values())))
def test_check_tells_the_same(name: str, project: Path) -> None:
    """`sotay check` tells the same report, in English when asked, and gives status 1."""
    cases.break_project(project, cases.BROKEN / name / "edits.yml")
    done = builds.run([*builds.CHECK, "--lang", "en"], project)
    assert (done.stdout.strip(), done.returncode) == (_expected(name)[1], 1)


def test_sound_project_is_told_sound(project: Path) -> None:
    """`sotay check` of a sound project says so and gives status 0."""
    done = builds.run([*builds.CHECK, "--lang", "en"], project)
    assert (done.stdout, done.returncode) == ("0 errors, 0 warnings.\n", 0)


def test_many_faults_are_told_sorted_and_once_each(project: Path) -> None:
    """The places of a long report are in order, and no line of it stands twice."""
    cases.break_project(project, cases.BROKEN / "many-faults" / "edits.yml")
    done = builds.run([*builds.CHECK, "--format", "json"], project)
    told = [(p["path"], p["line"], p["column"], p["code"]) for p in json.loads(done.stdout)]
    assert told == sorted(set(told))
    assert len(told) == 11


@pytest.mark.parametrize(
    ("settings", "options", "language"),
    [
        ({}, [], "vi"),
        ({"LANG": "C.UTF-8"}, [], "vi"),
        ({"LANG": "en_GB.UTF-8"}, [], "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "vi_VN.UTF-8"}, [], "vi"),
        ({"LANG": "vi_VN.UTF-8", "SOTAY_LANG": "en"}, [], "en"),
        ({"LANG": "en_GB.UTF-8", "SOTAY_LANG": "en"}, ["--lang", "vi"], "vi"),
        ({"LC_ALL": "C"}, ["--lang", "vi"], "vi"),
    ],
)
def test_language_of_messages(
    settings: dict[str, str], options: list[str], language: str, project: Path
) -> None:
    """Messages are in the language of --lang, else SOTAY_LANG, else the locale, else Vietnamese."""
    cases.break_project(project, cases.BROKEN / "empty" / "edits.yml")
    done = builds.run([*builds.CHECK, *options], project, **settings)
    assert done.stdout.strip() == _expected("empty")[0 if language == "vi" else 1]


def test_build_follows_the_language_too(hosted: Path) -> None:
    """`mkdocs build` tells its problems in the language of SOTAY_LANG."""
    cases.break_project(hosted, cases.BROKEN / "empty" / "edits.yml")
    assert _expected("empty")[1] in builds.run(builds.MKDOCS, hosted, SOTAY_LANG="en").stdout


def test_github_annotations(project: Path) -> None:
    """On CI each problem is one line that GitHub shows beside the changed line."""
    cases.break_project(project, cases.BROKEN / "session_time_adds_up" / "edits.yml")
    done = builds.run([*builds.CHECK, "--lang", "en", "--format", "github"], project)
    assert done.stdout == (
        "::error file=modules/child-protection/listening-first/module.yml,line=16,col=5,"
        "title=session-time::Session “first-signs” says 60 minutes, its parts add up to 65 "
        "(55 activities + 10 breaks). → Write minutes: 65, or change the minutes of an activity.\n"
    )


def test_only_the_asked_files_are_told(project: Path) -> None:
    """`sotay check <folder>` tells the problems of that folder alone."""
    cases.break_project(project, cases.BROKEN / "many-faults" / "edits.yml")
    done = builds.run([*builds.CHECK, "--format", "json", "docs/vi"], project)
    assert [p["path"] for p in json.loads(done.stdout)] == ["docs/vi/index.md"]


@pytest.mark.slow
def test_accepted_letters_build_and_are_told_once(hosted: Path) -> None:
    """Decomposed letters, a byte-order mark and CRLF build; only the first is told, once."""
    cases.break_project(hosted, cases.BROKEN / "nfd" / "edits.yml")
    sample.write(
        hosted,
        "docs/vi/index.md",
        "\ufeff# Sổ tay {#home}\r\n\r\n[A](references.md)\r\n\r\n[[tracks]]\r\n",
    )
    done = builds.run(builds.MKDOCS, hosted)
    assert done.returncode == 0
    assert done.stdout.count(_expected("nfd")[0].partition("\n")[0]) == 1
    page = (hosted / "site/livelihoods/keeping-hens/the-coop.html").read_text(encoding="utf-8")
    assert "Xem chuồng hàng xóm." in page


@pytest.mark.slow
def test_full_disk_keeps_the_last_good_site(tmp_path: Path) -> None:
    """A disk that fills up in mid-build is told in plain words, and no old page changes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    mounted = shutil.which("mount") and not subprocess.run(mount, capture_output=True).returncode
    try:
        root = sample.make(disk / "project", host=True)
        site = builds.put_last_good(root)
        command = builds.MKDOCS if mounted else _with_short_files(builds.MKDOCS)
        done = builds.run(command, root, SOTAY_LANG="en")
        assert (
            "error: The disk is full: the new site could not be written; the old one stays. "
            "[unwritten]\n    to mend: Free some space or check the permission to write, "
            "then build again.\n"
        ) in done.stdout
        assert "Traceback" not in done.stdout
        assert done.returncode == 1
        assert builds.contents(site) == builds.LAST_GOOD
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def _with_short_files(command: list[str]) -> list[str]:
    """Run a command that cannot write a file of more than 100 kB: what a full disk does."""
    limit = f"resource.setrlimit(resource.RLIMIT_FSIZE, {(100_000, 100_000)})"
    code = f"import os, resource, sys; {limit}; os.execv(sys.executable, {command!r})"
    return [command[0], "-c", code]


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["build/stage/en", ".site.new/index.html", ".site.new/downloads"])
def test_killed_build_keeps_the_last_good_site(sign: str, hosted: Path) -> None:
    """A build killed while it stages, renders or prints leaves the old site; the next one works."""
    site = builds.put_last_good(hosted)
    process = subprocess.Popen(
        builds.MKDOCS, cwd=hosted, env=builds.environment(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not (hosted / sign).exists():
        assert process.poll() is None and time.monotonic() < deadline, "the build was too quick"
        time.sleep(0.002)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert builds.contents(site) == builds.LAST_GOOD
    assert builds.run(builds.MKDOCS, hosted).returncode == 0
    assert (site / "index.html").read_bytes() != builds.LAST_GOOD["index.html"]
    assert [p.name for p in hosted.glob(".site.*")] == []


def test_build_killed_between_the_two_renamings_is_mended(tmp_path: Path) -> None:
    """When only the set-aside old site is left, the next build puts it back first."""
    goal = tmp_path / "site"
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "index.html").write_bytes(b"old")
    assert release.fresh_folder(goal) == tmp_path / ".site.new"
    assert builds.contents(goal) == {"index.html": b"old"}


def test_short_files_fail_like_a_full_disk(tmp_path: Path) -> None:
    """The stand-in for a full disk, where none can be mounted, refuses to write large files."""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 100_000
    write = "open('big', 'wb').write(bytes(200_000))"
    done = builds.run(_with_short_files([builds.MKDOCS[0], "-c", write]), tmp_path)
    assert "OSError: [Errno 27] File too large" in done.stdout
