"""What is staged: pages with where they go and where they were written, files, navigation."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from sotay.freshness import Standing
from sotay.model import Language, Module, page_name

NavItem = str | dict[str, list["NavItem"]]
"""A page's path without the language folder, or a titled section."""


@dataclass(frozen=True)
class StagedPage:
    """One Markdown page: `uri` in the staged tree, `source` where people edit it.

    `text_language` differs from `language` on a fallback page. `module` is the id of the module
    that the page belongs to, or empty.
    """

    uri: str
    source: str
    language: Language
    text_language: Language
    title: str
    text: str = field(repr=False)
    module: str = ""
    kind: str = "doc"
    id: str = ""

    @property
    def is_fallback(self) -> bool:
        """Whether the words are in another language than the page."""
        return self.language != self.text_language


@dataclass(frozen=True)
class Site:
    """Everything that MkDocs is given."""

    pages: Mapping[str, StagedPage]
    files: Mapping[str, str]
    """Staged uri → path relative to the project."""
    nav: Mapping[Language, tuple[NavItem, ...]]
    standings: tuple[Standing, ...] = ()
    """How the languages of every section stand to each other."""


def module_uri(language: Language, module: Module, kind: str = "index", page_id: str = "") -> str:
    """Give the staged path of a module's page."""
    return f"{language}/{module.track}/{module.id}/{page_name(kind, page_id)}"


def source_path(module: Module, language: Language, kind: str, page_id: str) -> str:
    """Give the path of the words file of a module's page."""
    return f"{module.folder}/{language}/{page_name(kind, page_id)}"


def relative(origin: str, target: str) -> str:
    """Give the link from the page `origin` to `target`, both staged paths."""
    return posixpath.relpath(target, posixpath.dirname(origin))


def html_path(uri: str, default: Language) -> str:
    """Give the path below site/ of a staged page: the default language stands at the root."""
    path = uri.removesuffix(".md") + ".html"
    return path.removeprefix(f"{default}/")
