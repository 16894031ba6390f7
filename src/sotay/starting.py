"""A new module, session or handout: the files that are valid at once, in both languages."""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from string import Template

from sotay import project
from sotay.catalog import TRACKS
from sotay.checks.headings import RESERVED
from sotay.document import Document, load_yaml
from sotay.factsedit import with_handout, with_session
from sotay.model import Catalog, Module
from sotay.problem import ContentError, Place, Problem, errors, fault
from sotay.source import read
from sotay.whole import write_whole

STARTERS = Path(__file__).with_name("starters")
"""The texts that a new page begins with, by language."""
SPOKEN = ("vi", "en")
FIRST_SESSION = "first-session"
READ = ("modules", "data", "docs", "handbooks", "mkdocs.yml")
"""What must be copied to try a change out."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60
_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt")
                                                    for n in range(10))})  # fmt: skip


@dataclass(frozen=True)
class Start:
    """Files to be written, by path below the project; `note` names what a person moves."""

    files: Mapping[str, str]
    note: str = ""


def new_module(catalog: Catalog, track: str, name: str, today: date) -> Start:
    """Give a module with one session. Raises ContentError."""
    if track not in TRACKS:
        raise _unknown(track, TRACKS, ("chuyên đề", "track"))
    _refuse(name, [m.id for m in catalog.modules] + sorted(catalog.unread))
    orders = [m.order for m in catalog.modules if m.track == track]
    month = today.month + 6
    due = date(today.year + (month > 12), (month - 1) % 12 + 1, min(today.day, 28))
    facts = Template((STARTERS / "module.yml").read_text(encoding="utf-8")).substitute(
        id=name, order=max(orders, default=0) // 10 * 10 + 10, source=SPOKEN[0],
        version=f"{today:%Y.%m}", reviewed=today.isoformat(), review_by=due.isoformat(),
    )  # fmt: skip
    folder = f"modules/{track}/{name}"
    words = {**_words(folder, "index", name, "index.md"),
             **_words(folder, "session", FIRST_SESSION, f"{FIRST_SESSION}.md")}  # fmt: skip
    return Start({f"{folder}/module.yml": facts, **words})


def new_session(catalog: Catalog, module: str, name: str) -> Start:
    """Give a session of one activity at the end of a module. Raises ContentError."""
    found = _module(catalog, module)
    _refuse(name, [s.id for s in found.sessions])
    text, facts = _facts(catalog, found)
    changed = with_session(text, facts, name, found.objectives[0])
    words = _words(found.folder, "session", name, f"{name}.md")
    return Start({f"{found.folder}/module.yml": changed, **words})


def new_handout(catalog: Catalog, module: str, name: str) -> Start:
    """Give a handout, given out in the last activity of the module. Raises ContentError."""
    found = _module(catalog, module)
    _refuse(name, [h.id for h in found.handouts])
    text, facts = _facts(catalog, found)
    last = len(found.sessions) - 1, len(found.sessions[-1].activities) - 1
    changed = with_handout(text, facts, name, ("sessions", last[0], "activities", last[1]))
    words = _words(found.folder, "handout", name, f"handouts/{name}.md")
    giver = f"{found.sessions[-1].id}/{found.sessions[-1].activities[-1].id}"
    return Start({f"{found.folder}/module.yml": changed, **words}, giver)


def write(start: Start, root: Path, languages: tuple[str, ...]) -> None:
    """Write the files, after trying them out on a copy.

    Raises ContentError, before anything is written, when a file is there already or the change
    would bring a mistake that was not there before.
    """
    standing = [name for name in start.files
                if not name.endswith("module.yml") and (root / name).exists()]  # fmt: skip
    if standing:
        raise ContentError(_standing(name) for name in standing)
    before = {(p.place.path, p.code, p.message) for p in _problems(root, languages)}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve()
        for name in READ:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
            elif (root / name).exists():
                shutil.copy(root / name, copy)
        _put(start, copy)
        after = errors(_problems(copy, languages))
    if worse := [p for p in after if (p.place.path, p.code, p.message) not in before]:
        raise ContentError(worse)
    _put(start, root)


def _put(start: Start, root: Path) -> None:
    # The facts last: a page that module.yml does not name yet harms nobody.
    for name in sorted(start.files, key=lambda n: n.endswith("module.yml")):
        write_whole(root / name, start.files[name].encode())


def _problems(root: Path, languages: tuple[str, ...]) -> tuple[Problem, ...]:
    try:
        return project.inspect(root, languages)[2]
    except ContentError as error:
        return error.problems


def _words(folder: str, kind: str, name: str, page: str) -> dict[str, str]:
    return {
        f"{folder}/{code}/{page}": Template(
            (STARTERS / code / f"{kind}.md").read_text(encoding="utf-8")
        ).substitute(id=name)
        for code in SPOKEN
    }


def _facts(catalog: Catalog, module: Module) -> tuple[str, Document]:
    """Read the module's facts anew. Raises ContentError."""
    text, problems = read(catalog.root / module.folder / "module.yml", catalog.root)
    facts, more = load_yaml(text) if text else (None, ())
    if text is None or facts is None:
        raise ContentError([*problems, *more])
    return text.content, facts


