"""Read a finished handbook back as a blind reader's software does: by its structure tree.

Artifacts (running heads, feet, ornaments) are not in that tree, so what comes out is exactly what
the book says, in reading order, with nothing guessed from positions on the page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import page
import pikepdf

INLINE = {"/Span", "/Strong", "/Em", "/Link", "/Sub", "/Code", "/Quote"}
SKIPPED = {"/Figure", "/TOC", "/Note", "/Lbl"}
HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Link:
    """A link: its words and where it leads (a URI, or page index of the target)."""

    words: str
    uri: str
    page: int | None


@dataclass
class Reading:
    """What a PDF says: text with line feeds between its elements, links, footnotes, pictures."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)


def read(data: bytes) -> Reading:
    """Read a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        reader = _Reader(pdf)
        return reader.reading()


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Give the bookmarks as (depth, title)."""

    def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from below(item.children, depth + 1)

    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return list(below(outline.root, 0))


def page_labels(data: bytes) -> list[str]:
    """Give the label of every page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [page.label for page in pdf.pages]


def fonts(data: bytes) -> dict[str, bool]:
    """Give the fonts by name, and whether each is embedded."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                embedded = {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys())
                found[str(thing.FontName)] = bool(embedded)
    return found


def broken_rules(data: bytes) -> list[str]:
    """Give the rules of PDF/UA-1 and PDF/A-2a that a file breaks."""
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in ("ua1", "2a")]
    return [f"{fault.rule_id} {fault.message}" for report in reports for fault in report.failures]


def visible(data: bytes) -> str:
    """Give everything in a PDF that any software could show: text, metadata, bookmarks, alts."""
    reading = read(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        about = [str(value) for value in pdf.docinfo.values()]
        about.append(pdf.Root.Metadata.read_bytes().decode())
        marked = [text for page in pdf.pages for text in _marked(pdf, page, every=True).values()]
    titles = [title for _, title in bookmarks(data)]
    parts = [reading.text, *reading.notes, *reading.alts, *reading.contents]
    return "\n".join([*parts, *about, *titles, *marked])


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.marked = [_marked(pdf, page) for page in pdf.pages]
        self.result = Reading()

    def reading(self) -> Reading:
        self.result.text = self.text(self.pdf.Root.StructTreeRoot.K, None)
        return self.result

    def text(self, node: pikepdf.Object, page: int | None) -> str:
        if isinstance(node, pikepdf.Array):
            return "".join(self.text(child, page) for child in node)
        if isinstance(node, int):
            return self.marked[page][int(node)] if page is not None else ""
        if "/Pg" in node:
            page = self.pages[node.Pg.objgen]
        if node.get("/Type") == "/MCR":
            return self.text(int(node.MCID), page)
        if "/S" not in node or "/K" not in node:
            return ""
        return self.element(node, page)

    def element(self, node: pikepdf.Dictionary, page: int | None) -> str:
        tag = str(node.S)
        if tag == "/Figure":
            self.result.alts.append(str(node.get("/Alt", "")))
            return ""
        inner = self.text(node.K, page)
        if tag == "/Link":
            inner = self.link(node, inner)
        if tag in SKIPPED:
            {"/TOC": self.result.contents, "/Note": self.result.notes}.get(tag, []).append(inner)
            return ""
        return inner if tag in INLINE else f"\n{inner}\n"

    def link(self, node: pikepdf.Dictionary, words: str) -> str:
        for child in node.K if isinstance(node.K, pikepdf.Array) else [node.K]:
            if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR":
                uri, page = self.goal(child.Obj)
                self.result.links.append(Link(words, uri, page))
                break
        return words

    def goal(self, annotation: pikepdf.Dictionary) -> tuple[str, int | None]:
        action = annotation.get("/A")
        if action is not None and "/URI" in action:
            return str(action.URI), None
        place = annotation.get("/Dest", action.D if action is not None else None)
        if isinstance(place, pikepdf.String | pikepdf.Name):
            place = _named(self.pdf, str(place))
        if isinstance(place, pikepdf.Dictionary):
            place = place.D
        return "", self.pages[place[0].objgen]


def _named(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return pikepdf.NameTree(pdf.Root.Names.Dests)[name]


def _marked(pdf: pikepdf.Pdf, page: pikepdf.Page, every: bool = False) -> dict[int, str]:
    """Give the text of each marked content of a page; with `every`, artifacts under number -1."""
    found: dict[int, str] = {}
    maps = _maps(page.obj.get("/Resources"))
    stack: list[int] = []
    current: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign in ("BDC", "BMC"):
            stack.append(_number(operands))
        elif sign == "EMC":
            stack.pop()
        elif sign == "Tf":
            current = maps.get(str(operands[0]), {})
        elif sign in ("Tj", "TJ"):
            number = next((n for n in reversed(stack) if n >= 0), -1)
            if number >= 0 or every:
                found[number] = found.get(number, "") + _decoded(operands[0], current)
        if number_of(stack) >= 0:
            found.setdefault(number_of(stack), "")
    return found


def number_of(stack: list[int]) -> int:
    """Give the innermost MCID, or -1 outside of all."""
    return next((n for n in reversed(stack) if n >= 0), -1)


def _number(operands: list[pikepdf.Object]) -> int:
    if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary):
        return int(operands[1].get("/MCID", -1))
    return -1


def _decoded(shown: pikepdf.Object, codes: dict[int, str]) -> str:
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    data = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
    return "".join(codes[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))


def _maps(resources: pikepdf.Object) -> dict[str, dict[int, str]]:
    fonts = resources.get("/Font", {}) if resources is not None else {}
    return {
        str(name): _codes(font.ToUnicode.read_bytes())
        for name, font in fonts.items()
        if "/ToUnicode" in font
    }


def _codes(stream: bytes) -> dict[int, str]:
    """Read the character map of a font: which code stands for which text."""
    found: dict[int, str] = {}
    for body in re.findall(rb"beginbfchar(.*?)endbfchar", stream, re.S):
        cells = HEX.findall(body)
        for code, text in zip(cells[::2], cells[1::2], strict=True):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for body in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.S):
        cells = HEX.findall(body)
        for first, last, text in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
            start = int(text, 16)
            for offset in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + offset] = chr(start + offset)
    return found
