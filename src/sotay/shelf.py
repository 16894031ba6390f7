"""The finished books of former builds: one PDF and one entry for each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from sotay.whole import write_whole


@dataclass(frozen=True)
class Entry:
    """What is known of a finished book.

    `inputs` names all from which it was written, `key` all from which it was compiled; `digest`
    is that of the PDF.
    """

    inputs: str
    key: str
    pages: int
    digest: str


@dataclass(frozen=True)
class Shelf:
    """A folder of finished books. It may be deleted, wholly or in part, at any time."""

    folder: Path

    def pdf(self, book: str) -> Path:
        """Give the place of a book."""
        return self.folder / f"{book}.pdf"

    def entry(self, book: str) -> Entry | None:
        """Give what is known of a book; None when nothing, or nothing that can be trusted."""
        try:
            return Entry(**json.loads(self._entry(book).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def sound(self, book: str) -> Entry | None:
        """Give what is known of a book whose file is whole."""
        entry = self.entry(book)
        try:
            data = self.pdf(book).read_bytes()
        except OSError:
            return None
        return entry if entry and entry.digest == sha256(data).hexdigest() else None

    def put(self, book: str, data: bytes, entry: Entry) -> None:
        """Keep a book; its entry is written only after its file is whole."""
        write_whole(self.pdf(book), data)
        self.note(book, entry)

    def note(self, book: str, entry: Entry) -> None:
        """Keep what is known of a book whose file stays."""
        write_whole(self._entry(book), json.dumps(asdict(entry)).encode())

    def _entry(self, book: str) -> Path:
        return self.folder / f"{book}.json"
