"""The command line: sotay check, site, status, diff, confirm."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sotay import project
from sotay.commands import confirm, diff, status
from sotay.commands.target import USAGE
from sotay.languages import load_languages
from sotay.problem import ContentError, Problem, Tongue, errors, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 sound, 1 problems, 2 wrong use."""
    options = _parser().parse_args(arguments)
    tongue = project.tongue(options.lang)
    root = options.root.resolve()
    if not (root / "mkdocs.yml").is_file():
        told = {"vi": f"Không thấy mkdocs.yml trong {root}.", "en": f"No mkdocs.yml in {root}."}
        print(told[tongue], file=sys.stderr)
        return 2
    if options.command == "check":
        return _check(root, tongue, options.format, options.paths)
    if options.command == "site":
        return _site(root, tongue, options.mkdocs)
    try:
        return int(options.run(options, root, tongue))
    except ContentError as error:
        print(report(error.problems, tongue), file=sys.stderr)
        return 2 if all(p.code == USAGE for p in error.problems) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sotay", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the project folder")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="tell every mistake in the content")
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument("paths", nargs="*", help="tell only of these files and folders")
    site = commands.add_parser("site", help="build the website and the handbooks")
    site.add_argument("mkdocs", nargs="*", help="further words for mkdocs build, after --")
    for translations in (status, diff, confirm):
        translations.add(commands)
    for command in (check, site):
        command.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    return parser


def _check(root: Path, tongue: Tongue, form: str, paths: list[str]) -> int:
    try:
        _, _, problems = project.inspect(root, load_languages(root))
    except ContentError as error:
        problems = error.problems
    if paths:
        wanted = [_below(path, root) for path in paths]
        problems = tuple(p for p in problems if _is_in(p.place.path, wanted))
    print(_told(problems, tongue, form))
    return 1 if errors(problems) else 0


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


def _site(root: Path, tongue: Tongue, extra: list[str]) -> int:
    """Build in a process of its own, so that this core need not know the host."""
    # Without colours and the theme's yearly notice, the lines can be read in a log.
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOTAY_LANG": tongue}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *extra]
    return subprocess.run(command, cwd=root, env=settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
