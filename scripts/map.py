"""Print the map of `src/sotay`, or put it into README.md with --write.

Every line is the first sentence of a module's docstring, so the map cannot lie for long:
a test compares it with README.md.
"""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- map: python scripts/map.py --write -->", "<!-- end of map -->"


def module_map(source: Path) -> str:
    """Give a Markdown list with a line for each module below `source`, alphabetically."""
    lines = []
    for path in sorted(source.rglob("*.py")):
        doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if doc:
            name = path.relative_to(source).as_posix()
            lines.append(f"- `{name}`: {' '.join(doc.split(chr(10) * 2)[0].split())}")
    return "\n".join(lines)


def with_map(readme: str, listing: str) -> str:
    """Give README's text with the map between its two marks. Raises ValueError without them."""
    head, begin, rest = readme.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md lacks {BEGIN} … {END}")
    return f"{head}{BEGIN}\n{listing}\n{END}{tail}"


def main() -> None:
    """Print the map, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the map into README.md")
    listing = module_map(ROOT / "src" / "sotay")
    if not parser.parse_args().write:
        print(listing)
        return
    readme = ROOT / "README.md"
    text = with_map(readme.read_text(encoding="utf-8"), listing)
    readme.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
