"""Words as they once were: looked up in git by their fingerprint. The only door to git.

A convenience only: nothing that is built depends on history, so a shallow clone or a folder
without git loses the comparison and nothing else.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from unicodedata import normalize

from sotay.page import parse
from sotay.passage import Passage, passages
from sotay.source import Text

COMMITS = 300
"""Versions of one file that are looked at, newest first."""
SECONDS = 20.0
"""Time after which the search gives up."""


@dataclass(frozen=True)
class Past:
    """What was found: sections by id; whether there is any history, and whether it is cut off."""

    passages: Mapping[str, Passage] = field(default_factory=dict)
    is_there: bool = False
    is_shallow: bool = False


def recall(root: Path, path: str, page: str, wanted: Mapping[str, str]) -> Past:
    """Find former words of some sections of one file.

    In: the project; the words file's path in it, and its path below the language folder; the
    fingerprint looked for, by section id. Out: what was found; less than wanted when history
    lacks it, ends early or is too long. Raises nothing.
    """
    commits = _git(root, "log", f"--max-count={COMMITS}", "--format=%H", "--", f"./{path}")
    if commits is None:
        return Past()
    found: dict[str, Passage] = {}
    end = monotonic() + SECONDS
    for commit in commits.decode("ascii", "replace").split():
        if len(found) == len(wanted) or monotonic() > end:
            break
        raw = _git(root, "show", f"{commit}:./{path}")
        for passage in _passages(raw or b"", path, page):
            if wanted.get(passage.id) == passage.hash:
                found.setdefault(passage.id, passage)
    shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    return Past(found, bool(commits.strip()), shallow)


def snapshot(root: Path, ref: str, folder: Path) -> bool:
    """Write the project as it was at a commit, branch or tag into `folder`. Returns whether.

    What the archive holds is only data here: links out of the folder are not followed.
    """
    if ref.startswith("-"):
        return False
    raw = _git(root, "archive", "--format=tar", ref)
    if raw is None:
        return False
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        archive.extractall(folder, filter=_only_files)
    return True


def _only_files(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None


def _passages(raw: bytes, path: str, page: str) -> tuple[Passage, ...]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ()
    content = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return passages(parse(Text(path, content)), page)


def _git(root: Path, *arguments: str) -> bytes | None:
    """Give what git says, or None when it is not there or refuses."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", *arguments],
            cwd=root, capture_output=True, check=True, timeout=SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
