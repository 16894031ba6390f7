"""Reading files below the project and keeping what went wrong, so that all is told at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sotay import page
from sotay.document import Document, load_yaml
from sotay.problem import Message, Place, Problem, errors
from sotay.source import Text, read


@dataclass
class Reader:
    """Reads files below `root` and keeps what went wrong."""

    root: Path
    languages: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def text(self, path: Path) -> Text | None:
        """Read one file; one with a fault in its letters is not looked at further."""
        text, problems = read(path, self.root)
        self.problems += problems
        return None if errors(problems) else text

    def page(self, path: Path) -> page.Page | None:
        """Read a words file; None when it does not exist (a fallback page) or is faulty."""
        if not path.exists() and not path.is_symlink():
            return None
        text = self.text(path)
        return page.parse(text) if text else None

    def document(self, path: Path) -> Document | None:
        """Read a YAML file; None when it is faulty."""
        text = self.text(path)
        if text is None:
            return None
        document, problems = load_yaml(text)
        self.problems += problems
        return document

    def name(self, path: Path) -> str:
        """Give the path as problems name it."""
        return path.relative_to(self.root).as_posix()


def doubled_id(place: Place, value: str) -> Problem:
    """Tell of an id that is used a second time."""
    return Problem(
        place,
        Message(f"Mã “{value}” đã dùng ở trên.", f"The id “{value}” is already used above."),
        Message("Đặt mã khác, hoặc xóa mục thừa.", "Choose another id, or delete the extra entry."),
        "doubled-id",
    )
