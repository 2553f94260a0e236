"""Lines of cells: pieces of styled text cut and filled to a width. Nothing here reads markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from artdiff.reader.theme import Ground, Ink, style_of
from artdiff.reader.wrapping import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from artdiff.reader.palettes import Palette

ELLIPSIS: Final = "…"


class Piece(NamedTuple):
    """A piece of text of one style; it holds no control characters."""

    text: str
    style: Style


class Corners(NamedTuple):
    """The ends of a frame's horizontal line, and what it is drawn with."""

    left: str
    right: str
    line: str = "─"


TOP: Final = Corners("╭", "╮")
BOTTOM: Final = Corners("╰", "╯")


def width_of_all(pieces: Iterable[Piece]) -> int:
    """Return how many cells pieces take."""
    return sum(width_of(piece.text) for piece in pieces)


def fitted(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """Return pieces in no more than some cells; what is cut off leaves an ellipsis."""
    if width_of_all(pieces) <= width:
        return list(pieces)
    fit: list[Piece] = []
    left = width - 1
    for text, style in pieces:
        if width_of(text) > left:
            if left >= 0:
                fit.append(Piece(cut(text, left) + ELLIPSIS, style))
            break
        fit.append(Piece(text, style))
        left -= width_of(text)
    return fit


def cut(text: str, width: int) -> str:
    """Return the beginning of a text that, with the ellipsis behind it, takes a cell more than the width at most."""
    kept = set_cell_size(text, width).rstrip()
    # A joiner at an edge is measured by what it joins: what was cut may be wider by itself.
    while kept and width_of(kept + ELLIPSIS) > width + 1:
        kept = kept[:-1]
    return kept


def line(left: Sequence[Piece], width: int, filling: Style, right: Sequence[Piece] = ()) -> Strip:
    """Return a line of exactly a width: pieces at its left end, others at its right, which go first where both do not fit."""
    right = fitted(right, width)
    room = width - width_of_all(right)
    kept = fitted(left, room)
    gap = Piece(" " * (room - width_of_all(kept)), filling)
    return strip([*kept, gap, *right], width)


def strip(pieces: Iterable[Piece], width: int) -> Strip:
    """Return pieces that are known to fill a width as a strip."""
    return Strip([Segment(text, style) for text, style in pieces if text], width)


def frame_line(
    corners: Corners, title: Sequence[Piece], width: int, frame: Style, right: Sequence[Piece] = ()
) -> list[Piece]:
    """Return the horizontal line of a frame with a title in it, and another at its right end."""
    inner = max(0, width - 2)
    right = fitted(right, inner // 2) if right and inner > 20 else []
    fit = fitted(title, max(0, inner - 2 - width_of_all(right) - bool(right))) if title and inner > 4 else []
    head = [Piece(corners.line, frame), *fit] if fit else []
    tail = [*right, Piece(corners.line, frame)] if right else []
    rest = corners.line * (inner - width_of_all(head) - width_of_all(tail))
    ends = corners.left[:width], corners.right if width > 1 else ""
    return [Piece(ends[0], frame), *head, Piece(rest, frame), *tail, Piece(ends[1], frame)]


def framed(rows: Iterable[Strip], width: int, frame: Style) -> list[Strip]:
    """Return rows between the sides of a frame; each is two cells narrower than the frame."""
    side = Segment("│", frame)
    return [Strip([side, *row, side], width) for row in rows]


def frame_style(palette: Palette, *, focused: bool) -> Style:
    """Return how a frame is drawn."""
    return style_of(palette, Ink.FOCUSED if focused else Ink.FRAME, Ground.PAGE)
