"""One section of results.md that a script writes anew, leaving the rest as it is."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results.md"


def _markers(name: str) -> tuple[str, str]:
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"


def section(name: str, text: str) -> str:
    """Give the section of a text with its markers; empty when it has none."""
    begin, end = map(re.escape, _markers(name))
    match = re.search(rf"{begin}.*?{end}", text, re.S)
    return match.group() if match else ""


def with_section(name: str, text: str, content: str) -> str:
    """Give the text with the section's content replaced, or added at the end."""
    begin, end = _markers(name)
    new = f"{begin}\n\n{content.strip()}\n\n{end}"
    old = section(name, text)
    return text.replace(old, new) if old else f"{text.rstrip()}\n\n{new}\n".lstrip()


def kept(name: str, text: str, before: str) -> str:
    """Give a text written anew, with the section that stood in it before."""
    old = section(name, before)
    return f"{text.rstrip()}\n\n{old}\n" if old and not section(name, text) else text


def write_section(name: str, content: str, path: Path = RESULTS) -> None:
    """Replace one section of a file, or add it."""
    before = path.read_text(encoding="utf-8") if path.exists() else "# Measured\n"
    path.write_text(with_section(name, before, content), encoding="utf-8", newline="\n")
