"""Hand every page what its head, its language switch and its neighbours' links say."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from sotay import reader


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep the article for the handbooks; tell links to the page which language its title has."""
    shared = config.extra["sotay"]
    staged = shared["site"].pages[page.file.src_uri]
    shared["html"][page.file.src_uri] = html
    if staged.language != staged.text_language:
        page.meta["text_language"] = staged.text_language
    return html


@event_priority(0)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """Give the template the page's languages; runs after static-i18n set its own links."""
    shared = config.extra["sotay"]
    spoken = shared["site"].pages[page.file.src_uri].language
    context["theme_words"] = shared.get("theme", {}).get(spoken, {})
    context["reading"] = reader.reading(
        shared["site"].pages, page.file.src_uri, shared["languages"], config.site_url or ""
    )
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the sitemap its entries, and the page for lost readers the languages."""
    shared = config.extra["sotay"]
    context["languages"] = shared["languages"]
    context["entries"] = reader.sitemap(
        shared["site"].pages, shared["languages"], config.site_url or ""
    )
    return context
