"""The fact table's rows as pieces: the fact, then a cell for each rewrite with its sign and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import set_cell_size

from artdiff.engine.values import Verdict
from artdiff.reader.listed import Rows
from artdiff.reader.strips import ELLIPSIS, Piece
from artdiff.reader.theme import Ground, Ink, style_of, verdict_style
from artdiff.reader.wrapping import width_of
from artdiff.reports.marking import SIGNS, in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.reader.palettes import Palette
    from artdiff.session.facts import FactCell, FactRow
    from artdiff.session.state import Session

FACT: Final = 36
"""Cells for the source's words."""
CELL: Final = 22
"""Cells for what a rewrite made of them."""
KIND: Final = 12
LEAD: Final = 2
"""Cells of the frame that stand before a title, and not before a row."""
_KEPT: Final = "="
_SHORT: Final = {Verdict.OMITTED: "omitted", Verdict.SUPPORTED: "kept"}


def rows_of(session: Session, facts: Sequence[FactRow], first: int = 0, remark: str = "") -> Rows:
    """Return the table as rows of a list.

    Args:
        session: the story that is shown.
        facts: the rows.
        first: the rewrite whose column is the first, by its place in the story.
        remark: stands behind the title of the facts.
    """

    def row(at: int, palette: Palette, ground: Ground) -> tuple[Sequence[Piece], Sequence[Piece]]:
        return list(_row(facts[at], facts[at].cells[first:], palette, ground)), ()

    def words(at: int) -> str:
        cells = " ".join(f"{cell.verdict} {cell.words}" for cell in facts[at].cells)
        return f"{facts[at].kind} {facts[at].words} {cells}"

    story = session.current_story
    names = (in_a_row(session.names[variant]) for variant in story.variants[first:]) if story else ()
    columns = (
        " " * (KIND - LEAD) + _cut(f"fact of the source{remark}", FACT) + "".join(_cut(name, CELL) for name in names)
    )
    return Rows(columns.rstrip(), len(facts), row, words)


def _row(fact: FactRow, cells: Iterable[FactCell], palette: Palette, ground: Ground) -> Iterator[Piece]:
    text = style_of(palette, Ink.TEXT, ground)
    faint = text if ground is Ground.CURSOR else style_of(palette, Ink.FAINT, ground)
    yield Piece(_cut(f" {fact.kind}", KIND), faint)
    yield Piece(_cut("" if fact.span is None else fact.words, FACT), text)
    for cell in cells:
        is_plain = ground is Ground.CURSOR or cell.verdict in {None, Verdict.SUPPORTED}
        style = faint if is_plain or cell.verdict is None else verdict_style(palette, cell.verdict, ground)
        yield Piece(_cut(_cell(cell, fact), CELL), style)


def _cell(cell: FactCell, fact: FactRow) -> str:
    if cell.verdict is None:
        return "…"
    if fact.span is None and cell.verdict is Verdict.SUPPORTED:
        return "·"
    return f"{SIGNS[cell.verdict]} {cell.words or _SHORT.get(cell.verdict, cell.verdict)}"


def _cut(words: str, width: int) -> str:
    """Return words in a column, with an ellipsis where they are longer; a cell of air stays behind them."""
    line = in_a_row(words[: 4 * width])
    if width_of(line) >= width:
        line = set_cell_size(line, width - 2).rstrip() + ELLIPSIS
    return set_cell_size(line, width)
