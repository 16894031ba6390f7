"""The words a reader sees that are not content: `data/words/<language>.yml`.

One file per language, two levels: group, key. The file of the default language is the
measure; another language must have the same keys. Adding a language is adding a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sotay.document import Document
from sotay.problem import Message, Place, Problem

_MARK = re.compile(r"\{[a-z_]+\}")

THEME = "theme"
"""The one group that a language may have of its own: the website's own words, by Material's keys.
A language without it speaks there with the words of the default language."""


@dataclass(frozen=True)
class Words:
    """All interface words of one language."""

    language: str
    groups: Mapping[str, Mapping[str, str]] = field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """Give the words of `group.key`, with {name} filled in. Raises KeyError if unknown."""
        group, _, name = key.partition(".")
        text = self.groups[group][name]
        return text.format(**values) if values else text

    def group(self, name: str) -> Mapping[str, str]:
        """Give a whole group."""
        return self.groups[name]

    def number(self, value: int) -> str:
        """Write a whole number with the language's thousands mark: 1.000 or 1,000."""
        return f"{value:,}".replace(",", self("format.thousands"))

    def date(self, iso: str) -> str:
        """Write an ISO date, or less of one, in the language's form: 12/3/2018, 12 March 2018."""
        parts = iso.split("-")
        if len(parts) < 3 or not all(part.isdigit() for part in parts):
            return (
                self("format.month", year=parts[0], month=int(parts[1]))
                if (len(parts) == 2 and parts[1].isdigit())
                else iso
            )
        year, month, day = parts
        name = self.groups["months"][str(int(month))]
        return self("format.date", day=int(day), month=name, year=year)


def load_words(document: Document, language: str) -> tuple[Words | None, tuple[Problem, ...]]:
    """Give the language's words; every value must be text in a group."""
    groups: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    data = document.data if isinstance(document.data, dict) else {}
    if not data:
        problems.append(_not_text(document, ()))
    for group, entries in data.items():
        if not isinstance(entries, dict):
            problems.append(_not_text(document, (group,)))
            continue
        groups[group] = {}
        for key, value in entries.items():
            if isinstance(value, str) and value.strip():
                groups[group][key] = value
            else:
                problems.append(_not_text(document, (group, key)))
    return (None if problems else Words(language, groups)), tuple(problems)


def same_keys(measure: Words, other: Words, path: str) -> tuple[Problem, ...]:
    """Find the keys that `other` lacks or has too many, measured by the default language."""
    wanted = {(g, k) for g, entries in measure.groups.items() for k in entries}
    given = {(g, k) for g, entries in other.groups.items() for k in entries if g != THEME}
    missing = [
        Problem(
            Place(path),
            Message(
                f"Thiếu chữ giao diện “{g}.{k}”.", f"The interface words “{g}.{k}” are missing."
            ),
            Message("Thêm dòng này và dịch.", "Add the line and translate it."),
            "interface-words",
        )
        for g, k in sorted(wanted - given)
    ]
    extra = [
        Problem(
            Place(path),
            Message(
                f"Thừa chữ giao diện “{g}.{k}”.", f"The interface words “{g}.{k}” are unknown."
            ),
            Message("Xóa dòng này.", "Delete the line."),
            "interface-words",
        )
        for g, k in sorted(given - wanted)
    ]
    return (*missing, *extra, *_same_marks(measure, other, path))


def _same_marks(measure: Words, other: Words, path: str) -> list[Problem]:
    """Find texts whose {marks} are not those of the measure: filling them in would fail."""
    return [
        Problem(
            Place(path),
            Message(
                f"“{group}.{key}” phải có đúng các chỗ điền: {_marks(text) or '–'}.",
                f"“{group}.{key}” must hold exactly these marks: {_marks(text) or '–'}.",
            ),
            Message("Giữ nguyên chữ trong ngoặc { }.", "Keep the letters inside { }."),
            "interface-words",
        )
        for group, entries in measure.groups.items()
        for key, text in entries.items()
        if _marks(text) != _marks(other.groups.get(group, {}).get(key, text))
    ]


def _marks(text: str) -> str:
    """List the {marks} of a text, or give it whole when its braces do not pair."""
    bare = _MARK.sub("", text)
    return text if "{" in bare or "}" in bare else " ".join(sorted(set(_MARK.findall(text))))


def _not_text(document: Document, keys: tuple[str, ...]) -> Problem:
    name = ".".join(keys) or document.path
    return Problem(
        document.place(keys),
        Message(f"“{name}” phải là chữ.", f"“{name}” must be text."),
        Message("Viết theo mẫu nhóm: khóa: chữ.", "Write it as group: key: text."),
        "interface-words",
    )
