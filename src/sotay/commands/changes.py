"""sotay changes: what a proposal changes, as the comment on a pull request."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sotay.changes import Size, compare, load_side, weigh
from sotay.commands.target import wrong_use
from sotay.comment import comment
from sotay.history import snapshot
from sotay.problem import Tongue


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "changes", help="what lies between two states of the project"
    )
    parser.add_argument("--base", required=True, help="a folder, or a commit, branch or tag")
    parser.add_argument("--head", default="", help="the same; this folder when left out")
    parser.add_argument("--sites", nargs=2, type=Path, metavar=("BEFORE", "AFTER"),
                        help="two built sites, to compare their sizes")  # fmt: skip
    parser.add_argument("--lang", choices=("vi", "en", "both"), default="both")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print the comment. Returns 0: mistakes are told in it. Raises ContentError."""
    tongues: tuple[Tongue, ...] = ("vi", "en")
    if options.lang != "both":
        tongues = (tongue,)
    with ExitStack() as stack:
        folders = [
            _folder(name, root, Path(stack.enter_context(tempfile.TemporaryDirectory())))
            for name in (options.base, options.head or str(root))
        ]
        base, head = (load_side(folder) for folder in folders)
        changes = compare(base, head, _sizes(options.sites))
    print(comment(changes, tongues), end="")
    return 0


def _sizes(sites: list[Path] | None) -> dict[str, tuple[Size, Size]]:
    if not sites or not all(site.is_dir() for site in sites):
        return {}
    before, after = (weigh(site) for site in sites)
    return {kind: (before[kind], after[kind]) for kind in before}


def _folder(name: str, root: Path, made: Path) -> Path:
    """Give the folder that is meant, or that state of the project written out of git."""
    if (Path(name) / "mkdocs.yml").is_file():
        return Path(name).resolve()
    if snapshot(root, name, made.resolve()) and (made / "mkdocs.yml").is_file():
        return made.resolve()
    raise wrong_use(
        name,
        ("Không phải thư mục dự án, cũng không có trong Git.",
         "Neither a project folder nor known to Git."),
        ("Dùng một thư mục có mkdocs.yml, hoặc tên nhánh, thẻ, lần ghi của Git.",
         "Name a folder with mkdocs.yml, or a branch, tag or commit of Git."),
    )  # fmt: skip
