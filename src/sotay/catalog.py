"""Disk → Catalog: reads every file, collects every fault, and gives the sound whole or none.

Faults are collected by level: a module whose facts cannot be decoded is not checked further,
so that one mistake gives one Problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from sotay import model, page, schema
from sotay.decode import decode_list
from sotay.intake import Reader, doubled_id
from sotay.lock import load_locks
from sotay.modulefolder import load_module
from sotay.problem import ContentError, Message, Place, Problem, errors
from sotay.registry import Registry, strange, strange_languages
from sotay.selection import Selection
from sotay.words import Words, load_words, same_keys

T = TypeVar("T")
TRACKS = ("child-protection", "gender-equality", "livelihoods")
"""The tracks in the order in which readers meet them."""


def load_catalog(root: Path, languages: tuple[str, ...]) -> tuple[model.Catalog, list[Problem]]:
    """Load the project below `root` in `languages`, the default first.

    Returns the catalog of what could be read, and every problem of what could not. Raises
    ContentError with every problem when there is nothing to check against: a fault in data/.
    """
    reader = Reader(root, languages)
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
    explained = _entries(reader, root / "data" / "checks.yml", schema.ExplanationShape, need=False)
    locks, wrong = load_locks(root, reader.document)
    reader.problems += wrong
    in_data = any(p.place.path.startswith("data/") for p in errors(reader.problems))
    if registry is None or in_data:
        raise ContentError(reader.problems)
    loaded = {m.id for t in tracks for m in t.modules}
    unread = {p.parent.name for p in root.glob("modules/*/*/module.yml")} - loaded
    catalog = model.Catalog(
        root, languages, tracks, registry, words, docs, handbooks, frozenset(unread), locks,
        tuple((explained or {}).values()),
    )  # fmt: skip
    return catalog, reader.problems


def _handbooks(reader: Reader) -> tuple[Selection, ...]:
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


def _registry(reader: Reader) -> Registry | None:
    data = reader.root / "data"
    references = _entries(reader, data / "references.yml", schema.ReferenceShape)
    contacts = _entries(reader, data / "contacts.yml", schema.ContactShape)
    terms = _entries(reader, data / "glossary.yml", schema.TermShape)
    materials = _entries(reader, data / "materials.yml", schema.MaterialShape)
    if None in (references, contacts, terms, materials):
        return None
    return Registry(references or {}, contacts or {}, terms or {}, materials or {})


E_ = TypeVar(
    "E_", schema.ReferenceShape, schema.ContactShape, schema.TermShape, schema.MaterialShape,
    schema.ExplanationShape,
)  # fmt: skip


def _entries(
    reader: Reader, path: Path, shape: type[E_], *, need: bool = True
) -> Mapping[str, E_] | None:
    """Read one registry file; a doubled id is a problem, and so is a missing file that we need."""
    document = reader.document(path) if need or path.exists() else None
    if document is None:
        return None
    entries, problems = decode_list(shape, document)
    reader.problems += problems
    found: dict[str, E_] = {}
    for index, entry in enumerate(entries):
        if entry.id in found:
            place = document.place((index, "id"))
            reader.problems.append(doubled_id(place, entry.id))
        for name, code in strange_languages(entry, reader.languages):
            reader.problems.append(
                strange(document.place((index, name, code)), code, reader.languages)
            )
        found.setdefault(entry.id, entry)
    return found


def _words(reader: Reader, language: str) -> Words | None:
    document = reader.document(reader.root / "data" / "words" / f"{language}.yml")
    if document is None:
        return None
    words, problems = load_words(document, language)
    reader.problems += problems
    return words


def _docs(reader: Reader, folder: Path) -> Mapping[str, page.Page]:
    """Read the hand-written pages of one language by path below its folder."""
    found = {}
    for path in sorted(folder.rglob("*.md")):
        if loaded := reader.page(path):
            found[path.relative_to(folder).as_posix()] = loaded
    return found


def _track(reader: Reader, name: str, languages: tuple[str, ...]) -> model.Track:
    folder = reader.root / "modules" / name
    loaded = [
        module
        for path in sorted(folder.glob("*/module.yml"))
        if (module := load_module(reader, path.parent, languages))
    ]
    return model.Track(name, tuple(sorted(loaded, key=lambda m: (m.order, m.id))))


def _strangers(reader: Reader) -> None:
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
                reader.problems.append(doubled_id(Place(reader.name(folder)), folder.name))


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
