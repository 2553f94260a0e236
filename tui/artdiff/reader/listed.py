"""Lists that are gone through by keys: their rows as pieces, made one by one as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Side
from artdiff.reader.palettes import DARK
from artdiff.reader.strips import Piece
from artdiff.reader.theme import Ground, Ink, style_of, verdict_style
from artdiff.reader.words import RULING_SIGNS
from artdiff.reports.marking import SIGNS, in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.reader.palettes import Palette
    from artdiff.session.state import Session, Stop

WORDS: Final = 200
"""Code points of a finding's words that a row may show."""


class Rows(NamedTuple):
    """What a list shows.

    Attributes:
        title: above the rows.
        many: how many rows there are.
        row: paints one on a ground: the pieces at its left, and those at its right.
        words: what a row says, to narrow the list by.
    """

    title: str
    many: int
    row: Callable[[int, Palette, Ground], tuple[Sequence[Piece], Sequence[Piece]]]
    words: Callable[[int], str]


def finding_rows(session: Session) -> Rows:
    """Return the findings that are walked in the story shown, as rows."""

    def row(at: int, palette: Palette, ground: Ground) -> tuple[Sequence[Piece], Sequence[Piece]]:
        return _finding(session, session.stops[at], palette, ground)

    def words(at: int) -> str:
        pieces = row(at, DARK, Ground.PAGE)
        return "".join(piece.text for side in pieces for piece in side)

    chosen = f" · only {session.filter.words}" if session.filter.words else ""
    return Rows(f"{len(session.stops)} findings{chosen}", len(session.stops), row, words)


def _finding(session: Session, stop: Stop, palette: Palette, ground: Ground) -> tuple[Sequence[Piece], Sequence[Piece]]:
    finding, text = stop.finding, style_of(palette, Ink.TEXT, ground)
    faint = text if ground is Ground.CURSOR else style_of(palette, Ink.FAINT, ground)
    verdict = text if ground is Ground.CURSOR else verdict_style(palette, finding.verdict, ground)
    decision = session.decision_on(session.place_of(stop))
    ruling = RULING_SIGNS[decision.ruling] if decision and decision.ruling else " "
    left = [
        Piece(f" {ruling} ", text),
        Piece(f"{SIGNS[finding.verdict]} ", verdict),
        Piece(f"{in_a_row(session.names[stop.variant])}  ", faint),
        Piece(_words(session, stop, Side.VARIANT) or "—", verdict),
    ]
    source = _words(session, stop, Side.SOURCE)
    if source:
        left += [Piece("  for  ", faint), Piece(source, text)]
    return left, [Piece(f" {finding.kind} · {finding.confidence:.0%} ".replace("%", " %"), faint)]


def _words(session: Session, stop: Stop, side: Side) -> str:
    span = stop.finding.spans.of(side)
    index = session.place_of(stop).pair.of(side)
    return in_a_row(session.documents[index].text[span.start : min(span.end, span.start + WORDS)]) if span else ""
