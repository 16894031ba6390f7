"""One search index per language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from sotay import reader, search


@event_priority(-150)
def on_page_content(html: str, **_: Any) -> str:
    """Make the article ready for the index; the handbooks have their copy already."""
    return search.apart(html)


@event_priority(-150)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Point the page's search at the root of its language."""
    return search.point_search(output, page.url, config.extra["sotay"]["languages"])


@event_priority(-200)
def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Split the index, once all languages are written."""
    if config.extra["sotay"]["i18n"].building:
        return
    shared = config.extra["sotay"]
    languages = shared["languages"]
    root = Path(config.site_dir)
    whole = (root / search.index_path(languages[0], languages)).read_text(encoding="utf-8")
    left_out = reader.fallbacks(shared["site"].pages, languages)
    stemmed = {p.name.split(".")[1] for p in root.glob("assets/javascripts/lunr/min/lunr.*.js")}
    known = {"en", *stemmed}
    for language, text in search.split_index(whole, languages, left_out, known).items():
        path = root / search.index_path(language, languages)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
