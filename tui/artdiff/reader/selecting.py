"""What is selected with the mouse: the words of one column, without the other's and without the signs of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from artdiff.reader.wrapping import is_narrow, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.reader.layout import Cell, Columns
    from artdiff.reader.sheet import Sheet

_SELECTED = Style(reverse=True)


class Spot(NamedTuple):
    """A place in a column: the sheet's row, and a cell from the beginning of the words there."""

    row: int
    cell: int


class Selection(NamedTuple):
    """From one spot of a column to another, in whatever order; the cells of both belong to it.

    Attributes:
        column: 0, or 1 for the right one.
    """

    column: int
    begun: Spot
    end: Spot

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """Return the spots in reading order."""
        return min(self.begun, self.end), max(self.begun, self.end)

    def cells(self, row: int, width: int) -> range:
        """Return the selected cells of a row's words, which are so wide."""
        first, last = self.ends
        if not first.row <= row <= last.row:
            return range(0)
        start = first.cell if row == first.row else 0
        return range(start, min(width, last.cell + 1) if row == last.row else width)


def start_of(columns: Columns, column: int) -> int:
    """Return the cell in which a column's words begin, from the left of the rows."""
    return columns.margins[0] + columns.gutter + (columns.source + 1 if column else 0)


def column_at(columns: Columns, x: int) -> int:
    """Return the column that a cell of a row belongs to."""
    return int(not columns.is_stacked and x > columns.source)


def spot_at(columns: Columns, column: int, row: int, x: int) -> Spot:
    """Return the spot of a column that is nearest to a cell of a row."""
    return Spot(row, max(0, x - start_of(columns, column)))


def text_of(sheet: Sheet, selection: Selection) -> str:
    """Return what is selected as plain text: paragraphs whole, however their rows are broken."""
    first, last = selection.ends
    parts: list[str] = []
    before: Cell | None = None
    for at in range(max(0, first.row), min(last.row, sheet.height - 1) + 1):
        row = sheet.row(at)
        cell = row.cells[selection.column] if row else None
        if cell is None or not cell.runs:
            continue
        if before is not None:
            is_new = bool(cell.gutter.number) or cell.extent[0] < before.extent[1]
            parts.append("\n\n" if is_new else " " * (cell.extent[0] > before.extent[1]))
        parts.append(_words(cell, selection.cells(at, width_of("".join(run.text for run in cell.runs)))))
        before = cell
    return "".join(parts).strip()


def _words(cell: Cell, cells: range) -> str:
    """Return the article's words in some cells of a row."""
    words, at = "", 0
    for run in cell.runs:
        width = width_of(run.text)
        start, end = (_index(run.text, min(max(one - at, 0), width)) for one in (cells.start, cells.stop))
        words += run.piece(start, end).words if start < end else ""
        at += width
    return words


def _index(text: str, cells: int) -> int:
    """Return the code point that stands behind some cells of a text, characters kept whole."""
    if is_narrow(text):
        return min(cells, len(text))
    taken = 0
    for at, sign in enumerate(text):
        width = cell_len(sign)
        if taken >= cells and width:
            return at
        taken += width
    return len(text)


def lit(segments: Iterable[Segment], cells: range) -> Iterator[Segment]:
    """Yield the segments of a row, some of its cells shown as selected."""
    at = 0
    for segment in segments:
        left = segment
        for cut in (cells.start, cells.stop):
            if at < cut < at + left.cell_length:
                head, left = left.split_cells(cut - at)
                yield _lit(head, is_lit=at in cells)
                at += head.cell_length
        yield _lit(left, is_lit=at in cells)
        at += left.cell_length


def _lit(segment: Segment, *, is_lit: bool) -> Segment:
    return Segment(segment.text, (segment.style or Style()) + _SELECTED) if is_lit else segment
