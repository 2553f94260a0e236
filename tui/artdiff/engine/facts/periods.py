"""Halves and quarters of a year: "the first half of 2026", "the fourth quarter of this year", "Q3 2025"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.days import last_of, ordinal
from artdiff.engine.facts.numerals import QUARTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

RANKS = {"first": 1, "opening": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
MONTHS = {"half": 6, "quarter": 3}


class Period(NamedTuple):
    """A half or a quarter of a calendar year.

    Attributes:
        months: the first and the last month, 1 to 12.
        year: which, None for "this year".
        last: behind its last token.
    """

    months: tuple[int, int]
    year: int | None
    last: int

    def days(self, year: int) -> tuple[int, int]:
        """Return the first and the last day's ordinal in a year."""
        first, last = self.months
        return ordinal(year, first, 1), last_of(year, last)


def read_period(tokens: Sequence[Token], at: int, end: int) -> Period | None:
    """Return the half or quarter of a year that begins at a token."""
    norm = tokens[at].norm
    if norm in QUARTERS:
        return _of_year(tokens, at + 1, end, _months(int(QUARTERS[norm]), 3))
    if norm not in RANKS or at + 1 >= end or tokens[at + 1].norm not in MONTHS:
        return None
    size = MONTHS[tokens[at + 1].norm]
    rank = min(RANKS[norm], 12 // size)
    return _of_year(tokens, at + 2, end, _months(rank, size)) if norm != "third" or size == 3 else None


def _months(rank: int, size: int) -> tuple[int, int]:
    return (rank - 1) * size + 1, rank * size


def _of_year(tokens: Sequence[Token], at: int, end: int, months: tuple[int, int]) -> Period | None:
    of = at < end and tokens[at].norm == "of"
    at += of
    if at < end and len(tokens[at].text) == 4 and tokens[at].text.isdecimal() and tokens[at].text[:2] in {"19", "20"}:
        return Period(months, int(tokens[at].text), at + 1)
    if of and at + 1 < end and tokens[at].norm in {"this", "the"} and tokens[at + 1].norm == "year":
        return Period(months, None, at + 2)
    return None
