"""A finished PDF is read back: all words, no others; links, bookmarks, labels, fonts, standards."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from lxml import html as parser

import book_sample
import reading
from sotay import pdf
from sotay.book import Book
from sotay.edition import Audience
from sotay.handbook import printed
from sotay.press import print_books
from sotay.tree import Text, plain, words

pytestmark = pytest.mark.slow

MODULE = ("child-safe",)
TRACK = ("child-safe", "second")
BOOKS: dict[str, tuple[Audience, str, tuple[str, ...]]] = {
    "trainer-vi": ("trainer", "vi", MODULE),
    "participant-vi": ("participant", "vi", MODULE),
    "participant-en": ("participant", "en", MODULE),
    "track-vi": ("trainer", "vi", TRACK),
}
PAGE = re.compile(r"\s\((?:tr|p)\.\s(\d+)\)")


@dataclass(frozen=True)
class Made:
    """A book, its PDF, and what the PDF says."""

    book: Book
    data: bytes
    reading: reading.Reading


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Print all sample books once."""
    folder = tmp_path_factory.mktemp("books")
    books = {name: book_sample.book(*what) for name, what in BOOKS.items()}
    results = print_books(books.values(), folder, folder / "cache", book_sample.TEMPLATES)
    found = {}
    for (name, book), result in zip(books.items(), results, strict=True):
        data = result.path.read_bytes()
        found[name] = Made(book, data, reading.read(data))
    return found


def front(book: Book) -> list[str]:
    """Give the words of cover, imprint and the headings of the contents."""
    w = book.words
    cover = [book.publisher, book.title, book.subtitle, book.edition_label, book.notice]
    imprint = [book.title, book.edition_label, w.version, book.version, w.date, book.date_label]
    imprint += [w.reviewed, book.reviewed, w.review_by, book.review_by, w.licence, book.licence]
    lines = [*cover, f"{book.language_name} · {book.version}", *imprint, book.notice, w.online]
    return " ".join([*lines, book.address, w.contents, w.handouts]).split()


def body(book: Book) -> list[str]:
    """Give the words of the chapters as they are printed, with the lines above the headings."""
    found: list[str] = []
    for chapter in printed(book):
        found += [*chapter.number.split(), *words([chapter.heading]), *words(chapter.content)]
    return found


@pytest.mark.parametrize("name", BOOKS)
def test_every_word_in_order(made: dict[str, Made], name: str) -> None:
    """The PDF's words are those of cover, imprint and chapters, in order, without any other."""
    text = PAGE.sub("", made[name].reading.text)
    assert text.split() == front(made[name].book) + body(made[name].book)


def visible_html(name: str, audience: Audience) -> list[str]:
    """Give the words of a page of the sample by other means than the program's own."""
    page = parser.fromstring(f"<article>{(book_sample.FOLDER / name).read_text('utf-8')}</article>")
    forbidden = "//*[@data-medium] | //a[@class='headerlink'] | //comment()"
    if audience == "participant":
        kinds = ("trainer", "say", "answer")
        forbidden += " | //*[@data-audience] | //*[@id='only-trainers']"
        # A section for trainers: its heading and all whose nearest heading before is that one.
        forbidden += " | //h2[@id='before-you-start']"
        forbidden += " | //*[preceding-sibling::h2[1][@id='before-you-start']]"
        forbidden += "".join(f" | //div[@class='admonition {kind}']" for kind in kinds)
    for node in page.xpath(forbidden):
        node.drop_tree()
    for node in page.xpath("//p | //td | //th | //li | //h1 | //h2 | //div | //br | //pre"):
        node.tail = " " + (node.tail or "")
        node.text = " " + (node.text or "")
    return list(page.text_content().split())


@pytest.mark.parametrize("audience", ["trainer", "participant"])
def test_html_and_print_agree(audience: Audience) -> None:
    """What is printed of a module is its HTML's words: each as often, sessions in their order."""
    book = book_sample.book(audience)
    chapters = [c for c in printed(book) if plain(c.heading.content) != book.words.glossary]
    notes = Text(book.words.notes)
    texts = {
        c.url: words([c.heading, *(n for n in c.content if getattr(n, "title", ()) != (notes,))])
        for c in chapters
        if c.role == "session"
    }
    assert list(texts.values()) == [tuple(visible_html("why.html", audience))]
    everything = [w for c in chapters for w in (*words([c.heading]), *words(c.content))]
    own = book.words.notes.split() if audience == "participant" else []
    pages = ("index.html", "why.html", "form.html")
    expected = [w for name in pages for w in visible_html(name, audience)]
    assert sorted(everything) == sorted(expected + own)


@pytest.mark.parametrize("name", BOOKS)
def test_pages_named_in_links_are_right(made: dict[str, Made], name: str) -> None:
    """Every "(tr. 12)" names the label of the page that its link leads to."""
    labels = reading.page_labels(made[name].data)
    named = [(link, PAGE.search(link.words)) for link in made[name].reading.links]
    pages = [(labels[link.page], m[1]) for link, m in named if m and link.page is not None]
    assert len(pages) >= 7
    assert all(label == number for label, number in pages)


