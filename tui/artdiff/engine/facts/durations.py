"""Lengths of time in words: "a day and a half", "three and a half years", "half a decade", "a year and four months"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.measures import units
from artdiff.engine.facts.numerals import SMALL, and_half, read_plain
from artdiff.engine.language.segmentation import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.facts.numerals import Numeral
    from artdiff.engine.language.segmentation import Token

SECONDS = "s"
ARTICLES = frozenset({"a", "an", "one", "single"})
AROUND = frozenset({"first", "last", "next", "past", "another", "final", "preceding", "previous", "coming"})
"""Before "year and a half" they stand for one."""
JOINTS = frozenset({"and", ","})
FRACTIONS = {"half": 0.5, "quarter": 0.25}


class Length(NamedTuple):
    """A length of time.

    Attributes:
        seconds: how long.
        last: behind its last token.
    """

    seconds: float
    last: int


def read_duration(tokens: Sequence[Token], at: int, numeral: Numeral | None, end: int) -> Length | None:
    """Return the length of time that begins at a token, with a number or not, and is more than a number and a unit."""
    return _part_of_unit(tokens, at, numeral, end) or _whole(tokens, at, end)


def _unit(tokens: Sequence[Token], at: int, end: int) -> float:
    """Return how many seconds the unit at a token has, 0 for none."""
    unit = units().get(tokens[at].norm) if at < end else None
    return unit.factor if unit and unit.base == SECONDS else 0.0


def _part_of_unit(tokens: Sequence[Token], at: int, numeral: Numeral | None, end: int) -> Length | None:
    """Read "half an hour", "half a decade", "a quarter of a century"."""
    first = at + 1 if tokens[at].norm == "a" else at
    part = FRACTIONS.get(tokens[first].norm) if first < end else None
    after = first + 1
    share = None if part else numeral
    if share and share.share and share.last < end and tokens[share.last].norm == "of":
        part, after = share.value, share.last
    if part is None:
        return None
    if after < end and tokens[after].norm == "of":
        after += 1
    if after < end and tokens[after].norm in {"a", "an"} and (unit := _unit(tokens, after + 1, end)):
        return Length(part * unit, after + 2)
    return None


def _whole(tokens: Sequence[Token], at: int, end: int) -> Length | None:
    count, after = _count(tokens, at, end)
    unit = _unit(tokens, after, end) if count else 0.0
    if not unit or (tokens[after].norm == "second" and count > 1):
        return None
    total, last = count * unit, after + 1
    more = and_half(tokens, last, end)
    if more:
        return Length(total + 0.5 * unit, more)
    while (smaller := _smaller(tokens, last, end, unit)) is not None:
        total, last, unit = total + smaller.seconds, smaller.last, smaller.unit
    return Length(total, last)


class _Part(NamedTuple):
    """What is told of a length in a smaller unit: "4 hours" of "2 days, 4 hours and 17 minutes"."""

    seconds: float
    last: int
    unit: float


def _smaller(tokens: Sequence[Token], last: int, end: int, unit: float) -> _Part | None:
    """Read on in a smaller unit behind a part of a length of time."""
    joined = last < end and tokens[last].norm in JOINTS
    if last >= end or not (joined or tokens[last].kind is TokenKind.NUMBER or tokens[last].norm in SMALL):
        return None
    extra, behind = _count(tokens, last + joined, end)
    smaller = _unit(tokens, behind, end) if extra else 0.0
    apart = tokens[last].norm == "," and (tokens[last + 1].norm in ARTICLES or _is_part_told(tokens, behind + 1, end))
    return _Part(extra * smaller, behind + 1, smaller) if 0 < smaller < unit and not apart else None


def _is_part_told(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether "of it" and the like begin at a token: "a year, two months of it in jail"."""
    return at < end and tokens[at].norm == "of"


def _count(tokens: Sequence[Token], at: int, end: int) -> tuple[float, int]:
    """Return a number in front of a unit and where it ends; 0 for none."""
    if at >= end:
        return 0.0, at
    if tokens[at].norm in AROUND and _unit(tokens, at + 1, end) and and_half(tokens, at + 2, end):
        return 1.0, at + 1
    if tokens[at].norm in ARTICLES:
        after = at + 1 + (at + 1 < end and tokens[at + 1].norm in {"single", "full", "whole"})
        return 1.0, after
    numeral = read_plain(tokens, at)
    if numeral is None or numeral.currency:
        return 0.0, at
    return numeral.value, numeral.last
