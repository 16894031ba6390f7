"""What a page tells about its languages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sotay import reader
from sotay.reader import Alternate, Entry, Switch

LANGUAGES = ("vi", "en")
SITE = "https://so-tay.example/tap-huan/"


@dataclass(frozen=True)
class Page:
    uri: str
    language: str
    text_language: str


PAGES = {
    page.uri: page
    for page in (
        Page("vi/index.md", "vi", "vi"),
        Page("en/index.md", "en", "en"),
        Page("vi/a/x.md", "vi", "vi"),
        Page("en/a/x.md", "en", "vi"),
        Page("vi/a/y.md", "vi", "en"),
        Page("en/a/y.md", "en", "en"),
        Page("vi/only.md", "vi", "vi"),
    )
}


def alternate(code: str, path: str) -> Alternate:
    return Alternate(code, path, SITE + path)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("vi/index.md", "index.html"),
        ("vi/a/b/index.md", "a/b/index.html"),
        ("en/index.md", "en/index.html"),
        ("en/a/x.md", "en/a/x.html"),
    ],
)
def test_to_path(uri: str, path: str) -> None:
    """The default language stands at the root of the site, every other in its folder."""
    assert reader.to_path(uri, LANGUAGES) == path


def test_translated_page() -> None:
    """A page with words in both languages names both, itself as canonical, Vietnamese for all."""
    told = reader.reading(PAGES, "en/index.md", LANGUAGES, SITE)
    assert told == reader.Reading(
        language="en",
        text_language="en",
        canonical=SITE + "en/index.html",
        alternates=(alternate("vi", "index.html"), alternate("en", "en/index.html")),
        default=SITE + "index.html",
        switches=(Switch("vi", "index.html", translated=True),),
    )
    assert not told.is_fallback


def test_fallback_page_points_at_its_source() -> None:
    """A page that shows Vietnamese words in English clothes is no alternate, only a way."""
    told = reader.reading(PAGES, "en/a/x.md", LANGUAGES, SITE)
    assert told.is_fallback
    assert told.canonical == SITE + "a/x.html"
    assert told.alternates == (alternate("vi", "a/x.html"),)
    assert told.default == SITE + "a/x.html"
    assert told.switches == (Switch("vi", "a/x.html", translated=True),)


def test_source_of_a_fallback_says_it_is_not_translated() -> None:
    """The switch on the source page says what waits behind it."""
    told = reader.reading(PAGES, "vi/a/x.md", LANGUAGES, SITE)
    assert told.alternates == (alternate("vi", "a/x.html"),)
    assert told.switches == (Switch("en", "en/a/x.html", translated=False),)


def test_english_source_is_the_default_of_its_fallback() -> None:
    """Where Vietnamese has no words yet, readers of no listed language get the source."""
    told = reader.reading(PAGES, "vi/a/y.md", LANGUAGES, SITE)
    assert (told.canonical, told.default) == (SITE + "en/a/y.html", SITE + "en/a/y.html")


def test_page_of_one_language_leads_to_the_other_home() -> None:
    """A page that the other language does not have switches to that language's home page."""
    told = reader.reading(PAGES, "vi/only.md", LANGUAGES, SITE)
    assert told.switches == (Switch("en", "en/index.html", translated=True),)


def test_site_url_without_slash() -> None:
    """The site's address may end with or without a slash."""
    assert reader.reading(PAGES, "vi/index.md", LANGUAGES, SITE.rstrip("/")).canonical == (
        SITE + "index.html"
    )


def test_unknown_page() -> None:
    """A page that was not staged is a mistake of the program."""
    with pytest.raises(KeyError):
        reader.reading(PAGES, "vi/none.md", LANGUAGES, SITE)


def test_fallbacks() -> None:
    """Fallback pages, by the addresses under which search finds them."""
    assert reader.fallbacks(PAGES, LANGUAGES) == {"en/a/x.html", "a/y.html"}


def test_sitemap_holds_only_pages_with_words_of_their_own() -> None:
    """No fallback page is offered to search engines."""
    entries = reader.sitemap(PAGES, LANGUAGES, SITE)
    assert [entry.address for entry in entries] == [
        SITE + path
        for path in ("index.html", "en/index.html", "a/x.html", "en/a/y.html", "only.html")
    ]
    assert entries[2] == Entry(SITE + "a/x.html", (alternate("vi", "a/x.html"),), SITE + "a/x.html")
