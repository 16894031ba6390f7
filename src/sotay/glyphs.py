"""Which characters a font file can print: its `cmap` table, read without a font library.

Formats 4 and 12 are those that every current font has for Unicode.
https://learn.microsoft.com/typography/opentype/spec/cmap
"""

from __future__ import annotations

import struct
from collections.abc import Iterator


def characters(font: bytes) -> frozenset[str]:
    """Give the characters of an OpenType or TrueType font. Raises ValueError without a table."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    codes: set[int] = set()
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        at = start + offset
        (form,) = struct.unpack_from(">H", font, at)
        if form == 4:
            codes.update(_format_4(font, at))
        elif form == 12:
            codes.update(_format_12(font, at))
    return frozenset(chr(code) for code in codes)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"the font has no {tag.decode()} table")


def _format_4(font: bytes, at: int) -> Iterator[int]:
    """Segments with an end, a start, a delta and an offset into a list of glyphs."""
    (double,) = struct.unpack_from(">H", font, at + 6)
    form = f">{double // 2}H"
    ends = struct.unpack_from(form, font, at + 14)
    starts = struct.unpack_from(form, font, at + 16 + double)
    deltas = struct.unpack_from(form, font, at + 16 + 2 * double)
    offsets_at = at + 16 + 3 * double
    offsets = struct.unpack_from(form, font, offsets_at)
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code + deltas[index]
            if offsets[index]:
                place = offsets_at + 2 * index + offsets[index] + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph & 0xFFFF:
                yield code


def _format_12(font: bytes, at: int) -> Iterator[int]:
    """Groups with a first and a last character."""
    (count,) = struct.unpack_from(">L", font, at + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * number)
        yield from range(first, last + 1)
