"""A page's lines → the page as it is staged: front matter, and the marks of a fallback page."""

from __future__ import annotations

import json
from dataclasses import replace

from sotay.expand import Scope, plain
from sotay.page import Page
from sotay.site import StagedPage, html_path, relative

LONGEST_DESCRIPTION = 160
"""Letters of a page's description; longer ones are cut by those who show them."""


def finished(
    scope: Scope, source: str, title: str, body: str, *, kind: str, page_id: str
) -> StagedPage:
    """Give the page with its front matter; on a fallback page the words are marked as foreign."""
    meta: dict[str, object] = {"title": title}
    if scope.module:
        index = scope.module.page(scope.text_language, "index")
        meta["description"] = _shortened(summary(index, scope) if index else title) or title
    if page_id == "contacts":
        # Whoever searches 111 wants the number, not one of the many pages that print it.
        meta["search"] = {"boost": 4}
    if scope.language != scope.text_language:
        meta["search"] = {"exclude": True}
        body = _fallback(scope, title, body)
    # JSON is YAML; written so, no title can break the front matter.
    front = "\n".join(f"{key}: {json.dumps(meta[key], ensure_ascii=False)}" for key in meta)
    return StagedPage(
        scope.uri, source, scope.language, scope.text_language, title,
        f"---\n{front}\n---\n{body.strip()}\n",
        scope.module.id if scope.module else "", kind, page_id,
    )  # fmt: skip


def summary(index: Page, scope: Scope) -> str:
    """Give the first paragraph of a module's summary in plain words; "" when there is none."""
    section = index.section("summary")
    found: list[str] = []
    for line in section.lines if section else ():
        if line.strip() and line[0] not in "/#|-!<":
            found.append(line.strip())
        elif found:
            break
    # A card is no citation: what it names keeps its short form for the page's own text.
    return plain(" ".join(found), replace(scope, cited=set()))


def _shortened(text: str) -> str:
    """Cut to what search engines show, at a word's end."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[:LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _fallback(scope: Scope, title: str, body: str) -> str:
    """Mark source words as such: notice in the reader's language, `lang` on the rest."""
    words = scope.catalog.words[scope.language]
    heading, _, rest = body.partition("\n")
    pin = f"{{lang={scope.text_language} "
    heading = heading.replace("{", pin, 1) if "{#" in heading else f"{heading} {pin.strip()}}}"
    default = scope.catalog.languages[0]
    twin = scope.text_language + scope.uri.removeprefix(scope.language)
    # MkDocs builds one language at a time and knows no page of another: the link is written as
    # the browser sees it.
    href = relative(html_path(scope.uri, default), html_path(twin, default))
    link = f'<a href="{href}">{words("notice.fallback_link")}</a>'
    return "\n".join(
        [
            heading, "",
            f"/// notice | {words('block.notice')}",
            "    attrs: {data-medium: web}", "",
            f"{words('notice.fallback')} {link}", "///", "",
            f"//////// html | div.fallback[lang={scope.text_language}]", "",
            rest, "", "////////", "",
        ]
    )  # fmt: skip
