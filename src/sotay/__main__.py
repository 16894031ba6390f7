"""The command line: sotay check, site, new, status, diff, confirm, changes, schema, overdue."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sotay import project
from sotay.commands import changes, check, confirm, diff, new, overdue, schema, status
from sotay.commands.target import USAGE
from sotay.problem import ContentError, Tongue, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 sound, 1 problems, 2 wrong use."""
    options = _parser().parse_args(arguments)
    tongue = project.tongue(options.lang)
    root = options.root.resolve()
    if not (root / "mkdocs.yml").is_file():
        told = {"vi": f"Không thấy mkdocs.yml trong {root}.", "en": f"No mkdocs.yml in {root}."}
        print(told[tongue], file=sys.stderr)
        return 2
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
    check.add(commands)
    site = commands.add_parser("site", help="build the website and the handbooks")
    site.add_argument("mkdocs", nargs="*", help="further words for mkdocs build, after --")
    for translations in (status, diff, confirm, new, schema, changes, overdue):
        translations.add(commands)
    site.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    return parser


def _site(root: Path, tongue: Tongue, extra: list[str]) -> int:
    """Build in a process of its own, so that this core need not know the host."""
    # Without colours and the theme's yearly notice, the lines can be read in a log.
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOTAY_LANG": tongue}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *extra]
    return subprocess.run(command, cwd=root, env=settings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
