"""Breaking text into rows of cells: at spaces where words fit, between whole characters where one does not."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

# The spaces that a row may end at: not the no-break space, the figure space and the narrow no-break space.
SPACES: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_WORD: Final = re.compile(f"[^{SPACES}]+")
_JOINER: Final = "\u200d"
_REGIONAL: Final = ("\U0001f1e6", "\U0001f1ff")
_TONES: Final = ("\U0001f3fb", "\U0001f3ff")
_NARROW_RANGES: Final = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0xAC),  # Latin 1, up to the soft hyphen
    (0xAE, 0x2FF),
    (0x370, 0x377),  # Greek and Cyrillic letters
    (0x3A3, 0x482),
    (0x2010, 0x2027),  # dashes and quotation marks
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),  # currencies
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
)
_NARROW: Final = frozenset(chr(code) for first, last in _NARROW_RANGES for code in range(first, last + 1))
"""Characters of one cell each, among them all that English prose is written in: for them code points are cells."""


def is_narrow(text: str) -> bool:
    """Say whether it is certain that every code point takes one cell."""
    return text.isascii() or _NARROW.issuperset(text)


def width_of(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the rows of a text as half-open ranges of code points, none wider than `width` cells.

    Spaces at a break belong to no row; all else belongs to exactly one. A single character that is wider than the
    width has a row of its own. There is always one row, which may be empty. The text holds no control characters.
    """
    width = max(1, width)
    rows = _narrow_rows(text, width) if is_narrow(text) else _rows(text, width)
    return list(rows) or [(0, 0)]


def _narrow_rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the rows of a text whose code points are cells, and whose only spaces are U+0020 and what may not break."""
    if not text.isascii() and _OTHER_SPACES.search(text):
        yield from _rows(text, width)
        return
    at, end = _skip(text, 0), len(text.rstrip(" "))
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        if cut < 0:
            yield at, at + width
            at += width
        else:
            last = cut
            while text[last - 1] == " ":
                last -= 1
            yield at, last
            at = cut
        at = _skip(text, at)
    if at < end:
        yield at, end


_OTHER_SPACES: Final = re.compile(f"[{SPACES[1:]}]")


def _skip(text: str, at: int) -> int:
    """Return the place of the next code point that is not U+0020."""
    while text.startswith(" ", at):
        at += 1
    return at


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, end, cells = -1, -1, 0
    for first, last in _pieces(text, width):
        more = cell_len(text[first:last])
        gap = cell_len(text[end:first]) if start >= 0 else 0
        if start >= 0 and cells + gap + more <= width:
            end, cells = last, cells + gap + more
            continue
        if start >= 0:
            yield start, end
        start, end, cells = first, last, more
    if start >= 0:
        yield start, end


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the words, too long ones in parts that each fit."""
    for match in _WORD.finditer(text):
        first, last = match.span()
        if cell_len(match[0]) <= width:
            yield first, last
        else:
            yield from _parts(text, first, last, width)


def _parts(text: str, first: int, last: int, width: int) -> Iterator[tuple[int, int]]:
    start, cells = first, 0
    for at, end in pairwise(_character_starts(text, first, last)):
        wide = cell_len(text[at:end])
        if cells and cells + wide > width:
            yield start, at
            start, cells = at, 0
        cells += wide
    yield start, last


def _character_starts(text: str, first: int, last: int) -> Iterator[int]:
    """Yield where characters begin that stay whole, marks and joined parts included, and at last the end."""
    at = first
    while at < last:
        yield at
        flag = _is_between(text[at], _REGIONAL)
        at += 1
        if flag and at < last and _is_between(text[at], _REGIONAL):
            at += 1
        while at < last and _belongs(text, at):
            at += 1
    yield last


def _belongs(text: str, at: int) -> bool:
    """Say whether a code point is a part of the character before it."""
    return text[at - 1] == _JOINER or _is_between(text[at], _TONES) or not cell_len(text[at])


def _is_between(sign: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= sign <= ends[1]
