"""The rules as a whole: documented, explained, within their time, with the clock as an argument."""

from __future__ import annotations

import inspect
from datetime import date
from pathlib import Path

import pytest

import cases
import sample
import test_problems
from sotay import project
from sotay.catalog import load_catalog
from sotay.checks import MODULE_RULES, PAGE_RULES, PAIR_RULES
from sotay.checks.figures import figures, number_words
from sotay.checks.tones import misplaced
from sotay.problem import errors
from sotay.stage import stage

OUTSIDE = {"external-dead", "external-many", "form-parity", "link-parity"}
"""Codes that are given outside of checks/, or handed on through a function."""
EXPLAINED = load_catalog(sample.REAL, sample.LANGUAGES)[0].explanations


@pytest.mark.parametrize(
    "rule", [*MODULE_RULES, *PAIR_RULES, *PAGE_RULES], ids=lambda r: r.__name__
)
def test_rule_is_documented(rule: object) -> None:
    """A rule's first line is one sentence that says what it wants."""
    first = (inspect.getdoc(rule) or "").split("\n")[0]
    assert first.endswith(".")


def test_every_code_is_explained_and_every_explanation_has_its_code() -> None:
    """data/checks.yml explains each code that a message can have, once, and no other."""
    told = [entry.id for entry in EXPLAINED]
    assert sorted(told) == sorted(test_problems._codes() | OUTSIDE)


def test_an_explanation_shows_that_a_warning_is_one() -> None:
    """An entry is marked as a warning exactly when the examples show a warning."""
    shown: dict[str, set[bool]] = {}
    for path in cases.BROKEN.glob("*/expected.txt"):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.endswith("]") and (": error: " in line or ": warning: " in line):
                code = line[line.rindex("[") + 1 : -1]
                shown.setdefault(code, set()).add(": warning: " in line)
    wrong = [e.id for e in EXPLAINED if e.id in shown and shown[e.id] != {e.warning}]
    assert wrong == []


def test_explanations_hold_both_languages() -> None:
    """Title, reason and examples stand in both languages, each with its words."""
    for entry in EXPLAINED:
        for words in (entry.title, entry.why, entry.wrong, entry.right):
            assert words.vi.strip() and words.en.strip(), entry.id
        assert entry.title.vi != entry.title.en, entry.id
        assert (entry.wrong.vi, entry.wrong.en) != (entry.right.vi, entry.right.en), entry.id


def test_the_page_of_checks_is_staged_in_both_languages() -> None:
    """contributing/checks.md has a heading for each code, in each language, and is in the nav."""
    site = stage(load_catalog(sample.REAL, sample.LANGUAGES)[0])
    for language in sample.LANGUAGES:
        text = site.pages[f"{language}/contributing/checks.md"].text
        assert [e.id for e in EXPLAINED if f"{{#{e.id}}}" not in text] == []
        assert "contributing/checks.md" in str(site.nav[language])


def test_the_real_project_is_clean_for_a_release() -> None:
    """The content of this project gives no problem at all, on the day of its review."""
    _, _, problems = project.inspect(
        sample.REAL, sample.LANGUAGES, date(2026, 11, 22), release=True
    )
    assert [p.text("en") for p in problems] == []


def test_a_review_that_is_past_stops_a_release(project_: Path) -> None:
    """The day is an argument: a warning the day after, an error when a release is made."""
    later = date(2027, 5, 23)
    daily = project.inspect(project_, sample.LANGUAGES, later)[2]
    assert [p.code for p in daily] == ["review-past", "review-past"]
    assert errors(daily) == ()
    strict = project.inspect(project_, sample.LANGUAGES, later, release=True)[2]
    assert [p.code for p in errors(strict)] == ["review-past", "review-past"]


@pytest.fixture
def project_(tmp_path: Path) -> Path:
    """Give the sample project."""
    return sample.make(tmp_path / "project")


@pytest.mark.parametrize(
    ("vi", "en", "values"),
    [
        ("1.000.000 đồng", "VND 1,000,000", ["1000000"]),
        ("30 triệu đồng", "VND 30 million", ["30000000"]),
        ("12/3/2018", "12 March 2018", ["12/3/2018"]),
        ("ngày 12 tháng 3 năm 2018", "March 12, 2018", ["12/3/2018"]),
        ("tháng 11/2026", "November 2026", ["11/2026"]),
        ("11/2026", "11/2026", ["11/2026"]),
        ("62,9%", "62.9 per cent", ["62.9%"]),
        ("5 phần trăm", "5%", ["5%"]),
        ("19:00", "7 pm", ["19"]),
        ("7 giờ tối", "7:00 p.m.", ["19"]),
        ("7h30", "7:30", ["7:30"]),
        ("12 giờ", "12 hours", ["12"]),
        ("24/24 giờ", "24 hours", ["24"]),
        ("mục 4.2", "part 4.2", ["4.2"]),
        ("23 và 24/8/2019", "23 and 24 August 2019", ["23", "24/8/2019"]),
        ("1, 2 và 4", "1, 2 and 4", ["1", "2", "4"]),
        ("giấy A4", "A4 paper", []),
    ],
)
def test_figures_are_read_in_each_language(vi: str, en: str, values: list[str]) -> None:
    """Both ways of writing give the same value."""
    assert [f.value for f in figures(vi, "vi")] == values
    assert [f.value for f in figures(en, "en")] == values


def test_number_words_are_counted() -> None:
    """Words for numbers are read too: mười hai is twelve."""
    assert dict(number_words("mười hai con gà, ba cửa", "vi")) == {"12": 1, "3": 1}
    assert dict(number_words("twelve hens, three doors", "en")) == {"12": 1, "3": 1}


@pytest.mark.parametrize(
    ("text", "right"),
    [("hoà", "hòa"), ("Khoẻ", "Khỏe"), ("THUỶ", "THỦY"), ("tóan", "toán"), ("hùynh", "huỳnh")],
)
def test_tone_marks_move(text: str, right: str) -> None:
    """A misplaced mark is found, and put in its place."""
    assert misplaced(text) == [(0, text, right)]


@pytest.mark.parametrize("text", ["hòa", "quý", "quà", "già", "hoàn", "huỳnh", "khuỷu", "Lizuý"])
def test_tone_marks_stay(text: str) -> None:
    """What is right, closed, of qu- or foreign is left alone."""
    assert misplaced(text) == []