def _module(catalog: Catalog, name: str) -> Module:
    wanted = name.replace("\\", "/").removeprefix("./").rstrip("/")
    for module in catalog.modules:
        if wanted in (module.id, module.folder):
            return module
    raise _unknown(name, [m.id for m in catalog.modules], ("học phần", "module"))


def _unknown(name: str, known: Iterator[str] | list[str] | tuple[str, ...],
             kind: tuple[str, str]) -> ContentError:  # fmt: skip
    choices = list(known)
    listed = ", ".join(get_close_matches(name, choices, 3, 0.5) or choices)
    return _wrong(
        name,
        (f"Không có {kind[0]} “{name}”.", f"There is no {kind[1]} “{name}”."),
        (f"Dùng một trong: {listed}.", f"Use one of: {listed}."),
    )


def _refuse(name: str, taken: list[str]) -> None:
    """Raise ContentError when an id cannot be used, saying which could be."""
    if not _ID.fullmatch(name) or len(name) > _LONGEST:
        better = to_id(name)
        raise _wrong(
            name,
            ("Mã chỉ gồm chữ thường không dấu và số, nối bằng gạch ngang, dài tối đa 60.",
             "An id has only lower-case letters without marks, digits and hyphens, at most 60."),
            (f"Ví dụ: {better}", f"For example: {better}"),
        )  # fmt: skip
    if name in RESERVED or name in _WINDOWS or name in ("index", "handouts", "images"):
        raise _wrong(
            name,
            (f"Mã “{name}” chương trình đã dùng vào việc khác.",
             f"The id “{name}” has another use in the program."),
            (f"Đặt mã dài hơn, ví dụ {name}-1.", f"Choose a longer one, such as {name}-1."),
        )  # fmt: skip
    if name in taken:
        raise _wrong(
            name,
            (f"Mã “{name}” đã có.", f"The id “{name}” is taken."),
            (f"Đặt mã khác; đang có: {', '.join(taken)}.",
             f"Choose another; there are: {', '.join(taken)}."),
        )  # fmt: skip


def to_id(name: str) -> str:
    """Give the id that a title would have: "Buổi đầu tiên" → buoi-dau-tien."""
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    ascii_only = plain.encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    return found[:_LONGEST].strip("-") or "first-aid"


def _standing(name: str) -> Problem:
    return fault(
        "usage",
        Place(name),
        ("Tệp này đã có; không ghi đè.", "The file is there already; it is not overwritten."),
        ("Đặt mã khác, hoặc tự chuyển tệp cũ đi trước.",
         "Choose another id, or move the old file away yourself first."),
    )  # fmt: skip


def _wrong(name: str, message: tuple[str, str], remedy: tuple[str, str]) -> ContentError:
    return ContentError([fault("usage", Place(name), message, remedy)])
