"""sotay check: tell every mistake in the content, and mend what a machine can mend safely."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sotay import project
from sotay.external import check_external
from sotay.languages import load_languages
from sotay.mending import KINDS, mend_files
from sotay.problem import ContentError, Problem, Tongue, errors, in_order, report


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check", help="tell every mistake in the content"
    )
    parser.add_argument("--format", choices=("text", "github", "json"), default="text")
    parser.add_argument("--fix", action="store_true", help="first mend letters, blanks, line ends")
    parser.add_argument("--release", action="store_true", help="a review date past is an error")
    parser.add_argument("--external", action="store_true", help="ask for links to other sites too")
    parser.add_argument("--today", type=date.fromisoformat, help="the day to check for")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.add_argument("paths", nargs="*", help="tell only of these files and folders")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print the problems. Returns 0, or 1 when one of them is an error."""
    wanted = [_below(path, root) for path in options.paths]
    if options.fix:
        for name, kinds in mend_files(root, wanted).items():
            done = "; ".join(KINDS[kind].text(tongue) for kind in kinds)
            print(f"{name}: {done}", file=sys.stderr)
    problems = _problems(root, options)
    if wanted:
        problems = tuple(p for p in problems if _is_in(p.place.path, wanted))
    print(_told(problems, tongue, options.format))
    return 1 if errors(problems) else 0


def _problems(root: Path, options: argparse.Namespace) -> tuple[Problem, ...]:
    today = options.today or date.today()
    try:
        catalog, _, problems = project.inspect(
            root, load_languages(root), today, release=options.release
        )
    except ContentError as error:
        return error.problems
    if options.external:
        problems = in_order([*problems, *check_external(root, catalog, today)])
    return problems


def _below(path: str, root: Path) -> str:
    full = Path(path).resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else path


def _is_in(path: str, wanted: list[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") or name == "." for name in wanted)


def _told(problems: tuple[Problem, ...], tongue: Tongue, form: str) -> str:
    if form == "github":
        return "\n".join(p.annotation(tongue) for p in problems)
    if form == "json":
        entries = [
            {
                "path": p.place.path, "line": p.place.line, "column": p.place.column,
                "code": p.code, "severity": p.severity, "message": p.message.text(tongue),
                "remedy": p.remedy.text(tongue),
            }
            for p in problems
        ]  # fmt: skip
        return json.dumps(entries, ensure_ascii=False, indent=2)
    return report(problems, tongue)
