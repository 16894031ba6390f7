"""One module's folder → Module: its facts decoded, its words in every language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sotay import model, schema
from sotay.decode import decode
from sotay.document import Document
from sotay.intake import Reader, doubled_id
from sotay.problem import Message, Place, Problem
from sotay.source import outside


def load_module(reader: Reader, folder: Path, languages: tuple[str, ...]) -> model.Module | None:
    """Load one module: None when its facts cannot be decoded."""
    document = reader.document(folder / "module.yml")
    if document is None:
        return None
    shape, problems = decode(schema.ModuleShape, document)
    reader.problems += problems
    if shape is None:
        return None
    reader.problems += _doubled_ids(shape, document)
    # A note of consent names people: it stays beside its photograph and is never published.
    images = tuple(
        sorted(
            p.name
            for p in folder.glob("images/*")
            if p.is_file() and not p.name.endswith(".consent.txt")
        )
    )
    for name in images:
        reader.problems += outside(folder / "images" / name, reader.root)
    words = {code: _module_words(reader, folder / code, shape) for code in languages}
    facts = {
        name: tuple(getattr(shape, name))
        for name in ("audiences", "requires", "objectives", "references", "contacts")
    }
    return model.Module(
        track=folder.parent.name, id=folder.name, folder=reader.name(folder), images=images,
        words=words, place=Place(document.path, 1),
        review_place=document.place(("review_by",)), group=model.Group(**shape.group.model_dump()),
        sessions=tuple(_session(s, partial(document.place), i)
                       for i, s in enumerate(shape.sessions)),
        handouts=tuple(model.Handout(h.id, h.per, document.place(("handouts", i)))
                       for i, h in enumerate(shape.handouts)),
        order=shape.order, source=shape.source, version=shape.version, level=shape.level,
        sensitive=shape.sensitive, reviewed=shape.reviewed, review_by=shape.review_by,
        keys=document.places, **facts,
    )  # fmt: skip


def _module_words(reader: Reader, folder: Path, shape: schema.ModuleShape) -> model.ModuleWords:
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
        doubled_id(document.place((*keys, i, "id")), value)
        for keys, ids in lists
        for i, value in enumerate(ids)
        if value in ids[:i]
    ]


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
