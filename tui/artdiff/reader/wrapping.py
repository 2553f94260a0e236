"""Breaking text into rows of cells: at words where they fit, between whole characters where one does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"\S+")
JOINER = "\u200d"


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the rows of a text as half-open ranges of code points, none wider than `width` cells.

    White space at a break belongs to no row; all else belongs to exactly one. A single character wider than the
    width has a row of its own.
    """
    width = max(1, width)
    rows: list[tuple[int, int]] = []
    start = end = -1
    for first, last, joins in _pieces(text, width):
        if start >= 0 and (not joins or end == first) and _width(text, start, last) <= width:
            end = last
            continue
        if start >= 0:
            rows.append((start, end))
        start, end = first, last
    if start >= 0:
        rows.append((start, end))
    return rows or [(0, 0)]


def _width(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return end - start if part.isascii() else cell_len(part)


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the words, too long ones in parts; a part says that it must stay beside the one before it."""
    for match in WORD.finditer(text):
        first, last = match.span()
        if _width(text, first, last) <= width:
            yield first, last, False
            continue
        for at, part in enumerate(_parts(text, first, last, width)):
            yield *part, at > 0


def _parts(text: str, first: int, last: int, width: int) -> Iterator[tuple[int, int]]:
    if text[first:last].isascii():
        yield from ((at, min(last, at + width)) for at in range(first, last, width))
        return
    start, cells, at = first, 0, first
    while at < last:
        end = _character_end(text, at, last)
        wide = cell_len(text[at:end])
        if cells and cells + wide > width:
            yield start, at
            start, cells = at, 0
        cells += wide
        at = end
    yield start, last


def _character_end(text: str, at: int, last: int) -> int:
    """Return the end of the character at a place, marks and joined parts included."""
    end = at + 1
    while end < last and (cell_len(text[end]) == 0 or text[end - 1] == JOINER):
        end += 1
    return end
