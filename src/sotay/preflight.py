"""What would make a bad handbook and what Typst does not refuse by itself.

Typst refuses a missing alt or glyph without naming the page; it says nothing of a table without
a header, of an empty link or of a missing language. Here each fault names its page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from html import unescape
from itertools import pairwise

from sotay.book import Book, Page, Picture
from sotay.links import resolved
from sotay.problem import Message, Place, Problem
from sotay.tree import Heading, Image, Link, Node, Table, Tick, Tree, plain, walk

TAG = re.compile(r"<[^>]*>")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")


def inspect(book: Book, trees: Mapping[str, Tree], letters: Container[str]) -> Iterator[Problem]:
    """Give the problems of a book.

    `trees` are its pages by address, cut; `letters` are what the fonts can print.
    """
    yield from _language(book)
    yield from _letters(Place(book.id), _own_words(book), letters)
    for picture in book.pictures:
        yield from _letters(Place(picture.url), _drawn_words(picture), letters)
    known = {picture.url for picture in book.pictures}
    for page in book.pages:
        place, tree = Place(page.place), trees[page.url]
        yield from _headings(tree, place)
        yield from _letters(place, plain(tree), letters)
        for node in walk(tree):
            yield from _node(node, page, place, known)


def _language(book: Book) -> Iterator[Problem]:
    if not LANGUAGE.fullmatch(book.language):
        yield Problem(
            Place(book.id),
            Message(vi="Sổ tay không ghi ngôn ngữ.", en="The handbook names no language."),
            Message(vi="Ghi mã ngôn ngữ, ví dụ vi.", en="Give a language code, such as vi."),
            "language",
        )


def _headings(tree: Tree, place: Place) -> Iterator[Problem]:
    """A page begins with its only level-1 heading, and no level is skipped."""
    levels = [node.level for node in walk(tree) if isinstance(node, Heading)]
    is_first = bool(tree) and isinstance(tree[0], Heading)
    steps = pairwise(levels)
    if not is_first or levels[:1] != [1] or 1 in levels[1:] or any(b > a + 1 for a, b in steps):
        yield Problem(
            place,
            Message(
                vi=f"Các cấp đề mục không liền nhau: {levels}.",
                en=f"The levels of the headings do not follow each other: {levels}.",
            ),
            Message(
                vi="Mở đầu bằng đề mục cấp 1 duy nhất và không bỏ qua cấp nào.",
                en="Begin with the only level-1 heading and skip no level.",
            ),
            "heading-levels",
        )


def _node(node: Node, page: Page, place: Place, known: Container[str]) -> Iterator[Problem]:
    match node:
        case Table() if not any(plain([row]).strip() for row in node.header):
            yield Problem(
                place,
                Message(
                    vi=f"Bảng không có hàng tiêu đề: «{_start(node)}».",
                    en=f"A table has no header row: «{_start(node)}».",
                ),
                Message(
                    vi="Ghi tên các cột ở hàng đầu của bảng.",
                    en="Name the columns in the first row of the table.",
                ),
                "table-header",
            )
        case Link() if not node.href or not (plain([node]).strip() or _has_picture(node)):
            yield Problem(
                place,
                Message(
                    vi=f"Liên kết trống: «{_start(node)}» → «{node.href}».",
                    en=f"An empty link: «{_start(node)}» → «{node.href}».",
                ),
                Message(
                    vi="Ghi cả chữ hiển thị và địa chỉ của liên kết.",
                    en="Give the link both words and an address.",
                ),
                "empty-link",
            )
        case Image():
            yield from _image(node, page, place, known)
        case Tick() if not node.label.strip():
            yield _no_words(place, "☐")


def _image(image: Image, page: Page, place: Place, known: Container[str]) -> Iterator[Problem]:
    if not image.alt.strip():
        yield _no_words(place, image.src)
    if resolved(page.url, image.src) not in known:
        yield Problem(
            place,
            Message(
                vi=f"Không tìm thấy hình {image.src}.", en=f"The picture {image.src} is missing."
            ),
            Message(
                vi="Sửa đường dẫn, hoặc thêm tệp hình vào thư mục images.",
                en="Correct the path, or add the picture to the images folder.",
            ),
            "picture",
        )


def _no_words(place: Place, what: str) -> Problem:
    return Problem(
        place,
        Message(
            vi=f"Hình {what} không có lời thay thế.", en=f"The picture {what} has no alt text."
        ),
        Message(
            vi="Viết trong ngoặc vuông điều người xem thấy ở hình: ![lời](tệp.svg).",
            en="Say in the square brackets what a viewer sees: ![words](file.svg).",
        ),
        "alt-text",
    )


def _letters(place: Place, text: str, letters: Container[str]) -> Iterator[Problem]:
    """Every character can be printed."""
    for character in sorted(set(text) - {"\n"}):
        if character in letters:
            continue
        name = unicodedata.name(character, "?")
        around = next(line for line in text.split("\n") if character in line).strip()
        sign = f"«{character}» (U+{ord(character):04X} {name})"
        yield Problem(
            place,
            Message(
                vi=f"Phông chữ của sổ tay không có ký tự {sign}, ở «{_cut_short(around)}».",
                en=f"The handbooks' fonts lack the character {sign}, in «{_cut_short(around)}».",
            ),
            Message(
                vi="Thay ký tự này bằng chữ, hoặc bằng [[tick]] nếu là ô đánh dấu.",
                en="Replace the character by words, or by [[tick]] if it is a tick box.",
            ),
            "glyph",
        )


def _drawn_words(picture: Picture) -> str:
    """Give the words in a drawing; Typst sets them in the same font and names no file."""
    if not picture.url.endswith(".svg"):
        return ""
    text = TAG.sub("\n", picture.data.decode("utf-8", "replace"))
    return "\n".join(unescape(text).split())


def _own_words(book: Book) -> str:
    """Give the words that stand in the book and on no page."""
    own = [value for value in vars(book).values() if isinstance(value, str)]
    own += vars(book.words).values()
    own += [text for term in book.glossary for text in (term.term, term.definition)]
    return "\n".join(own)


def _has_picture(node: Node) -> bool:
    return any(isinstance(inside, Image) for inside in walk([node]))


def _start(node: Node) -> str:
    return _cut_short(" ".join(plain([node]).split()))


def _cut_short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
