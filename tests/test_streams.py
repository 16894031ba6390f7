"""Packing a PDF's objects changes where they stand and nothing else."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf
import pytest

from sotay.streams import PER_STREAM, packed, page_count


def plain(bodies: list[bytes]) -> bytes:
    """Give a PDF with these objects, as Typst writes it."""
    out = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n\r\n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(bodies) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + head + table + end % (len(bodies) + 1, len(out))


def content(data: bytes) -> bytes:
    """Give a stream object."""
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(data), data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
TREE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
NOTE = b"(a \\(b\\) endobj stream >> %d)"


def test_same_document() -> None:
    """Every object is found again, with its content, by a reader that knows nothing of us."""
    notes = [NOTE % number for number in range(3 * PER_STREAM)]
    before = plain([CATALOG, TREE, LEAF, content(b"q Q"), *notes])
    after = packed(before)
    assert len(after) < len(before) / 3
    assert page_count(before) == page_count(after) == 1
    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b"q Q"
        for number in range(3 * PER_STREAM):
            text = str(pdf.get_object(5 + number, 0))
            assert text == f"a (b) endobj stream >> {number}"


@pytest.mark.parametrize("last", [b"\r", b"\n", b"\r\n", b"x"])
def test_clear_end(last: bytes) -> None:
    """However a stream's data end, they are followed by a line end that is not part of them."""
    after = packed(plain([CATALOG, TREE, LEAF, content(b"q Q" + last)]))
    match = re.search(rb"<</Length (\d+)>>\nstream\n(.*?)(\r\n|\n)endstream", after, re.S)
    assert match is not None
    data = match[2]
    if last.endswith(b"\n") or last == b"x":
        assert data == b"q Q" + last
    else:
        assert (data, match[3]) == (b"q Q\r", b"\r\n")
    assert int(match[1]) == len(b"q Q" + last)


def test_unknown_layout() -> None:
    """A file that is packed already, or no PDF, is refused rather than spoilt."""
    with pytest.raises(ValueError, match="no plain table"):
        packed(packed(plain([CATALOG, TREE, LEAF, content(b"q")])))
    with pytest.raises(ValueError, match="no plain table"):
        packed(b"hello")


def test_same_bytes() -> None:
    """The same input gives the same bytes."""
    file = plain([CATALOG, TREE, LEAF, content(zlib.compress(b"q Q"))])
    assert packed(file) == packed(file)
