"""Which languages there are: `mkdocs.yml` says it, for the site and for the command line."""

from __future__ import annotations

from pathlib import Path

from sotay.document import load_yaml
from sotay.source import read

USUAL = ("vi", "en")
"""What a project without a word about it speaks."""


def load_languages(root: Path) -> tuple[str, ...]:
    """Name the languages below `plugins: i18n: languages:`, the default first. Raises nothing."""
    text, _ = read(root / "mkdocs.yml", root)
    document, _ = load_yaml(text) if text else (None, ())
    data = document.data if document else None
    plugins = data.get("plugins") if isinstance(data, dict) else None
    # MkDocs takes plugins as a mapping, or as a list of names and mappings.
    for group in plugins if isinstance(plugins, list) else [plugins]:
        settings = group.get("i18n") if isinstance(group, dict) else None
        entries = settings.get("languages") if isinstance(settings, dict) else None
        named = [e for e in entries or () if isinstance(e, dict) and e.get("locale")]
        first = sorted(named, key=lambda e: e.get("default") != "true")
        if first:
            return tuple(str(entry["locale"]) for entry in first)
    return USUAL
