"""When one quantity supports another: the same, or truly told coarser, never finer."""

from __future__ import annotations

import math
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Bound, Quantity
from artdiff.engine.facts.measures import units
from artdiff.engine.facts.multiples import TIMES

if TYPE_CHECKING:
    from artdiff.engine.facts.fact import Fact


class Match(IntEnum):
    """How a variant's quantity stands to a source's."""

    NO = 0
    OPPOSITE = 1
    COARSER = 2
    SAME = 3


NEAR = 1e-6
SHARE_TOLERANCE = 0.026
"""How far a share may lie from a plain fraction ("nearly half" of 48 %, "three-fifths" of 61 %)."""
MOST_BEYOND = 0.1
"""A share of 58 % is told as "more than half", one of 61 % hardly."""
NEARLY_SHARE = 0.04
"""How far below a plain fraction a share may lie that is "nearly" or "almost" that."""
ONE_IN_SEVEN, MOST_IN = 0.1429, 100
SMALL_SHARE = 0.02
SMALL_TOLERANCE = 0.12
"""Shares below `SMALL_SHARE` are told as "one in 3,000" and "0.03 %"; they agree within this part of the larger."""
LARGE = 1e6
ALIKE = {"streak": ("ordinal",), "ordinal": ("streak", TIMES), TIMES: ("", "ordinal"), "": (TIMES,)}
"""Units in which the same may be told: "scored 26 times", "26 goals", "for the 26th time"."""
EXACT = Bound.EXACT
MORE = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
LESS = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
BOUNDED = MORE | LESS
NEARLY = 0.88
"""From this part of a figure on a smaller one is "nearly" or "almost" that figure."""
SMALL, FEW = 12.0, 0.6
"""A small count is told as fewer than one that is farther away: seven as "fewer than 10"."""
REACH = 1.3
"""A bound ("more than 200") may lie this far from the true figure (212) and still be a fair description."""
FAR_REACH = 1.5
"""The same for a single year, hour and the like: 16 months are more than a year."""
DAY, WEEK, MONTH = 86_400.0, 604_800.0, 2_629_746.0
MONTH_TOLERANCE = 0.088
"""A month is told as four weeks, a month and a half as six."""
PERCENT = 0.01
SIMPLE = (2, 3, 4, 5, 10)
"""Parts of which one or several are told in plain words: "more than half", "fewer than one in 10"."""
HALVED = 2
"""Digits of "three and a half billion", "a quarter of a million": as round as one."""
NEARLY_UNIT = 0.5
"""Eleven weeks are nearly three months: so much of one of its units may a length of time fall short of what it nearly is."""
ROUGH_LENGTH = 0.1
"""So far may "about a quarter of an hour" be off."""
CONVERSION = 0.02
"""Converted measures agree within this share, because writers round."""


def told_in(quantity: Quantity) -> float:
    """Return how many base units the unit has that a figure was told in, as far as its roundness shows."""
    return _told_in(quantity.value, quantity.unit)


@lru_cache(maxsize=1 << 10)
def _told_in(value: float, unit: str) -> float:
    whole = (factor for factor in factors_of(unit) if math.isclose(value % factor, 0, abs_tol=1e-6))
    return max(whole, default=1.0)


@cache
def factors_of(base: str) -> tuple[float, ...]:
    """Return how many of a base unit the units have that a figure may have been told in."""
    factors = (unit.factor for unit in units().values() if base and unit.base == base)
    return tuple(dict.fromkeys((1.0, *factors)))


