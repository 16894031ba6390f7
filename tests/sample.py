"""A small, complete, sound project, made from the literals below: two modules, both languages.

`make` writes it; `edit` changes one file by replacing text, so that a test shows only what it
breaks.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import sample_data
import sample_words

REAL = Path(__file__).resolve().parent.parent
"""The project that these tests belong to."""
SAFE = "modules/child-protection/listening-first"
"""A sensitive module with two sessions and a handout."""
HENS = "modules/livelihoods/keeping-hens"
"""A module with one session and nothing else."""
LANGUAGES = ("vi", "en")

SAFE_FACTS = """\
order: 10
source: vi
version: "2026.11"
audiences: [officer, teacher]
level: 1
sensitive: true
group: {min: 8, best: 20, max: 30, small: 5}
objectives: [name-signs, listen-well]
reviewed: 2026-11-22
review_by: 2027-05-22
references: [law-children-2016, guide-kcs]
contacts: ["111", commune-pc]
handouts:
  - {id: five-steps, per: person}
sessions:
  - id: first-signs
    minutes: 60
    objectives: [name-signs]
    activities:
      - id: opening
        minutes: 10
        method: plenary
        objectives: [name-signs]
        materials:
          - {id: flipchart-paper, quantity: 2, per: group}
          - {id: marker, quantity: 1, per: person}
      - id: reading-signs
        minutes: {min: 30, plan: 40, max: 50}
        method: group-work
        materials:
          - {id: flipchart-paper, quantity: 1, per: room}
          - {id: marker, quantity: 2, per: group}
    breaks:
      - {after: opening, minutes: 10}
  - id: listening
    minutes: 45
    objectives: [listen-well]
    activities:
      - id: practice
        minutes: 30
        method: role-play
        objectives: [listen-well]
        handouts: [five-steps]
      - id: closing
        minutes: 15
        method: reflection
        need: optional
"""

HENS_FACTS = """\
order: 20
source: vi
version: "2026.11"
audiences: [community]
level: 2
sensitive: false
group: {min: 5, best: 12, max: 15}
requires: [listening-first]
objectives: [build-coop]
reviewed: 2026-11-22
review_by: 2027-05-22
sessions:
  - id: the-coop
    minutes: 30
    objectives: [build-coop]
    activities:
      - id: walk-round
        minutes: 30
        method: walk
"""

INDEX = """\
# {title} {{#{id}}}

## {summary} {{#summary}}

{text}

## {objectives} {{#objectives}}

{goals}
## {for_whom} {{#for-whom}}

{everyone}

## {before} {{#before-you-start}}

{prepare}

## {messages} {{#key-messages}}

- {message}
"""
_HEADS = {
    "vi": {
        "summary": "Tóm tắt",
        "objectives": "Mục tiêu",
        "for_whom": "Dành cho ai",
        "everyone": "Mọi cán bộ.",
        "before": "Chuẩn bị trước",
        "messages": "Thông điệp chính",
    },
    "en": {
        "summary": "Summary",
        "objectives": "Objectives",
        "for_whom": "For whom",
        "everyone": "Every officer.",
        "before": "Before you start",
        "messages": "Key messages",
    },
}


def index_page(language: str, **words: str) -> str:
    """Give a module's index page with the section titles of the language."""
    return INDEX.format(**_HEADS[language], **words)


def files() -> dict[str, str]:
    """Give the sample's own files by path, without what is copied from the real project."""
    data = {f"data/{name}.yml": text for name, text in sample_data.REGISTRIES.items()}
    words = {f"{SAFE}/{name}": text for name, text in sample_words.SAFE_WORDS.items()}
    return {
        **data,
        **words,
        f"{SAFE}/module.yml": SAFE_FACTS,
        f"{SAFE}/images/room.svg": sample_data.PICTURE,
        f"{SAFE}/vi/index.md": index_page("vi", **sample_data.SAFE_INDEX["vi"]),
        f"{SAFE}/en/index.md": index_page("en", **sample_data.SAFE_INDEX["en"]),
        f"{HENS}/module.yml": HENS_FACTS,
        f"{HENS}/vi/index.md": index_page("vi", **sample_data.HENS_INDEX["vi"]),
        f"{HENS}/en/index.md": index_page("en", **sample_data.HENS_INDEX["en"]),
        f"{HENS}/vi/the-coop.md": sample_words.COOP["vi"],
        f"{HENS}/en/the-coop.md": sample_words.COOP["en"],
        "docs/vi/index.md": "# Sổ tay mẫu {#home}\n\nXem [căn cứ](references.md).\n\n[[tracks]]\n",
        "docs/en/index.md": "# Sample {#home}\n\nSee the [references](references.md).\n\n"
        "[[tracks]]\n",
    }


def make(root: Path, *, host: bool = False) -> Path:
    """Write the sample below `root`; with `host`, also what a real MkDocs build needs."""
    for name, text in files().items():
        write(root, name, text)
    shutil.copy(REAL / "mkdocs.yml", root)
    shutil.copytree(REAL / "data" / "words", root / "data" / "words")
    if host:
        for folder in ("hooks", "overrides", "handbooks"):
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(REAL / folder, root / folder, ignore=ignore)
    return root


def write(root: Path, name: str, text: str | bytes) -> Path:
    """Write one file below `root` exactly as given."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def edit(root: Path, name: str, old: str, new: str) -> Path:
    """Replace the first `old` in one file; a test that breaks nothing is a mistake."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    return write(root, name, text.replace(old, new, 1))
