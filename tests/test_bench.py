"""The measuring: its corpus is sound content, and figures become exactly this text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import sample
from sotay import project
from sotay.problem import report

sys.path.append(str(sample.REAL / "bench"))
import corpus
import stock
from report import Figure, Measured, best, ratios, seconds, table, targets


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a corpus of four modules: all tracks, and sensitive and other modules."""
    return corpus.make(tmp_path_factory.mktemp("bench") / "ours", 4)


def test_corpus_is_sound(modules: Path) -> None:
    """`sotay check` finds nothing, and there are five pages a module in two languages."""
    catalog, _, problems = project.inspect(modules, ("vi", "en"))
    assert report(problems, "en") == "0 errors, 0 warnings."
    pages = [(m.id, language, len(m.pages())) for m in catalog.modules for language in ("vi", "en")]
    names = [corpus.module_id(n) for n in (0, 3, 1, 2)]
    assert pages == [(name, language, 5) for name in names for language in ("vi", "en")]


def test_corpus_is_always_the_same(modules: Path, tmp_path: Path) -> None:
    """The same number of modules gives the same bytes."""

    def texts(root: Path) -> dict[str, bytes]:
        files = (path for path in (root / "modules").rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}

    assert texts(corpus.make(tmp_path / "again", 4)) == texts(modules)


STAGED = """\
---
title: "Phiếu"
---
# Phiếu {#sheet}

//// trainer | Ghi chú
- Một.

/// answer | Gợi ý
Hai.
///
////

/// lines | Ghi vào đây
    attrs: {data-lines: "5"}

///

## Tải về {#downloads data-medium=web}

////// html | div.downloads[data-medium=web]

| Tệp |
| --- |

//////

////// html | div.facts

| Mục |
| --- |

//////
"""

PLAIN = """\
---
title: "Phiếu"
---
# Phiếu {#sheet}

!!! trainer "Ghi chú"

    - Một.

    !!! answer "Gợi ý"

        Hai.

!!! lines "Ghi vào đây"

| Mục |
| --- |
"""


def test_stock_pages_say_the_same() -> None:
    """Blocks become admonitions, wrappers fall away, links to our handbooks go."""
    lines = stock.plain(STAGED).split("\n")
    # how many empty lines follow each other makes no difference in Markdown
    kept = [line for line, before in zip(lines, [" ", *lines], strict=False) if line or before]
    assert "\n".join(kept).rstrip("\n") + "\n" == PLAIN


SMALL = Measured(
    modules=10,
    stock=Figure(4.0, 50_000_000),
    html=Figure(5.0, 100_000_000),
    full=Figure(15.0, 800_000_000, printing=8.0, pages=1600, words=640_000),
    again=Figure(6.0, 200_000_000, printing=0.1, pages=1600),
    edited=Figure(7.5, 400_000_000, printing=1.0, pages=1600),
    with_pdf=Figure(70.0, 550_000_000, printing=60.0, pages=480, words=201_600),
)
LARGE = Measured(
    modules=100,
    stock=Figure(80.0, 160_000_000),
    html=Figure(60.0, 550_000_000),
    full=Figure(165.0, 3_200_000_000, printing=90.0, pages=15500),
    again=Figure(55.0, 550_000_000, printing=5.4, pages=15500),
    edited=Figure(66.0, 900_000_000, printing=9.0, pages=15500),
)

RATIOS = """\
|                                         | 10 modules | 100 modules |
|-----------------------------------------|-----------:|------------:|
| HTML build, ours : stock                |       1.25 |        0.75 |
| Full build, ours : stock HTML alone     |       3.75 |        2.06 |
| Full build, stock with with-pdf : ours  |       4.67 |           – |
| Second build, unchanged : full build    |       0.40 |        0.33 |
| After one edit : full build             |       0.50 |        0.40 |
| After one edit, ours : stock HTML       |       1.88 |        0.82 |
| Seconds per PDF page, with-pdf : ours   |       25.0 |           – |
| Words on a PDF page, with-pdf : ours    |       1.05 |           – |
| Handbook stage, second build : first    |      1.2 % |       6.0 % |
| Full build per module : smallest corpus |       1.00 |        1.10 |
| Peak memory, full build : stock HTML    |      16.00 |       20.00 |"""

TARGETS = """\
- All handbooks at least 20 times faster per PDF page than with-pdf: 25.0 times. Reached.
- Full build grows no worse than linearly from 10 to 100 modules: 1.10 times the seconds per \
module. **Not reached.**
- Handbook stage of an unchanged second build under 5 % of the first: 6.0 %. **Not reached.**"""


def test_ratios() -> None:
    """Ratios stand beside each other by size; what was not measured is a dash."""
    assert ratios([SMALL, LARGE]) == RATIOS


def test_targets() -> None:
    """Each target says what was measured and whether it is reached."""
    assert targets([SMALL, LARGE]) == TARGETS


def test_seconds() -> None:
    """The seconds behind the ratios have one row each."""
    rows = seconds([SMALL]).split("\n")
    assert rows[2] == "| Stock: HTML, s                          |        4.0 |"
    assert rows[-1] == "| Ours: peak memory, full build, MB       |        800 |"


def test_best_of_runs() -> None:
    """Of several runs the shortest times and the highest memory count."""
    runs = [Figure(3.0, 70, 2.0, 9, 5), Figure(4.0, 50, 1.0, 9, 5)]
    assert best(runs) == Figure(3.0, 70, 1.0, 9, 5)


def test_table_lines_up() -> None:
    """The first column stands at the left, the numbers at the right."""
    expected = "|    |  a | long |\n|----|---:|-----:|\n| x  | 10 |    – |\n| yy |  2 |    3 |"
    assert table(["", "a", "long"], [("x", ["10", "–"]), ("yy", ["2", "3"])]) == expected
