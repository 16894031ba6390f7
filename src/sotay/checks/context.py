"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sotay.dialect import Dialect
from sotay.model import Catalog, Module, Session
from sotay.page import Page


@dataclass(frozen=True)
class Context:
    """Everything that was loaded, and the dialect."""

    catalog: Catalog
    dialect: Dialect


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
