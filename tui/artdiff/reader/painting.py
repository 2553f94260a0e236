"""From rows of runs to strips of cells, and the ruler beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment

from artdiff.reader.layout import BLANK, Cell
from artdiff.reader.theme import Ground, Ink, look_style, style_of, verdict_style
from artdiff.reader.wrapping import width_of
from artdiff.reports.marking import SIGNS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from rich.style import Style

    from artdiff.engine.values import Verdict
    from artdiff.reader.layout import Columns, Gutter, Row
    from artdiff.reader.palettes import Palette
    from artdiff.reports.marking import Look, Run

DIVIDER: Final = "│"
_GRAVEST: Final = {verdict: rank for rank, verdict in enumerate(SIGNS)}


class Manner(NamedTuple):
    """How rows are painted.

    Attributes:
        current: index of the finding that stands out; -1 for none.
        dismissed: indices of the findings that step back.
        sought: finds what is searched for; None for nothing.
        words: the word diff is shown.
    """

    palette: Palette
    current: int = -1
    dismissed: frozenset[int] = frozenset()
    sought: re.Pattern[str] | None = None
    words: bool = True

    def style(self, look: Look) -> Style:
        """Return how a run of an article is painted."""
        look = look if self.words else look._replace(edited=False)
        is_over = bool(look.findings) and self.dismissed.issuperset(look.findings)
        return look_style(self.palette, look, current=self.current in look.findings, dismissed=is_over)

    def styled(self, runs: Iterable[Run]) -> Iterator[tuple[str, Style]]:
        """Yield runs as text and style, what is searched for in one of its own."""
        if self.sought is None:
            yield from ((run.text, self.style(run.look)) for run in runs)
            return
        row = list(runs)
        found = [match.span() for match in self.sought.finditer("".join(run.text for run in row))]
        mark = style_of(self.palette, Ink.TEXT, Ground.CURSOR)
        at = 0
        for run in row:
            for start, end, is_found in _pieces(at, at + len(run.text), found):
                yield run.text[start - at : end - at], mark if is_found else self.style(run.look)
            at += len(run.text)


def _pieces(start: int, end: int, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield a range in pieces: those inside what was found, and those outside."""
    for first, last in found:
        if last <= start or first >= end:
            continue
        if start < first:
            yield start, first, False
        yield max(start, first), min(end, last), True
        start = min(end, last)
    if start < end:
        yield start, end, False


def paint(row: Row | None, columns: Columns, manner: Manner) -> list[Segment]:
    """Return a row as segments."""
    cells, palette = row.cells if row else (BLANK, BLANK), manner.palette
    plain = style_of(palette, Ink.TEXT)
    if columns.is_stacked:
        column = _column(cells[0], columns.source, columns, manner)
        before, behind = (Segment(" " * margin, plain) for margin in columns.margins)
        return [before, *column, behind]
    return [
        *_column(cells[0], columns.source, columns, manner),
        Segment(DIVIDER, style_of(palette, Ink.FRAME)),
        *_column(cells[1], columns.variant, columns, manner),
    ]


def _column(cell: Cell, width: int, columns: Columns, manner: Manner) -> Iterator[Segment]:
    """Yield a cell's segments, exactly as wide as its column."""
    left, palette = width, manner.palette
    if columns.gutter:
        yield from _gutter(cell.gutter, columns.gutter, palette)
        left -= columns.gutter
    if cell.note:
        note = set_cell_size(cell.note, max(0, left - 1)).rstrip()
        yield Segment(note, style_of(palette, Ink.NOTE))
        left -= width_of(note)
    for words, style in manner.styled(cell.runs):
        text, cells = words, width_of(words)
        if cells > left:  # a character that is wider than its column
            text, cells = set_cell_size(text, left), left
        yield Segment(text, style)
        left -= cells
    if left:
        yield Segment(" " * left, style_of(palette, Ink.TEXT))


def _gutter(gutter: Gutter, width: int, palette: Palette) -> Iterator[Segment]:
    faint = style_of(palette, Ink.FAINT)
    if not gutter.sign and not gutter.number:
        yield Segment(" " * width, faint)
        return
    yield Segment(gutter.sign or " ", verdict_style(palette, gutter.verdict) if gutter.verdict else faint)
    yield Segment(f"{gutter.number:>{width - 2}} ", faint)


def look_at(row: Row | None, columns: Columns, x: int) -> Look | None:
    """Return how the words look that stand in a cell of a row; None where there are none."""
    start = columns.margins[0] + columns.gutter
    for cell, width in zip(row.cells if row else (), (columns.source + 1, columns.variant), strict=False):
        at = start
        for run in cell.runs:
            if at <= x < at + width_of(run.text):
                return run.look
            at += width_of(run.text)
        start += width
    return None


def ruler_marks(height: int, total: int, places: Iterable[tuple[int, Verdict]]) -> dict[int, Verdict]:
    """Return for the cells of a ruler beside the view the gravest verdict that stands there.

    Args:
        height: of the view, in rows; the ruler has as many cells.
        total: rows of all that can be scrolled to.
        places: rows of findings.
    """
    marks: dict[int, Verdict] = {}
    for row, verdict in places:
        at = row * height // max(total, height)
        marks[at] = min(marks.get(at, verdict), verdict, key=_GRAVEST.__getitem__)
    return marks


def thumb(height: int, total: int, top: int) -> range:
    """Return the cells of the ruler that stand for what is in view; none where all is."""
    if total <= height:
        return range(0)
    return range(top * height // total, -(-(top + height) * height // total))
