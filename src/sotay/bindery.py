"""Rendered pages → handbooks: which pages make which book, and what the books say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sotay.book import Book, BookWords, Page, Part, Picture, Term
from sotay.downloads import Download
from sotay.expand import Scope, page_title
from sotay.imprint import not_in_step
from sotay.model import Catalog, Language, Module
from sotay.press import Printed, print_books
from sotay.registry import in_language
from sotay.selection import Commission, commissions
from sotay.site import Site, html_path, module_uri

REGIONS = {"vi": "VN", "en": "GB"}
"""Country whose typographic habits the typesetter follows."""
Progress = Callable[[Printed], None]


def ordered(catalog: Catalog) -> tuple[Commission, ...]:
    """Give the handbooks that handbooks.yml asks for, in languages that have words for them."""
    tracks = {t.id: [m.id for m in t.modules] for t in catalog.tracks}
    found = commissions(catalog.handbooks, tracks, catalog.languages)
    return tuple(c for c in found if any(_has_words(m, c) for m in catalog.modules))


def _has_words(module: Module, commission: Commission) -> bool:
    """Whether a module of the handbook has a page in its language."""
    meant = module.track == commission.track and commission.module in ("", module.id)
    return meant and any(module.page(commission.language, *page) for page in module.pages())


def offered(catalog: Catalog) -> tuple[Download, ...]:
    """Give the handbooks that pages offer, before they are made."""
    return tuple(
        Download(f"{c.id}.pdf", c.language, c.module or c.track, edition(c))
        for c in ordered(catalog)
    )


@dataclass(frozen=True)
class Bindery:
    """All that books are made of. `html` is the article of each page by staged uri."""

    catalog: Catalog
    site: Site
    html: Mapping[str, str] = field(repr=False)
    base: str

    def make(self, folder: Path, progress: Progress) -> tuple[Printed, ...]:
        """Print every handbook into `folder`. Raises ContentError; then no file was touched."""
        root = self.catalog.root
        books = [self.book(commission) for commission in ordered(self.catalog)]
        cache = root / "build" / "press"
        return print_books(books, folder, cache, root / "handbooks", progress)

    def book(self, commission: Commission) -> Book:
        """Give one handbook."""
        language = commission.language
        words = self.catalog.words[language]
        modules = self._modules(commission)
        reviewed = max(m.reviewed for m in modules)
        review_by = min(m.review_by for m in modules)
        home = (
            module_uri(language, modules[0])
            if commission.module
            else f"{language}/{commission.track}/index.md"
        )
        dates = {
            "reviewed": words.date(reviewed.isoformat()),
            "review_by": words.date(review_by.isoformat()),
        }
        track = words(f"track.{commission.track}")
        return Book(
            id=commission.id, scope=commission.scope, audience=commission.audience,
            language=language, region=REGIONS.get(language, ""),
            language_name=words("language.name"),
            title=self._title(modules[0], language) if commission.module else track,
            subtitle=track if commission.module else words(f"track_summary.{commission.track}"),
            edition_label=words(f"edition.{edition(commission)}"),
            version=max(m.version for m in modules), date=reviewed,
            date_label=dates["reviewed"], licence=words("site.licence"), **dates,
            base=self.base, address=self.base + self._path(home),
            notice=words("site.draft", **dates), publisher=words("site.name"),
            words=BookWords(**words.group("handbook"), behind=words("freshness.imprint")),
            behind=not_in_step(self.site.standings, modules, language, words),
            parts=tuple(self._part(module, language) for module in modules),
            glossary=tuple(self._terms(language)),
            pictures=tuple(p for m in modules for p in self._pictures(m, language)),
        )  # fmt: skip

    def _modules(self, commission: Commission) -> list[Module]:
        return [
            m
            for m in self.catalog.modules
            if m.track == commission.track and commission.module in ("", m.id)
        ]

    def _title(self, module: Module, language: Language) -> str:
        uri = module_uri(language, module)
        return page_title(Scope(self.catalog, uri, language, language, module), module, "index")

    def _path(self, uri: str) -> str:
        return html_path(uri, self.catalog.languages[0])

    def _part(self, module: Module, language: Language) -> Part:
        def pages(kind: str) -> tuple[Page, ...]:
            wanted = [(k, i) for k, i in module.pages() if k == kind]
            return tuple(self._pages[module_uri(language, module, k, i)] for k, i in wanted)

        return Part(pages("index")[0], pages("session"), pages("handout"))

    @cached_property
    def _pages(self) -> dict[str, Page]:
        """Give the pages that can stand in a book, by staged uri."""
        return {
            uri: Page(self._path(uri), self.html[uri], staged.source)
            for uri, staged in self.site.pages.items()
            if staged.kind in ("index", "session", "handout")
        }

    def _terms(self, language: Language) -> Iterable[Term]:
        for entry in self.catalog.registry.terms.values():
            term, meaning = (in_language(p, language) for p in (entry.term, entry.definition))
            yield Term(entry.id, term, meaning)

    def _pictures(self, module: Module, language: Language) -> Iterable[Picture]:
        home = self._path(module_uri(language, module)).removesuffix("index.html")
        for name in module.images:
            data = (self.catalog.root / module.folder / "images" / name).read_bytes()
            yield Picture(f"{home}images/{name}", data)


def edition(commission: Commission) -> str:
    """Name the edition by the key of its words."""
    prefix = "track-" if commission.scope == "track" else ""
    return prefix + commission.audience


def shared(values: Mapping[str, Any], base: str) -> Bindery:
    """Give the bindery of what the hooks share."""
    return Bindery(values["catalog"], values["site"], values["html"], base)