def test_addresses(made: dict[str, Made]) -> None:
    """Links that leave the book become footnotes with the full address."""
    wanted = [
        "https://example.org/du-an?nam=2026&trang=12",
        "https://sotay.example/child-protection/other/index.html#summary",
    ]
    found = made["trainer-vi"].reading
    assert ["".join(note.split()) for note in found.notes] == wanted
    uris = {link.uri for link in found.links if link.uri}
    assert uris == {*wanted, made["trainer-vi"].book.address, "tel:111"}


def test_bookmarks(made: dict[str, Made]) -> None:
    """Bookmarks follow the headings of the book."""
    assert reading.bookmarks(made["participant-vi"].data) == [
        (0, "Mục lục"),
        (0, "Danh sách tài liệu phát tay"),
        (0, "Giới thiệu học phần Tổ chức an toàn với trẻ em"),
        (1, "Tóm tắt"),
        (1, "Mục tiêu"),
        (1, "Dành cho ai"),
        (0, "Buổi 1 Vì sao cần một chính sách"),
        (1, "Khởi động"),
        (1, "Ba lý do"),
        (0, "Tài liệu phát tay"),
        (1, "Bản cam kết"),
        (2, "Tôi sẽ"),
        (0, "Thông điệp chính"),
        (0, "Văn bản và nguồn"),
        (0, "Liên hệ"),
        (0, "Giải thích từ ngữ"),
    ]


@pytest.mark.parametrize("name", BOOKS)
def test_page_labels(made: dict[str, Made], name: str) -> None:
    """Roman numbers before the first chapter, then arabic ones from 1."""
    labels = reading.page_labels(made[name].data)
    start = labels.index("1")
    assert labels[:start] == ["i", "ii", "iii", "iv", "v", "vi"][:start]
    assert start % 2 == 0, "page 1 is a right-hand page"
    assert labels[start:] == [str(n + 1) for n in range(len(labels) - start)]
    assert pdf.page_count(made[name].data) == len(labels)


def test_contents(made: dict[str, Made]) -> None:
    """The contents and the list of handouts name each entry with its page."""
    lines = [
        " ".join(line.split())
        for toc in made["track-vi"].reading.contents
        for line in toc.split("\n")
        if line.strip()
    ]
    assert [re.sub(r" \d+$", "", line) for line in lines] == [
        *("Vì sao cần một chính sách", "Tài liệu phát tay") * 2,
        *("Tổ chức an toàn với trẻ em",) * 2,
        "Thông điệp chính",
        "Văn bản và nguồn",
        "Liên hệ",
        "Giải thích từ ngữ",
        *("Bản cam kết",) * 2,
    ]
    assert all(re.search(r" \d+$", line) for line in lines)


@pytest.mark.parametrize("name", BOOKS)
def test_fonts(made: dict[str, Made], name: str) -> None:
    """Only the declared font is used, and it is embedded."""
    found = reading.fonts(made[name].data)
    assert found and all(found.values())
    assert {font.split("+")[1].split("-")[0] for font in found} == {"SourceSansPro"}


@pytest.mark.parametrize("name", BOOKS)
def test_standards(made: dict[str, Made], name: str) -> None:
    """Every file passes PDF/UA-1 and PDF/A-2a."""
    assert reading.broken_rules(made[name].data) == []


def test_language_and_metadata(made: dict[str, Made]) -> None:
    """The file says its language, title and publisher; its date is the book's."""
    data = made["participant-en"].data
    assert b"en-GB" in data
    text = reading.visible(data)
    assert "Participant’s workbook" in text and "D:20261122000000" in text


def test_leak(made: dict[str, Made]) -> None:
    """No trainer-only or web-only word is anywhere in a participant's file."""
    trainer = reading.visible(made["trainer-vi"].data)
    kinds = "SAY TRAINER TITLE ANSWER FACTS SESSION-FACTS HEADING TIMETABLE MATERIALS ACTIVITY "
    kinds += "TRAINER-ITEM BREAK EMPTY ONLY"
    assert all(f"CANARY-{kind}" in trainer for kind in kinds.split())
    assert "CANARY-WEB" not in trainer and "CANARY-UNUSED-TERM" not in trainer
    for name in ("participant-vi", "participant-en"):
        assert "CANARY" not in reading.visible(made[name].data)


def test_pictures(made: dict[str, Made]) -> None:
    """Pictures, tick boxes and the QR code are spoken by their alt texts."""
    assert made["participant-vi"].reading.alts == [
        "Mã QR dẫn tới https://sotay.example/child-protection/child-safe/index.html",
        "Ba bước: ghi lại, báo, giữ kín",
        "ô đánh dấu",
        "ô đánh dấu",
    ]
