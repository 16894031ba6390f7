"""A short name for a value's whole content: equal values have equal fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path


def fingerprint(*values: object) -> str:
    """Give the SHA-256 of values made of text, bytes, numbers, dates, tuples and dataclasses.

    Raises TypeError for any other value, whose content could change without being seen.
    """
    digest = sha256()
    for piece in _pieces(values):
        digest.update(b"%d " % len(piece) + piece)
    return digest.hexdigest()


@cache
def program() -> str:
    """Give the fingerprint of this program's own text."""
    own = Path(__file__).parent
    return fingerprint(tuple(path.read_bytes() for path in sorted(own.rglob("*.py"))))


def _pieces(value: object) -> Iterator[bytes]:
    """Take a value apart; type and length before each part keep "ab", "c" from being "a", "bc"."""
    yield type(value).__name__.encode()
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, str):
        yield value.encode()
    elif isinstance(value, int | date | None):
        yield str(value).encode()
    elif isinstance(value, tuple):
        yield str(len(value)).encode()
        for part in value:
            yield from _pieces(part)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _pieces(getattr(value, each.name))
    else:
        raise TypeError(f"no fingerprint for {type(value).__name__}")
