"""What a page offers to take away: file, edition, pages and size.

Pages and sizes are known only after the pages are rendered, so a page holds an empty mark per
file, which `fill` completes in the finished HTML.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from sotay import parts
from sotay.expand import Scope
from sotay.model import Language, Module
from sotay.words import Words

FOLDER = "downloads"
"""Folder of the site that holds handbooks."""
_MARK = re.compile(r'<span class="download-(pages|size) ([^"]+)"></span>')

_LINK = re.compile(rf'<a href="[^"]*\b{FOLDER}/([^"]+)"[^>]*>(.*?)</a>')


@dataclass(frozen=True)
class Download:
    """One file to be offered: `owner` is a module's or track's id."""

    file: str
    language: Language
    owner: str
    edition: str


@dataclass(frozen=True)
class Printed:
    """What is known of a finished file."""

    pages: int
    bytes: int


def downloads_section(scope: Scope, module: Module, downloads: tuple[Download, ...]) -> list[str]:
    """Give the table of a module's handbooks."""
    lines = downloads_table(scope, module.id, downloads)
    if not lines:
        return []
    heading = f"## {scope.words('heading.downloads')} {{#downloads data-medium=web}}"
    return ["", heading, *lines]


def downloads_table(scope: Scope, owner: str, downloads: tuple[Download, ...]) -> list[str]:
    """Give the table of what belongs to `owner` in the page's language; none gives no lines."""
    w = scope.words
    rows = [
        (
            f'<a href="{_href(scope, d.file)}">{w(f"edition.{d.edition}")} (PDF)</a>',
            f'<span class="download-pages {d.file}"></span>',
            f'<span class="download-size {d.file}"></span>',
        )
        for d in downloads
        if d.owner == owner and d.language == scope.text_language
    ]
    if not rows:
        return []
    head = (w("table.file"), w("table.pages"), w("table.size"))
    return parts.box("div.downloads[data-medium=web]", parts.table(head, rows))


def _href(scope: Scope, file: str) -> str:
    """Give the link as the browser sees it: the default language's pages stand at the root."""
    _, _, path = scope.uri.partition("/")
    above = path.count("/") + (scope.language != scope.catalog.languages[0])
    return "../" * above + f"{FOLDER}/{file}"


def fill(html: str, printed: Mapping[str, Printed], words: Words) -> str:
    """Write pages and sizes into the marks of a finished page."""

    def figure(match: re.Match[str]) -> str:
        file = printed.get(match[2])
        if file is None:
            return "–"
        return str(file.pages) if match[1] == "pages" else size(file.bytes, words)

    return _MARK.sub(figure, html)


def unlink(html: str, printed: Container[str]) -> str:
    """Leave only the words of links to files that are not there: the preview prints nothing."""

    def words(match: re.Match[str]) -> str:
        return match[0] if match[1] in printed else match[2]

    return _LINK.sub(words, html)


def size(count: int, words: Words) -> str:
    """Write bytes as kB or MB with the language's decimal mark."""
    if count < 1_000_000:
        return f"{words.number(round(count / 1000))} kB"
    text = f"{count / 1_000_000:.1f}"
    return (text if words("format.thousands") == "," else text.replace(".", ",")) + " MB"
