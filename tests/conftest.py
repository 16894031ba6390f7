"""What all tests share: the real project, a small sound one, and `pytest --update`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import sample


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, which writes the expected files anew; `git diff` is the review."""
    parser.addoption("--update", action="store_true", help="rewrite the expected files")


@pytest.fixture
def real_root() -> Path:
    """Give the folder of the real project."""
    return sample.REAL


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small, complete, sound project that a test may break."""
    return sample.make(tmp_path / "project")


@pytest.fixture
def same_text(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Give a comparison with a file's text; with --update the file is written instead."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == actual

    return compare
