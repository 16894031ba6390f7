"""sotay confirm: a person says that sections agree, and the lock remembers it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sotay.commands.phrases import STATES
from sotay.commands.target import Target, load, sound, to_shelf, to_target, wrong_use
from sotay.confirming import confirm_first, confirm_pair, confirm_side, pairs_of, tidied
from sotay.freshness import Shelf, standings
from sotay.history import recall
from sotay.lock import NAME, REASONS, Lock, save
from sotay.model import Catalog, Language
from sotay.problem import Message, Tongue
from sotay.reason import ONE_SIDED, Reason
from sotay.worddiff import is_typo, word_runs


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "confirm", help="say that sections of a page agree in their languages"
    )
    parser.add_argument("page", nargs="+", help="a words file or module/page, with #section")
    parser.add_argument("--why", choices=REASONS, required=True)
    parser.add_argument("--all-sections-of-page", action="store_true", dest="whole_page")
    parser.add_argument("--first-time", action="store_true", help="a module without a lock yet")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Write the locks and print what they say now. Returns 0.

    Raises ContentError, before anything is written, when one of the pages cannot be confirmed.
    """
    catalog, all_shelves, problems = load(root)
    today = date.today()
    locks: dict[str, tuple[Shelf, Lock]] = {}
    told: list[str] = []
    for name in options.page:
        if options.first_time:
            shelf = to_shelf(name, all_shelves, root)
            step = _first(shelf, _lock(catalog, locks, shelf), options.why, today)
        else:
            target = to_target(name, all_shelves, root)
            shelf = target.shelf
            lock = _lock(catalog, locks, shelf)
            step = _sections(target, lock, options, root, today)
        sound([shelf], problems)
        lock, lines = step
        locks[shelf.folder] = (shelf, tidied(lock, shelf))
        told += [line.text(tongue) for line in lines]
    for folder, (_, lock) in locks.items():
        save(lock, root / folder)
    print("\n".join(told))
    return 0


def _lock(catalog: Catalog, locks: dict[str, tuple[Shelf, Lock]], shelf: Shelf) -> Lock:
    if shelf.folder in locks:
        return locks[shelf.folder][1]
    return catalog.locks.get(shelf.folder, Lock())


def _first(shelf: Shelf, lock: Lock, why: Reason, today: date) -> tuple[Lock, list[Message]]:
    """Confirm a whole module, in the languages of which nothing was ever confirmed."""
    if why in ONE_SIDED:
        raise wrong_use(
            shelf.folder,
            (f"Lần đầu không dùng được lý do “{why}”.", f"“{why}” cannot be the first reason."),
            ("Dùng --why translated hoặc checked.", "Use --why translated or checked."),
        )
    known = {key.language for key in lock.entries}
    new = [code for code in shelf.others if code not in known and shelf.texts[code]]
    if not new:
        raise wrong_use(
            shelf.folder,
            (f"Đã có {shelf.folder}/{NAME}; --first-time chỉ dùng một lần.",
             f"{shelf.folder}/{NAME} is there already; --first-time is for once."),
            ("Xác nhận từng trang, từng mục: sotay confirm TRANG#mục --why …",
             "Confirm page by page, section by section: sotay confirm PAGE#section --why …"),
        )  # fmt: skip
    lines = []
    for code in new:
        before = len(lock.entries)
        lock = confirm_first(lock, shelf, code, why, today)
        n = len(lock.entries) - before
        lines.append(Message(f"{shelf.folder} ({code}): xác nhận {n} mục.",
                             f"{shelf.folder} ({code}): {n} sections confirmed."))  # fmt: skip
    return lock, lines


def _sections(
    target: Target, lock: Lock, options: argparse.Namespace, root: Path, today: date
) -> tuple[Lock, list[Message]]:
    """Confirm the sections that were named, or all of the page when that was asked for."""
    if not target.sections and not options.whole_page:
        open_ids = _open(target, lock)
        listed = ",".join(open_ids) or ",".join(target.ids())
        page = target.name
        raise wrong_use(
            page,
            ("Chưa nói xác nhận mục nào.", "No section was named."),
            (f"Viết {page}#{listed}, hoặc thêm --all-sections-of-page.",
             f"Write {page}#{listed}, or add --all-sections-of-page."),
        )  # fmt: skip
    chosen = target.sections or _present(target)
    one_sided = options.why in ONE_SIDED
    confirm = _side if one_sided else _pair
    for section in chosen:
        lock = confirm(target, section, lock, options.why, today, root)
    return lock, list(_told(target, chosen, lock))


