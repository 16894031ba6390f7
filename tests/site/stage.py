"""Stands in for hooks/stage.py: the pages lie ready, only the facts about them are made here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

TITLES = {
    "vi": {
        "child-protection": "Bảo vệ trẻ em",
        "child-safe-organisations": "Tổ chức an toàn cho trẻ",
        "listening": "Lắng nghe trẻ",
        "contributing": "Biên soạn",
    },
    "en": {
        "child-protection": "Child protection",
        "child-safe-organisations": "Child-safe organisations",
        "listening": "Lắng nghe trẻ",
        "contributing": "Contributing",
    },
}


@dataclass(frozen=True)
class Page:
    uri: str
    language: str
    text_language: str


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    root = Path(config.docs_dir)
    uris = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.md"))]
    pages = {uri: Page(uri, uri[:2], _text_language(root / uri, uri[:2])) for uri in uris}
    site = SimpleNamespace(pages=pages)
    i18n = config.plugins["i18n"]
    config.extra["sotay"] = {"site": site, "html": {}, "languages": ("vi", "en"), "i18n": i18n}
    return config


def on_nav(nav: Any, config: MkDocsConfig, **_: Any) -> Any:
    _title(nav.items, TITLES[config.plugins["i18n"].current_language])
    return nav


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    page.edit_url = f"https://sotay.example/edit/main/modules/{page.file.src_uri}"
    return markdown


def _title(items: Any, titles: dict[str, str]) -> None:
    for item in items:
        if item.is_section:
            item.title = titles[item.title]
            _title(item.children, titles)


def _text_language(path: Path, language: str) -> str:
    return "vi" if "lang=vi}" in path.read_text(encoding="utf-8").partition("\n\n")[0] else language
