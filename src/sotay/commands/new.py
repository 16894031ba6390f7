"""sotay new: a module, session or handout to begin with, valid at once."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from sotay import starting
from sotay.catalog import load_catalog
from sotay.languages import load_languages
from sotay.problem import Message, Tongue

_NEXT = Message(
    "Đã tạo. Mở từng tệp, viết thay các câu mẫu, rồi chạy: sotay check",
    "Done. Open each file, replace the sample sentences, then run: sotay check",
)
_GIVEN = Message(
    "Tài liệu được phát ở hoạt động {note}; có thể chuyển sang hoạt động khác trong module.yml. "
    "Nhắc đến tài liệu trong lời bằng khối: /// handout | {id}",
    "The handout is given out in the activity {note}; move it in module.yml if that is not so. "
    "Name it in the words with a block: /// handout | {id}",
)


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new", help="begin a module, session or handout in both languages"
    )
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind, owner in (("module", "track"), ("session", "module"), ("handout", "module")):
        one = kinds.add_parser(kind, help=f"in a {owner}")
        one.add_argument("owner", metavar=owner.upper(), help=f"id of the {owner}")
        one.add_argument("id", metavar="ID", help="lower-case letters, digits and hyphens")
        one.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Write the files and name them. Returns 0. Raises ContentError; then nothing is written."""
    languages = load_languages(root)
    catalog, _ = load_catalog(root, languages)
    if options.kind == "module":
        start = starting.new_module(catalog, options.owner, options.id, date.today())
    elif options.kind == "session":
        start = starting.new_session(catalog, options.owner, options.id)
    else:
        start = starting.new_handout(catalog, options.owner, options.id)
    starting.write(start, root, languages)
    print("\n".join(start.files))
    if start.note:
        print(_GIVEN.text(tongue).format(note=start.note, id=options.id))
    print(_NEXT.text(tongue))
    return 0
