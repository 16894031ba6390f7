"""After the pages: handbooks, their figures on the pages, and the summary of the build."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sotay import project
from sotay.bindery import ordered, shared
from sotay.downloads import FOLDER, Printed, fill, size, unlink
from sotay.model import Catalog
from sotay.press import last_made
from sotay.problem import Problem, Tongue
from sotay.site import html_path
from sotay.whole import write_whole

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Summary:
    """What a build made. Seconds are by stage, in order."""

    catalog: Catalog = field(repr=False)
    pages: Mapping[str, int]
    printed: Mapping[str, Printed]
    compiled: int
    problems: tuple[Problem, ...]
    seconds: Mapping[str, float]
    goal: Path

    def kept(self, tongue: Tongue | None = None) -> str:
        """Tell that the last good site stays."""
        if (tongue or project.tongue()) == "vi":
            return f"Có cảnh báo: giữ nguyên trang cũ ở {self.goal}."
        return f"There were warnings: the old site in {self.goal} stays."

    def text(self, tongue: Tongue | None = None) -> str:
        """Give pages, handbooks, problems, time per stage, and what to open."""
        vi = (tongue or project.tongue()) == "vi"
        words = self.catalog.words["vi" if vi else "en"]
        count = ", ".join(f"{language} {n}" for language, n in self.pages.items())
        total = sum(file.pages for file in self.printed.values())
        weight = size(sum(file.bytes for file in self.printed.values()), words)
        stages = " · ".join(
            f"{_stage(name, vi)} {_seconds(s, vi)}" for name, s in self.seconds.items()
        )
        home = self.goal / "index.html"
        books = len(self.printed)
        rows = (
            (
                ("Trang", count),
                ("Sổ tay", f"{books} tệp, {total} trang, {weight} (dựng mới {self.compiled})"),
                ("Lời nhắc", str(len(self.problems))),
                ("Thời gian", stages),
                ("Mở", str(home)),
            )
            if vi
            else (
                ("Pages", count),
                ("Handbooks", f"{books} files, {total} pages, {weight} ({self.compiled} compiled)"),
                ("Warnings", str(len(self.problems))),
                ("Time", stages),
                ("Open", str(home)),
            )
        )
        wide = max(len(name) for name, _ in rows)
        return "\n" + "\n".join(f"  {name:<{wide}}  {value}" for name, value in rows)


def _stage(name: str, vi: bool) -> str:
    names = {
        "load": ("đọc và kiểm tra", "load and check"),
        "pages": ("dựng trang", "pages"),
        "handbooks": ("in sổ tay", "handbooks"),
        "finish": ("hoàn tất", "finish"),
    }
    return names[name][0 if vi else 1]


def _seconds(seconds: float, vi: bool) -> str:
    text = f"{seconds:.1f}"
    return f"{text.replace('.', ',') if vi else text} s"


def publish(values: Mapping[str, Any], base: str, tell: Tell) -> Summary:
    """Print the handbooks into the new site and complete its pages.

    `values` is what the hooks share. Raises ContentError with the problems of all handbooks.
    """
    catalog: Catalog = values["catalog"]
    fresh: Path = values["fresh"]
    begin = time.perf_counter()
    whole = len(ordered(catalog))
    unit = "trang" if project.tongue() == "vi" else "pages"
    done: list[str] = []

    def progress(book: Any) -> None:
        done.append(book.id)
        tell(f"[{len(done)}/{whole}] {book.id}.pdf: {book.pages} {unit}")

    made = shared(values, base).make(fresh / FOLDER, progress)
    printed_at = time.perf_counter()
    printed = {f"{book.id}.pdf": Printed(book.pages, book.bytes) for book in made}
    _complete(values, printed, fresh)
    loaded, started = values["seconds"], values["loaded_at"]
    return Summary(
        catalog, dict(_counts(values)), printed, sum(b.is_compiled for b in made),
        values["problems"],
        {"load": loaded, "pages": begin - started, "handbooks": printed_at - begin,
         "finish": time.perf_counter() - printed_at},
        values["goal"],
    )  # fmt: skip


@dataclass(frozen=True)
class Previewed:
    """What a build for the live preview made: pages, and no handbook."""

    pages: int
    printed: int
    warnings: int
    seconds: float

    def text(self, tongue: Tongue | None = None) -> str:
        """Give it as one line."""
        if (tongue or project.tongue()) == "vi":
            return (
                f"Xem thử: {self.pages} trang, {_seconds(self.seconds, vi=True)}, "
                f"{self.warnings} lời nhắc; "
                f"sổ tay không in lại, {self.printed} tệp là bản in lần trước."
            )
        return (
            f"Preview: {self.pages} pages, {self.seconds:.1f} s, {self.warnings} warnings; "
            f"no handbook was printed, {self.printed} are from the last printing."
        )

    def kept(self, tongue: Tongue | None = None) -> str:
        """Tell that the last good pages stay."""
        return "Có cảnh báo." if (tongue or project.tongue()) == "vi" else "There were warnings."


def preview(values: Mapping[str, Any]) -> Previewed:
    """Offer the handbooks as they were last printed, and print none: a page is seen sooner."""
    catalog: Catalog = values["catalog"]
    fresh: Path = values["fresh"]
    cache = catalog.root / "build" / "press"
    books = [b for c in ordered(catalog) if (b := last_made(cache, c.id))]
    for book in books:
        write_whole(fresh / FOLDER / book.path.name, book.path.read_bytes())
    printed = {book.path.name: Printed(book.pages, book.bytes) for book in books}
    _complete(values, printed, fresh)
    seconds = values["seconds"] + time.perf_counter() - values["loaded_at"]
    return Previewed(len(values["site"].pages), len(books), len(values["problems"]), seconds)


def _complete(values: Mapping[str, Any], printed: Mapping[str, Printed], fresh: Path) -> None:
    """Write pages and sizes of the handbooks into the pages that offer them."""
    catalog: Catalog = values["catalog"]
    for uri, page in values["site"].pages.items():
        if page.kind in ("index", "track"):
            path = fresh / html_path(uri, catalog.languages[0])
            before = path.read_text(encoding="utf-8")
            after = fill(unlink(before, printed), printed, catalog.words[page.text_language])
            if after != before:
                path.write_text(after, encoding="utf-8", newline="\n")


def _counts(values: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for language in values["languages"]:
        yield language, sum(p.language == language for p in values["site"].pages.values())
