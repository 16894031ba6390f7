"""The last good site stays in place until a whole new one stands beside it.

A build writes into a folder next to the goal. Only when all is written and nothing was
wrong are the two exchanged, by renaming, so that a full disk, a killed process or a mistake
in the last page leaves the old site as it was.
"""

from __future__ import annotations

import shutil
from pathlib import Path


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
