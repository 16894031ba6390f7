"""Measures our build against the stock stack on the same pages; see results.md.

python bench/run.py           10, 50 and 100 modules; writes bench/results.md
python bench/run.py --quick   10 modules, prints only
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pikepdf

import check_speed
import corpus
import report
import stock
from clock import Ran, run
from report import Figure, Measured, best
from section import RESULTS, kept

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "build" / "bench"
SIZES = (10, 50, 100)
ROUNDS = 2
"""How often everything is measured; the corpus that with-pdf prints too, once more."""
PAIRED = 10
"""The size of the corpus that with-pdf prints too: it is slow."""
MACHINE = "2 cores, 24 GiB"
LIBRARIES = (
    "mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mkdocs-with-pdf", "weasyprint", "typst",
    "Markdown", "pymdown-extensions",
)  # fmt: skip
_TOOK = re.compile(r"Converting \d+ articles to PDF took ([\d.]+)s")


def main() -> None:
    """Measure, print, and with all sizes write results.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="10 modules only, write nothing")
    is_quick = parser.parse_args().quick
    measured = [measure(size) for size in (SIZES[:1] if is_quick else SIZES)]
    text = results(measured, datetime.now(UTC).date().isoformat())
    print(text)
    if not is_quick:
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        for name in ("checks", "mutations"):
            text = kept(name, text, before)
        RESULTS.write_text(text, encoding="utf-8", newline="\n")
        check_speed.main()


def results(measured: list[Measured], day: str) -> str:
    """Give the text of results.md."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = ".".join(str(number) for number in sys.version_info[:3])
    about = (HERE / "about.md").read_text(encoding="utf-8")
    return about.format(
        day=day, machine=MACHINE, python=python, versions=versions, rounds=ROUNDS,
        ratios=report.ratios(measured), seconds=report.seconds(measured),
        targets=report.targets(measured),
    )  # fmt: skip


def measure(modules: int) -> Measured:
    """Make the corpus of one size in both forms and measure all builds, interleaved."""
    ours = corpus.make(FOLDER / f"{modules}" / "ours", modules)
    plain = stock.make(ours, FOLDER / f"{modules}" / "stock")
    _configure(ours)
    steps: dict[str, Callable[[], Figure]] = {
        "stock": lambda: _stock(plain),
        "full": lambda: _full(ours),
        "again": lambda: _ours(ours),
        "edited": lambda: _edited(ours),
    }
    if modules == PAIRED:
        steps["with_pdf"] = lambda: _with_pdf(plain)
    seen: dict[str, list[Figure]] = {name: [] for name in steps}
    for turn in range(ROUNDS + (modules == PAIRED)):
        for name, step in steps.items():
            seen[name].append(step())
            told = f"{modules} modules, round {turn + 1}, {name}: {seen[name][-1]}"
            print(told, file=sys.stderr, flush=True)
    found = {name: best(figures) for name, figures in seen.items()}
    html = best([Figure(f.seconds - f.printing) for f in seen["full"]])
    return Measured(modules, html=replace(html, memory=found["again"].memory), **found)


def _configure(root: Path) -> None:
    """Write the settings for a build that writes down its stages."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    hooks = [*re.findall(r"^  - (hooks/\S+\.py)$", text, re.M), str(HERE / "record.py")]
    lines = [f"  - {hook}\n" for hook in hooks]
    settings = "INHERIT: mkdocs.yml\nsite_dir: site\nhooks:\n" + "".join(lines)
    (root / "record.yml").write_text(settings, encoding="utf-8", newline="\n")


def _build(root: Path, config: str = "mkdocs.yml") -> Ran:
    settings = {"NO_MKDOCS_2_WARNING": "1", "SOTAY_RECORD": str(root / "record.json")}
    return run([sys.executable, "-m", "mkdocs", "build", "-f", config], root, settings)


def _clear(root: Path) -> None:
    for name in ("site", "build"):
        shutil.rmtree(root / name, ignore_errors=True)


def _stock(root: Path) -> Figure:
    _clear(root)
    ran = _build(root)
    return Figure(ran.seconds, ran.memory)


def _with_pdf(root: Path) -> Figure:
    _clear(root)
    ran = _build(root, "with-pdf.yml")
    files = sorted((root / "site").rglob("*.pdf"))
    took = float(_TOOK.findall(ran.log)[-1])
    return Figure(ran.seconds, ran.memory, took, sum(map(_pages, files)), sum(map(_words, files)))


def _full(root: Path) -> Figure:
    _clear(root)
    return _ours(root, with_words=f"{PAIRED}" in root.parts)


def _edited(root: Path) -> Figure:
    """Build after one more sentence in the introduction of one session."""
    path = next(iter(sorted(root.glob("modules/*/*/vi/session-1.md"))))
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    path.write_text(f"{head}\n\nThêm một câu. {rest}", encoding="utf-8", newline="\n")
    return _ours(root)


def _ours(root: Path, *, with_words: bool = False) -> Figure:
    ran = _build(root, "record.yml")
    seen = json.loads((root / "record.json").read_text(encoding="utf-8"))
    files = (root / "site" / "downloads").glob("*.pdf") if with_words else ()
    printing = seen["seconds"]["handbooks"]
    return Figure(ran.seconds, ran.memory, printing, seen["pages"], sum(map(_words, files)))


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _words(path: Path) -> int:
    """Count the words of a PDF; 0 where pdftotext is missing."""
    if not shutil.which("pdftotext"):
        return 0
    command = ["pdftotext", str(path), "-"]
    return len(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


if __name__ == "__main__":
    main()
