"""Disk → Catalog: reads every file, collects every fault, and gives the sound whole or none.

Faults are collected by level: a module whose facts cannot be decoded is not checked further,
so that one mistake gives one Problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from sotay import model, page, schema
from sotay.decode import decode, decode_list
from sotay.document import Document, load_yaml
from sotay.lock import load_locks
from sotay.problem import ContentError, Message, Place, Problem, errors
from sotay.registry import Registry, strange_languages
from sotay.selection import Selection
from sotay.source import Text, outside, read
from sotay.words import Words, load_words, same_keys

T = TypeVar("T")
TRACKS = ("child-protection", "gender-equality", "livelihoods")
"""The tracks in the order in which readers meet them."""


@dataclass
class _Reader:
    """Reads files below `root` and keeps what went wrong."""

    root: Path
    languages: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def text(self, path: Path) -> Text | None:
        """Read one file; one with a fault in its letters is not looked at further."""
        text, problems = read(path, self.root)
        self.problems += problems
        return None if errors(problems) else text

    def page(self, path: Path) -> page.Page | None:
        """Read a words file; None when it does not exist (a fallback page) or is faulty."""
        if not path.exists() and not path.is_symlink():
            return None
        text = self.text(path)
        return page.parse(text) if text else None

    def document(self, path: Path) -> Document | None:
        text = self.text(path)
        if text is None:
            return None
        document, problems = load_yaml(text)
        self.problems += problems
        return document

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def load_catalog(root: Path, languages: tuple[str, ...]) -> tuple[model.Catalog, list[Problem]]:
    """Load the project below `root` in `languages`, the default first.

    Returns the catalog of what could be read, and every problem of what could not. Raises
    ContentError with every problem when there is nothing to check against: a fault in data/.
    """
    reader = _Reader(root, languages)
    registry = _registry(reader)
    words = {code: w for code in languages if (w := _words(reader, code))}
    for code in words:
        if languages[0] in words:
            path = f"data/words/{code}.yml"
            reader.problems += same_keys(words[languages[0]], words[code], path)
    tracks = tuple(_track(reader, name, languages) for name in TRACKS)
    _strangers(reader)
    docs = {code: _docs(reader, root / "docs" / code) for code in languages}
    handbooks = _handbooks(reader)
    locks, wrong = load_locks(root, reader.document)
    reader.problems += wrong
    in_data = any(p.place.path.startswith("data/") for p in errors(reader.problems))
    if registry is None or in_data:
        raise ContentError(reader.problems)
    loaded = {m.id for t in tracks for m in t.modules}
    unread = {p.parent.name for p in root.glob("modules/*/*/module.yml")} - loaded
    catalog = model.Catalog(
        root, languages, tracks, registry, words, docs, handbooks, frozenset(unread), locks
    )
    return catalog, reader.problems


def _handbooks(reader: _Reader) -> tuple[Selection, ...]:
    """Read which handbooks exist; a project without the file prints none."""
    path = reader.root / "handbooks" / "handbooks.yml"
    document = reader.document(path) if path.exists() else None
    if document is None:
        return ()
    rows, problems = decode_list(schema.SelectionShape, document)
    reader.problems += problems
    return tuple(
        Selection(
            row.id, row.scope, row.audience, tuple(row.languages), tuple(row.tracks),
            tuple(row.modules),
        )
        for row in rows
    )  # fmt: skip


def _registry(reader: _Reader) -> Registry | None:
    data = reader.root / "data"
    references = _entries(reader, data / "references.yml", schema.ReferenceShape)
    contacts = _entries(reader, data / "contacts.yml", schema.ContactShape)
    terms = _entries(reader, data / "glossary.yml", schema.TermShape)
    materials = _entries(reader, data / "materials.yml", schema.MaterialShape)
    if None in (references, contacts, terms, materials):
        return None
    return Registry(references or {}, contacts or {}, terms or {}, materials or {})


E_ = TypeVar(
    "E_", schema.ReferenceShape, schema.ContactShape, schema.TermShape, schema.MaterialShape
)


def _entries(reader: _Reader, path: Path, shape: type[E_]) -> Mapping[str, E_] | None:
    """Read one registry file; a doubled id is a problem."""
    document = reader.document(path)
    if document is None:
        return None
    entries, problems = decode_list(shape, document)
    reader.problems += problems
    found: dict[str, E_] = {}
    for index, entry in enumerate(entries):
        if entry.id in found:
            place = document.place((index, "id"))
            reader.problems.append(_doubled_id(place, entry.id))
        for name, code in strange_languages(entry, reader.languages):
            reader.problems.append(_strange(document.place((index, name, code)), code, reader))
        found.setdefault(entry.id, entry)
    return found


def _words(reader: _Reader, language: str) -> Words | None:
    document = reader.document(reader.root / "data" / "words" / f"{language}.yml")
    if document is None:
        return None
    words, problems = load_words(document, language)
    reader.problems += problems
    return words


def _docs(reader: _Reader, folder: Path) -> Mapping[str, page.Page]:
    """Read the hand-written pages of one language by path below its folder."""
    found = {}
    for path in sorted(folder.rglob("*.md")):
        if loaded := reader.page(path):
            found[path.relative_to(folder).as_posix()] = loaded
    return found


def _track(reader: _Reader, name: str, languages: tuple[str, ...]) -> model.Track:
    folder = reader.root / "modules" / name
    loaded = [
        module
        for path in sorted(folder.glob("*/module.yml"))
        if (module := _module(reader, path.parent, languages))
    ]
    return model.Track(name, tuple(sorted(loaded, key=lambda m: (m.order, m.id))))


def _strangers(reader: _Reader) -> None:
    """Tell of folders that no track or module claims: their pages would vanish silently."""
    modules = reader.root / "modules"
    first: dict[str, str] = {}
    for track in sorted(p for p in modules.glob("*") if p.is_dir()):
        if track.name not in TRACKS:
            reader.problems.append(_unknown_track(reader.name(track)))
            continue
        for folder in sorted(p for p in track.glob("*") if p.is_dir()):
            if not (folder / "module.yml").exists():
                reader.problems.append(_no_facts(reader.name(folder)))
            if first.setdefault(folder.name, reader.name(folder)) != reader.name(folder):
                reader.problems.append(_doubled_id(Place(reader.name(folder)), folder.name))


def _module(reader: _Reader, folder: Path, languages: tuple[str, ...]) -> model.Module | None:
    """Load one module: None when its facts cannot be decoded."""
    document = reader.document(folder / "module.yml")
    if document is None:
        return None
    shape, problems = decode(schema.ModuleShape, document)
    reader.problems += problems
    if shape is None:
        return None
    reader.problems += _doubled_ids(shape, document)
    images = tuple(sorted(p.name for p in folder.glob("images/*") if p.is_file()))
    for name in images:
        reader.problems += outside(folder / "images" / name, reader.root)
    words = {code: _module_words(reader, folder / code, shape) for code in languages}
    facts = {
        name: tuple(getattr(shape, name))
        for name in ("audiences", "requires", "objectives", "references", "contacts")
    }
    return model.Module(
        track=folder.parent.name, id=folder.name, folder=reader.name(folder), images=images,
        words=words, place=Place(document.path, 1), group=model.Group(**shape.group.model_dump()),
        sessions=tuple(_session(s, partial(document.place), i)
                       for i, s in enumerate(shape.sessions)),
        handouts=tuple(model.Handout(h.id, h.per, document.place(("handouts", i)))
                       for i, h in enumerate(shape.handouts)),
        order=shape.order, source=shape.source, version=shape.version, level=shape.level,
        sensitive=shape.sensitive, reviewed=shape.reviewed, review_by=shape.review_by, **facts,
    )  # fmt: skip


def _module_words(reader: _Reader, folder: Path, shape: schema.ModuleShape) -> model.ModuleWords:
    """Read a module's words in one language, and tell of files that nothing names."""
    sessions = {s.id: reader.page(folder / f"{s.id}.md") for s in shape.sessions}
    handouts = {h.id: reader.page(folder / "handouts" / f"{h.id}.md") for h in shape.handouts}
    known = {"index.md", *(f"{i}.md" for i in sessions), *(f"handouts/{i}.md" for i in handouts)}
    for path in sorted(folder.rglob("*.md")):
        if path.relative_to(folder).as_posix() not in known:
            reader.problems.append(_orphan(reader.name(path)))
    return model.ModuleWords(
        reader.page(folder / "index.md"),
        {i: p for i, p in sessions.items() if p},
        {i: p for i, p in handouts.items() if p},
    )


