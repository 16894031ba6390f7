"""A tree of elements to Typst code: calls of the template's functions.

Every word of the content is a string argument, never markup, so nothing an author types can
become code and there is no table of characters to escape. One small function per kind of
element; how each looks is decided in `handbooks/*.typ`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from sotay.columns import shares, written
from sotay.endings import first_held
from sotay.links import Target
from sotay.notation import array, call, string
from sotay.spaces import glued, kept
from sotay.tree import (
    Blank,
    Block,
    Break,
    Cell,
    Code,
    Division,
    Flow,
    Heading,
    Image,
    Item,
    Link,
    Listing,
    Marks,
    Paragraph,
    Phrase,
    Quote,
    Row,
    Rule,
    Styled,
    Table,
    Text,
    Tick,
    Tree,
    walk,
    words,
)

FILLED = {"facts", "session-facts", "timetable", "materials", "references", "contacts", "sessions"}
SHORT = 110  # words that are kept together on one page
ROWS = 7  # of a table that is kept together on one page
TALL = 150  # words in one cell that may be cut by the end of a page
STYLES = {"strong": "bold", "em": "slanted", "sub": "low", "sup": "high", "code": "typed"}


@dataclass(frozen=True)
class Setting:
    """What a page must know of its book: links, pictures, and how headings are counted.

    `shift` is added to the level of each heading; `role` is what headings inside a page are
    ("section": stands in the contents; "plain": does not). `is_sheet` says that an empty cell is
    room to write; in a table that the program fills it is simply empty.
    """

    target: Callable[[str], Target]
    picture: Callable[[str], str]
    shift: int = 0
    role: str = "section"
    is_sheet: bool = True


def to_typst(tree: Tree, setting: Setting) -> str:
    """Give the code of one page or section, ready to stand at the top level of a document."""
    held = range(first_held(tree), len(tree) - 1)
    return "".join(
        f"#{call('held', code) if at in held and not isinstance(tree[at], Heading) else code}\n"
        for at, code in enumerate(_flow(tree, setting))
    )


def opening(heading: Heading, setting: Setting, role: str, number: str = "") -> str:
    """Give the call for a heading that opens a page, as `role` (part, chapter, session, handout).

    `number` is the line above it, such as "Session 2".
    """
    return f"#{_title(heading, setting, role, number)}\n"


def _title(heading: Heading, setting: Setting, role: str, number: str = "") -> str:
    named = {"role": string(role)}
    if heading.marks.id:
        named["at"] = string(heading.marks.id)
    if number:
        named["number"] = string(number)
    body = _phrases(heading.content, setting)
    if heading.marks.lang:
        body = [call("tongue", string(heading.marks.lang), *body)]
    return call("title", str(heading.level + setting.shift), *body, **named)


def _flow(content: Iterable[Flow], setting: Setting) -> list[str]:
    return [_element(node, setting) for node in content]


def _element(node: Flow, setting: Setting) -> str:
    match node:
        case Heading():
            return _title(node, setting, setting.role)
        case Paragraph():
            return _paragraph(node, setting)
        case Listing():
            return _listing(node, setting)
        case Table():
            return _table(node, setting)
        case Block():
            return _block(node, setting)
        case Division() | Quote():
            return _division(node, setting)
        case Code(text=text):
            return call("listing", *(string(kept(line)) for line in text.split("\n")))
        case Rule():
            return call("rule")


def _paragraph(node: Paragraph, setting: Setting) -> str:
    match node.content:
        case (Image() as image,):
            return _picture("picture", image, setting)
    body = _anchor(node.marks) + _phrases(node.content, setting)
    if node.marks.lang:
        body = [call("tongue", string(node.marks.lang), *body)]
    kinds = [f"kind: {string(name)}" for name in node.marks.classes[:1]]
    return call("para", *kinds, *body)


def _listing(node: Listing, setting: Setting) -> str:
    items = [array(_item(item, setting)) for item in node.items]
    if node.start is None:
        return call("points", *items)
    return call("steps", str(node.start), *items)


def _item(item: Item, setting: Setting) -> list[str]:
    """Give the parts of a point; a single paragraph is bare words, so that lists stay tight."""
    anchor = _anchor(item.marks)
    match item.content:
        case (Paragraph() as first, *rest) if not first.marks.classes:
            return [*anchor, *_phrases(first.content, setting), *_flow(rest, setting)]
    return anchor + _flow(item.content, setting)


def _table(node: Table, setting: Setting) -> str:
    rows = (*node.header, *node.body)
    fills = written(node) if setting.is_sheet else ()
    aligns = [cell.align for cell in rows[0].cells]
    is_tall = any(len(words(cell.content)) > TALL for row in rows for cell in row.cells)
    return call(
        "ledger",
        *(_row(row, setting, fills) for row in node.body),
        shares=array(str(share) for share in shares(node, setting.is_sheet)),
        aligns=array(string(align) for align in aligns),
        header=array(_row(row, setting) for row in node.header),
        **({"tall": "true"} if is_tall else _short(node)),
    )


def _row(row: Row, setting: Setting, fills: Collection[int] = ()) -> str:
    """Give a row; its empty cells in the columns `fills` are high enough to write in."""
    is_empty = not any(cell.content for cell in row.cells[1:])
    cells = [
        call("gap")
        if _is_blank(cell)
        or (setting.is_sheet and not cell.content and (is_empty or index in fills))
        else call("cell", *_cell(cell, setting))
        for index, cell in enumerate(row.cells)
    ]
    if anchor := _anchor(row.marks):
        cells[0] = call("cell", *anchor, *_cell(row.cells[0], setting))
    return array(cells)


def _is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds only a gap to write in; it may then be as wide as its column."""
    match cell.content:
        case (Paragraph(content=(Blank(),)),):
            return True
    return False


