"""How long `sotay check` takes: the curriculum's size, and growth to 1,000 modules.

python bench/check_speed.py     writes its section of bench/results.md
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

import corpus
from section import write_section
from sotay.project import inspect

REAL = Path(__file__).resolve().parent.parent
SIZES = (10, 100, 1000)
CURRICULUM = 13
DAY = date(2026, 11, 22)


def main() -> None:
    """Measure, print and keep."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows.append((f"{CURRICULUM} modules as long as the real ones", *_measured(_real(folder))))
        for size in SIZES:
            root = corpus.make(folder / str(size), size)
            rows.append((f"{size} modules of the corpus", *_measured(root)))
            shutil.rmtree(root)
    text = section(rows)
    print(text)
    write_section("checks", text)


def section(rows: list[tuple[str, int, float]]) -> str:
    """Give the section of results.md from (what, words files, seconds)."""
    lines = [
        "## Time of the checks",
        "",
        "Loading and all rules, as `sotay check` does them, imports not counted; best of three",
        "runs, one for 1,000 modules. Aim: under 2 seconds for the curriculum of 13 modules.",
        "Written by `python bench/check_speed.py`.",
        "",
        "| Content | words files | seconds | ms for each file |",
        "|---|---:|---:|---:|",
    ]
    for what, files, seconds in rows:
        lines.append(f"| {what} | {files} | {seconds:.2f} | {1000 * seconds / files:.1f} |")
    return "\n".join(lines)


def _measured(root: Path) -> tuple[int, float]:
    """Give the number of words files and the best seconds of three."""
    files = len(list(root.glob("modules/**/*.md")))
    best = min(_once(root) for _ in range(3 if files < 3000 else 1))
    return files, best


def _once(root: Path) -> float:
    begin = perf_counter()
    _, _, problems = inspect(root, corpus.LANGUAGES, DAY)
    if problems:
        sys.exit(f"not sound: {problems[0].text('en')}")
    return perf_counter() - begin


def _real(folder: Path) -> Path:
    """Copy the real modules under new names until there are as many as the curriculum has."""
    root = folder / "real"
    for name in ("data", "docs", "handbooks", "modules"):
        shutil.copytree(REAL / name, root / name)
    shutil.copy(REAL / "mkdocs.yml", root)
    originals = sorted(p.parent for p in root.glob("modules/*/*/module.yml"))
    for number in range(CURRICULUM - len(originals)):
        source = originals[number % len(originals)]
        goal = source.with_name(f"{source.name}-{number}")
        shutil.copytree(source, goal)
        (goal / "translations.lock.yml").unlink(missing_ok=True)
        for index in goal.glob("*/index.md"):
            text = index.read_text(encoding="utf-8")
            index.write_text(text.replace(f"#{source.name}}}", f"#{goal.name}}}"), "utf-8")
    return root


if __name__ == "__main__":
    main()
