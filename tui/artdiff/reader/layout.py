"""From blocks to rows: both sides wrapped to their columns and kept level."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, Side
from artdiff.reader.marking import Look, Marks, Part, Run, runs_of
from artdiff.reader.wrapping import wrap
from artdiff.session.view import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.values import Outline

GUTTER = 5
"""Cells in front of each column: the paragraph's number and a space."""
SIDE_BY_SIDE_WIDTH = 100
"""From this width on the sides fit beside each other."""
LEAST_TEXT = 8
BLANK: tuple[Run, ...] = ()
DIVIDER = 1


class Row(NamedTuple):
    """A row of the view: the runs of each column; stacked rows have only the first."""

    cells: Pair[tuple[Run, ...]]


class Columns(NamedTuple):
    """How wide the columns are, in cells; a stacked layout has no second."""

    source: int
    variant: int

    @property
    def stacked(self) -> bool:
        """Say whether the sides stand under one another."""
        return not self.variant


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What is needed to lay out blocks.

    Attributes:
        texts: of both documents; the second empty where there is no variant.
        outlines: the paragraphs of both.
    """

    texts: Pair[str]
    outlines: Pair[Outline]
    marks: Pair[Marks]
    blocks: tuple[Block, ...]


class Sheet:
    """A page laid out for one width: rows by number, and where each finding stands.

    Rows are made when they are asked for; only their number is known at once.
    """

    def __init__(self, page: Page, columns: Columns) -> None:
        self.page, self.columns = page, columns
        self._laid = [self._lay(block) for block in page.blocks]
        self._starts: list[int] = []
        self.height = 0
        for rows in self._laid:
            self._starts.append(self.height)
            self.height += len(rows)
        self._places = self._find_all()

    def row(self, at: int) -> Row | None:
        """Return a row; None below the last."""
        if not 0 <= at < self.height:
            return None
        block = bisect_right(self._starts, at) - 1
        return self._laid[block][at - self._starts[block]]

    def find(self, finding: int) -> int | None:
        """Return the first row on which a finding of this index is marked, the variant's side before the source's."""
        return self._places.get(finding)

    def _find_all(self) -> dict[int, int]:
        """Return the row of every finding."""
        places: dict[int, tuple[bool, int]] = {}
        for start, laid in zip(self._starts, self._laid, strict=True):
            for at, row in enumerate(laid):
                for look in (run.look for cell in row.cells for run in cell if run.look.verdict):
                    place = (look.counterpart, start + at)
                    places[look.finding] = min(places.get(look.finding, place), place)
        return {finding: row for finding, (_, row) in places.items()}

    def block_starts(self) -> Sequence[int]:
        """Return the first row of every block."""
        return self._starts

    def _lay(self, block: Block) -> list[Row]:
        sides = Pair(self._column(block, Side.SOURCE), self._column(block, Side.VARIANT))
        if self.columns.stacked:
            return [Row(Pair(cell, BLANK)) for cell in (*sides.source, *sides.variant, BLANK)]
        height = max(len(sides.source), len(sides.variant))
        level = Pair(*(side + [BLANK] * (height + 1 - len(side)) for side in sides))
        return [Row(Pair(*cells)) for cells in zip(*level, strict=True)]

    def _column(self, block: Block, side: Side) -> list[tuple[Run, ...]]:
        """Return one side of a block as rows of runs."""
        width = self.columns.source if side is Side.SOURCE or self.columns.stacked else self.columns.variant
        rows: list[tuple[Run, ...]] = []
        if block.note and side is _note_side(block):
            rows += _flow([Run(block.note, Look(Part.NOTE))], width, _gutter(_note_sign(block)))
        if block.kind in {BlockKind.FOLDED, BlockKind.REPEATED}:
            return rows
        faint = (
            Part.FAINT
            if side is Side.SOURCE and (block.again or block.kind is BlockKind.OMITTED)
            else Part.TEXT
        )
        for at, index in enumerate(block.paragraphs.of(side)):
            if at:
                rows.append(BLANK)
            span = self.page.outlines.of(side).paragraphs[index].span
            runs = runs_of(self.page.texts.of(side), span, self.page.marks.of(side), part=faint)
            rows += _flow(runs, width, _gutter(self._number(index, side)))
        return rows

    def _number(self, index: int, side: Side) -> str:
        if not self.columns.stacked:
            return str(index + 1)
        return f"{'s' if side is Side.SOURCE else 'v'}{index + 1}"


def columns_for(width: int, *, stacked: bool) -> Columns:
    """Return the columns for a width in cells."""
    if stacked:
        return Columns(width, 0)
    source = (width - DIVIDER) // 2
    return Columns(source, width - DIVIDER - source)


def _note_side(block: Block) -> Side:
    return Side.SOURCE if block.kind in {BlockKind.OMITTED, BlockKind.FOLDED} else Side.VARIANT


def _note_sign(block: Block) -> str:
    signs = {BlockKind.OMITTED: "−", BlockKind.FOLDED: "−", BlockKind.REPEATED: "⟳", BlockKind.ALONE: "+"}
    return signs.get(block.kind, "↷" if block.link and block.link.moved else "≈")


def _gutter(words: str) -> str:
    return f"{words:>{GUTTER - 1}} "


def _flow(runs: Sequence[Run], width: int, gutter: str) -> list[tuple[Run, ...]]:
    """Return runs wrapped behind a gutter; in very narrow columns without it."""
    room = width - GUTTER
    if room < LEAST_TEXT:
        room, gutter = width, ""
    text = "".join(run.text for run in runs)
    rows = []
    for at, (start, end) in enumerate(wrap(text, room)):
        head = gutter if at == 0 else " " * len(gutter)
        cells = _cut(runs, start, end)
        rows.append((Run(head, Look(Part.GUTTER)), *cells) if head else tuple(cells))
    return rows


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the runs between two code points of their joined text."""
    cut: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            cut.append(Run(run.text[first:last], run.look))
        at += len(run.text)
        if at >= end:
            break
    return cut
