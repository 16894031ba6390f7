"""How wide the columns of a table are, from what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.tree import Blank, Cell, Table, Tick, plain, walk

LINE = 88  # characters that fit beside each other on a page's line
MARGIN = 3  # what the two sides of a cell take, in characters
WRITING = 24  # a column that is written in by hand
NARROW = 12  # a column that needs no more, of numbers or ticks, gets no more
DAMPING = 0.75


def shares(table: Table, is_sheet: bool) -> tuple[int, ...]:
    """Give one whole number per column; a column's part of the width is its share.

    No column gets less than its longest word as long as all longest words fit on the line. What
    is left goes to the columns with most text, dampened, so that a long cell does not starve the
    others and a column of numbers stays narrow.
    """
    count = max(len(row.cells) for row in (*table.header, *table.body))
    columns = [tuple(_column(table, index)) for index in range(count)]
    least = [max((_least(cell) for cell in column), default=0) + MARGIN for column in columns]
    wanted = [
        max(low, _wanted(column, is_sheet)) for low, column in zip(least, columns, strict=True)
    ]
    if sum(wanted) <= LINE:
        wide = [want if want > NARROW else 0 for want in wanted]
        return _spread(LINE - sum(wanted), wanted, wide)
    over = [(want - low) ** DAMPING for want, low in zip(wanted, least, strict=True)]
    return _spread(max(0, LINE - sum(least)), least, over)


def written(table: Table) -> frozenset[int]:
    """Give the columns that are written in by hand: at least half of their cells are empty."""
    count = max(len(row.cells) for row in (*table.header, *table.body))
    columns = (tuple(_column(table, index))[len(table.header) :] for index in range(count))
    return frozenset(index for index, column in enumerate(columns) if _is_written(column))


def _is_written(body: Sequence[Cell]) -> bool:
    return bool(body) and 2 * sum(not cell.content for cell in body) >= len(body)


def _spread(rest: int, base: Sequence[int], weights: Sequence[float]) -> tuple[int, ...]:
    """Add `rest` to the numbers of `base` by weight; without any weight, by their own size."""
    parts = weights if any(weights) else base
    total = sum(parts)
    return tuple(low + round(rest * part / total) for low, part in zip(base, parts, strict=True))


def _column(table: Table, index: int) -> Iterator[Cell]:
    for row in (*table.header, *table.body):
        if index < len(row.cells):
            yield row.cells[index]


def _least(cell: Cell) -> int:
    """Give the room for the longest word, gap or tick of one cell."""
    found = [len(word) for word in plain(cell.content).split()]
    for node in walk(cell.content):
        if isinstance(node, Blank):
            found.append(node.width)
        elif isinstance(node, Tick):
            found.append(1)
    return max(found, default=0)


def _wanted(column: Sequence[Cell], is_sheet: bool) -> int:
    """Give the room in which every cell of a column stands on one line."""
    body = column[1:]
    is_ticked = bool(body) and all(_is_tick(cell) for cell in body)
    is_written = is_sheet and _is_written(body)
    longest = max(_line(cell) for cell in column) + MARGIN
    if is_ticked:
        return min(longest, NARROW)
    return max(longest, WRITING) if is_written else longest


def _line(cell: Cell) -> int:
    """Give the length of a cell's longest line, with the ticks and gaps in it."""
    text = max(len(line.strip()) for line in plain(cell.content).split("\n"))
    nodes = tuple(walk(cell.content))
    ticks = sum(isinstance(node, Tick) for node in nodes)
    return text + 3 * ticks + sum(node.width for node in nodes if isinstance(node, Blank))


def _is_tick(cell: Cell) -> bool:
    nodes = tuple(walk(cell.content))
    return any(isinstance(node, Tick) for node in nodes) and not plain(nodes).strip()
