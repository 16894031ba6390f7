"""Figures to text: the table of ratios, the seconds behind it, and which targets are reached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """The best of some runs: seconds in all and for PDF, bytes of memory, PDF pages, words."""

    seconds: float
    memory: int = 0
    printing: float = 0.0
    pages: int = 0
    words: int = 0


@dataclass(frozen=True)
class Measured:
    """What was measured on one corpus."""

    modules: int
    stock: Figure
    html: Figure
    full: Figure
    again: Figure
    edited: Figure
    with_pdf: Figure | None = None

    @property
    def per_module(self) -> float:
        """Give the seconds of the full build for each module."""
        return self.full.seconds / self.modules

    @property
    def share(self) -> float:
        """Give the handbook stage of the unchanged second build as a part of the first."""
        return self.again.printing / self.full.printing

    @property
    def gain(self) -> float:
        """Tell how many times longer with-pdf takes for one PDF page; 0 when it did not run."""
        if self.with_pdf is None:
            return 0.0
        theirs = self.with_pdf.printing / self.with_pdf.pages
        return theirs / (self.full.printing / self.full.pages)


def best(figures: Sequence[Figure]) -> Figure:
    """Give the shortest times and the highest memory of several runs."""
    return Figure(
        seconds=min(f.seconds for f in figures),
        memory=max(f.memory for f in figures),
        printing=min(f.printing for f in figures),
        pages=figures[-1].pages,
        words=figures[-1].words,
    )


Row = tuple[str, Sequence[str]]


def table(heads: Sequence[str], rows: Iterable[Row]) -> str:
    """Give a Markdown table whose columns line up; numbers stand at the right."""
    lines = [list(heads), *([name, *cells] for name, cells in rows)]
    wide = [max(len(line[place]) for line in lines) for place in range(len(heads))]

    def row(cells: Sequence[str]) -> str:
        first, *rest = cells
        numbers = [cell.rjust(width) for cell, width in zip(rest, wide[1:], strict=True)]
        return "| " + " | ".join([first.ljust(wide[0]), *numbers]) + " |"

    rule = "|" + "|".join(["-" * (wide[0] + 2), *("-" * (w + 1) + ":" for w in wide[1:])]) + "|"
    return "\n".join([row(lines[0]), rule, *(row(line) for line in lines[1:])])


def ratios(measured: Sequence[Measured]) -> str:
    """Give the table of ratios; a dash stands where something was not measured."""
    return _table(measured, _RATIOS)


def seconds(measured: Sequence[Measured]) -> str:
    """Give the seconds and megabytes from which the ratios come."""
    return _table(measured, _SECONDS)


def targets(measured: Sequence[Measured]) -> str:
    """Give each target with what was measured and whether it is reached."""
    gain = min((m.gain for m in measured if m.with_pdf), default=0.0)
    small, large = measured[0], measured[-1]
    growth = large.per_module / small.per_module
    sizes = f"from {small.modules} to {large.modules} modules"
    share = max(m.share for m in measured)
    rows = (
        (
            "All handbooks at least 20 times faster per PDF page than with-pdf",
            f"{gain:.1f} times",
            gain >= 20,
        ),
        (
            f"Full build grows no worse than linearly {sizes}",
            f"{growth:.2f} times the seconds per module",
            growth <= 1,
        ),
        (
            "Handbook stage of an unchanged second build under 5 % of the first",
            f"{100 * share:.1f} %",
            share < 0.05,
        ),
    )
    return "\n".join(
        f"- {name}: {said}. {'Reached.' if is_reached else '**Not reached.**'}"
        for name, said, is_reached in rows
    )


Cell = Callable[[Measured, Measured], str]
"""Gives a cell's text from its corpus and from the smallest one."""


def _table(measured: Sequence[Measured], rows: Iterable[tuple[str, Cell]]) -> str:
    heads = ["", *(f"{m.modules} modules" for m in measured)]
    return table(heads, [(name, [cell(m, measured[0]) for m in measured]) for name, cell in rows])


def _times(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "–"


def _theirs(m: Measured, form: str, value: Callable[[Figure], float]) -> str:
    return format(value(m.with_pdf), form) if m.with_pdf else "–"


def _full_with_pdf(m: Measured) -> str:
    return _theirs(m, ".2f", lambda f: f.seconds / m.full.seconds)


def _words(m: Measured) -> str:
    if not m.full.words:
        return "–"
    return _theirs(m, ".2f", lambda f: f.words / f.pages / (m.full.words / m.full.pages))


_RATIOS: tuple[tuple[str, Cell], ...] = (
    ("HTML build, ours : stock", lambda m, _: _times(m.html.seconds, m.stock.seconds)),
    ("Full build, ours : stock HTML alone", lambda m, _: _times(m.full.seconds, m.stock.seconds)),
    ("Full build, stock with with-pdf : ours", lambda m, _: _full_with_pdf(m)),
    ("Second build, unchanged : full build", lambda m, _: _times(m.again.seconds, m.full.seconds)),
    ("After one edit : full build", lambda m, _: _times(m.edited.seconds, m.full.seconds)),
    ("After one edit, ours : stock HTML", lambda m, _: _times(m.edited.seconds, m.stock.seconds)),
    ("Seconds per PDF page, with-pdf : ours", lambda m, _: f"{m.gain:.1f}" if m.gain else "–"),
    ("Words on a PDF page, with-pdf : ours", lambda m, _: _words(m)),
    ("Handbook stage, second build : first", lambda m, _: f"{100 * m.share:.1f} %"),
    ("Full build per module : smallest corpus", lambda m, s: _times(m.per_module, s.per_module)),
    ("Peak memory, full build : stock HTML", lambda m, _: _times(m.full.memory, m.stock.memory)),
)

_SECONDS: tuple[tuple[str, Cell], ...] = (
    ("Stock: HTML, s", lambda m, _: f"{m.stock.seconds:.1f}"),
    ("Stock: HTML and with-pdf, s", lambda m, _: _theirs(m, ".1f", lambda f: f.seconds)),
    ("Ours: HTML, s", lambda m, _: f"{m.html.seconds:.1f}"),
    ("Ours: full build, s", lambda m, _: f"{m.full.seconds:.1f}"),
    ("Ours: second build, unchanged, s", lambda m, _: f"{m.again.seconds:.1f}"),
    ("Ours: after one edit, s", lambda m, _: f"{m.edited.seconds:.1f}"),
    ("Ours: handbook stage, first build, s", lambda m, _: f"{m.full.printing:.2f}"),
    ("Ours: handbook stage, second build, s", lambda m, _: f"{m.again.printing:.2f}"),
    ("Ours: handbook stage, after one edit, s", lambda m, _: f"{m.edited.printing:.2f}"),
    ("Ours: PDF pages", lambda m, _: f"{m.full.pages}"),
    ("with-pdf: PDF stage, s", lambda m, _: _theirs(m, ".1f", lambda f: f.printing)),
    ("with-pdf: PDF pages", lambda m, _: _theirs(m, ".0f", lambda f: f.pages)),
    ("Stock: peak memory, HTML, MB", lambda m, _: f"{m.stock.memory / 1e6:.0f}"),
    ("Ours: peak memory, HTML, MB", lambda m, _: f"{m.html.memory / 1e6:.0f}"),
    ("Ours: peak memory, full build, MB", lambda m, _: f"{m.full.memory / 1e6:.0f}"),
)
