"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sotay.checks.lexicon import Lexicon
from sotay.checks.phrases import Token
from sotay.checks.prose import Paragraph, paragraphs
from sotay.dialect import Dialect
from sotay.model import Catalog, Module, Session
from sotay.page import Page


@dataclass(frozen=True)
class Context:
    """Everything that was loaded, the dialect, the day, and whether a release is made."""

    catalog: Catalog
    dialect: Dialect
    today: date = date.min
    release: bool = False
    _read: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict, compare=False, repr=False)
    _glossed: dict[tuple[str, int], tuple[Token, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _lexicons: dict[str, Lexicon] = field(default_factory=dict, compare=False, repr=False)

    def paragraphs(self, page: Page) -> tuple[Paragraph, ...]:
        """Give a page's running text; each page is cut once per run."""
        if page.path not in self._read:
            self._read[page.path] = paragraphs(page)
        return self._read[page.path]

    def lexicon(self, language: str) -> Lexicon:
        """Give the glossary as a language is read with it; made once per run."""
        if language not in self._lexicons:
            self._lexicons[language] = Lexicon(self.catalog.registry.terms, language)
        return self._lexicons[language]

    def glossed(self, paragraph: Paragraph, language: str) -> tuple[Token, ...]:
        """Give what the glossary knows in a paragraph, with its offset; looked up once per run."""
        key = (paragraph.path, paragraph.line)
        if key not in self._glossed:
            self._glossed[key] = tuple(self.lexicon(language).found(paragraph.tokens))
        return self._glossed[key]


@dataclass(frozen=True)
class WordsPage:
    """One words file and what it belongs to; `module` is None for a page of docs/."""

    page: Page
    language: str
    kind: str
    id: str
    module: Module | None = None
    session: Session | None = None

    @property
    def title_id(self) -> str:
        """The id that the level-1 heading must carry; empty for a page of docs/."""
        if self.module is None:
            return ""
        return self.id or self.module.id


def words_pages(catalog: Catalog) -> Iterator[WordsPage]:
    """Give every words file, modules first."""
    for module in catalog.modules:
        sessions = {s.id: s for s in module.sessions}
        for language in catalog.languages:
            for kind, page_id in module.pages():
                if page := module.page(language, kind, page_id):
                    session = sessions.get(page_id) if kind == "session" else None
                    yield WordsPage(page, language, kind, page_id, module, session)
    for language, pages in catalog.docs.items():
        for name, page in pages.items():
            yield WordsPage(page, language, "doc", name)


def words_pairs(catalog: Catalog) -> Iterator[tuple[WordsPage, WordsPage]]:
    """Give every page's words in the leading language with each other language's."""
    found: dict[tuple[str, str, str], list[WordsPage]] = {}
    for words in words_pages(catalog):
        folder = words.module.folder if words.module else "docs"
        found.setdefault((folder, words.kind, words.id), []).append(words)
    for pages in found.values():
        module = pages[0].module
        lead = module.source if module else catalog.languages[0]
        for first in (words for words in pages if words.language == lead):
            yield from ((first, second) for second in pages if second is not first)
