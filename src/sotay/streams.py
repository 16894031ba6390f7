"""A PDF's objects packed into compressed streams (PDF 1.7, 7.5.7): the same file, far smaller.

Typst writes each of the thousands of small objects that carry the tags as plain text. Packing
them takes away more than half of a handbook's size, which counts where phones and data are dear.
PDF/A-2 and PDF/UA-1 allow it. The bytes depend only on the input and on Python's zlib.

What is a stream already stays as it is, except that its end is made clear: when its data happen
to end in a carriage return and a line feed follows, checkers of PDF/A take both for one line end
and find the length wrong (ISO 19005-2, 6.1.7.1). That hits about one stream in 256.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

PER_STREAM = 200  # objects, so that a reader need not unpack all for one
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
TABLE = re.compile(
    rb"xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s{1,2})+)trailer\s*<<(.*?)>>\s*startxref", re.S
)
OBJECT = re.compile(rb"(\d+) 0 obj\s+(.*?)\s*endobj\s*\Z", re.S)
SIZE = re.compile(rb"/Size \d+")
PACKED = re.compile(rb"/Type/ObjStm[^>]*/Length (\d+)>>stream\n")
PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")


@dataclass(frozen=True)
class _Object:
    """One object: its number and what stands between "obj" and "endobj"."""

    number: int
    body: bytes

    @property
    def is_stream(self) -> bool:
        return self.body.endswith(b"endstream")


def packed(pdf: bytes) -> bytes:
    """Give the same document with its objects packed. Raises ValueError for an unknown layout."""
    found = START.search(pdf)
    table = TABLE.match(pdf, int(found[1])) if found else None
    if table is None:
        raise ValueError("the PDF has no plain table of objects")
    objects = list(_objects(pdf, table))
    streams = [each for each in objects if each.is_stream]
    loose = [each for each in objects if not each.is_stream]
    size = int(table[1])
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    for start in range(0, len(loose), PER_STREAM):
        group = loose[start : start + PER_STREAM]
        streams.append(_Object(size, _group(group)))
        places |= {each.number: (2, size, index) for index, each in enumerate(group)}
        size += 1
    out = bytearray(pdf[: pdf.index(b"1 0 obj")])
    for each in streams:
        places[each.number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (each.number, _clear_end(each.body))
    return bytes(out) + _ending(len(out), size, places, SIZE.sub(b"", table[3]).strip())


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF from Typst, packed or not: the root of the page tree counts all."""
    counts = [0]
    for text in (pdf, *_unpacked(pdf)):
        counts += [int(match[1] or match[2]) for match in PAGES.finditer(text)]
    return max(counts)


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    for match in PACKED.finditer(pdf):
        yield zlib.decompress(pdf[match.end() : match.end() + int(match[1])])


def _objects(pdf: bytes, table: re.Match[bytes]) -> Iterator[_Object]:
    """Read the objects in the order of their numbers."""
    lines = table[2].split(b"\n")
    used = sorted(int(line[:10]) for line in lines if line.rstrip().endswith(b"n"))
    found = []
    for start, end in pairwise([*used, table.start()]):
        match = OBJECT.match(pdf[start:end])
        if match is None:
            raise ValueError(f"no object at offset {start}")
        found.append(_Object(int(match[1]), match[2]))
    yield from sorted(found, key=lambda each: each.number)


def _group(objects: Iterable[_Object]) -> bytes:
    """Pack some objects into one stream: pairs of number and place, then the objects."""
    head, body, count = [], bytearray(), 0
    for each in objects:
        head.append(b"%d %d" % (each.number, len(body)))
        body += each.body + b"\n"
        count += 1
    index = b" ".join(head) + b"\n"
    data = zlib.compress(index + bytes(body), 9)
    start = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n"
    return start % (count, len(index), len(data)) + data + b"\nendstream"


def _clear_end(body: bytes) -> bytes:
    if not body.endswith(b"\r\nendstream"):
        return body
    return body.removesuffix(b"\nendstream") + b"\r\nendstream"


def _ending(start: int, number: int, places: dict[int, tuple[int, int, int]], rest: bytes) -> bytes:
    """Give the stream that says where each object is, and the end of the file."""
    places = places | {number: (1, start, 0)}
    rows = (places.get(each, (0, 0, 0)) for each in range(number + 1))
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, place, index in rows
    )
    data = zlib.compress(table, 9)
    head = b"<</Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode/Length %d>>stream\n"
    body = head % (number + 1, rest, len(data)) + data + b"\nendstream"
    form = b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n"
    return form % (number, _clear_end(body), start)
