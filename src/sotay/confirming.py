"""A person says that two languages agree: what the lock says afterwards. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sotay.freshness import Shelf
from sotay.lock import Entry, Key, Lock
from sotay.model import Language
from sotay.reason import Reason


def confirm_pair(
    lock: Lock, shelf: Shelf, other: Language, where: tuple[str, str], why: Reason, today: date
) -> Lock:
    """Confirm that a section says the same in the leading language and in `other`.

    `where` is (page, id). Raises KeyError when one of the two has no such section.
    """
    pair = (shelf.leading, other)
    hashes = {code: shelf.texts[code][where].hash for code in pair}
    old = lock.find(shelf.leading, other, *where)
    entries = {key: entry for key, entry in lock.entries.items() if not old or key != old[0]}
    return Lock({**entries, Key(other, *where): Entry(hashes, why, today)})


def confirm_side(
    lock: Lock, shelf: Shelf, language: Language, where: tuple[str, str], why: Reason, today: date
) -> Lock:
    """Confirm that a section's change concerns `language` alone; what the others owe stays owed.

    Raises KeyError when the language has no such section.
    """
    now = shelf.texts[language][where].hash
    entries = dict(lock.entries)
    for key, entry in pairs_of(lock, shelf, language, where):
        if entry.hashes[language] != now:
            entries[key] = replace(entry, hashes={**entry.hashes, language: now}, why=why,
                                   date=today)  # fmt: skip
    return Lock(entries)


def pairs_of(
    lock: Lock, shelf: Shelf, language: Language, where: tuple[str, str]
) -> Iterator[tuple[Key, Entry]]:
    """Give the confirmed pairs of a section in which `language` is one of the two."""
    others = shelf.others if language == shelf.leading else (language,)
    for other in others:
        if found := lock.find(shelf.leading, other, *where):
            yield found


def confirm_first(lock: Lock, shelf: Shelf, other: Language, why: Reason, today: date) -> Lock:
    """Confirm every section that both the leading language and `other` have."""
    for where in shelf.sections():
        if where in shelf.texts[shelf.leading] and where in shelf.texts[other]:
            lock = confirm_pair(lock, shelf, other, where, why, today)
    return lock


def tidied(lock: Lock, shelf: Shelf) -> Lock:
    """Leave out the entries of sections that no language has any more."""
    present = set(shelf.sections())
    return Lock({k: entry for k, entry in lock.entries.items() if (k.page, k.id) in present})
