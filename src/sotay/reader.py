"""What a page tells its reader, browser and search engine about its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Page(Protocol):
    """A staged page, as far as this module looks at it."""

    @property
    def uri(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def text_language(self) -> str: ...


@dataclass(frozen=True)
class Alternate:
    """One language in which the same page can be read."""

    language: str
    path: str
    """Address relative to the site's root."""
    address: str
    """Absolute address."""


@dataclass(frozen=True)
class Switch:
    """One way to another language."""

    language: str
    path: str
    """Address relative to the site's root; the language's home page when it lacks this page."""
    translated: bool
    """False: behind the link stands the text of another language."""


@dataclass(frozen=True)
class Reading:
    """Everything the head and the language switch of one page need."""

    language: str
    text_language: str
    canonical: str
    alternates: tuple[Alternate, ...]
    default: str
    switches: tuple[Switch, ...]

    @property
    def is_fallback(self) -> bool:
        """Whether the words are those of another language."""
        return self.language != self.text_language


@dataclass(frozen=True)
class Entry:
    """One address of the sitemap."""

    address: str
    alternates: tuple[Alternate, ...]
    default: str


def to_path(uri: str, languages: Sequence[str]) -> str:
    """Where a staged page stands in the site: "vi/about.md" → "about.html".

    In: a staged uri that begins with its language; the codes, default first.
    Out: an address relative to the site's root. Raises nothing.
    """
    code, _, rest = uri.partition("/")
    folder = "" if code == languages[0] else f"{code}/"
    return f"{folder}{rest.removesuffix('.md')}.html"


def reading(
    pages: Mapping[str, Page], uri: str, languages: Sequence[str], site_url: str
) -> Reading:
    """The languages of one page.

    In: staged pages by uri; the page's uri; language codes, default first; the site's address.
    Out: canonical address (of the page whose words these are), real translations only,
    the address for readers of no listed language, and a switch to every other language.
    Raises KeyError when the uri is not staged.
    """
    page = pages[uri]
    alternates = tuple(_alternates(pages, uri, languages, site_url))
    canonical = _address(_in_language(uri, page.text_language), languages, site_url)
    return Reading(
        language=page.language,
        text_language=page.text_language,
        canonical=canonical,
        alternates=alternates,
        default=_default(alternates, languages, canonical),
        switches=tuple(
            _switch(pages, uri, code, languages) for code in languages if code != page.language
        ),
    )


def fallbacks(pages: Mapping[str, Page], languages: Sequence[str]) -> frozenset[str]:
    """Addresses of the pages that show the words of another language.

    In: staged pages by uri; language codes, default first.
    Out: addresses relative to the site's root. Raises nothing.
    """
    return frozenset(to_path(uri, languages) for uri, page in pages.items() if _is_fallback(page))


def sitemap(
    pages: Mapping[str, Page], languages: Sequence[str], site_url: str
) -> tuple[Entry, ...]:
    """Every page that says something of its own, with its real translations.

    In: staged pages by uri; language codes, default first; the site's address.
    Out: entries in the order of the pages, without fallback pages. Raises nothing.
    """
    own = (uri for uri, page in pages.items() if not _is_fallback(page))
    read = (reading(pages, uri, languages, site_url) for uri in own)
    return tuple(Entry(one.canonical, one.alternates, one.default) for one in read)


def _is_fallback(page: Page) -> bool:
    return page.language != page.text_language


def _in_language(uri: str, language: str) -> str:
    """The uri of the same page in a language."""
    return f"{language}/{uri.partition('/')[2]}"


def _address(uri: str, languages: Sequence[str], site_url: str) -> str:
    return f"{site_url.rstrip('/')}/{to_path(uri, languages)}"


def _alternates(
    pages: Mapping[str, Page], uri: str, languages: Sequence[str], site_url: str
) -> Iterator[Alternate]:
    """The page in every language that has words of its own for it."""
    for code in languages:
        twin = _in_language(uri, code)
        if twin in pages and not _is_fallback(pages[twin]):
            yield Alternate(code, to_path(twin, languages), _address(twin, languages, site_url))


def _default(alternates: Sequence[Alternate], languages: Sequence[str], canonical: str) -> str:
    """The page in the default language, or the canonical one when that has no words of it."""
    found = (one.address for one in alternates if one.language == languages[0])
    return next(found, canonical)


def _switch(pages: Mapping[str, Page], uri: str, language: str, languages: Sequence[str]) -> Switch:
    """The way from a page to another language."""
    twin = _in_language(uri, language)
    if twin not in pages:
        return Switch(language, to_path(f"{language}/index.md", languages), translated=True)
    return Switch(language, to_path(twin, languages), not _is_fallback(pages[twin]))
