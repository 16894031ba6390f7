"""Faults as values: where, what, how to mend it.

A check or a loader never prints and never raises for a fault in the content. It gives a
`Problem`; whoever stands at the rim (command line, hook) raises one `ContentError` with all
of them. Message and remedy exist in every language of the people who mend things.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Tongue = Literal["vi", "en"]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: path relative to the project, line and column counted from 1.

    Line 0 means the whole file.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give the form that editors and terminals make clickable: path:line:column."""
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, order=True)
class Message:
    """One sentence in the two languages of the people who work on the content."""

    vi: str
    en: str

    def text(self, tongue: Tongue) -> str:
        """Give the sentence in `tongue`."""
        return self.vi if tongue == "vi" else self.en


@dataclass(frozen=True)
class Problem:
    """One fault. `code` is the rule's name; `remedy` says what to do, never only what is wrong."""

    place: Place
    message: Message
    remedy: Message
    code: str = "content"
    severity: Severity = "error"

    def text(self, tongue: Tongue) -> str:
        """Give place, message and remedy as two lines."""
        lead, mend = ("lỗi", "cách sửa") if tongue == "vi" else ("error", "to mend")
        if self.severity == "warning":
            lead = "nhắc" if tongue == "vi" else "warning"
        message, remedy = self.message.text(tongue), self.remedy.text(tongue)
        return f"{self.place}: {lead}: {message} [{self.code}]\n    {mend}: {remedy}"

    def annotation(self, tongue: Tongue) -> str:
        """Give the form that GitHub shows on the changed line of a pull request."""
        text = f"{self.message.text(tongue)} → {self.remedy.text(tongue)}"
        # https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        place = f"file={self.place.path},line={self.place.line or 1},col={self.place.column or 1}"
        return f"::{self.severity} {place},title={self.code}::{escaped}"


class ContentError(Exception):
    """The content cannot be built. Carries every problem found, sorted, once each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(report(self.problems, "en"))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems by place, each once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place, p.code, p.message)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the problems that stop a build, leaving out warnings."""
    return tuple(p for p in problems if p.severity == "error")


def report(problems: Iterable[Problem], tongue: Tongue) -> str:
    """Give the whole list as text, ending with a count."""
    found = in_order(problems)
    wrong = len(errors(found))
    told = len(found) - wrong
    count = (
        f"{wrong} lỗi, {told} lời nhắc."
        if tongue == "vi"
        else f"{wrong} error{'s' * (wrong != 1)}, {told} warning{'s' * (told != 1)}."
    )
    return "\n".join([*(p.text(tongue) for p in found), count])


def fault(code: str, place: Place, message: tuple[str, str], remedy: tuple[str, str]) -> Problem:
    """Build an error from pairs (Vietnamese, English)."""
    return Problem(place, Message(*message), Message(*remedy), code)


def nudge(code: str, place: Place, message: tuple[str, str], remedy: tuple[str, str]) -> Problem:
    """Build a warning from pairs (Vietnamese, English)."""
    return Problem(place, Message(*message), Message(*remedy), code, "warning")
