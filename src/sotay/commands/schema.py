"""sotay schema: the JSON Schemas by which editors complete and underline YAML files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sotay import schemas
from sotay.problem import Message, Tongue
from sotay.whole import write_whole

_SAME = Message("Các lược đồ đã khớp.", "The schemas are in step.")


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema", help="JSON Schema of the YAML files, for editors"
    )
    parser.add_argument("name", nargs="?", choices=schemas.names(), default="module")
    parser.add_argument("--write", action="store_true", help="write all into schemas/")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print one schema, or write all that changed. Returns 0."""
    if not options.write:
        print(schemas.to_text(options.name), end="")
        return 0
    changed = schemas.stale(root)
    made = schemas.files()
    for name in changed:
        write_whole(root / name, made[name].encode())
    print("\n".join(changed) or _SAME.text(tongue))
    return 0
