"""What a person names on the command line: a page, some of its sections, a module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sotay.catalog import load_catalog
from sotay.freshness import Shelf, shelves
from sotay.languages import load_languages
from sotay.model import Catalog, Language
from sotay.problem import ContentError, Place, Problem, errors, fault

USAGE = "usage"
"""Code of the problems that lie in the command, not in the content."""


@dataclass(frozen=True)
class Target:
    """A page of a shelf and its sections; no language when it was named as module/page."""

    shelf: Shelf
    page: str
    sections: tuple[str, ...]
    language: Language | None = None

    @property
    def name(self) -> str:
        """The page as module/page."""
        return f"{self.shelf.id}/{self.page.removesuffix('.md')}"

    def pairs(self, section: str) -> tuple[Language, ...]:
        """Name the translations that are meant: the one named, else all that have the section."""
        if self.language and self.language != self.shelf.leading:
            return (self.language,)
        where = (self.page, section)
        return tuple(code for code in self.shelf.others if where in self.shelf.texts[code])

    def path(self, language: Language) -> str:
        """Give the path of the words file in one language."""
        return f"{self.shelf.folder}/{language}/{self.page}"

    def ids(self) -> tuple[str, ...]:
        """Name all sections of the page."""
        return tuple(section for page, section in self.shelf.sections() if page == self.page)


def load(root: Path) -> tuple[Catalog, tuple[Shelf, ...], tuple[Problem, ...]]:
    """Load the project; the problems of what could not be read. Raises ContentError."""
    catalog, problems = load_catalog(root, load_languages(root))
    return catalog, shelves(catalog), errors(problems)


def sound(found: Iterable[Shelf], problems: Iterable[Problem]) -> None:
    """Refuse shelves of which something could not be read. Raises ContentError."""
    folders = tuple(f"{shelf.folder}/" for shelf in found)
    if wrong := [problem for problem in problems if problem.place.path.startswith(folders)]:
        raise ContentError(wrong)


def to_shelf(name: str, found: tuple[Shelf, ...], root: Path) -> Shelf:
    """Find a module by id or folder, or docs. Raises ContentError."""
    path = _below(name, root).rstrip("/")
    for shelf in found:
        if path in (shelf.id, shelf.folder):
            return shelf
    raise _unknown(name, [shelf.id for shelf in found], ("học phần", "module"))


def to_target(name: str, found: tuple[Shelf, ...], root: Path) -> Target:
    """Find PAGE or PAGE#section,section: a words file's path, or module/page.

    In: what was typed; all shelves; the project. Raises ContentError when there is no such page
    or section.
    """
    typed, _, tail = name.partition("#")
    shelf, language, page = _page(typed, found, root)
    ids = tuple(part for part in tail.split(",") if part)
    target = Target(shelf, page, ids, language)
    for section in ids:
        if section not in target.ids():
            raise _unknown(section, list(target.ids()), ("mục", "section"))
    return target


def _page(typed: str, found: tuple[Shelf, ...], root: Path) -> tuple[Shelf, Language | None, str]:
    path = _below(typed, root)
    for shelf in found:
        for home in (shelf.folder, shelf.id):
            if not path.startswith(f"{home}/"):
                continue
            rest = path.removeprefix(f"{home}/").removesuffix(".md") + ".md"
            first, _, below = rest.partition("/")
            language, page = (first, below) if first in shelf.texts else (None, rest)
            pages = list(dict.fromkeys(p for p, _ in shelf.sections()))
            if page in pages:
                return shelf, language, page
            raise _unknown(typed, [f"{shelf.id}/{p.removesuffix('.md')}" for p in pages],
                           ("trang", "page"))  # fmt: skip
    raise _unknown(typed, [f"{shelf.id}/index" for shelf in found], ("trang", "page"))


def _below(typed: str, root: Path) -> str:
    """Give a path of this folder as a path of the project; anything else as it is."""
    name = typed.replace("\\", "/")
    full = Path(name).resolve()
    if full.exists() and full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return name.removeprefix("./")


def _unknown(name: str, known: list[str], kind: tuple[str, str]) -> ContentError:
    near = get_close_matches(name, known, 3, 0.5) or known
    listed = ", ".join(near)
    return wrong_use(
        name,
        (f"Không có {kind[0]} “{name}”.", f"There is no {kind[1]} “{name}”."),
        (f"Dùng một trong: {listed}.", f"Use one of: {listed}."),
    )


def wrong_use(name: str, message: tuple[str, str], remedy: tuple[str, str]) -> ContentError:
    """Give the error for a command that cannot be done as it was typed."""
    return ContentError([fault(USAGE, Place(name), message, remedy)])
