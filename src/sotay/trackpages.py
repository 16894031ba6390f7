"""A page per track, and the cards by which readers find track and module."""

from __future__ import annotations

from sotay import parts
from sotay.downloads import Download, downloads_table
from sotay.expand import Scope, page_title
from sotay.finish import finished, summary
from sotay.model import Catalog, Language, Module, Track
from sotay.site import StagedPage, module_uri, relative


def track_cards(scope: Scope) -> list[str]:
    """Give a card per track, for the home page."""
    lines = []
    for track in scope.catalog.tracks:
        target = scope.link(f"{track.id}/index.md")
        lines += [
            f"- [{scope.words(f'track.{track.id}')}]({target})",
            "",
            f"    {scope.words(f'track_summary.{track.id}')}",
            "",
            f"    {_length(scope, track)}",
            "",
        ]
    return parts.box("div.cards.tracks", lines)


def _length(scope: Scope, track: Track) -> str:
    minutes = sum(module.minutes for module in track.modules)
    if not track.modules:
        return scope.words("track_length.none")
    return scope.words(
        "track_length.one" if len(track.modules) == 1 else "track_length.many",
        n=len(track.modules), minutes=parts.hours(scope, minutes),
    )  # fmt: skip


def module_card(scope: Scope, module: Module) -> list[str]:
    """Give a module's card: title, what it is, length, level, for whom."""
    w = scope.words
    target = relative(scope.uri, module_uri(scope.language, module))
    index = module.page(scope.text_language, "index") or module.page(module.source, "index")
    foreign = "" if module.page(scope.text_language, "index") else f"{{lang={module.source}}}"
    length = w("fact.sessions_text", n=len(module.sessions),
               minutes=parts.hours(scope, module.minutes))  # fmt: skip
    facts = [length, w(f"level.{module.level}"), ", ".join(w(f"audience.{a}")
             for a in module.audiences)]  # fmt: skip
    return [
        f"- [{page_title(scope, module, 'index')}]({target}){foreign}",
        "",
        *([f"    {summary(index, scope)}", ""] if index and not foreign else []),
        f"    {' · '.join(facts)}",
        "",
    ]


def track_page(
    catalog: Catalog, track: Track, language: Language, downloads: tuple[Download, ...]
) -> StagedPage:
    """Give the page of a track: its modules and its handbook."""
    uri = f"{language}/{track.id}/index.md"
    scope = Scope(catalog, uri, language, language)
    title = scope.words(f"track.{track.id}")
    cards = [line for module in track.modules for line in module_card(scope, module)]
    offered = downloads_table(scope, track.id, downloads)
    heading = f"## {scope.words('heading.downloads')} {{#downloads data-medium=web}}"
    lines = [
        f"# {title} {{#{track.id}}}",
        "",
        scope.words(f"track_summary.{track.id}"),
        "",
        f"## {scope.words('heading.modules')} {{#modules}}",
        *(parts.box("div.cards.modules", cards) if cards else []),
        *([heading, *offered] if offered else []),
    ]
    words_file = f"data/words/{language}.yml"
    return finished(scope, words_file, title, "\n".join(lines), kind="track", page_id=track.id)
