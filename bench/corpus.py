"""Makes a project with many sound modules: five pages each, in two languages.

A module has its own page, three sessions and a handout, each of about four printed pages. The
same number of modules always gives the same bytes.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
REAL = HERE.parent
LANGUAGES = ("vi", "en")
TRACKS = ("child-protection", "gender-equality", "livelihoods")
METHODS = ("plenary", "group-work", "pairs", "role-play", "mapping", "planning")
ACTIVITIES = 6
FOLDERS = ("hooks", "overrides", "handbooks", "data")
HEADS = {
    "vi": ("Tóm tắt", "Mục tiêu", "Dành cho ai", "Chuẩn bị trước", "Cách dùng", "Thông điệp chính"),
    "en": ("Summary", "Objectives", "For whom", "Before you start", "How to use", "Key messages"),
}
BANK: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (HERE / "sentences.yml").read_text(encoding="utf-8")
)
"""Sentences, titles of activities and of sessions, objectives, each in both languages."""
SECTIONS = ("summary", "objectives", "for-whom", "before-you-start", "how-to-use", "key-messages")


def make(root: Path, modules: int) -> Path:
    """Write a project with so many modules into `root`, which is emptied first."""
    if root.exists():
        shutil.rmtree(root)
    root.mkdir(parents=True)
    shutil.copy(REAL / "mkdocs.yml", root)
    for folder in FOLDERS:
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REAL / folder, root / folder, ignore=ignore)
    for language, title in zip(LANGUAGES, ("Bản đo", "Measured"), strict=True):
        home = f"# {title} {{#home}}\n\n[[tracks]]\n"
        _write(root / "docs" / language / "index.md", home)
    shelf = Shelf(root)
    for number in range(modules):
        folder = root / "modules" / TRACKS[number % len(TRACKS)] / module_id(number)
        _write(folder / "module.yml", yaml.safe_dump(_facts(number, shelf), sort_keys=False))
        for language in LANGUAGES:
            for name, text in _words(number, language, shelf):
                _write(folder / language / name, text)
    return root


def module_id(number: int) -> str:
    """Name a module."""
    return f"study-group-{number:03}"


class Shelf:
    """The first usable ids of the project's registries."""

    def __init__(self, root: Path) -> None:
        def entries(name: str) -> list[dict[str, Any]]:
            return yaml.safe_load((root / "data" / f"{name}.yml").read_text(encoding="utf-8"))

        laws = [e["id"] for e in entries("references") if e["type"] in ("law", "guide")]
        calls = [e["id"] for e in entries("contacts") if e.get("print_ok") and e.get("phone")]
        self.references = laws[:3]
        self.contacts = calls[:2]
        self.terms = [e["id"] for e in entries("glossary")][:12]
        self.materials = [e["id"] for e in entries("materials")][:4]


def _facts(number: int, shelf: Shelf) -> dict[str, Any]:
    goals = ["describe", "compare", "plan"]
    sessions = [
        {
            "id": f"session-{part}",
            "minutes": 20 * ACTIVITIES + 10,
            "objectives": [goals[part - 1]],
            "activities": [
                {
                    "id": f"activity-{place}",
                    "minutes": 20,
                    "method": METHODS[place % len(METHODS)],
                    "materials": [
                        {"id": shelf.materials[place % 4], "quantity": 1 + place, "per": "group"}
                    ],
                    **({"handouts": ["sheet"]} if place == 4 else {}),
                }
                for place in range(ACTIVITIES)
            ],
            "breaks": [{"after": "activity-2", "minutes": 10}],
        }
        for part in (1, 2, 3)
    ]
    return {
        "order": 10 * (number + 1),
        "source": "vi",
        "version": "2026.11",
        "audiences": ["officer", "community"],
        "level": 1 + number % 3,
        "sensitive": number % 3 == 0,
        "group": {"min": 8, "best": 20, "max": 30, "small": 5},
        "objectives": goals,
        "reviewed": "2026-11-22",
        "review_by": "2027-05-22",
        "references": shelf.references,
        "contacts": shelf.contacts,
        "handouts": [{"id": "sheet", "per": "person"}],
        "sessions": sessions,
    }


