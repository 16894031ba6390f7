"""sotay diff: what changed in a section since a person last compared its two languages."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sotay.commands.phrases import STATES
from sotay.commands.target import Target, load, to_target
from sotay.freshness import standings
from sotay.history import Past, recall
from sotay.lock import Entry, Lock
from sotay.model import Language
from sotay.problem import Message, Tongue
from sotay.worddiff import shown, word_runs

NO_HISTORY = Message(
    "Không tìm thấy chữ cũ ({why}). Chữ hiện nay của hai bản:",
    "The former words were not found ({why}). The words of both today:",
)
WHY = {
    "none": Message("tệp không có lịch sử Git", "the file has no git history"),
    "shallow": Message(
        "lịch sử Git bị cắt ngắn; lấy đủ bằng: git fetch --unshallow",
        "the git history is cut off; fetch the rest with: git fetch --unshallow",
    ),
    "lost": Message("không có trong lịch sử Git của tệp", "they are not in the file's git history"),
}
UNCONFIRMED = Message("Chữ hiện nay của hai bản:", "The words of both today:")


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "diff", help="what changed since a translation was last confirmed, word by word"
    )
    parser.add_argument("page", help="a words file, or module/page; #section for one section")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print the changes. Returns 0. Raises ContentError when there is no such page."""
    catalog, all_shelves, _ = load(root)
    target = to_target(options.page, all_shelves, root)
    lock = catalog.locks.get(target.shelf.folder, Lock())
    lines = list(differences(target, lock, root, tongue, colour=is_coloured()))
    if not lines:
        told = Message("Mọi mục của trang đều khớp.", "All sections of the page are in step.")
        lines = [told.text(tongue)]
    print("\n".join(lines))
    return 0


def is_coloured() -> bool:
    """Whether to print in colour: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def differences(
    target: Target, lock: Lock, root: Path, tongue: Tongue, *, colour: bool
) -> Iterator[str]:
    """Give the lines for every section that is not in step; a section named is always told of."""
    past = _Pasts(target, lock, root)
    for standing in standings(target.shelf, lock):
        named = standing.id in target.sections
        meant = standing.page == target.page and (named or not target.sections)
        if not meant or (target.language not in (None, standing.leading, standing.other)):
            continue
        if standing.state.name == "in-step" and not named:
            continue
        languages = ", ".join(standing.state.languages)
        state = STATES[standing.state.name].text(tongue).format(languages=languages)
        pair = f"{standing.leading} ↔ {standing.other}"
        yield f"{target.name}#{standing.id} ({pair}): {state}"
        if standing.state.name not in ("in-step", "missing"):
            found = lock.find(standing.leading, standing.other, standing.page, standing.id)
            codes = (standing.leading, standing.other)
            yield from _section(past, standing.id, codes, found and found[1], tongue, colour)
        yield ""


class _Pasts:
    """Looks each words file up in history once, for all the sections that are asked for."""

    def __init__(self, target: Target, lock: Lock, root: Path) -> None:
        self.target, self.lock, self.root = target, lock, root
        self.known: dict[Language, Past] = {}

    def past(self, language: Language) -> Past:
        """Give the former words of the page in one language."""
        if language not in self.known:
            wanted = {
                key.id: entry.hashes[language]
                for key, entry in self.lock.entries.items()
                if key.page == self.target.page and language in entry.hashes
                and key.id in (self.target.sections or self.target.ids())
                and not self._is_now(language, key.id, entry)
            }  # fmt: skip
            path = self.target.path(language)
            self.known[language] = recall(self.root, path, self.target.page, wanted)
        return self.known[language]

    def _is_now(self, language: Language, section: str, entry: Entry) -> bool:
        passage = self.target.shelf.passage(language, self.target.page, section)
        return passage is not None and passage.hash == entry.hashes[language]


def _section(
    past: _Pasts, section: str, codes: tuple[Language, ...], entry: Entry | None,
    tongue: Tongue, colour: bool,
) -> Iterator[str]:  # fmt: skip
    """Give what changed on each side, or the words of both sides when the old ones are lost."""
    now = {code: past.target.shelf.passage(code, past.target.page, section) for code in codes}
    if entry is None:
        yield UNCONFIRMED.text(tongue)
        yield from _both({code: p.text for code, p in now.items() if p})
        return
    changed = [code for code, p in now.items() if p and p.hash != entry.hashes[code]]
    lost = False
    for code in changed:
        passage, old = now[code], past.past(code).passages.get(section)
        if passage and old:
            yield f"--- {past.target.path(code)}:{passage.place.line} ({entry.date.isoformat()})"
            yield shown(word_runs(old.text, passage.text), colour=colour)
        else:
            lost = True
            yield NO_HISTORY.text(tongue).format(why=_why(past.past(code)).text(tongue))
    if lost:
        yield from _both({code: p.text for code, p in now.items() if p})


def _why(past: Past) -> Message:
    if past.is_shallow:
        return WHY["shallow"]
    return WHY["lost" if past.is_there else "none"]


def _both(texts: dict[Language, str]) -> Iterator[str]:
    for code, text in texts.items():
        yield f"--- {code}"
        yield text
