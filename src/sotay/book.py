"""What a handbook is made of, before it is written: pages, words, pictures, imprint.

All values are frozen. Whoever builds them has read everything from disk already; nothing here
or in `handbook.py` opens a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sotay.edition import Audience
from sotay.elements import to_tree
from sotay.tree import Tree


@dataclass(frozen=True)
class Page:
    """One page of the website, uncut: its address below the site's root, and its article.

    `place` is the words file it comes from; problems point there.
    """

    url: str
    html: str = field(repr=False)
    place: str

    @cached_property
    def tree(self) -> Tree:
        """The article's elements. Raises ContentError when one has no form in a handbook."""
        return to_tree(self.html, self.place)


@dataclass(frozen=True)
class Part:
    """One module: its page, its sessions in order, its handouts in order."""

    index: Page
    sessions: tuple[Page, ...]
    handouts: tuple[Page, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in reading order."""
        return (self.index, *self.sessions, *self.handouts)


@dataclass(frozen=True)
class Term:
    """An entry of the glossary in the book's language."""

    id: str
    term: str
    definition: str


@dataclass(frozen=True)
class Picture:
    """A picture file: its address below the site's root, and its bytes."""

    url: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class BookWords:
    """Every word that the handbook itself says, in the book's language.

    `module_number` and `session_number` hold {n}, `qr_alt` holds {address}.
    """

    contents: str
    handouts: str
    page: str
    overview: str
    module_number: str
    session_number: str
    glossary: str
    notes: str
    version: str
    date: str
    licence: str
    reviewed: str
    review_by: str
    online: str
    qr_alt: str
    behind: str = ""


@dataclass(frozen=True)
class Book:
    """One handbook. Dates for people come ready written; `date` is the file's own date.

    `scope` is "module" (one part) or "track"; `base` is the website's address, ending in a
    slash; `address` is the online page of the module or track; `notice` is the draft notice or
    "". `publisher` stands on the cover and in the file's metadata.
    """

    id: str
    scope: str
    audience: Audience
    language: str
    region: str
    language_name: str
    title: str
    subtitle: str
    edition_label: str
    version: str
    date: date
    date_label: str
    licence: str
    reviewed: str
    review_by: str
    base: str
    address: str
    notice: str
    publisher: str
    words: BookWords = field(repr=False)
    parts: tuple[Part, ...]
    glossary: tuple[Term, ...] = ()
    pictures: tuple[Picture, ...] = ()
    behind: tuple[str, ...] = ()
    """Sections whose words are not in step with the other language, for the imprint."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages in reading order."""
        return tuple(page for part in self.parts for page in part.pages)


@dataclass(frozen=True)
class Manuscript:
    """A book in Typst code. `files` are the pictures that the code names, `qr` likewise.

    `qr` is the name of the QR picture and the address it holds.
    """

    id: str
    source: str = field(repr=False)
    timestamp: int
    qr: tuple[str, str]
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    places: tuple[tuple[str, str], ...] = field(default=(), repr=False)
