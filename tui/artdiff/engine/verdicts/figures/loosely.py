"""Whether simple arithmetic on the figures around a place gives a figure, whatever the words say.

The judge of figures calls a figure derived only when the words speak of it. Writers also work figures out and do not say
so: of $85,000 the one pays $52,000 "and the trust $33,000". Two figures give a third by chance as well, so this is no
proof: it is told to the model, with how much there was to reckon with.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from itertools import chain, combinations, product
from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Bound, Quantity, When
from artdiff.engine.facts.multiples import TIMES
from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.figures.operands import digits, digits_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

SHARE, SECONDS, YEAR = "%", "s", 31_556_952.0
UNRECKONED = frozenset({"ordinal", "score", "degC", "streak"})
MOST, MOST_FAR, MOST_FACTS = 14, 20, 400
ROUGH, FINE, HEDGED = 0.03, 0.006, 0.06
"""How far what is reckoned may lie from a figure of one or two digits, of more, and from a hedged one."""
MOST_TIMES = 60.0
MOST_APART = 4.0
"""A bare figure this near to one with a unit may be meant in that: "from 410 to 455 euros"."""


class _Number(NamedTuple):
    """A number to reckon with, and whether it stands in the first support or the variant's own sentence."""

    value: float
    unit: str
    near: bool


def loosely(analyses: Pair[Analysis], fact: Fact, sentences: Sequence[int]) -> tuple[tuple[str, float], ...]:
    """Return for the model whether a variant's figure can be reckoned from the figures around.

    Args:
        analyses: of both documents.
        fact: the variant's figure.
        sentences: the supporting source sentences, the best first.
    """
    quantity = fact.value
    if not isinstance(quantity, Quantity) or quantity.unit in UNRECKONED or not quantity.value:
        return ()
    numbers = list(_numbers(analyses, fact, sentences))[:MOST]
    tolerance = _tolerance(quantity.value, quantity.unit, quantity.bound)
    found = [near for value, near in _reckoned(quantity, numbers) if isclose(quantity.value, value, rel_tol=tolerance)]
    told = digits(quantity)
    far = not found and told > 1 and _is_far_reckoned(analyses.source, quantity)
    return (
        ("reckoned far", float(far)),
        ("reckoned of three", float(not found and told > 1 and _is_of_three(quantity, numbers))),
        ("reckoned", float(bool(found))),
        ("reckoned near", float(any(found))),
        ("reckoned precise", float(bool(found)) * min(told, 4) / 4),
        ("reckoned near precise", float(any(found)) * min(told, 4) / 4),
        ("reckoned by chance", float(bool(found)) * len(numbers) / MOST),
    )


def _is_far_reckoned(source: Analysis, quantity: Quantity) -> bool:
    """Say whether two figures anywhere in the source give one of several digits, one of the two in its own unit."""
    by_unit = _far(source)
    own = by_unit.get(quantity.unit, [])[:MOST_FAR] if quantity.unit != TIMES else []
    shares = by_unit.get(SHARE, [])[:MOST] if quantity.unit != SHARE else []
    tolerance = _tolerance(quantity.value, quantity.unit, quantity.bound)
    for one, other in chain(combinations(own, 2), product(own, shares)):
        large, small = (one, other) if one >= other else (other, one)
        for value in _of_two(quantity.unit, large, small):
            if isclose(quantity.value, value, rel_tol=tolerance):
                return True
    return False


@remembered(1 << 6)
def _far(source: Analysis) -> dict[str, list[_Number]]:
    """Return the figures of a source by their units."""
    by_unit: dict[str, list[_Number]] = {}
    for one in _read(source.facts[:MOST_FACTS], near=False):
        by_unit.setdefault(one.unit, []).append(one)
    return by_unit


