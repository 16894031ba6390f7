"""The command line as a person uses it: in the project's folder, with git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from sotay.__main__ import main

NAME = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


class Told(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


class Commands:
    """Runs commands in one project and gives what they printed."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys

    def __call__(self, *words: str, lang: str = "en") -> Told:
        """Run one command."""
        self.capsys.readouterr()
        status = main(["--root", str(self.root), *words, "--lang", lang])
        return Told(status, *self.capsys.readouterr())

    def commit(self) -> None:
        """Commit everything there is."""
        if not (self.root / ".git").exists():
            git(self.root, "init", "--quiet", "--initial-branch=main")
        git(self.root, "add", "--all")
        git(self.root, *NAME, "commit", "--quiet", "--message=x")


def git(folder: Path, *words: str) -> None:
    """Run git, without the settings of this machine."""
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)
