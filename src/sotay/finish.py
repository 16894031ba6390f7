"""A page's lines → the page as it is staged: front matter, and the marks of a fallback page."""

from __future__ import annotations

import json

from sotay.expand import Scope
from sotay.page import Page
from sotay.site import StagedPage, html_path, relative


def finished(
    scope: Scope, source: str, title: str, body: str, *, kind: str, page_id: str
) -> StagedPage:
    """Give the page with its front matter; on a fallback page the words are marked as foreign."""
    meta: dict[str, object] = {"title": title}
    if scope.module:
        index = scope.module.page(scope.text_language, "index")
        meta["description"] = _first_sentence(index) or title
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


def _first_sentence(index: Page | None) -> str:
    """Give the first plain line of a module's summary, for the page's description."""
    section = index.section("summary") if index else None
    lines = section.lines if section else ()
    plain = (line.strip() for line in lines if line.strip() and "[[" not in line)
    return next((line for line in plain if line[0] not in "/#|-!<"), "")


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
