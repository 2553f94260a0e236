"""Arithmetic that gives a variant's figure from the source's: differences, sums, shares, parts, rests, rates.

It is stingy: any two figures give a third, so the variant's words must speak of a sum, a difference or a rest, or the
figure must have so many digits that chance does not give it.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, TypeAlias

from artdiff.engine.facts.fact import Bound, Quantity
from artdiff.engine.facts.multiples import TIMES
from artdiff.engine.verdicts.figures.operands import (
    COMPLEMENT,
    DIFFERENCE,
    GROWTH,
    HEDGED_TOLERANCE,
    LEAST_COUNT,
    LEAST_SHARE,
    LEAST_WITH_OTHERS,
    PART_TOLERANCE,
    RATES,
    REMAINDER,
    SHARE,
    SUM,
    TIMES_TOLERANCE,
    Operand,
    Sought,
    digits,
    factors_in,
)
from artdiff.engine.verdicts.figures.quantities import Match, match, told_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


Row: TypeAlias = "tuple[Sequence[Operand], str]"


def reckon(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield the operands that give a figure, with how they do."""
    if operands:
        for way in WAYS:
            yield from way(wanted, operands)


def _complements(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield 80 % from "one in five": the rest of a whole."""
    if wanted.quantity.unit != SHARE:
        return
    for one in operands:
        told = one.denied or wanted.telling or not COMPLEMENT.isdisjoint(wanted.sentence)
        if told and one.quantity.unit == SHARE and 0 < one.quantity.value < 1:
            turned = one.quantity._replace(value=1 - one.quantity.value, bound=_turned(one.quantity.bound))
            if match(wanted.quantity, turned) >= Match.COARSER:
                yield (one,), "the rest of the whole"


def _ratios(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield "twice" from 240 and 120, from growth by 100 %, from a half."""
    if wanted.quantity.unit == SHARE:
        for one in operands:
            value = one.quantity.value if one.quantity.unit == TIMES and one.near else 0.0
            if value and any(is_share(wanted.quantity, share) for share in (value, 1 / value)):
                yield (one,), "the one is so many times the other"
    if wanted.quantity.unit != TIMES:
        return
    for one in operands:
        share = one.quantity.value if one.quantity.unit == SHARE and one.near else 0.0
        if share and any(_is_times(wanted.quantity, value) for value in (1 / share, share, 1 + share, 1 - share)):
            yield (one,), "the one is so many times the other"
    for one, other in combinations([row for row in operands if row.near], 2):
        small, large = sorted((one.quantity.value, other.quantity.value))
        alike = one.quantity.unit == other.quantity.unit != TIMES and small > 0
        if alike and any(_is_times(wanted.quantity, value) for value in (large / small, small / large)):
            yield (one, other), "the one is so many times the other"


def _is_times(quantity: Quantity, value: float) -> bool:
    """Say whether a multiple that was reckoned is the one that is told: nobody tells it finer than by halves."""
    reckoned = Quantity(value, value, value, TIMES, Bound.EXACT)
    return math.isclose(quantity.value, value, rel_tol=TIMES_TOLERANCE) or match(quantity, reckoned) >= Match.COARSER


def _multiples(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield 10,000 in 2022 from "5,000, half as much as in 2022", or from words that double."""
    for one in operands:
        if one.quantity.unit != wanted.quantity.unit or one.quantity.unit == SHARE or not one.near:
            continue
        for factor in {*one.factors, *factors_in(wanted.multiplying)}:
            if any(
                is_close(wanted.quantity, value) for value in (one.quantity.value * factor, one.quantity.value / factor)
            ):
                yield (one,), f"{factor:g} times the one is the other"


def _growths(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield 500 % from a price of 150 that became 900."""
    if wanted.quantity.unit != SHARE or not wanted.hints(GROWTH):
        return
    for one in operands:
        if one.quantity.unit == TIMES and one.near and is_share(wanted.quantity, abs(one.quantity.value - 1)):
            yield (one,), "the growth by so many times"
    for one, other in combinations(operands, 2):
        alike = one.quantity.unit == other.quantity.unit != SHARE and one.near and other.near
        if not alike or min(one.quantity.value, other.quantity.value) <= 0:
            continue
        rows = ((one, other), (other, one))
        if any(is_share(wanted.quantity, abs(new.quantity.value / old.quantity.value - 1)) for old, new in rows):
            yield (one, other), "the growth from one to the other"


def _of_others(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield 12 from "11 other sites": one more, for one is told apart."""
    for one in operands:
        whole = one.quantity.value + 1
        if one.lacking and one.near and not one.quantity.unit and whole == wanted.quantity.value >= LEAST_WITH_OTHERS:
            yield (one,), "these and the one"


def _turned(bound: Bound) -> Bound:
    return {
        Bound.MORE_THAN: Bound.LESS_THAN,
        Bound.LESS_THAN: Bound.MORE_THAN,
        Bound.AT_LEAST: Bound.AT_MOST,
        Bound.AT_MOST: Bound.AT_LEAST,
    }.get(bound, bound)


def _rates(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield 336 a year from 28 a month."""
    ours = RATES.get(wanted.quantity.per)
    for one in operands if ours else ():
        theirs = RATES.get(one.quantity.per)
        if theirs and theirs != ours and one.quantity.unit == wanted.quantity.unit:
            reckoned = one.quantity.value * theirs / (ours or 1.0)
            if _is(wanted.quantity, reckoned) or math.isclose(wanted.quantity.value, reckoned, rel_tol=0.02):
                yield (one,), f"so much per {one.quantity.per}"


def _sums_and_differences(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    quantity = wanted.quantity
    if quantity.unit == "" and abs(quantity.value) < LEAST_COUNT:
        return
    unit = SHARE if quantity.unit == "points" else quantity.unit
    same = [one for one in operands if one.quantity.unit == unit]
    less, more = (
        wanted.hints(DIFFERENCE) or wanted.compares or unit != quantity.unit,
        wanted.hints(SUM) and unit != SHARE,
    )
    free = wanted.telling and unit != SHARE
    if wanted.compares and not unit:
        yield from _told_apart(wanted, operands)
    for one, other in combinations(same, 2):
        if not (one.near or other.near or wanted.telling) or _is_slight_part(one.quantity, other.quantity):
            continue
        told = less or free or (unit != SHARE and (one.compared or other.compared))
        if told and is_close(quantity, abs(one.quantity.value - other.quantity.value)):
            yield (one, other), "the difference of the two"
        elif (more or free or one.lacking or other.lacking) and is_close(
            quantity, one.quantity.value + other.quantity.value
        ):
            yield (one, other), "the sum of the two"


def _told_apart(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield "26 more than allowed" from "36 litres a second, against a limit of 10": both in the unit of the one."""
    for one, other in combinations(operands, 2):
        bare = (one.quantity.unit == "") != (other.quantity.unit == "")
        if bare and one.near and other.near and SHARE not in {one.quantity.unit, other.quantity.unit}:
            mine, theirs = (row.quantity.value / told_in(row.quantity) for row in (one, other))
            if math.isclose(abs(mine - theirs), wanted.quantity.value):
                yield (one, other), "the difference of the two"


def _is_slight_part(one: Quantity, other: Quantity) -> bool:
    """Say whether one figure is so small beside another that their sum or difference is the other one, rounded."""
    small, large = sorted((abs(one.value), abs(other.value)))
    return small <= 2 * PART_TOLERANCE * large


def _shares(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield "a third" from two of six, "more than half" from 800 of 1,450."""
    if wanted.quantity.unit != SHARE:
        return
    for one, other in combinations(operands, 2):
        small, large = sorted((one.quantity.value, other.quantity.value))
        alike = one.quantity.unit == other.quantity.unit != SHARE and one.near and other.near
        if not alike or small <= 0:
            continue
        if small / large < LEAST_SHARE and digits(wanted.quantity) < 2:
            continue
        for share in (small / large, 1 - small / large):
            if is_share(wanted.quantity, share):
                yield (one, other), "the share of one in the other"


def _parts(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield $250,000 from a third of $750,000."""
    quantity = wanted.quantity
    units = {one.quantity.unit for one in operands}
    if SHARE not in units or quantity.unit not in units:
        return
    for one, other in combinations(operands, 2):
        if one.quantity.unit != SHARE != other.quantity.unit:
            continue
        for share, whole in ((one, other), (other, one)):
            fits = share.quantity.unit == SHARE and whole.quantity.unit == quantity.unit
            if not fits or share.quantity.bound not in {Bound.EXACT, Bound.ABOUT, Bound.NEARLY}:
                continue
            parts = (
                (share.quantity.value, 1 - share.quantity.value) if quantity.unit != SHARE else (share.quantity.value,)
            )
            if quantity.unit == SHARE and (quantity.bound is not Bound.EXACT or not share.near) and _is_plain(quantity):
                continue
            apart = share.fact.sentence != whole.fact.sentence
            if apart and (digits(quantity) < 2 or not (share.near and whole.near)):
                continue
            if any(is_close(quantity, part * whole.quantity.value) for part in parts):
                yield (share, whole), "the one part of the other"


def _is_plain(quantity: Quantity) -> bool:
    """Say whether a share is a half, a third, a quarter or a fifth, which come out of anything."""
    return any(
        math.isclose(quantity.value * whole, round(quantity.value * whole), abs_tol=1e-6) for whole in (2, 3, 4, 5)
    )


def is_close(quantity: Quantity, value: float) -> bool:
    """Say whether what was reckoned is the figure: exactly, or about where the words say so."""
    exact = quantity.bound is Bound.EXACT
    return math.isclose(quantity.value, value, rel_tol=PART_TOLERANCE if exact else HEDGED_TOLERANCE)


def _all_but(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield "all but two" from twelve of fourteen."""
    if {"all", "but"} <= wanted.words:
        for one, other in combinations(operands, 2):
            if abs(one.quantity.value - other.quantity.value) == wanted.quantity.value:
                yield (one, other), "the difference of the two"


def _between(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield "about $90 million" from a range of $85 to $95 million."""
    quantity = wanted.quantity
    if quantity.bound is not Bound.ABOUT:
        return
    for one, other in pairwise(operands):
        apart = other.fact.tokens[0] - one.fact.tokens[1]
        same_unit = one.quantity.unit == other.quantity.unit == quantity.unit
        if same_unit and 0 < apart <= 2 and one.quantity.value <= quantity.value <= other.quantity.value:
            yield (one, other), "it lies between the two"


def _rests(wanted: Sought, operands: Sequence[Operand]) -> Iterator[Row]:
    """Yield what is left of a whole after one part less one, or after two or three, where the words say so."""
    if not wanted.hints(REMAINDER):
        return
    same = [one for one in operands if one.quantity.unit == wanted.quantity.unit]
    for whole in same:
        if wanted.hints(frozenset({"others", "other"})) and wanted.quantity.value == whole.quantity.value - 1:
            yield (whole,), "one less, for one is named"
        if wanted.slip:
            continue
        others = [one for one in same if one is not whole and one.near and one.quantity.value < whole.quantity.value]
        for count in (2, 3):
            for parts in combinations(others, count):
                if is_close(wanted.quantity, whole.quantity.value - sum(one.quantity.value for one in parts)):
                    yield (whole, *parts), "what is left of the first"


def _is(quantity: Quantity, value: float) -> bool:
    if value <= 0:
        return False
    reckoned = Quantity(value, value, value, quantity.unit, Bound.EXACT)
    return match(quantity, reckoned) >= Match.COARSER


def is_share(quantity: Quantity, share: float) -> bool:
    """Say whether a share that was reckoned is the figure, or what the figure rounds."""
    return match(quantity, Quantity(share, share, share, SHARE, Bound.EXACT)) >= Match.COARSER


WAYS: tuple[Callable[[Sought, Sequence[Operand]], Iterator[Row]], ...] = (
    _complements,
    _ratios,
    _multiples,
    _growths,
    _of_others,
    _rates,
    _sums_and_differences,
    _shares,
    _parts,
    _all_but,
    _between,
    _rests,
)
"""How a figure may follow from others, the surest first."""
