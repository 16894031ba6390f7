"""Markdown that is not what it should be: headings, blocks, tables, links."""

from __future__ import annotations

import random
import re

from mistakes.manuscript import (
    HERE,
    PAIRED,
    SECTION,
    Line,
    Manuscript,
    Mistake,
    Spot,
    every,
    here,
    kind,
    line_kind,
    paired,
    shuffled,
    twin,
)

BEGINNING = "the block's first line"


def _opening(book: Manuscript, chance: random.Random) -> tuple[Line, int] | None:
    """Give a block's first line, and how many lines the block has."""
    for line in shuffled(book.lines, chance):
        if match := re.match(r"(/{3,}) [a-z]", line.text):
            rows = book.text(line.path).split("\n")[line.number :]
            return line, rows.index(match[1]) + 2
    return None


@kind("block-open", BEGINNING)
def unclosed_block(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A block's last line is missing."""
    found = _opening(book, chance)
    if found is None:
        return None
    line, length = found
    return book.with_lines(line.path, line.number + length - 1, [], here(line))


@line_kind("block-unknown")
def misspelt_block(line: Line, chance: random.Random) -> str | None:
    """A block's name is misspelt."""
    match = re.match(r"/{3,} [a-z-]+", line.text)
    return line.text[: match.end() - 1] + line.text[match.end() :] if match else None


@line_kind("block-stray block-open")
def broken_edge(line: Line, chance: random.Random) -> str | None:
    """A block's first line has no name."""
    match = re.match(r"(/{3,}) [a-z]", line.text)
    return f"{match[1]} ?" if match else None


@line_kind("lines-number")
def lines_without_number(line: Line, chance: random.Random) -> str | None:
    """A block of write-in lines does not say how many."""
    return "/// lines" if re.match(r"/// lines \|", line.text) else None


@line_kind("handout-unknown")
def misspelt_handout(line: Line, chance: random.Random) -> str | None:
    """A handout's id is misspelt in its block."""
    return line.text + "s" if re.match(r"/// handout \| [a-z0-9-]+$", line.text) else None


@kind("block-options", "the indented line")
def block_with_options(book: Manuscript, chance: random.Random) -> Mistake | None:
    """The line below a block's first line is indented."""
    found = _opening(book, chance)
    if found is None:
        return None
    line, _ = found
    spots = frozenset({(line.path, line.number + 1)})
    row = book.text(line.path).split("\n")[line.number]
    return book.with_lines(line.path, line.number + 1, ["    " + row], spots)


@kind("block-parity", SECTION)
def dropped_block(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A block is missing in one language."""
    found = _opening(book, chance)
    if found is None:
        return None
    line, length = found
    return book.with_lines(line.path, line.number, [], paired(book, line), length)


@line_kind("form-parity", PAIRED)
def dropped_form(line: Line, chance: random.Random) -> str | None:
    """A reference, contact or blank is missing in one language."""
    match = re.search(r"\s*\(?\[\[(?:ref|contact|blank|tick)(?::[^\]]*)?\]\]\)?", line.text)
    if match is None or line.text[match.start() : match.end()].count("(") % 2:
        match = re.search(r"\[\[(?:ref|contact|blank|tick)(?::[^\]]*)?\]\]", line.text)
    return line.text[: match.start()] + line.text[match.end() :] if match else None


def _headings(book: Manuscript, chance: random.Random) -> list[Line]:
    """Give the level-2 headings of one page that has several, in order."""
    paths = [p for p in book.pages if sum(_is_second(x) for x in book.lines if x.path == p) > 2]
    path = chance.choice(paths)
    return [line for line in book.lines if line.path == path and _is_second(line)]


def _is_second(line: Line) -> bool:
    return line.text.startswith("## ")


def _page_and(path: str, *lines: int) -> frozenset[Spot]:
    return frozenset((p, n) for p in (path, twin(path)) for n in (0, *lines))


@kind("heading-parity index-section activity-missing", "the page, or the heading in its twin")
def dropped_section(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A section is missing in one language."""
    heads = _headings(book, chance)
    place = chance.randrange(len(heads) - 1)
    first, length = heads[place], heads[place + 1].number - heads[place].number
    spots = _page_and(first.path, first.number)
    return book.with_lines(first.path, first.number, [], spots, length)


@kind("heading-parity activity-order index-section", "the first heading out of place")
def swapped_heading_ids(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two neighbouring headings have each other's id in one language."""
    heads = _headings(book, chance)
    place = chance.randrange(len(heads) - 1)
    one, two = heads[place], heads[place + 1]
    rows = book.text(one.path).split("\n")
    pins = [re.search(r"\{#.*\}", line.text) for line in (one, two)]
    if None in pins:
        return None
    first, second = (pin.group() for pin in pins if pin)
    rows[one.number - 1] = one.text.replace(first, second)
    rows[two.number - 1] = two.text.replace(second, first)
    spots = frozenset((p, one.number) for p in (one.path, twin(one.path)))
    return Mistake(one.path, "\n".join(rows).encode(), spots, one.text, rows[one.number - 1])


@kind("heading-parity activity-order index-section", "the first heading out of place")
def swapped_sections(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two neighbouring sections change places in one language."""
    heads = _headings(book, chance)
    if len(heads) < 3:
        return None
    place = chance.randrange(len(heads) - 2)
    one, two, three = heads[place : place + 3]
    rows = book.text(one.path).split("\n")
    first = rows[one.number - 1 : two.number - 1]
    second = rows[two.number - 1 : three.number - 1]
    rows[one.number - 1 : three.number - 1] = [*second, *first]
    spots = frozenset((p, one.number) for p in (one.path, twin(one.path)))
    return Mistake(one.path, "\n".join(rows).encode(), spots, one.text, two.text)


@line_kind("heading-parity activity-missing activity-unknown", PAIRED)
def other_level(line: Line, chance: random.Random) -> str | None:
    """A heading has another level in one language."""
    return "#" + line.text if _is_second(line) else None


@line_kind("heading-id")
def unpinned_heading(line: Line, chance: random.Random) -> str | None:
    """A heading has lost its id."""
    return re.sub(r"\s*\{#.*\}", "", line.text) if _is_second(line) else None


@line_kind("heading-id")
def reserved_id(line: Line, chance: random.Random) -> str | None:
    """A heading has an id that is kept for the program."""
    return re.sub(r"\{#.*\}", "{#materials}", line.text) if _is_second(line) else None


@kind("heading-doubled", HERE)
def doubled_heading_id(book: Manuscript, chance: random.Random) -> Mistake | None:
    """Two headings of a page have one id."""
    heads = _headings(book, chance)
    place = chance.randrange(1, len(heads))
    pin = re.search(r"\{#.*\}", heads[place - 1].text)
    line = heads[place]
    return book.with_line(
        line, re.sub(r"\{#.*\}", pin.group() if pin else "", line.text), here(line)
    )


@line_kind("title")
def wrong_title_id(line: Line, chance: random.Random) -> str | None:
    """A page's title has another id than the page."""
    return re.sub(r"\{#.*\}", "{#other-page}", line.text) if line.number == 1 else None


@line_kind("title")
def second_title(line: Line, chance: random.Random) -> str | None:
    """A heading is of level 1."""
    return line.text[1:] if _is_second(line) else None


@kind("list-glued", HERE)
def glued_list(book: Manuscript, chance: random.Random) -> Mistake | None:
    """The empty line before a list or table is missing."""
    rows = {(line.path, line.number): line for line in book.lines}
    for line in shuffled(book.lines, chance):
        after = rows.get((line.path, line.number + 1))
        before = rows.get((line.path, line.number - 1))
        if not before or not after or line.kind != "blank" or before.kind != "text":
            continue
        if after.kind in ("item", "row"):
            spots = frozenset({(line.path, line.number)})
            return book.with_lines(line.path, line.number, [], spots)
    return None


@line_kind("list-indent")
def half_indented_item(line: Line, chance: random.Random) -> str | None:
    """A list item is indented by two blanks."""
    return "  " + line.text if re.match(r"[-*] \S", line.text) and line.is_running else None


@kind("shape-parity", "the table's first row, or the heading of its section")
def dropped_column(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A table has lost a column in one language."""
    table = _table(book, chance)
    if not table:
        return None
    new = [re.sub(r"\|[^|]*\|\s*$", "|", line.text) for line in table]
    first = table[0]
    return book.with_lines(first.path, first.number, new, paired(book, first), len(table))


@kind("shape-parity", "the table's first row, or the heading of its section")
def dropped_row(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A table has lost a row in one language."""
    table = _table(book, chance)
    if len(table) < 4:
        return None
    line = chance.choice(table[2:])
    return book.with_lines(line.path, line.number, [], paired(book, table[0]))


def _table(book: Manuscript, chance: random.Random) -> list[Line]:
    """Give the lines of one table."""
    rows = {(line.path, line.number): line for line in book.lines}
    for line in shuffled(book.lines, chance):
        above = rows.get((line.path, line.number - 1))
        if line.kind == "row" and (above is None or above.kind not in ("row", "rule")):
            table = [line]
            while (after := rows.get((line.path, table[-1].number + 1))) and after.kind in (
                "row", "rule",
            ):  # fmt: skip
                table.append(after)
            return table
    return []


@kind("shape-parity", "the list's first item, or the heading of its section")
def dropped_item(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A list has lost an item in one language."""
    rows = {(line.path, line.number): line for line in book.lines}
    for line in shuffled(book.lines, chance):
        after = rows.get((line.path, line.number + 1))
        if line.kind != "item" or "objectives" in line.section or not after or after.kind == "pin":
            continue
        first = line
        while (above := rows.get((line.path, first.number - 1))) and above.kind == "item":
            first = above
        return book.with_lines(line.path, line.number, [], paired(book, first) | here(line))
    return None


@line_kind("link-dead")
def dead_link(line: Line, chance: random.Random) -> str | None:
    """A link or an image leads to a file that does not exist."""
    new = re.sub(r"(?<=\]\()([^)#:]+)\.(md|svg)", r"\1x.\2", line.text, count=1)
    return new if new != line.text else None


@line_kind("anchor-dead link-parity", PAIRED)
def dead_anchor(line: Line, chance: random.Random) -> str | None:
    """A link leads to a heading that does not exist."""
    words = ("mục này", "this section")[line.language == "en"]
    return f"{line.text} [{words}](#no-such-heading)" if line.is_running else None


@line_kind("link-parity", PAIRED)
def dropped_link(line: Line, chance: random.Random) -> str | None:
    """A link or an image is missing in one language."""
    new = re.sub(r"!?\[([^\[\]]*)\]\([^)]*\)", r"\1", line.text, count=1)
    return new if new != line.text else None


@line_kind("link-words")
def empty_link_words(line: Line, chance: random.Random) -> str | None:
    """A link's words do not say where it leads."""
    words = ("tại đây", "here")[line.language == "en"]
    return f"{line.text} [{words}](#{line.section})" if line.is_running and line.section else None


@line_kind("link-form")
def script_link(line: Line, chance: random.Random) -> str | None:
    """A link holds a script."""
    return f"{line.text} [x y](javascript:alert)" if line.is_running else None


@line_kind("alt-text")
def missing_description(line: Line, chance: random.Random) -> str | None:
    """An image has no description."""
    return re.sub(r"!\[[^\]]*\]", "![]", line.text) if line.kind == "image" else None


@line_kind("image-remote")
def remote_image(line: Line, chance: random.Random) -> str | None:
    """An image comes from another host."""
    if line.kind != "image":
        return None
    return re.sub(r"\]\([^)]*\)", "](https://img.example.org/a.svg)", line.text)


@line_kind("raw-html")
def raw_html(line: Line, chance: random.Random) -> str | None:
    """An HTML tag stands in the text."""
    tag = chance.choice(
        ("<b>a</b>", "<script>x()</script>", '<iframe src="x">', '<img src="x" onerror="y">')
    )
    return f"{line.text} {tag}" if line.is_running else None


@line_kind("attributes")
def attributes(line: Line, chance: random.Random) -> str | None:
    """Braces hold a style or a handler."""
    new = chance.choice(('{: onclick="x()" }', '{: style="color: red" }', "{: .big }"))
    return f"{line.text} {new}" if line.is_running else None


@line_kind("code-open")
def open_code(line: Line, chance: random.Random) -> str | None:
    """A backtick is not closed."""
    return line.text + " `x" if line.is_running else None


@kind("heading-underline", "the line of dashes")
def underlined_text(book: Manuscript, chance: random.Random) -> Mistake | None:
    """A line of dashes touches the text above."""
    for line in shuffled(book.lines, chance):
        if line.kind == "text" and line.is_running:
            spots = frozenset({(line.path, line.number + 1)})
            return book.with_lines(line.path, line.number, [line.text, "---"], spots)
    return None


@kind("objectives", "the heading of the objectives")
def dropped_objective(book: Manuscript, chance: random.Random) -> Mistake | None:
    """An objective is missing on the module's page."""
    for line in shuffled(book.lines, chance):
        if line.kind == "pin" and line.section == "objectives":
            spots = frozenset({(line.path, line.heading)})
            return book.with_lines(line.path, line.number - 1, [], spots, 2)
    return None


KINDS = every(globals())
