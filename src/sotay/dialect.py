"""The authoring dialect: which blocks there are, and Markdown → HTML exactly as on the site.

The list of extensions and block types is read from `mkdocs.yml`, the only place that defines
it, so that checks, tests, site and print parse alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import markdown

from sotay.document import load_yaml
from sotay.problem import ContentError, Place, fault
from sotay.source import read

GENERATED = frozenset({"content-warning", "referral", "notice"})
"""Block types that only the program writes."""
TRAINER_ONLY = frozenset({"trainer", "say", "answer"})
"""Block types that no participant's edition holds. Stated here once."""
FORMS = frozenset({"ref", "contact", "term", "blank", "tick", "module", "tracks"})
"""Kinds of inline form `[[kind:value]]`."""
ALLOWED_TAGS = frozenset({"br"})
"""Raw HTML that an author may write."""
_BLOCKS = "pymdownx.blocks.admonition"
_NO_DIALECT = fault(
    "settings",
    Place("mkdocs.yml"),
    ("Thiếu danh sách markdown_extensions.", "The list markdown_extensions is missing."),
    ("Lấy lại mkdocs.yml từ bản trước.", "Take mkdocs.yml back from an earlier version."),
)


@dataclass(frozen=True)
class Dialect:
    """The extensions with their settings, and the block types."""

    extensions: tuple[str, ...]
    settings: dict[str, dict[str, Any]]
    types: frozenset[str]

    @property
    def author_types(self) -> frozenset[str]:
        """The block types that an author may write."""
        return self.types - GENERATED

    def html(self, text: str) -> str:
        """Render Markdown as the site does, without links being resolved."""
        return markdown.markdown(
            text, extensions=list(self.extensions), extension_configs=self.settings
        )


def load_dialect(root: Path) -> Dialect:
    """Read `markdown_extensions` of mkdocs.yml. Raises ContentError when it cannot be read."""
    text, problems = read(root / "mkdocs.yml", root)
    if text is None:
        raise ContentError(problems)
    document, problems = load_yaml(text)
    if document is None:
        raise ContentError(problems)
    data = document.data if isinstance(document.data, dict) else {}
    entries = data.get("markdown_extensions")
    if not isinstance(entries, list):
        raise ContentError([_NO_DIALECT])
    extensions: list[str] = []
    settings: dict[str, dict[str, Any]] = {}
    for entry in entries:
        name, values = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        extensions.append(name)
        if values:
            settings[name] = _typed(values)
    types = settings.get(_BLOCKS, {}).get("types", [])
    names = frozenset(t["name"] if isinstance(t, dict) else t for t in types)
    return Dialect(tuple(extensions), settings, names)


def _typed(value: Any) -> Any:
    """Give the text scalars of the node tree the type that an extension expects."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdigit() else value