def _session(
    shape: schema.SessionShape, place: Callable[[tuple[str | int, ...]], Place], index: int
) -> model.Session:
    at = ("sessions", index)
    activities = tuple(
        model.Activity(
            a.id, model.Minutes(a.minutes.min, a.minutes.plan, a.minutes.max), a.method,
            a.need == "optional", tuple(a.objectives),
            tuple(model.MaterialNeed(m.id, m.quantity, m.per,
                                     place((*at, "activities", n, "materials", k)))
                  for k, m in enumerate(a.materials)),
            tuple(a.handouts), place((*at, "activities", n, "id")),
        )
        for n, a in enumerate(shape.activities)
    )  # fmt: skip
    breaks = tuple(
        model.Break(b.after, b.minutes, place((*at, "breaks", n, "after")))
        for n, b in enumerate(shape.breaks)
    )
    return model.Session(
        shape.id, shape.minutes, tuple(shape.objectives), activities, breaks, place((*at, "id"))
    )


def _doubled_ids(shape: schema.ModuleShape, document: Document) -> list[Problem]:
    """Find ids that stand twice where each must be the only one."""
    lists: list[tuple[tuple[str | int, ...], list[str]]] = [
        (("sessions",), [s.id for s in shape.sessions]),
        (("handouts",), [h.id for h in shape.handouts]),
        (("objectives",), list(shape.objectives)),
        *(
            (("sessions", i, "activities"), [a.id for a in s.activities])
            for i, s in enumerate(shape.sessions)
        ),
    ]
    return [
        _doubled_id(document.place((*keys, i, "id")), value)
        for keys, ids in lists
        for i, value in enumerate(ids)
        if value in ids[:i]
    ]


