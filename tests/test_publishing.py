"""What a build says at its end: made for a reader of a log, in Vietnamese or English."""

from __future__ import annotations

from pathlib import Path

import pytest

import sample
from sotay.catalog import load_catalog
from sotay.downloads import Printed
from sotay.problem import Tongue
from sotay.publishing import Previewed, Summary

SECONDS = {"load": 1.46, "pages": 4.9, "handbooks": 23.2, "finish": 0.04}


def summary(root: Path) -> Summary:
    catalog, _ = load_catalog(sample.make(root), sample.LANGUAGES)
    printed = {"a.pdf": Printed(56, 350_000), "b.pdf": Printed(42, 1_250_000)}
    return Summary(catalog, {"vi": 12, "en": 11}, printed, 1, (), SECONDS, Path("site"))


@pytest.mark.parametrize(
    ("tongue", "expected"),
    [
        (
            "en",
            """
  Pages      vi 12, en 11
  Handbooks  2 files, 98 pages, 1.6 MB (1 compiled)
  Warnings   0
  Time       load and check 1.5 s · pages 4.9 s · handbooks 23.2 s · finish 0.0 s
  Open       site/index.html""",
        ),
        (
            "vi",
            """
  Trang      vi 12, en 11
  Sổ tay     2 tệp, 98 trang, 1,6 MB (dựng mới 1)
  Lời nhắc   0
  Thời gian  đọc và kiểm tra 1,5 s · dựng trang 4,9 s · in sổ tay 23,2 s · hoàn tất 0,0 s
  Mở         site/index.html""",
        ),
    ],
)
def test_summary(tongue: Tongue, expected: str, tmp_path: Path) -> None:
    """Pages per language, handbooks, warnings, time per stage, and what to open."""
    assert summary(tmp_path).text(tongue) == expected


def test_a_build_that_is_not_taken_over_says_so(tmp_path: Path) -> None:
    """After warnings of the host the old site stays, and the log says where."""
    made = summary(tmp_path)
    assert made.kept("en") == "There were warnings: the old site in site stays."
    assert made.kept("vi") == "Có cảnh báo: giữ nguyên trang cũ ở site."


def test_preview_is_one_line() -> None:
    """The live preview says that no handbook was printed."""
    made = Previewed(98, 18, 0, 5.25)
    assert made.text("en").startswith("Preview: 98 pages, 5.2 s, 0 warnings; no handbook")
    assert made.text("vi").startswith("Xem thử: 98 trang, 5,2 s, 0 lời nhắc; sổ tay không in lại")
