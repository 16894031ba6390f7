"""What a handbook says on its imprint of sections that are not in step with the other language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.freshness import Standing
from sotay.model import Language, Module, page_name
from sotay.words import Words

MOST = 12
"""Sections that are named one by one; with more, each page tells its number."""


def not_in_step(
    found: Iterable[Standing], modules: Iterable[Module], language: Language, words: Words
) -> tuple[str, ...]:
    """Name the sections of some modules that are behind, diverged or missing in a language.

    In: how all sections stand; the modules of the book; its language and words. Out: one text
    per page, in reading order: "page: section, section", or the page alone when it is meant as
    a whole. Raises nothing.
    """
    owed: dict[tuple[str, str], dict[str, Standing]] = {}
    for standing in found:
        if language in standing.state.languages:
            owed.setdefault((standing.folder, standing.page), {})[standing.id] = standing
    books = list(modules)
    folders = {module.folder for module in books}
    number = sum(len(rows) for (folder, _), rows in owed.items() if folder in folders)
    return tuple(
        line for module in books for line in _of(module, owed, language, words, number > MOST)
    )


def _of(
    module: Module,
    owed: dict[tuple[str, str], dict[str, Standing]],
    language: Language,
    words: Words,
    short: bool,
) -> Iterator[str]:
    for kind, page_id in module.pages():
        rows = owed.get((module.folder, page_name(kind, page_id)))
        page = module.page(language, kind, page_id)
        if rows and page is None:
            source = module.page(module.source, kind, page_id)
            yield source.title if source else page_id
        elif rows and page and short:
            yield words("freshness.imprint_count", page=page.title, n=len(rows))
        elif rows and page:
            own = page_id or module.id  # the introduction goes by the title, which stands already
            names = [row.titles.get(language, row.id) for row in rows.values() if row.id != own]
            yield f"{page.title}: {', '.join(names)}" if names else page.title