def _pair(target: Target, section: str, lock: Lock, why: Reason, today: date, root: Path) -> Lock:
    """Confirm both languages of a section."""
    where = (target.page, section)
    others = target.pairs(section)
    if len(others) > 1:
        files = ", ".join(target.path(code) for code in others)
        raise wrong_use(
            f"{target.name}#{section}",
            ("Có nhiều bản dịch của mục này.", "This section has several translations."),
            (f"Gọi tên bản đã đối chiếu: {files}.", f"Name the one you compared: {files}."),
        )
    lacking = [c for c in (target.shelf.leading, *others) if where not in target.shelf.texts[c]]
    if lacking or not others:
        raise wrong_use(
            f"{target.name}#{section}",
            (f"Mục “{section}” chưa có bản dịch.", f"The section “{section}” is not translated."),
            ("Dịch mục này rồi mới xác nhận.", "Translate it before confirming."),
        )
    return confirm_pair(lock, target.shelf, others[0], where, why, today)


def _side(target: Target, section: str, lock: Lock, why: Reason, today: date, root: Path) -> Lock:
    """Confirm that a change concerns one language alone."""
    name = f"{target.name}#{section}"
    if target.language is None:
        files = ", ".join(target.path(code) for code in target.shelf.texts)
        raise wrong_use(
            name,
            (f"“{why}” nói về một bản ngôn ngữ.", f"“{why}” speaks of one language."),
            (f"Gọi tên tệp đã sửa: {files}.", f"Name the file that was changed: {files}."),
        )
    where = (target.page, section)
    pairs = tuple(pairs_of(lock, target.shelf, target.language, where))
    if not pairs or where not in target.shelf.texts[target.language]:
        raise wrong_use(
            name,
            (f"Mục “{section}” chưa được xác nhận lần nào.",
             f"The section “{section}” was never confirmed."),
            ("Đối chiếu hai bản, rồi dùng --why checked.", "Compare both, then --why checked."),
        )  # fmt: skip
    if why != "local":
        wanted = pairs[0][1].hashes[target.language]
        _refuse_more(target, target.language, section, wanted, why, root)
    return confirm_side(lock, target.shelf, target.language, where, why, today)


def _refuse_more(
    target: Target, language: Language, section: str, wanted: str, why: Reason, root: Path
) -> None:
    """Refuse a typo or a change of form that says something else, where history can show it."""
    now = target.shelf.texts[language][(target.page, section)]
    past = recall(root, target.path(language), target.page, {section: wanted})
    old = past.passages.get(section)
    if old is None:
        return
    if why == "format":
        is_more = re.findall(r"\w+", old.text) != re.findall(r"\w+", now.text)
    else:
        is_more = not is_typo(word_runs(old.text, now.text))
    if is_more:
        raise wrong_use(
            f"{target.path(language)}:{now.place.line}",
            (f"Mục “{section}” đã đổi nhiều hơn một lỗi nhỏ ({why}).",
             f"The section “{section}” changed by more than {why}."),
            ("Xem bằng sotay diff, sửa bản kia cho khớp, rồi dùng --why translated; "
             "bản kia không cần sửa thì dùng --why checked.",
             "Look with sotay diff, carry the change over, then --why translated; "
             "or --why checked when the other needs no change."),
        )  # fmt: skip


def _present(target: Target) -> tuple[str, ...]:
    """Name the page's sections that can be confirmed: those a translation has."""
    lead, page = target.shelf.texts[target.shelf.leading], target.page
    ids = tuple(i for i in target.ids() if (page, i) in lead and target.pairs(i))
    if not ids:
        raise wrong_use(
            target.name,
            ("Trang này chưa có bản dịch.", "This page is not translated."),
            ("Dịch trang rồi mới xác nhận.", "Translate it before confirming."),
        )
    return ids


def _open(target: Target, lock: Lock) -> list[str]:
    """Name the page's sections that are not in step."""
    found = standings(target.shelf, lock)
    open_ids = (s.id for s in found if s.page == target.page and s.state.name != "in-step")
    return list(dict.fromkeys(open_ids))


def _told(target: Target, chosen: tuple[str, ...], lock: Lock) -> Iterator[Message]:
    for standing in standings(target.shelf, lock):
        if standing.page == target.page and standing.id in chosen:
            languages = ", ".join(standing.state.languages)
            state = STATES[standing.state.name]
            key = f"{standing.other}/{standing.page}#{standing.id}"
            yield Message(f"{key}: {state.vi.format(languages=languages)}",
                          f"{key}: {state.en.format(languages=languages)}")  # fmt: skip
