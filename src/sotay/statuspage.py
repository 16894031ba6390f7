"""The page that tells editors how far the languages are in step."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from sotay import parts
from sotay.expand import Scope
from sotay.finish import finished
from sotay.freshness import DOCS, NAMES, Standing, tallies
from sotay.model import Catalog, Language
from sotay.site import StagedPage

NAME = "contributing/status.md"
"""Path of the page below its language folder."""
LISTED = ("behind", "diverged", "missing")
"""States whose sections are named one by one; of the others the number is enough."""


def status_page(
    catalog: Catalog, language: Language, found: tuple[Standing, ...], staged: Container[str]
) -> StagedPage:
    """Give the page in one language.

    In: how all sections stand; the uris of the other pages, which the page may link to.
    Out: a table of counts, then the sections that somebody should look at. Raises nothing.
    """
    scope = Scope(catalog, f"{language}/{NAME}", language, language)
    title = scope.words("freshness.page")
    lines = [
        f"# {title} {{#status}}", "",
        scope.words("freshness.intro"), "",
        f"## {scope.words('freshness.counts')} {{#counts}}",
        *parts.box("div.freshness", _table(scope, found)),
        f"## {scope.words('freshness.to_review')} {{#to-review}}", "",
        *_lists(scope, found, staged),
    ]  # fmt: skip
    source = f"data/words/{language}.yml"
    return finished(scope, source, title, "\n".join(lines), kind="status", page_id="status")


def _table(scope: Scope, found: tuple[Standing, ...]) -> list[str]:
    w = scope.words
    head = (w("freshness.shelf"), w("freshness.language"), *(w(f"freshness.{n}") for n in NAMES))
    rows = [
        (
            _shelf(scope, tally.shelf), _language(scope, tally.language),
            f"{tally.counts['in-step']}/{tally.total} · {tally.percent} %",
            *(str(tally.counts[name]) for name in NAMES[1:]),
        )
        for tally in tallies(found, scope.catalog.languages)
    ]  # fmt: skip
    return parts.table(head, rows)


def _lists(scope: Scope, found: tuple[Standing, ...], staged: Container[str]) -> Iterator[str]:
    listed = [standing for standing in found if standing.state.name in LISTED]
    if not listed:
        yield scope.words("freshness.none")
    for shelf, rows in groupby(listed, lambda s: s.shelf):
        yield from (f"### {_shelf(scope, shelf)} {{#{shelf}}}", "")
        yield from (_row(scope, standing, staged) for standing in _once_per_page(rows))
        yield ""


def _once_per_page(rows: Iterator[Standing]) -> Iterator[Standing]:
    """Leave out the further sections of a page that a language lacks altogether."""
    told: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.page, row.other)
        if row.state.name == "missing" and key in told:
            continue
        if row.state.name == "missing":
            told.add(key)
        yield row


def _row(scope: Scope, standing: Standing, staged: Container[str]) -> str:
    """Name a section, with a link to it in the reader's language, and who owes what."""
    code = scope.language if scope.language in standing.titles else standing.leading
    title = standing.titles.get(code) or next(iter(standing.titles.values()))
    home = standing.folder.removeprefix("modules/") + "/" if standing.folder != DOCS else ""
    where = f"{home}{standing.page}"
    link = f"[{title}]({scope.link(where)}#{standing.id})"
    shown = link if f"{scope.language}/{where}" in staged else title
    foreign = "" if code == scope.language or shown == title else f"{{lang={code}}}"
    owing = ", ".join(_language(scope, c) for c in standing.state.languages)
    state = scope.words(f"freshness.{standing.state.name}").lower()
    return f"- {shown}{foreign} · {owing}: {state}"


def _shelf(scope: Scope, name: str) -> str:
    """Give the title of a module, or the name of the pages of docs/."""
    module = next((m for m in scope.catalog.modules if m.id == name), None)
    if module is None:
        return scope.words("freshness.docs")
    own = module.page(scope.language, "index") or module.page(module.source, "index")
    return own.title if own else name


def _language(scope: Scope, code: Language) -> str:
    """Give a language's own name, marked as words of that language."""
    name = scope.catalog.words[code]("language.name")
    return name if code == scope.language else f'<span lang="{code}">{name}</span>'