def _is_of_three(quantity: Quantity, numbers: Sequence[_Number]) -> bool:
    """Say whether three figures around give one of several digits: a whole without two parts, or three parts together."""
    own = sorted((one.value for one in numbers if one.unit == quantity.unit), reverse=True)
    tolerance = _tolerance(quantity.value, quantity.unit, quantity.bound)
    for large, one, other in combinations(own, 3):
        left, whole = large - one - other, large + one + other
        if isclose(quantity.value, left, rel_tol=tolerance) or isclose(quantity.value, whole, rel_tol=tolerance):
            return True
    return False


def _numbers(analyses: Pair[Analysis], fact: Fact, sentences: Sequence[int]) -> Iterator[_Number]:
    """Yield the figures beside it, those of the supporting sentences, then those of the sentences around."""
    source, variant = analyses
    count = len(source.text.sentences)
    around = sorted({at + step for at in sentences for step in (-1, 1)}.difference(sentences))
    yield from _read([one for one in variant.facts_in(fact.sentence) if one is not fact], near=True)
    for place, index in enumerate(sentences):
        yield from _read(source.facts_in(index), near=not place)
    for index in around:
        if 0 <= index < count:
            yield from _read(source.facts_in(index), near=False)
    if source.text.date and sentences:
        yield _Number(source.text.date.year, "year", near=False)


def _read(facts: Iterable[Fact], *, near: bool) -> list[_Number]:
    found: list[_Number] = []
    for fact in facts:
        value = fact.value
        if isinstance(value, Quantity):
            if value.unit not in UNRECKONED and 0 < value.value < math.inf:
                found.append(_Number(value.value, value.unit, near))
        elif isinstance(value, When) and value.year:
            found.append(_Number(value.year, "year", near))
    return found


def _reckoned(wanted: Quantity, numbers: Sequence[_Number]) -> Iterator[tuple[float, bool]]:
    """Yield what two numbers give in the unit of a figure, and whether both are near."""
    if wanted.unit == SHARE:
        yield from ((1.0 - one.value, one.near) for one in numbers if one.unit == SHARE)
    told = numbers if wanted.unit in {SHARE, TIMES} else [one for one in numbers if one.unit in _kin(wanted.unit)]
    for one, other in combinations(told, 2):
        large, small = (one, other) if one >= other else (other, one)
        near = large.near and small.near
        for value in _of_two(wanted.unit, large, small):
            yield value, near


@cache
def _kin(unit: str) -> frozenset[str]:
    """Return the units of figures that may give one in a unit other than a share."""
    return frozenset({unit, "", SHARE, "year"})


def _of_two(unit: str, large: _Number, small: _Number) -> Sequence[float]:
    """Return what two numbers give in a unit."""
    one, other = large.unit, small.unit
    if "year" in {one, other}:
        dates = one == other and unit in {SECONDS, ""}
        return ((large.value - small.value) * (YEAR if unit == SECONDS else 1.0),) if dates else ()
    found: list[float] = []
    if one == other == unit:
        found += (large.value - small.value, large.value + small.value)
    if one == other != SHARE and unit in {SHARE, TIMES}:
        found += _ratios(unit, large.value, small.value)
    if unit == SHARE:
        return found
    if one == unit and other == SHARE:
        found += (large.value * small.value, large.value * (1.0 - small.value))
    elif (one == unit and other == "") or (one == "" and other == unit):
        count, told = (small, large) if other == "" else (large, small)
        if large.value <= MOST_APART * small.value:
            found.append(large.value - small.value)
        found.append(told.value / count.value)
        if count.value <= MOST_TIMES:
            found.append(told.value * count.value)
    return found


def _ratios(unit: str, large: float, small: float) -> Iterator[float]:
    """Yield what one figure is of another: a multiple, or a share, its rest and the growth."""
    if unit == TIMES:
        yield large / small
        return
    yield small / large
    yield 1.0 - small / large
    yield large / small - 1.0


@lru_cache(maxsize=1 << 10)
def _tolerance(value: float, unit: str, bound: Bound) -> float:
    """Return how far what is reckoned may lie from a figure, as a part of it."""
    if bound is not Bound.EXACT or unit == TIMES:
        return HEDGED
    return ROUGH if digits_in(value, unit) <= 2 else FINE
