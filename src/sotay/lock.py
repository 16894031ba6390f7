"""The lock of a module: what its sections said when a person last confirmed a translation.

`translations.lock.yml` stands beside module.yml; that of the hand-written pages in docs/. One
line is one section in one translation. An empty line lies between two, so that git can merge
two people's confirmations of neighbouring sections.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import get_args

from sotay.document import Document
from sotay.problem import Message, Place, Problem
from sotay.reason import Reason
from sotay.whole import write_whole

NAME = "translations.lock.yml"
"""Name of every lock file."""
HEAD = (
    "# Các bản dịch đã được người đối chiếu. Chương trình ghi tệp này: sotay confirm.\n"
    "# Translations as last compared by a person. Written by the program: sotay confirm.\n"
)
REASONS: tuple[str, ...] = get_args(Reason)
_KEY = re.compile(r"([a-z]{2,3}(?:[-_][A-Za-z]+)*)/([^\s#]+\.md)#([^\s#]+)")
_HASH = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, order=True)
class Key:
    """A section in one translation: language, page below the language folder, heading id."""

    language: str
    page: str
    id: str

    def __str__(self) -> str:
        """Give the form in which it stands in the file: en/index.md#summary."""
        return f"{self.language}/{self.page}#{self.id}"


@dataclass(frozen=True)
class Entry:
    """A confirmed pair: the fingerprint in each of its two languages, why, and when."""

    hashes: Mapping[str, str]
    why: Reason
    date: date


@dataclass(frozen=True)
class Lock:
    """All confirmed pairs of one module."""

    entries: Mapping[Key, Entry] = field(default_factory=dict)

    def find(self, leading: str, other: str, page: str, section: str) -> tuple[Key, Entry] | None:
        """Give the entry of a pair, also when the other of the two was leading then."""
        for language in (other, leading):
            key = Key(language, page, section)
            entry = self.entries.get(key)
            if entry and set(entry.hashes) == {leading, other}:
                return key, entry
        return None


def load_locks(
    root: Path, document: Callable[[Path], Document | None]
) -> tuple[Mapping[str, Lock], tuple[Problem, ...]]:
    """Read every lock below the project.

    In: the project; what reads one YAML file (and keeps the problems of reading it).
    Out: locks by folder, such as "docs" or "modules/TRACK/MODULE"; and what is wrong in them.
    """
    paths = sorted(root.glob(f"modules/*/*/{NAME}"))
    paths += [path for path in (root / "docs" / NAME,) if path.exists()]
    found: dict[str, Lock] = {}
    problems: list[Problem] = []
    for path in paths:
        if (read := document(path)) is not None:
            lock, wrong = to_lock(read)
            problems += wrong
            found[path.parent.relative_to(root).as_posix()] = lock
    return found, tuple(problems)


def to_lock(document: Document) -> tuple[Lock, tuple[Problem, ...]]:
    """Give the lock, without the lines that are wrong, and a problem for each of these."""
    if not isinstance(document.data, dict):
        return Lock(), (_wrong(document.place(())),)
    entries: dict[Key, Entry] = {}
    problems: list[Problem] = []
    for name, value in document.data.items():
        key, entry = _to_key(name), _to_entry(value)
        if key is None or entry is None or key.language not in entry.hashes:
            problems.append(_wrong(document.place((name,))))
        else:
            entries[key] = entry
    return Lock(entries), tuple(problems)


def to_text(lock: Lock) -> str:
    """Give the file: sorted, so that the same entries give the same bytes."""
    lines = (_line(key, lock.entries[key]) for key in sorted(lock.entries))
    return "\n".join([HEAD, *_spaced(lines)]) if lock.entries else f"{HEAD}\n{{}}\n"


def save(lock: Lock, folder: Path) -> None:
    """Write the lock into the module's folder, whole or not at all. Raises OSError."""
    write_whole(folder / NAME, to_text(lock).encode())


def _spaced(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"\n{line}" if number else line
    yield ""


def _line(key: Key, entry: Entry) -> str:
    # The leading language first. A hash of digits alone must stay text: hence the quotes.
    codes = sorted(entry.hashes, key=lambda code: (code == key.language, code))
    hashes = ", ".join(f'{code}: "{entry.hashes[code]}"' for code in codes)
    return f'"{key}": {{{hashes}, why: {entry.why}, date: {entry.date.isoformat()}}}'


def _to_key(name: str) -> Key | None:
    match = _KEY.fullmatch(name)
    return Key(match[1], match[2], match[3]) if match else None


def _to_entry(value: object) -> Entry | None:
    """Give the entry, or None when anything in it is not as `_line` writes it."""
    if not isinstance(value, dict):
        return None
    rest = dict(value)
    why, day = rest.pop("why", None), rest.pop("date", None)
    reason = next((name for name in get_args(Reason) if name == why), None)
    sound = len(rest) == 2 and all(isinstance(h, str) and _HASH.fullmatch(h) for h in rest.values())
    if reason is None or not sound:
        return None
    try:
        return Entry(rest, reason, date.fromisoformat(str(day)))
    except ValueError:
        return None


def _wrong(place: Place) -> Problem:
    example = 'en/index.md#summary: {vi: "16 a–f0–9", en: "…", why: translated, date: 2026-11-22}'
    return Problem(
        place,
        Message(
            f"Dòng này của tệp khóa bản dịch không đúng mẫu ({example}).",
            f"This line of the translations' lock is not as it should be ({example}).",
        ),
        Message(
            "Xóa dòng này (mục sẽ thành “chưa xác nhận”), hoặc lấy lại tệp từ Git, "
            "rồi chạy sotay confirm.",
            "Delete the line (the section becomes “unconfirmed”), or take the file back from Git, "
            "then run sotay confirm.",
        ),
        "lock",
    )
