"""Broken and nearly broken projects: the sample with the edits that a small YAML file lists.

    about: what the case shows
    edits:
      - {file: <path>, replace: <text>, with: <text>}
      - {file: <path>, write: <text>}          # whole content
      - {file: <path>, add: <text>}            # at the end
      - {file: <path>, hex: <bytes>}           # whole content, as bytes
      - {file: <path>, bytes: <number>}        # whole content, so many letters
      - {file: <path>, delete: true}
      - {file: <path>, link: <target>}         # a symbolic link

A sound case may name under `not` the only codes that must not be told; else none may be.
`{safe}` and `{hens}` in a path stand for the folders of the sample's two modules.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

import sample
from sotay import project
from sotay.problem import ContentError, Problem, report

HERE = Path(__file__).resolve().parent
BROKEN = HERE / "problems"
SOUND = HERE / "sound"
TODAY = date(2026, 11, 22)
"""The day of every example: no report changes with the calendar."""


def names(folder: Path) -> list[str]:
    """List the cases of a folder."""
    return sorted(path.stem for path in folder.iterdir() if not path.name.startswith("."))


def break_project(root: Path, case: Path) -> None:
    """Make the edits of one case."""
    for edit in yaml.safe_load(case.read_text(encoding="utf-8"))["edits"]:
        path = edit.pop("file").replace("{safe}", sample.SAFE).replace("{hens}", sample.HENS)
        _apply(root, path, edit)


def forbidden(case: Path) -> list[str]:
    """List the codes that a sound case must not give; empty when it must give none at all."""
    return list(yaml.safe_load(case.read_text(encoding="utf-8")).get("not", []))


def _apply(root: Path, path: str, edit: dict[str, Any]) -> None:
    if "replace" in edit:
        sample.edit(root, path, edit["replace"], edit["with"])
    elif "add" in edit:
        sample.write(root, path, (root / path).read_bytes() + edit["add"].encode())
    elif "write" in edit:
        sample.write(root, path, edit["write"])
    elif "hex" in edit:
        sample.write(root, path, bytes.fromhex(edit["hex"]))
    elif "bytes" in edit:
        sample.write(root, path, b"# A {#a}\n" + b"a" * edit["bytes"])
    elif "link" in edit:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(edit["link"])
    elif (root / path).is_dir():
        shutil.rmtree(root / path)
    else:
        (root / path).unlink()


def found(root: Path) -> tuple[Problem, ...]:
    """Give every problem of the project, whether it can be loaded or not."""
    try:
        return project.inspect(root, sample.LANGUAGES, TODAY)[2]
    except ContentError as error:
        return error.problems


def told(root: Path) -> str:
    """Give the whole report in Vietnamese, then in English."""
    problems = found(root)
    return f"{report(problems, 'vi')}\n\n{report(problems, 'en')}\n"