def comparable(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether two quantities can be the same figure at all; "850 million" may leave out of what."""
    unit, other = ours.unit, theirs.unit
    if unit == other:
        return True
    if not unit and ours.value >= LARGE and is_money(other):
        return True
    if not other and theirs.value >= LARGE and not theirs.noun and is_money(unit):
        return True
    return other in ALIKE.get(unit, ())


def is_money(unit: str) -> bool:
    """Say whether a unit is a currency's code."""
    return len(unit) == 3 and unit.isupper()


def unit_of(fact: Fact) -> str:
    """Return the unit of a figure; none of a fact that is no figure."""
    return fact.value.unit if isinstance(fact.value, Quantity) else ""


def match(ours: Quantity, theirs: Quantity) -> Match:
    """Say how a variant's quantity stands to a source's of the same unit."""
    if ours.unit == "score":
        same = {ours.value, ours.second} == {theirs.value, theirs.second}
        return Match.SAME if same else Match.NO
    if _equal(ours, theirs):
        opposite = (ours.bound in MORE and theirs.bound in LESS) or (ours.bound in LESS and theirs.bound in MORE)
        return Match.OPPOSITE if opposite else Match.SAME
    return Match.COARSER if _coarser(ours, theirs) else Match.NO


def _equal(ours: Quantity, theirs: Quantity) -> bool:
    if ours.unit == "degC":
        return abs(ours.value - theirs.value) <= 1.0
    if ours.value == theirs.value:
        return True
    if ours.unit == "s" and _in_other_unit(ours.value, theirs.value):
        return True
    if ours.unit in {"", "%", "points", "ordinal"} or len(ours.unit) >= 3:
        return math.isclose(ours.value, theirs.value, rel_tol=NEAR, abs_tol=1e-9)
    hedged = ours.bound is not Bound.EXACT or theirs.bound in {Bound.ABOUT, Bound.NEARLY}
    tolerance = 2.5 * CONVERSION if hedged else CONVERSION
    return math.isclose(ours.value, theirs.value, rel_tol=tolerance, abs_tol=1e-9)


def _in_other_unit(ours: float, theirs: float) -> bool:
    """Say whether one length of time is in halves of months and the other in whole weeks: "two months" is "eight weeks"."""
    if ours % WEEK == WEEK / 2 and theirs % DAY == 0:
        return abs(ours - theirs) <= DAY / 2
    months, weeks = (ours, theirs) if theirs % WEEK == 0 else (theirs, ours)
    return months % (MONTH / 2) == 0 and weeks % WEEK == 0 and math.isclose(months, weeks, rel_tol=MONTH_TOLERANCE)


def _coarser(ours: Quantity, theirs: Quantity) -> bool:
    if ours.unit == "%":
        return _coarser_share(ours, theirs)
    if ours.bound is EXACT:  # as most are
        return theirs.bound not in BOUNDED and ours.unit != "ordinal" and _is_rounded(ours, theirs)
    if ours.bound is Bound.NEARLY and NEARLY * ours.value <= theirs.value < ours.value:
        return True
    if ours.bound is Bound.NEARLY and ours.unit == "s" and 0 < ours.value - theirs.value <= NEARLY_UNIT * told_in(ours):
        return True
    if ours.bound is Bound.ABOUT and ours.unit == "s" and _is_plain_length(ours):
        return math.isclose(ours.value, theirs.value, rel_tol=ROUGH_LENGTH)
    if (ours.bound in MORE and theirs.bound in MORE) or (ours.bound in LESS and theirs.bound in LESS):
        return _is_rounded(ours, theirs)
    if ours.bound in BOUNDED:
        return _is_bound_of(ours, theirs)
    return ours.unit != "ordinal" and _is_rounded(ours, theirs)


def _is_bound_of(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether a bound is a fair description of a figure: "more than 200" of 212."""
    plain = ours.unit == "s" and _is_plain_length(ours)
    if ours.bound is Bound.LESS_THAN and ours.unit == "" and theirs.value == ours.value - 1:  # "not yet 21"
        return True
    if ours.unit != "s" and not _is_rounder(ours, theirs):
        return False
    if ours.bound in MORE:
        far = plain or _is_leading_one(ours)
        return ours.value < theirs.value <= ours.value * (FAR_REACH if far else REACH)
    least = ours.value * FEW if plain or (ours.value <= SMALL and ours.unit == "") else ours.value / REACH
    return least <= theirs.value < ours.value


def _is_rounder(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether a bound is a round figure: 34 are "more than 30", nobody calls them "more than 27"."""
    digits = _significant(ours.value)
    if digits == 1 or digits < _significant(theirs.value) or ours.value <= SMALL:
        return True
    if ours.unit and not is_money(ours.unit):
        digits = _significant(round(ours.value / told_in(ours), 6))
    return digits == 1 or (digits == HALVED and f"{ours.value:e}"[2] == "5")


def _is_leading_one(quantity: Quantity) -> bool:
    """Say whether a figure is ten, a hundred, a million: the next that is as round is twice as much."""
    return quantity.value >= SMALL and f"{quantity.value:.10e}".startswith("1.0000000000e")


def _is_plain_length(ours: Quantity) -> bool:
    """Say whether a length of time is a single hour, half an hour, one year and the like."""
    return any(parts * ours.value / _told_in(parts * ours.value, ours.unit) == 1 for parts in (1, 2, 4))


def _coarser_share(ours: Quantity, theirs: Quantity) -> bool:
    if max(ours.value, theirs.value) < SMALL_SHARE and Bound.ABOUT in {ours.bound, theirs.bound}:
        return math.isclose(ours.value, theirs.value, rel_tol=SMALL_TOLERANCE)
    plain = any(math.isclose(ours.value * n, round(ours.value * n), abs_tol=1e-4) for n in (2, 3, 4, 5, 6, 8, 10))
    if ours.bound in BOUNDED:
        side = 1 if ours.bound in MORE else -1
        if theirs.bound in BOUNDED:
            return _is_rounded(ours, theirs)
        coarse = _significant(ours.value) < _significant(theirs.value) or _is_simple(ours.value)
        return coarse and 0 < side * (theirs.value - ours.value) < MOST_BEYOND
    if ours.bound is Bound.NEARLY and plain and 0 <= ours.value - theirs.value <= NEARLY_SHARE:
        return True
    if (
        ours.bound is Bound.ABOUT
        and 0 < ours.value <= ONE_IN_SEVEN
        and theirs.value > 0
        and _is_one_in(ours.value, theirs.value)
    ):
        return True
    if _is_whole_percent(ours.value) and not _is_whole_percent(theirs.value):
        close = abs(ours.value - theirs.value) <= PERCENT / 2 + NEAR
        if close or ours.bound not in {Bound.ABOUT, Bound.NEARLY}:
            return close
    gap = SHARE_TOLERANCE if plain and ours.bound in {Bound.ABOUT, Bound.NEARLY} else 0.006
    return abs(ours.value - theirs.value) <= gap and plain


def _is_whole_percent(share: float) -> bool:
    return math.isclose(share / PERCENT, round(share / PERCENT), abs_tol=1e-4)


def _is_simple(share: float) -> bool:
    """Say whether a share is told as halves, thirds, quarters, fifths or tenths."""
    return any(math.isclose(share * whole, round(share * whole), abs_tol=1e-4) for whole in SIMPLE)


def _is_one_in(ours: float, theirs: float) -> bool:
    """Say whether "one in 14" is what 7.1 % comes to in whole numbers."""
    many = 1 / ours
    return abs(many - round(many)) < NEAR and round(1 / theirs) == round(many) <= MOST_IN


def _is_rounded(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether the variant's figure is the source's with fewer digits."""
    if not ours.value or not theirs.value or ours.value * theirs.value < 0:
        return False
    digits = _significant(ours.value)
    if digits >= _significant(theirs.value):
        return False
    if digits == 1 and ours.bound is EXACT:
        return False
    return math.isclose(_round(theirs.value, digits), ours.value, rel_tol=1e-6)


@lru_cache(maxsize=1 << 12)
def _significant(value: float) -> int:
    return len(f"{abs(value):.10g}".replace(".", "").strip("0")) or 1


def _round(value: float, digits: int) -> float:
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))
