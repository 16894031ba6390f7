"""Rules about letters and blanks that look right and are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import name

from sotay.checks.context import Context, WordsPage
from sotay.checks.tones import misplaced
from sotay.problem import Place, Problem, fault, nudge

HIDDEN = {
    "\u00a0": "no-break space", "\u202f": "narrow no-break space", "\u00ad": "soft hyphen",
    "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner",
    "\u2060": "word joiner", "\ufeff": "byte-order mark", "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
}  # fmt: skip
"""Characters that nobody sees and that break search, glossary and line ends."""
_HIDDEN = re.compile(f"[{''.join(HIDDEN)}]")
_WORD = re.compile(r"[^\W\d_]+")
_STRANGE = re.compile(r"[ðÐɖƉ\u0370-\u03ff\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-zÀ-\u024fḀ-ỹ]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_STYLE = re.compile(
    r"\bMso[A-Z]\w+|\bmso-[a-z-]+:|urn:schemas-microsoft-com|\[if [^\]]*mso[^\]]*\]"
    r"|\bStartFragment\b|\bEndFragment\b"
)
_HINTS = ("mso", "schemas-microsoft", "tfragment", "dfragment")
_DOUBLED = re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])")
_MAYBE = re.compile(r" [,;:.!?)”]|[,;!?.][^\W\d_]|[(\[“] ")
"""Where to look closely: a plain search, for speed."""
_PUNCTUATION = re.compile(
    r"(?<=[\w)”\"’]) +(?=[,;:](?:\s|$)|[.!?](?:\s+[\"“(]?[A-ZÀÁẢÃẠĂÂĐÊÔƠƯ]|\s*$))"  # before a mark
    r"|(?<=[^\W\d_])[,;!?](?=[^\W\d_])|(?<=[)”])[.,;](?=[^\W\d_])"  # none after it
    r"|(?<=[^\W\d_A-Z]{2})\.(?=[A-ZÀÁẢÃẠĂÂĐÊÔƠƯ][^\W\d_])"
    r"|[(\[“] +(?=\w)|(?<=\w) +[)”](?!\w)"  # inside brackets
)


def letters_are_latin(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No look-alike letter stands for a Latin one: ð for đ, Cyrillic or Greek inside a word."""
    if not _STRANGE.search(words.page.whole):
        return
    for match, place in words.page.found(_WORD):
        if (sign := _STRANGE.search(match.group())) and _LATIN.search(match.group()):
            letter = sign.group()
            yield fault(
                "look-alike",
                replace(place, column=place.column + sign.start()),
                (f"Trong “{match.group()}” có chữ lạ “{letter}” ({name(letter).title()}).",
                 f"“{match.group()}” holds a foreign “{letter}” ({name(letter).title()})."),
                ("Gõ lại chữ này bằng bàn phím tiếng Việt (đ, không phải ð).",
                 "Type the word again on a Vietnamese keyboard (đ, not ð)."),
            )  # fmt: skip


def nothing_is_hidden(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No zero-width, no-break or soft-hyphen character: words that hold one are never found."""
    told = 0
    for match, place in words.page.found(_HIDDEN):
        if place.line != told:
            told = place.line
            code = f"U+{ord(match.group()):04X}"
            yield fault(
                "hidden-character",
                place,
                (f"Có ký tự ẩn {code} ({HIDDEN[match.group()]}).",
                 f"There is a hidden character {code} ({HIDDEN[match.group()]})."),
                ("Chạy `sotay check --fix`, hoặc xóa và gõ lại dấu cách.",
                 "Run `sotay check --fix`, or delete it and type the space again."),
            )  # fmt: skip


def nothing_is_left_from_word(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No leftovers of a word processor: its styles, its private bullets."""
    styled = any(hint in words.page.lower for hint in _HINTS)
    found = [*words.page.found(_PRIVATE), *(words.page.found(_STYLE) if styled else ())]
    for match, place in found:
        sign = match.group()
        shown = sign if sign.isascii() else f"U+{ord(sign):04X}"
        yield fault(
            "word-leftover",
            place,
            (f"Còn dấu vết của Word: {shown}.", f"Word left this behind: {shown}."),
            ("Dán lại dạng văn bản thuần (Ctrl+Shift+V); gạch đầu dòng viết “- ”.",
             "Paste as plain text (Ctrl+Shift+V); write bullets as “- ”."),
        )  # fmt: skip


def blanks_are_single(context: Context, words: WordsPage) -> Iterator[Problem]:
    """One blank between words, none at the end of a line."""
    lines = words.page.lines
    for match, place in words.page.found(_DOUBLED):
        source, start = lines[place.line - 1], place.column - 1
        # Code and comments are blank in prose: only blanks that are in the file count.
        if source[start : start + len(match.group())].isspace() and not _MARKER.fullmatch(
            source, 0, start
        ):
            yield _blank(place, ("Có hai dấu cách liền nhau.", "There are two blanks in a row."))
    for number, line in enumerate(words.page.prose, 1):
        source = lines[number - 1]
        bare = source.rstrip(" \t")
        after = lines[number] if number < len(lines) else ""
        # Blanks in code are code; nobody sees those of an empty line.
        if bare != source and line.strip() and not is_line_break(source, after):
            yield _blank(
                Place(words.page.path, number, len(bare) + 1),
                ("Cuối dòng có dấu cách thừa.", "There is a blank at the end of the line."),
            )


def is_line_break(line: str, after: str) -> bool:
    """Whether two blanks at a line's end are Markdown's line break."""
    return line.endswith("  ") and bool(line.strip()) and bool(after.strip())


def punctuation_has_its_blank(context: Context, words: WordsPage) -> Iterator[Problem]:
    """No blank before a comma or full stop, one after it; none just inside brackets."""
    for paragraph in context.paragraphs(words.page):
        if not _MAYBE.search(paragraph.text):
            continue
        for match in _PUNCTUATION.finditer(paragraph.text):
            place = paragraph.place(match.start())
            source, start = words.page.lines[place.line - 1], place.column - 1
            # A form or code is blank here: only what stands in the file counts.
            if source[start : start + len(match.group())] == match.group():
                yield _mark(place, match)


def tone_marks_are_in_place(context: Context, words: WordsPage) -> Iterator[Problem]:
    """Tone marks stand as in hòa, khỏe, thủy: one style, or the glossary finds nothing."""
    if words.language != "vi":
        return
    for start, wrong, right in misplaced(words.page.whole):
        yield nudge(
            "tone-mark",
            words.page.place(start),
            (f"Dấu của “{wrong}” đặt sai chỗ.", f"The tone mark of “{wrong}” is misplaced."),
            (f"Viết “{right}”; `sotay check --fix` sửa cả tệp.",
             f"Write “{right}”; `sotay check --fix` mends the whole file."),
        )  # fmt: skip


def _blank(place: Place, message: tuple[str, str]) -> Problem:
    return nudge("blank-extra", place, message, ("Xóa dấu cách thừa.", "Delete the extra blank."))


def _mark(place: Place, match: re.Match[str]) -> Problem:
    missing = match.group().strip() and match.group().strip() not in "()“”["
    vi, en = ("Thiếu dấu cách sau", "A blank is missing after") if missing else (
        "Thừa dấu cách cạnh", "There is an extra blank beside")  # fmt: skip
    sign = match.group().strip() or match.string[match.end()]
    return nudge(
        "punctuation",
        place,
        (f"{vi} dấu “{sign}”.", f"{en} “{sign}”."),
        ("Dấu câu đứng liền chữ trước, cách chữ sau một dấu cách.",
         "A mark follows its word at once and has one blank after it."),
    )  # fmt: skip
