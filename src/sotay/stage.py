"""Catalog → Site: every page as real Markdown, with fallback pages and navigation.

Nothing is written here; `disk.py` puts a Site on disk, touching only what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sotay import parts, sessionparts
from sotay.checkspage import checks_page
from sotay.downloads import Download, downloads_section
from sotay.expand import Scope, expand
from sotay.finish import finished
from sotay.freshness import DOCS, Standing, by_page, survey
from sotay.library import library_pages
from sotay.model import Catalog, Language, Module, Session, page_name
from sotay.nav import navigation
from sotay.notices import notices
from sotay.page import Page
from sotay.site import Site, StagedPage, module_uri, source_path
from sotay.statuspage import status_page
from sotay.trackpages import track_cards, track_page


@dataclass(frozen=True)
class _Known:
    """What is known beside the catalog: handbooks on offer; how the sections of a page stand."""

    downloads: tuple[Download, ...]
    standings: Mapping[tuple[str, str], tuple[Standing, ...]]


def stage(catalog: Catalog, downloads: Iterable[Download] = ()) -> Site:
    """Give everything that MkDocs is to build, in every language."""
    standings = survey(catalog)
    known = _Known(tuple(downloads), by_page(standings))
    pages: dict[str, StagedPage] = {}
    files: dict[str, str] = {}
    for language in catalog.languages:
        for page in _pages(catalog, language, known):
            pages[page.uri] = page
        status = status_page(catalog, language, standings, pages)
        pages[status.uri] = status
        for module in catalog.modules:
            home = module_uri(language, module).removesuffix("index.md")
            for name in module.images:
                files[f"{home}images/{name}"] = f"{module.folder}/images/{name}"
    nav = {language: navigation(catalog, language, pages) for language in catalog.languages}
    return Site(pages, files, nav, standings)


def _pages(catalog: Catalog, language: Language, known: _Known) -> Iterator[StagedPage]:
    yield from _docs(catalog, language, known)
    yield from library_pages(catalog, language)
    yield from checks_page(catalog, language)
    for track in catalog.tracks:
        yield track_page(catalog, track, language, known.downloads)
        for module in track.modules:
            for kind, page_id in module.pages():
                yield _module_page(catalog, module, language, (kind, page_id), known)


def _docs(catalog: Catalog, language: Language, known: _Known) -> Iterator[StagedPage]:
    """Give the hand-written pages; one that this language lacks falls back to the default's."""
    default = catalog.languages[0]
    names = {**catalog.docs[default], **catalog.docs[language]}
    for name in names:
        own = catalog.docs[language].get(name)
        text_language = language if own else default
        page = own or catalog.docs[default][name]
        scope = Scope(catalog, f"{language}/{name}", language, text_language)
        scope = replace(scope, notices=notices(scope, page, known.standings.get((DOCS, name), ())))
        lines = expand(page, scope)
        cards = track_cards(scope)
        body = "\n".join("\n".join(cards) if line.strip() == "[[tracks]]" else line
                         for line in lines)  # fmt: skip
        yield finished(scope, page.path, page.title, body, kind="doc", page_id=name)


def _module_page(
    catalog: Catalog,
    module: Module,
    language: Language,
    which: tuple[str, str],
    known: _Known,
) -> StagedPage:
    """Give one page of a module in `language`, or the leading language's as a fallback."""
    kind, page_id = which
    text_language = language if module.page(language, kind, page_id) else module.source
    page = module.page(text_language, kind, page_id)
    assert page is not None, "a check has seen that the leading language has every page"
    uri = module_uri(language, module, kind, page_id)
    scope = Scope(catalog, uri, language, text_language, module)
    source = source_path(module, text_language, kind, page_id)
    found = known.standings.get((module.folder, page_name(kind, page_id)), ())
    scope = replace(scope, notices=notices(scope, page, found))
    if kind == "index":
        lines = _index(scope, module, page, known.downloads)
    elif kind == "session":
        session = next(s for s in module.sessions if s.id == page_id)
        lines = _session(scope, module, session, page)
    else:
        lines = _handout(scope, module, page)
    return finished(scope, source, page.title, "\n".join(lines), kind=kind, page_id=page_id)


def _index(scope: Scope, module: Module, page: Page, downloads: tuple[Download, ...]) -> list[str]:
    lines = expand(page, scope)
    head = [lines[0], *(parts.warning(scope) if module.sensitive else [])]
    return [
        *head,
        *lines[1:],
        *parts.module_facts(scope, module),
        *parts.sessions_table(scope, module),
        *downloads_section(scope, module, downloads),
        *parts.handouts_list(scope, module),
        *parts.references_table(scope, module),
        *parts.contacts_section(scope, module),
        *(parts.referral(scope) if module.sensitive else []),
    ]


def _session(scope: Scope, module: Module, session: Session, page: Page) -> list[str]:
    """Put facts before the first activity, and each activity's facts under its heading."""
    starts = {h.id: h.place.line for h in page.headings if h.level == 2}
    order = [starts[a.id] for a in session.activities]
    pauses = {b.after: b.minutes for b in session.breaks}
    lines = [*expand(page, scope, 0, 1), *(parts.warning(scope) if module.sensitive else [])]
    lines += expand(page, scope, 1, order[0] - 1)
    lines += sessionparts.session_facts(scope, module, session)
    lines += sessionparts.timetable(scope, module, session)
    lines += sessionparts.materials(scope, module, session)
    for activity, start, end in zip(
        session.activities, order, [*order[1:], len(page.lines) + 1], strict=True
    ):
        lines += ["", *expand(page, scope, start - 1, start)]
        lines += sessionparts.activity_facts(scope, module, activity)
        lines += expand(page, scope, start, end - 1)
        if activity.id in pauses:
            lines += sessionparts.pause(scope, pauses[activity.id])
    return [*lines, *(parts.referral(scope) if module.sensitive else [])]


def _handout(scope: Scope, module: Module, page: Page) -> list[str]:
    lines = expand(page, scope)
    warning = parts.warning(scope) if module.sensitive else []
    # A handout is copied for participants: the warning and the numbers to call go with it.
    referral = parts.referral_line(scope) if module.sensitive else []
    return [lines[0], *warning, *lines[1:], *referral]
