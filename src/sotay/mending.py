"""What a machine can mend safely: letters nobody sees, line ends, blanks, tone marks.

Never the words. Code is left as it is, letter by letter. Mending twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from sotay.checks.letters import HIDDEN, is_line_break
from sotay.checks.tones import misplaced
from sotay.page import parse
from sotay.problem import Message
from sotay.source import LARGEST, Text, outside
from sotay.whole import write_whole

KINDS = {
    "bom": Message("bỏ dấu BOM", "byte-order mark removed"),
    "line-ends": Message("đổi dấu xuống dòng thành LF", "line ends made LF"),
    "nfc": Message("đổi chữ sang dạng NFC", "letters composed (NFC)"),
    "hidden": Message("bỏ ký tự ẩn", "hidden characters removed"),
    "blanks": Message("bỏ dấu cách cuối dòng", "blanks at line ends removed"),
    "tones": Message("đặt lại dấu (hòa, khỏe, thủy)", "tone marks placed (hòa, khỏe, thủy)"),
}
"""What was mended, in words."""
_BOM = b"\xef\xbb\xbf"
_SPACES = "\u00a0\u202f"
_TABLE = str.maketrans({c: " " if c in _SPACES else None for c in HIDDEN})


def mend_files(root: Path, below: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """Mend the content below `root`, or only what `below` names (paths from the root).

    Returns for each changed file the kinds of what was mended. Raises OSError when a file cannot
    be written; each file is written whole or not at all.
    """
    wanted = tuple(below)
    changed = {}
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        if wanted and not any(w == "." or name == w or name.startswith(f"{w}/") for w in wanted):
            continue
        raw = path.read_bytes()
        new, kinds = mended(name, raw) if len(raw) <= LARGEST else (raw, ())
        if new != raw:
            write_whole(path, new)
            changed[name] = kinds
    return changed


def mended(name: str, raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Give a file's content as it should be, and what kinds of mending it took.

    In: the path from the root; the bytes. What is not UTF-8 comes back as it is.
    """
    kinds: list[str] = []
    content = raw
    if content.startswith(_BOM):
        content = content.removeprefix(_BOM)
        kinds.append("bom")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return raw, ()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        kinds.append("line-ends")
    if name.endswith(".md"):
        text = _page(name, text, kinds)
    elif not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        kinds.append("nfc")
    return text.encode("utf-8"), tuple(dict.fromkeys(kinds))


def _files(root: Path) -> Iterator[Path]:
    patterns = ("modules/*/*/module.yml", "modules/**/*.md", "docs/**/*.md", "data/**/*.yml")
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not path.is_symlink() and not outside(path, root):
                yield path


def _page(name: str, text: str, kinds: list[str]) -> str:
    """Mend the prose of a words file; what mending uncovers is mended in a further round."""
    for _ in range(3):
        prose = parse(Text(name, text)).prose
        lines = text.split("\n")
        new = []
        for index, line in enumerate(lines):
            shown = prose[index] if index < len(prose) else line
            after = lines[index + 1] if index + 1 < len(lines) else ""
            new.append(_line(name, line, shown, after, kinds))
        if (mended_text := "\n".join(new)) == text:
            break
        text = mended_text
    return text


def _line(name: str, line: str, prose: str, after: str, kinds: list[str]) -> str:
    """Mend one line: only the letters that are the same in `prose` are no code."""
    pairs = groupby(zip(line, prose.ljust(len(line)), strict=False), key=lambda p: p[0] == p[1])
    line = "".join(
        _letters(name, part, kinds) if same else part
        for same, part in ((same, "".join(a for a, _ in group)) for same, group in pairs)
    )
    if line.strip() and prose.strip() and not is_line_break(line, after):
        bare = line.rstrip(" \t")
        kinds += ["blanks"] * (bare != line)
        return bare
    return line


def _letters(name: str, text: str, kinds: list[str]) -> str:
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    kinds += ["nfc"] * (composed != text)
    clean = composed.translate(_TABLE)
    kinds += ["hidden"] * (clean != composed)
    if not re.match(r"(?:modules/[^/]+/[^/]+|docs)/vi/", name):
        return clean
    placed = clean
    for start, wrong, right in misplaced(clean):
        placed = placed[:start] + right + placed[start + len(wrong) :]
    kinds += ["tones"] * (placed != clean)
    return placed
