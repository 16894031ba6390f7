"""Problems: how they are written, ordered and counted."""

from __future__ import annotations

import pytest

from sotay.problem import ContentError, Place, Problem, errors, fault, in_order, nudge, report

HERE = Place("a.md", 3, 7)
FAULT = fault("code", HERE, ("Sai.", "Wrong."), ("Sửa.", "Mend it."))
NUDGE = nudge("hint", Place("a.md"), ("Nhắc.", "Mind."), ("Xem.", "Look."))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.md"), "a.md"),
        (Place("a.md", 3), "a.md:3"),
        (Place("a.md", 3, 7), "a.md:3:7"),
    ],
)
def test_place_is_clickable(place: Place, shown: str) -> None:
    """A place is written as path:line:column, without what is not known."""
    assert str(place) == shown


def test_problem_is_two_lines_in_each_tongue() -> None:
    """A problem says where, what and how to mend it, in Vietnamese and in English."""
    assert FAULT.text("vi") == "a.md:3:7: lỗi: Sai. [code]\n    cách sửa: Sửa."
    assert FAULT.text("en") == "a.md:3:7: error: Wrong. [code]\n    to mend: Mend it."


def test_warning_has_its_own_word() -> None:
    """A warning is told as such, and stops nothing."""
    assert NUDGE.text("vi") == "a.md: nhắc: Nhắc. [hint]\n    cách sửa: Xem."
    assert NUDGE.text("en") == "a.md: warning: Mind. [hint]\n    to mend: Look."
    assert errors([FAULT, NUDGE]) == (FAULT,)


def test_report_is_sorted_told_once_and_counted() -> None:
    """Equal problems are told once, in order of place, with a count at the end."""
    assert report([FAULT, NUDGE, FAULT], "en") == (
        "a.md: warning: Mind. [hint]\n    to mend: Look.\n"
        "a.md:3:7: error: Wrong. [code]\n    to mend: Mend it.\n"
        "1 error, 1 warning."
    )


@pytest.mark.parametrize(
    ("problems", "vi", "en"),
    [
        ([], "0 lỗi, 0 lời nhắc.", "0 errors, 0 warnings."),
        ([FAULT], "1 lỗi, 0 lời nhắc.", "1 error, 0 warnings."),
        ([NUDGE], "0 lỗi, 1 lời nhắc.", "0 errors, 1 warning."),
    ],
)
def test_count_has_its_number(problems: list[Problem], vi: str, en: str) -> None:
    """One is one error, none or two are errors."""
    assert [report(problems, t).splitlines()[-1] for t in ("vi", "en")] == [vi, en]  # type: ignore[arg-type]


def test_lines_are_in_order_of_number() -> None:
    """Line 9 stands before line 10."""
    late, early = (fault("c", Place("a", n, 1), ("", ""), ("", "")) for n in (10, 9))
    assert in_order([late, early]) == (early, late)


def test_annotation_escapes_what_github_would_read() -> None:
    """Per cent signs and line ends are escaped; a place without line points at the first."""
    odd = fault("code", Place("a.md"), ("", "50%\nmore"), ("", "less"))
    assert odd.annotation("en") == (
        "::error file=a.md,line=1,col=1,title=code::50%25%0Amore → less"
    )


def test_content_error_carries_everything() -> None:
    """The core's one exception holds all problems, in order, and reads as their report."""
    error = ContentError([FAULT, NUDGE, FAULT])
    assert error.problems == (NUDGE, FAULT)
    assert str(error) == report([FAULT, NUDGE], "en")
