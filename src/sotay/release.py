"""The last good site stays in place until a whole new one stands beside it.

A build writes into a folder next to the goal. Only when all is written and nothing was
wrong are the two exchanged, by renaming, so that a full disk, a killed process or a mistake
in the last page leaves the old site as it was.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from sotay.problem import Place, Problem, fault


def fresh_folder(goal: Path) -> Path:
    """Give the folder to build into, after mending what a killed build left behind."""
    fresh, old = _beside(goal, "new"), _beside(goal, "old")
    if old.exists() and not goal.exists():
        old.rename(goal)  # killed between the two renames of `exchange`
    for left in (fresh, old):
        if left.exists():
            shutil.rmtree(left)
    return fresh


def exchange(fresh: Path, goal: Path) -> None:
    """Put the new site in the goal's place. Raises OSError; then the old one is in place."""
    old = _beside(goal, "old")
    if goal.exists():
        goal.rename(old)
    try:
        fresh.rename(goal)
    except OSError:
        if old.exists():
            old.rename(goal)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(goal: Path, what: str) -> Path:
    return goal.with_name(f".{goal.name}.{what}")


def unwritten(error: OSError) -> Problem:
    """Tell in plain words that the new site could not be written, and that the old one stays."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    why = error.strerror or type(error).__name__
    return fault(
        "unwritten",
        Place(str(error.filename2 or error.filename or "site")),
        (
            "Đĩa đã đầy, không ghi được trang mới; trang cũ giữ nguyên."
            if full
            else f"Không ghi được ({why}); trang cũ giữ nguyên.",
            "The disk is full: the new site could not be written; the old one stays."
            if full
            else f"Cannot be written ({why}); the old site stays.",
        ),
        (
            "Giải phóng chỗ trên đĩa hoặc kiểm tra quyền ghi, rồi dựng lại.",
            "Free some space or check the permission to write, then build again.",
        ),
    )
