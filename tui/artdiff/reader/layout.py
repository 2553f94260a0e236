"""What the aligned view is laid out of: a page, columns for it, and the rows that come of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Outline, Pair, Side, Verdict

if TYPE_CHECKING:
    from artdiff.reports.marking import Marks, Run
    from artdiff.reports.view import Block

DIVIDER: Final = 1
NUMBER: Final = 3
"""Cells for a paragraph's number, where none has more digits."""
LEAST_TEXT: Final = 12
"""In columns that leave less for the words there is no gutter."""
LEAST_SIDES: Final = 24
"""Below this width the sides stack whatever was asked for."""
LONGEST_LINE: Final = 92
"""Cells that a line of a single column has at the most: longer ones are hard to read."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What is laid out.

    Attributes:
        texts: both documents' as rows show them (`marking.in_a_row`); the second empty where there is no variant.
        marks: of both sides.
        heights: rows of paragraphs that were counted already, by side, paragraph and cells; pages of the same texts
            and marks share them.
    """

    texts: Pair[str]
    outlines: Pair[Outline]
    marks: Pair[Marks]
    blocks: tuple[Block, ...]
    heights: dict[tuple[Side, int, int], int] = field(default_factory=dict)

    @property
    def is_single(self) -> bool:
        """Say whether there is one document only."""
        return not self.outlines.variant.name

    @property
    def most_paragraphs(self) -> int:
        """Return the greatest number of a paragraph."""
        return max(len(outline.paragraphs) for outline in self.outlines)


class Columns(NamedTuple):
    """How wide the columns are, in cells, without what divides them.

    Attributes:
        variant: 0 where the sides stand under one another.
        margins: empty cells before and behind a single column.
        gutter: cells in front of the text, in each column.
    """

    source: int
    variant: int
    margins: tuple[int, int]
    gutter: int

    @property
    def is_stacked(self) -> bool:
        """Say whether there is one column."""
        return not self.variant

    def room(self, side: Side) -> int:
        """Return the cells for the words of a side; one cell of air stays behind them."""
        column = self.source if side is Side.SOURCE or self.is_stacked else self.variant
        return max(1, column - self.gutter - 1)


def columns_for(width: int, paragraphs: int, *, stacked: bool, longest: int = LONGEST_LINE) -> Columns:
    """Return the columns for a width in cells, with room for numbers up to that of the last paragraph."""
    gutter = max(NUMBER, len(str(paragraphs)) + 1) + 2
    if stacked or width < LEAST_SIDES:
        column = min(width, longest + gutter + 1)
        margin = (width - column) // 2
        return Columns(column, 0, (margin, width - column - margin), _gutter(column, gutter))
    source = (width - DIVIDER) // 2
    return Columns(source, width - DIVIDER - source, (0, 0), _gutter(source, gutter))


def _gutter(column: int, gutter: int) -> int:
    return gutter if column - gutter - 1 >= LEAST_TEXT else 0


class Gutter(NamedTuple):
    """What stands in front of a row: a sign and a paragraph's number, both may be empty."""

    sign: str = ""
    number: str = ""
    verdict: Verdict | None = None


class Cell(NamedTuple):
    """A row of one column: an article's words, or a note about them.

    Attributes:
        extent: the range of its paragraph's runs that the row shows; what lies between two rows are spaces.
    """

    gutter: Gutter = Gutter()
    runs: tuple[Run, ...] = ()
    note: str = ""
    extent: tuple[int, int] = (0, 0)


BLANK: Final = Cell()


class Row(NamedTuple):
    """A row of the view; where the sides stand under one another, the first cell is all."""

    cells: Pair[Cell]
    block: int


class Place(NamedTuple):
    """A paragraph of one side, to be found again after everything has been laid out anew."""

    side: Side
    paragraph: int
