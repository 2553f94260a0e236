"""From rows of runs to strips of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from artdiff.reader.marking import Look, Part
from artdiff.reader.theme import style_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.reader.layout import Columns, Row
    from artdiff.reader.marking import Run
    from artdiff.reader.theme import Palette

PLAIN = Look(Part.TEXT)
GUTTER = Look(Part.GUTTER)
DIVIDER = "│"


def paint(row: Row | None, columns: Columns, palette: Palette, current: int) -> Strip:
    """Return a row as a strip; `current` is the index of the finding that stands out."""
    cells = row.cells if row else ((), ())
    segments = list(_column(cells[0], columns.source, palette, current))
    if not columns.stacked:
        segments.append(Segment(DIVIDER, style_of(palette, GUTTER)))
        segments += _column(cells[1], columns.variant, palette, current)
    width = columns.source + (0 if columns.stacked else 1 + columns.variant)
    return Strip(segments, width)


def _column(runs: Iterable[Run], width: int, palette: Palette, current: int) -> Iterable[Segment]:
    """Return runs as segments exactly as wide as their column."""
    left = width
    for run in runs:
        cells = cell_len(run.text)
        text = run.text if cells <= left else set_cell_size(run.text, left)
        stands_out = run.look.finding >= 0 and run.look.finding == current
        yield Segment(text, style_of(palette, run.look, current=stands_out))
        left -= min(cells, left)
        if not left:
            return
    yield Segment(" " * left, style_of(palette, PLAIN))
