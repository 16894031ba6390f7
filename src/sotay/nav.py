"""The order in which pages are met: navigation of the site, previous and next."""

from __future__ import annotations

from collections.abc import Mapping

from sotay.model import Catalog, Language, Module
from sotay.site import NavItem, StagedPage, module_uri

DOCS_FIRST = ("index.md",)
DOCS_LAST = ("about.md", "privacy.md")


def navigation(
    catalog: Catalog, language: Language, pages: Mapping[str, StagedPage]
) -> tuple[NavItem, ...]:
    """Give the navigation of one language, in paths without the language folder."""
    words = catalog.words[language]
    names = [uri.removeprefix(f"{language}/") for uri in pages if uri.startswith(f"{language}/")]
    items: list[NavItem] = [name for name in DOCS_FIRST if name in names]
    for track in catalog.tracks:
        inside: list[NavItem] = [f"{track.id}/index.md"]
        inside += [_module(module, catalog, language) for module in track.modules]
        items.append({words(f"track.{track.id}"): inside})
    items += ["glossary.md", "references.md", "contacts.md"]
    guides = sorted((n for n in names if n.startswith("contributing/")), key=_index_first)
    if guides:
        items.append({words("site.contributing"): list(guides)})
    items += [name for name in DOCS_LAST if name in names]
    return tuple(items)


def _index_first(name: str) -> tuple[bool, str]:
    return not name.endswith("/index.md"), name


def _module(module: Module, catalog: Catalog, language: Language) -> NavItem:
    words = catalog.words[language]

    def name(kind: str, page_id: str = "") -> NavItem:
        return module_uri(language, module, kind, page_id).removeprefix(f"{language}/")

    page = module.page(language, "index") or module.page(module.source, "index")
    inside: list[NavItem] = [name("index")]
    inside += [name("session", s.id) for s in module.sessions]
    if module.handouts:
        inside.append({words("site.handouts"): [name("handout", h.id) for h in module.handouts]})
    return {page.title if page else module.id: inside}
