"""How two figures differ: by a digit, a unit, thousands; and which figures are too slight to tell anything."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.hedges import SILENT
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.figures.quantities import factors_of

if TYPE_CHECKING:
    from artdiff.engine.facts.fact import Fact

SMALL_RANK = 12
SMALL_COUNT = 3
"""Counts up to here often count what the text lists ("both", "the two"): without a rival they pass."""
SINGLE = frozenset({60.0, 3600.0, 86_400.0, 604_800.0, 2_629_746.0, 31_556_952.0})
"""A minute, an hour, a day, a week, a month, a year in seconds."""


def quantity_of(fact: Fact) -> Quantity:
    """Return a figure's value."""
    assert isinstance(fact.value, Quantity)  # noqa: S101
    return fact.value


def is_slip(fact: Fact, rival: Fact) -> bool:
    """Say whether a figure is the one that stands in its place but for one digit or two swapped ones."""
    ours, theirs = (f"{quantity_of(one).value:.10g}" for one in (fact, rival))
    if quantity_of(fact).bound is not quantity_of(rival).bound and quantity_of(fact).bound in SILENT:
        return False
    if quantity_of(fact).unit == "s" and _is_other_unit(quantity_of(fact), quantity_of(rival)):
        return True
    if _is_other_scale(ours, theirs):
        return True
    if len(ours) != len(theirs) or len(ours.replace(".", "").strip("0")) < 2:
        return False
    differing = sum(one != other for one, other in zip(ours, theirs, strict=True))
    return differing == 1 or (differing == 2 and sorted(ours) == sorted(theirs))


def _is_other_scale(ours: str, theirs: str) -> bool:
    """Say whether two figures have the same digits, several, and differ by thousands: "$2.2 million" and "$2.2 billion"."""
    one, other = (written.replace(".", "").strip("0") for written in (ours, theirs))
    return one == other and len(one) > 1 and ours != theirs


def _is_other_unit(ours: Quantity, theirs: Quantity) -> bool:
    """Say whether two lengths of time are so many of different units: "two months" and "two weeks"."""
    return ours.value != theirs.value and not _counts(ours.value).isdisjoint(_counts(theirs.value))


@lru_cache(maxsize=1 << 10)
def _counts(seconds: float) -> frozenset[float]:
    """Return how many of its two largest units a length of time has, where these are several: four weeks are two fortnights."""
    units = sorted((unit for unit in factors_of("s") if math.isclose(seconds % unit, 0, abs_tol=1e-6)), reverse=True)
    return frozenset(count for unit in units[:2] if (count := round(seconds / unit, 3)) > 1)


def scale(ours: Fact, theirs: Fact) -> float:
    """Return by how many powers of ten two figures differ, three at most."""
    one, other = abs(quantity_of(ours).value), abs(quantity_of(theirs).value)
    return min(3.0, abs(math.log10(one / other))) if min(one, other) > 0 and max(one, other) < math.inf else 3.0


def is_small(fact: Fact) -> bool:
    """Say whether a figure is a small count, a rank or a single day."""
    return is_slight(fact) or (not quantity_of(fact).unit and quantity_of(fact).value <= 12)


def is_slight(fact: Fact) -> bool:
    """Say whether a figure often only counts what the text tells: a small count, a rank, a single day."""
    quantity = quantity_of(fact)
    if quantity.unit == "ordinal":
        return quantity.value <= SMALL_RANK
    if fact.kind is FactKind.NUMBER and not quantity.unit:
        return quantity.value <= SMALL_COUNT
    return is_single(fact)


def is_rank(fact: Fact) -> bool:
    """Say whether a figure is a rank above the first."""
    return quantity_of(fact).unit == "ordinal" and quantity_of(fact).value > 1


def is_single(fact: Fact) -> bool:
    """Say whether a length of time is one day or the like, which often is no length at all."""
    return quantity_of(fact).unit == "s" and quantity_of(fact).value in SINGLE
