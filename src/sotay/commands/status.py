"""sotay status: how far the languages of each module are in step."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sotay.commands.target import load, to_shelf
from sotay.freshness import NAMES, Shelf, Standing, Tally, standings, tallies
from sotay.lock import Lock
from sotay.model import Catalog
from sotay.problem import Message, Tongue, report

HEADS = {
    "shelf": Message("Học phần", "Module"),
    "language": Message("Ngôn ngữ", "Language"),
    "total": Message("Số mục", "Sections"),
    "in-step": Message("Khớp", "In step"),
    "behind": Message("Chưa cập nhật", "Behind"),
    "diverged": Message("Lệch", "Diverged"),
    "missing": Message("Chưa dịch", "Missing"),
    "unconfirmed": Message("Chưa xác nhận", "Unconfirmed"),
    "percent": Message("Khớp, %", "In step, %"),
}
"""Names of the columns; the states are named by the same words in the list below the table."""


def add(commands: Any) -> None:
    """Teach the command line this command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "status", help="how far the translations are in step"
    )
    parser.add_argument("module", nargs="?", help="a module's id or folder, or docs")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="of the messages")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace, root: Path, tongue: Tongue) -> int:
    """Print the states. Returns 0, or 1 when something could not be read. Raises ContentError."""
    catalog, all_shelves, problems = load(root)
    chosen = (to_shelf(options.module, all_shelves, root),) if options.module else all_shelves
    found = tuple(s for shelf in chosen for s in _standings(shelf, catalog))
    counted = tallies(found, catalog.languages)
    if problems:
        print(report(problems, tongue), file=sys.stderr)
    if options.format == "json":
        print(json.dumps(_data(found, counted), ensure_ascii=False, indent=2))
    else:
        lines = [
            *_table(counted, tongue),
            *_list(found, chosen, tongue, whole=bool(options.module)),
        ]
        print("\n".join(lines))
    return 1 if problems else 0


def _standings(shelf: Shelf, catalog: Catalog) -> tuple[Standing, ...]:
    return standings(shelf, catalog.locks.get(shelf.folder, Lock()))


def _table(counted: tuple[Tally, ...], tongue: Tongue) -> Iterator[str]:
    head = [message.text(tongue) for message in HEADS.values()]
    rows = [
        [t.shelf, t.language, str(t.total), *(str(t.counts[n]) for n in NAMES), str(t.percent)]
        for t in counted
    ]
    wide = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        words = [cell.ljust(width) for cell, width in zip(row[:2], wide[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(row[2:], wide[2:], strict=True)]
        yield "  ".join([*words, *numbers]).rstrip()


def _list(
    found: tuple[Standing, ...], chosen: tuple[Shelf, ...], tongue: Tongue, *, whole: bool
) -> Iterator[str]:
    """Name the sections to look at; those never confirmed only when one module was asked for."""
    left_out = {"in-step"} if whole else {"in-step", "unconfirmed"}
    by_folder = {shelf.folder: shelf for shelf in chosen}
    for number, standing in enumerate(s for s in found if s.state.name not in left_out):
        if number == 0:
            yield ""
        owing = standing.state.languages or (standing.other,)
        state = HEADS[standing.state.name].text(tongue).lower()
        yield f"{_place(by_folder[standing.folder], standing)}: {', '.join(owing)}: {state}"


def _place(shelf: Shelf, standing: Standing) -> str:
    """Give a place that can be clicked: in the file to be looked at, if it is there."""
    codes = (*standing.state.languages, standing.other, standing.leading)
    for code in codes:
        if passage := shelf.passage(code, standing.page, standing.id):
            return f"{passage.place.path}:{passage.place.line} #{standing.id}"
    return f"{standing.folder}/{standing.page} #{standing.id}"


def _data(found: tuple[Standing, ...], counted: tuple[Tally, ...]) -> dict[str, object]:
    return {
        "counts": [
            {"module": t.shelf, "language": t.language, **t.counts, "total": t.total,
             "percent": t.percent}
            for t in counted
        ],
        "sections": [
            {"module": s.shelf, "folder": s.folder, "page": s.page, "section": s.id,
             "pair": [s.leading, s.other], "state": s.state.name,
             "languages": list(s.state.languages)}
            for s in found
        ],
    }  # fmt: skip
