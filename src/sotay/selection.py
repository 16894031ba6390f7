"""Which handbooks exist: the rows of `handbooks/handbooks.yml`, applied to what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sotay.edition import Audience

Scope = Literal["module", "track"]


@dataclass(frozen=True)
class Selection:
    """One row: a kind of handbook. An empty tuple means all that there are."""

    id: str
    scope: Scope
    audience: Audience
    languages: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Commission:
    """One handbook to make: of a module, or of a whole track when `module` is ""."""

    scope: Scope
    audience: Audience
    language: str
    track: str
    module: str = ""

    @property
    def id(self) -> str:
        """The handbook's id, which is also its file's name without .pdf."""
        return f"{self.module or self.track}-{self.audience}-{self.language}"


def commissions(
    selections: Sequence[Selection],
    tracks: Mapping[str, Sequence[str]],
    languages: Sequence[str],
) -> tuple[Commission, ...]:
    """Give the handbooks to make, each once, in the order of the rows.

    `tracks` names the modules of each track, in order. A limit that names an unknown language,
    track or module selects nothing; to report it is the caller's affair, who knows its place.
    """
    found = (c for row in selections for c in _of_row(row, tracks, languages))
    return tuple(dict.fromkeys(found))


def _of_row(
    row: Selection, tracks: Mapping[str, Sequence[str]], languages: Sequence[str]
) -> Iterator[Commission]:
    for track, modules in tracks.items():
        kept = [module for module in modules if not row.modules or module in row.modules]
        if (row.tracks and track not in row.tracks) or not kept:
            continue
        for subject in kept if row.scope == "module" else [""]:
            for language in languages:
                if not row.languages or language in row.languages:
                    yield Commission(row.scope, row.audience, language, track, subject)