def _doubled_id(place: Place, value: str) -> Problem:
    return Problem(
        place,
        Message(f"Mã “{value}” đã dùng ở trên.", f"The id “{value}” is already used above."),
        Message("Đặt mã khác, hoặc xóa mục thừa.", "Choose another id, or delete the extra entry."),
        "doubled-id",
    )


def _strange(place: Place, code: str, reader: _Reader) -> Problem:
    known = ", ".join(reader.languages)
    return Problem(
        place,
        Message(f"Dự án không có ngôn ngữ “{code}”.", f"The project has no language “{code}”."),
        Message(f"Dùng một trong: {known}.", f"Use one of: {known}."),
        "unknown-key",
    )


def _unknown_track(name: str) -> Problem:
    choices = ", ".join(TRACKS)
    return Problem(
        Place(name),
        Message("Thư mục này không phải chuyên đề.", "This folder is not a track."),
        Message(f"Dùng một trong: {choices}.", f"Use one of: {choices}."),
        "unknown-track",
    )


def _no_facts(name: str) -> Problem:
    return Problem(
        Place(name),
        Message("Học phần không có module.yml.", "The module has no module.yml."),
        Message("Thêm module.yml, hoặc xóa thư mục.", "Add module.yml, or delete the folder."),
        "no-facts",
    )


def _orphan(name: str) -> Problem:
    return Problem(
        Place(name),
        Message(
            "module.yml không nhắc đến tệp này, nên không ai đọc được.",
            "module.yml does not name this file, so nobody would read it.",
        ),
        Message(
            "Thêm mã của tệp vào sessions hoặc handouts, hoặc sửa tên tệp, hoặc xóa tệp.",
            "Add its id to sessions or handouts, correct its name, or delete it.",
        ),
        "orphan",
    )
