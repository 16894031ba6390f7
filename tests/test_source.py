"""The door to text: what comes in, and in what form."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from sotay import source
from sotay.source import Text, read


def _read(root: Path, raw: bytes) -> tuple[Text | None, list[str]]:
    (root / "a.md").write_bytes(raw)
    text, problems = read(root / "a.md", root)
    return text, [p.code for p in problems]


@pytest.mark.parametrize(
    ("raw", "content"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("trẻ em".encode(), "trẻ em"),
    ],
)
def test_text_is_utf8_with_lf(raw: bytes, content: str, tmp_path: Path) -> None:
    """A byte-order mark is dropped and every line end becomes LF, without a word."""
    assert _read(tmp_path, raw) == (Text("a.md", content), [])


def test_decomposed_letters_become_composed_and_are_told_once(tmp_path: Path) -> None:
    """NFD comes in as NFC, with one warning for the whole file."""
    raw = unicodedata.normalize("NFD", "trẻ em\nở xã\n").encode()
    assert _read(tmp_path, raw) == (Text("a.md", "trẻ em\nở xã\n"), ["nfd"])


def test_place_is_counted_in_the_file_as_written(tmp_path: Path) -> None:
    """Line and column of a fault are those that an editor shows."""
    (tmp_path / "a.md").write_bytes("\ufeffmột\r\nhai\r\nba\x07\r\n".encode())
    _, problems = read(tmp_path / "a.md", tmp_path)
    assert [str(p.place) for p in problems] == ["a.md:3:3"]


def test_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    """A file of exactly the limit is read."""
    assert _read(tmp_path, b"a" * source.LARGEST)[1] == []
    assert _read(tmp_path, b"a" * (source.LARGEST + 1)) == (None, ["too-large"])


def test_link_inside_the_project_is_read(tmp_path: Path) -> None:
    """A link to another file of the project is as good as the file."""
    (tmp_path / "b.md").write_bytes(b"words\n")
    (tmp_path / "a.md").symlink_to("b.md")
    assert read(tmp_path / "a.md", tmp_path) == (Text("a.md", "words\n"), ())


def test_vietnamese_of_every_letter_is_not_taken_for_an_old_encoding(tmp_path: Path) -> None:
    """All 134 accented letters, alone and inside words, raise no suspicion."""
    bases, tones = "aăâeêioôơuưy", ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = [unicodedata.normalize("NFC", base + tone) for base in bases for tone in tones]
    around = (("", ""), ("h", "n"), ("ngo", "i"), ("u", ""), ("", "o"))
    words = [f"{start}{letter}{end}" for letter in [*letters, "đ"] for start, end in around]
    text = " ".join([*words, *(word.upper() for word in words), *(w.capitalize() for w in words)])
    assert _read(tmp_path, text.encode())[1] == []
