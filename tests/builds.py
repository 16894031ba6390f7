"""Run the real command lines on a project, as people do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LAST_GOOD = {"index.html": b"<p>the last good site</p>\n", "en/index.html": b"\x00\xff\r\n"}
"""A site that an earlier build made; its bytes are odd so that no rewriting goes unseen."""
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict"]
CHECK = [sys.executable, "-m", "sotay", "check"]


def environment(**settings: str) -> dict[str, str]:
    """Give the environment without the machine's language, and with `settings`."""
    dropped = ("LC_", "LANG", "SOTAY_", "PYTHONIOENCODING")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **settings}


def run(command: list[str], root: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command in the project and give its status with all that it said."""
    return subprocess.run(
        command,
        cwd=root,
        env=environment(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def put_last_good(root: Path) -> Path:
    """Put the site of an earlier build in its place."""
    for name, content in LAST_GOOD.items():
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root / "site"


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