def _cell(cell: Cell, setting: Setting) -> list[str]:
    match cell.content:
        case (Paragraph() as only,):
            return _phrases(only.content, setting)
    return _flow(cell.content, setting)


def _block(node: Block, setting: Setting) -> str:
    named = {"title": array(_phrases(node.title, setting)), **_short(node)}
    if node.lines:
        named["lines"] = str(node.lines)
    body = _flow(node.content, setting)
    return call("note", string(node.kind), *_anchor(node.marks), *body, **named)


def _division(node: Division | Quote, setting: Setting) -> str:
    if FILLED & set(node.marks.classes):
        setting = replace(setting, is_sheet=False)
    body = _anchor(node.marks) + _flow(node.content, setting)
    if node.marks.lang:
        body = [call("tongue", string(node.marks.lang), *body)]
    kind = "quote" if isinstance(node, Quote) else " ".join(node.marks.classes)
    return call("group", string(kind), *body)


def _short(node: Block | Table) -> dict[str, str]:
    """Tell the template to keep a small element on one page."""
    inside = list(walk([node]))
    tables = sum(isinstance(part, Table | Image) for part in inside)
    rows = sum(isinstance(part, Row) for part in inside)
    is_short = len(words([node])) <= SHORT and tables <= isinstance(node, Table) and rows <= ROWS
    return {"short": "true"} if is_short else {}


def _phrases(content: Iterable[Phrase], setting: Setting) -> list[str]:
    return [_phrase(phrase, setting) for phrase in glued(content)]


def _phrase(phrase: Phrase, setting: Setting) -> str:
    match phrase:
        case Text(text=text):
            return string(text)
        case Styled():
            return _styled(phrase, setting)
        case Link(href=href):
            target = setting.target(href)
            return call(target.form, string(target.to), *_phrases(phrase.content, setting))
        case Image():
            return _picture("sign", phrase, setting)
        case Break():
            return call("turn")
        case Blank(width=width):
            return call("blank", str(width))
        case Tick(label=label):
            return call("tick", string(label))


def _styled(phrase: Styled, setting: Setting) -> str:
    content = phrase.content if phrase.style == "choice" else glued(phrase.content)
    body = [_phrase(part, setting) for part in content]
    if phrase.marks.lang:
        body = [call("tongue", string(phrase.marks.lang), *body)]
    name = STYLES.get(phrase.style, phrase.style)
    return call(name, *_anchor(phrase.marks), *body)


def _picture(form: str, image: Image, setting: Setting) -> str:
    return call(form, string(setting.picture(image.src)), string(image.alt))


def _anchor(marks: Marks) -> list[str]:
    """Give the place that links to this id lead to."""
    return [call("anchor", string(marks.id))] if marks.id else []
