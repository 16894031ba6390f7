"""sotay overdue: the modules that are past their date of review, as the text of an issue."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sotay.commands.target import load
from sotay.model import Catalog
from sotay.problem import Message, Tongue

_INTRO = Message(
    "Những học phần sau đã quá hạn đọc lại. Đọc lại, sửa nếu cần, rồi ghi ngày mới vào "
    "reviewed và review_by của module.yml.",
    "These modules are past their date of review. Read them again, mend what is needed, then put "
    "the new days into reviewed and review_by of module.yml.",
)
_ROW = Message(
    "`{folder}`: hạn {day}, quá hạn {days} ngày", "`{folder}`: due {day}, days since: {days}"
)


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "overdue", help="modules that are past their date of review"
    )
    parser.add_argument("--on", type=date.fromisoformat, default=None, help="another day")
    parser.add_argument("--lang", choices=("vi", "en", "both"), default="")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print the text, or nothing when no module is due. Returns 0."""
    catalog, _, _ = load(root)
    tongues: tuple[Tongue, ...] = ("vi", "en") if options.lang == "both" else (tongue,)
    texts = [text for t in tongues if (text := "\n".join(due(catalog, options.on, t)))]
    if texts:
        print("\n\n---\n\n".join(texts))
    return 0


def due(catalog: Catalog, day: date | None, tongue: Tongue) -> Iterator[str]:
    """Give the lines of the text, the longest overdue first."""
    today = day or date.today()
    late = sorted((m.review_by, m.folder, m) for m in catalog.modules if m.review_by < today)
    if late:
        yield from (_INTRO.text(tongue), "")
    for day_due, folder, module in late:
        row = _ROW.text(tongue)
        written = catalog.words[tongue].date(day_due.isoformat())
        days = (today - module.review_by).days
        yield f"- [ ] {row.format(folder=folder, day=written, days=days)}"
