"""The lock file: exact bytes, faults with their places, and two people at once."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

import sample
from sotay.catalog import load_catalog
from sotay.document import load_yaml
from sotay.lock import NAME, Entry, Key, Lock, save, to_lock, to_text
from sotay.problem import Place, Problem
from sotay.source import Text

DAY = date(2026, 11, 22)
LOCK = Lock(
    {
        Key("en", "index.md", "summary"): Entry(
            {"vi": "0123456789012345", "en": "00000000000000ab"}, "translated", DAY
        ),
        Key("en", "handouts/form.md", "form"): Entry(
            {"en": "ffffffffffffffff", "vi": "1e00000000000000"}, "typo", date(2026, 1, 2)
        ),
    }
)
TEXT = """\
# Các bản dịch đã được người đối chiếu. Chương trình ghi tệp này: sotay confirm.
# Translations as last compared by a person. Written by the program: sotay confirm.

"en/handouts/form.md#form": {vi: "1e00000000000000", en: "ffffffffffffffff", why: typo, \
date: 2026-01-02}

"en/index.md#summary": {vi: "0123456789012345", en: "00000000000000ab", why: translated, \
date: 2026-11-22}
"""


def _read(text: str) -> tuple[Lock, tuple[Problem, ...]]:
    document, problems = load_yaml(Text("modules/x/y/translations.lock.yml", text))
    assert document, problems
    return to_lock(document)


def test_text_is_sorted_quoted_and_one_line_per_section() -> None:
    """The same entries in any order give the same bytes; a hash of digits stays text."""
    assert to_text(LOCK) == TEXT
    turned = Lock(dict(reversed(LOCK.entries.items())))
    assert to_text(turned) == TEXT


def test_text_comes_back_as_it_went() -> None:
    """What was written is what is read."""
    assert _read(TEXT) == (LOCK, ())
    assert _read(to_text(Lock())) == (Lock(), ())


def test_save_leaves_nothing_else_behind(tmp_path: Path) -> None:
    """The file is whole and alone."""
    save(LOCK, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).read_bytes() == TEXT.encode()


WRONG = {
    "key without section": '"en/index.md": {vi: "0123456789abcdef", en: "0123456789abcdef", '
    "why: typo, date: 2026-01-02}",
    "key without language": '"index.md#a": {vi: "0123456789abcdef", en: "0123456789abcdef", '
    "why: typo, date: 2026-01-02}",
    "hash too short": 'en/index.md#a: {vi: "0123", en: "0123456789abcdef", why: typo, '
    "date: 2026-01-02}",
    "one hash": 'en/index.md#a: {en: "0123456789abcdef", why: typo, date: 2026-01-02}',
    "other languages": 'en/index.md#a: {vi: "0123456789abcdef", km: "0123456789abcdef", '
    "why: typo, date: 2026-01-02}",
    "unknown reason": 'en/index.md#a: {vi: "0123456789abcdef", en: "0123456789abcdef", '
    "why: bored, date: 2026-01-02}",
    "no date": 'en/index.md#a: {vi: "0123456789abcdef", en: "0123456789abcdef", why: typo}',
    "impossible date": 'en/index.md#a: {vi: "0123456789abcdef", en: "0123456789abcdef", '
    "why: typo, date: 2026-02-30}",
    "a list": "en/index.md#a: [1, 2]",
    "nothing": "en/index.md#a:",
    "nested": "en/index.md#a: {vi: {x: y}, en: [z], why: typo, date: 2026-01-02}",
}


@pytest.mark.parametrize("line", WRONG.values(), ids=WRONG)
def test_wrong_line_is_one_problem_with_its_place(line: str) -> None:
    """The other lines are still read."""
    lock, problems = _read(f"{TEXT}\n{line}\n")
    assert lock == LOCK
    place = Place("modules/x/y/translations.lock.yml", 8, 1)
    assert [(p.place, p.code, p.severity) for p in problems] == [(place, "lock", "error")]


def test_lock_that_is_no_mapping_is_one_problem() -> None:
    """A list is told once, at its beginning."""
    lock, problems = _read("- a\n- b\n")
    assert (lock, [(p.place.line, p.code) for p in problems]) == (Lock(), [(1, "lock")])


BROKEN = {
    "not YAML": ("en/index.md#a: {vi: ", ["yaml"]),
    "empty": ("", ["empty"]),
    "only a comment": ("# nothing\n", ["empty"]),
    "not UTF-8": (b"\xff\xfe\x00", ["encoding"]),
    "conflict": ("<<<<<<< HEAD\na: b\n=======\n>>>>>>> x\n", ["conflict"]),
    "doubled": (TEXT + TEXT.split("\n")[3] + "\n", ["doubled-key"]),
    "alias": ("a: &x 1\nb: *x\n", ["yaml"]),
}


@pytest.mark.parametrize("text, codes", BROKEN.values(), ids=BROKEN)
def test_broken_file_gives_problems_and_never_a_traceback(
    project: Path, text: str | bytes, codes: list[str]
) -> None:
    """The build is refused with the lock's name; the rest of the project is read."""
    sample.write(project, f"{sample.HENS}/{NAME}", text)
    catalog, problems = load_catalog(project, sample.LANGUAGES)
    assert [(p.place.path, p.code) for p in problems] == [
        (f"{sample.HENS}/{NAME}", code) for code in codes
    ]
    assert len(catalog.modules) == 2


def test_locks_are_found_by_folder(project: Path) -> None:
    """A lock stands beside module.yml, or in docs/."""
    for folder in (sample.HENS, "docs"):
        sample.write(project, f"{folder}/{NAME}", TEXT)
    catalog, problems = load_catalog(project, sample.LANGUAGES)
    assert (catalog.locks, problems) == ({sample.HENS: LOCK, "docs": LOCK}, [])


def test_neighbouring_lines_merge(tmp_path: Path) -> None:
    """Two people confirm neighbouring sections: git merges both without a conflict."""

    def put(name: str, **whys: str) -> Path:
        entries = {
            key: Entry(entry.hashes, whys.get(key.id, "checked"), DAY)  # type: ignore[arg-type]
            for key, entry in LOCK.entries.items()
        }
        path = tmp_path / name
        path.write_text(to_text(Lock(entries)), encoding="utf-8")
        return path

    mine, base, theirs = put("mine", form="typo"), put("base"), put("theirs", summary="local")
    subprocess.run(["git", "merge-file", mine, base, theirs], check=True)
    assert mine.read_text("utf-8") == put("both", form="typo", summary="local").read_text("utf-8")
