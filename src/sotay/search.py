"""Fold Vietnamese words for searching, and split one search index into one per language."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Sequence

_CONFIG = '<script id="__config" type="application/json">'
_CONFIG_END = "</script>"


def fold(text: str) -> str:
    """The same words in lower case without any mark: "Bình Đẳng" → "binh dang".

    In: any text, composed (NFC) or decomposed (NFD). Out: NFC text. Raises nothing.
    """
    apart = unicodedata.normalize("NFD", text.lower())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).replace("đ", "d")


def apart(html: str) -> str:
    """Keep the words before and after a line break two words when the markup is taken away.

    In: HTML of an article. Out: the same with a space after every line break. Raises nothing.
    """
    return html.replace("<br />", "<br /> ").replace("<br>", "<br> ")


def split_index(
    index: str,
    languages: Sequence[str],
    left_out: Collection[str] = (),
    known: Collection[str] | None = None,
) -> dict[str, str]:
    """One search index per language from the index of the whole site.

    In: the text of `search_index.json`; the language codes, the default one (which lives at the
    site's root) first; addresses of pages to leave out, relative to the site's root; languages
    whose words the search page can fold (all, when None).
    Out: language → text of its index. Locations are relative to the language's root folder, and
    `config.lang` names that language alone, or the default one when it is not known.
    Raises ValueError when the text is not JSON, KeyError when it is not a search index.
    """
    whole = json.loads(index)
    parts: dict[str, list[dict[str, object]]] = {code: [] for code in languages}
    for entry in whole["docs"]:
        page = str(entry["location"]).partition("#")[0]
        if page not in left_out:
            code, location = _place(str(entry["location"]), languages)
            parts[code].append({**entry, "location": location})
    return {
        code: json.dumps(
            {
                "config": {**whole["config"], "lang": [_spoken(code, languages, known)]},
                "docs": docs,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for code, docs in parts.items()
    }


def _spoken(language: str, languages: Sequence[str], known: Collection[str] | None) -> str:
    return language if known is None or language in known else languages[0]


def index_path(language: str, languages: Sequence[str]) -> str:
    """Where the index of a language lies in the site: "search/…" or "en/search/…".

    In: a language code; all codes, default first. Out: a path. Raises nothing.
    """
    folder = "" if language == languages[0] else f"{language}/"
    return f"{folder}search/search_index.json"


def point_search(html: str, url: str, languages: Sequence[str]) -> str:
    """Let a page search the index of its own language.

    In: a whole page; its address relative to the site's root; the language codes, default first.
    Out: the page, with `base` of its settings at the root folder of its language (found in
    that folder the search page reads the index, and from there it follows the results).
    A page without settings comes back unchanged. Raises ValueError when they are not JSON.
    """
    head, mark, rest = html.partition(_CONFIG)
    settings, end, tail = rest.partition(_CONFIG_END)
    code, location = _place(url, languages)
    if not mark or not end or code == languages[0]:
        return html
    told = {**json.loads(settings), "base": "/".join([".."] * location.count("/")) or "."}
    safe = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    return f"{head}{mark}{safe}{end}{tail}"


def _place(location: str, languages: Sequence[str]) -> tuple[str, str]:
    """The language of an address of the site, and the address within that language's folder."""
    first, slash, rest = location.partition("/")
    if slash and first in languages[1:]:
        return first, rest
    return languages[0], location
