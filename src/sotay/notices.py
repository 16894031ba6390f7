"""Notices to the reader of a section whose other language has moved on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sotay.expand import Scope
from sotay.freshness import Standing
from sotay.model import Language
from sotay.page import Page
from sotay.site import html_path, relative

Notices = Mapping[int, tuple[str, ...]]
"""Lines of Markdown by the number of the heading's line that they follow."""


def notices(scope: Scope, page: Page, found: Iterable[Standing]) -> Notices:
    """Tell readers of a page which of its sections are behind, with a way to the newer words.

    In: where the page is put; its words; how its sections stand. Out: nothing for a page whose
    words are in step, nor for one that shows another language anyway. Raises nothing.
    """
    if scope.language != scope.text_language:
        return {}
    lines = {heading.id: heading.place.line for heading in page.headings}
    told: dict[int, tuple[str, ...]] = {}
    for standing in found:
        if (newer := standing.moved_on(scope.language)) and standing.id in lines:
            line = lines[standing.id]
            told[line] = (*told.get(line, ()), *_notice(scope, standing, newer))
    return told


def _notice(scope: Scope, standing: Standing, newer: Language) -> list[str]:
    """Give the block; only the web has it, a handbook says it on its imprint."""
    default = scope.catalog.languages[0]
    twin = newer + scope.uri.removeprefix(scope.language)
    # The link is written as the browser sees it: MkDocs knows no page of another language.
    href = relative(html_path(scope.uri, default), html_path(twin, default))
    name = scope.catalog.words[newer]("language.name")
    link = f'<a href="{href}#{standing.id}" lang="{newer}">{name}</a>'
    return [
        "",
        f"/// notice | {scope.words('freshness.notice')}",
        "    attrs: {data-medium: web}", "",
        scope.words(f"freshness.{standing.state.name}_notice", link=link),
        "///", "",
    ]  # fmt: skip