def _words(number: int, language: str, shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Give the words files of one module in one language by name."""
    yield "index.md", _page(Speaker(f"{number} index", language, shelf), _index, number)
    for part in (1, 2, 3):
        speaker = Speaker(f"{number} {part}", language, shelf)
        yield f"session-{part}.md", _page(speaker, _session, part)
    speaker = Speaker(f"{number} sheet", language, shelf)
    yield "handouts/sheet.md", _page(speaker, _handout, number)


class Speaker:
    """Says the same things in either language: same seed, same choices."""

    def __init__(self, seed: str, language: str, shelf: Shelf) -> None:
        self._chance = random.Random(seed)
        self._language = language
        self.shelf = shelf

    def topic(self) -> str:
        """Choose a title for an activity or a block."""
        return self._chance.choice(BANK["topics"])[self._language]

    def known(self, name: str, place: int) -> str:
        """Give an entry of a list by its place, counted from 0."""
        return BANK[name][place][self._language]

    def say(self, vietnamese: str, english: str) -> str:
        """Give the words of the language."""
        return {"vi": vietnamese, "en": english}[self._language]

    def text(self, count: int) -> str:
        """Give a paragraph of so many sentences."""
        chosen = self._chance.sample(BANK["sentences"], count)
        return " ".join(sentence[self._language] for sentence in chosen)

    def items(self, count: int, mark: str = "-") -> list[str]:
        """Give a list with an empty line before and after it."""
        return ["", *(f"{mark} {self.text(1)}" for _ in range(count)), ""]

    def id(self, ids: list[str]) -> str:
        """Choose an id."""
        return self._chance.choice(ids)

    def head(self, section: str) -> str:
        """Give a section's heading."""
        titles = HEADS[self._language]
        return f"## {titles[SECTIONS.index(section)]} {{#{section}}}"


def _page(speaker: Speaker, kind: Any, number: int) -> str:
    return "\n".join(kind(speaker, number)) + "\n"


def _index(speaker: Speaker, number: int) -> Iterator[str]:
    title = speaker.say(f"Nhóm học tập thứ {number + 1}", f"Study group {number + 1}")
    yield f"# {title} {{#{module_id(number)}}}"
    for section in SECTIONS:
        yield from ("", speaker.head(section), "")
        if section == "objectives":
            for place, name in enumerate(("describe", "compare", "plan")):
                yield from (f"- {speaker.known('goals', place)}", f"  {{: #{name} }}")
        elif section == "key-messages":
            yield from speaker.items(6)[1:-1]
        else:
            yield from _paragraphs(speaker, 2)
            yield from _table(speaker, 5) if section == "how-to-use" else speaker.items(4)


def _session(speaker: Speaker, part: int) -> Iterator[str]:
    yield f"# {speaker.known('sittings', part - 1)} {{#session-{part}}}"
    yield from ("", speaker.text(3))
    for place in range(ACTIVITIES):
        yield from ("", f"## {speaker.topic()} {{#activity-{place}}}", "")
        yield from _activity(speaker, place)


def _activity(speaker: Speaker, place: int) -> Iterator[str]:
    yield from _paragraphs(speaker, 1)
    yield from speaker.items(3, "1.")
    kinds = ("say", "ask", "case", "key-message", "answer", "warning")
    yield from _block(speaker, kinds[place], [speaker.text(2)])
    yield from _block(speaker, "trainer", speaker.items(2)[1:-1])
    if place == 4:
        yield from ("", "/// handout | sheet", "///", "")
    if place in (1, 5):
        yield from _table(speaker, 4)


def _handout(speaker: Speaker, number: int) -> Iterator[str]:
    yield f"# {speaker.say('Phiếu làm việc của nhóm', 'Worksheet of the group')} {{#sheet}}"
    yield from ("", speaker.say("Tên nhóm", "Name of the group") + ": [[blank:30]]", "")
    for part in (1, 2, 3):
        yield from ("", f"## {speaker.topic()} {{#part-{part}}}", "", speaker.text(3))
        yield from _table(speaker, 6)
        yield from _block(speaker, "ticks", speaker.items(5)[1:-1])
        prompt = speaker.say("Điều nhóm sẽ làm", "What the group will do")
        yield from ("", f"/// lines | 6 | {prompt}", "///", "")


def _paragraphs(speaker: Speaker, count: int) -> Iterator[str]:
    """Give paragraphs; the first names a term of the glossary, the second a reference."""
    yield f"{speaker.text(3)} ([[term:{speaker.id(speaker.shelf.terms)}]])"
    yield ""
    yield f"{speaker.text(2)} ([[ref:{speaker.id(speaker.shelf.references)}]])"
    for _ in range(count - 1):
        yield from ("", speaker.text(3))


def _block(speaker: Speaker, kind: str, lines: list[str]) -> Iterator[str]:
    title = f" | {speaker.topic()}" if kind in ("say", "case", "trainer") else ""
    yield from ("", f"/// {kind}{title}", *lines, "///", "")


def _table(speaker: Speaker, rows: int) -> Iterator[str]:
    heads = (("Việc", "Task"), ("Vì sao", "Why"), ("Ngày xong", "Done by"))
    names = [speaker.say(*pair) for pair in heads]
    yield from ("", "| " + " | ".join(names) + " |", "| --- | --- | --- |")
    for _ in range(rows):
        yield f"| {speaker.topic()} | {speaker.text(1)} | [[blank:12]] |"
    yield ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
