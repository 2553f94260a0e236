"""Figures that follow from the source's by arithmetic: differences, sums, shares, years between."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Bound, Quantity, When
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.places import Nearness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Span
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.places import Places

YEAR = 31556952.0
LEAST_DERIVED = 3.0
"""Smaller counts come out of any arithmetic by chance."""
MOST_OPERANDS = 14


class Derivation(NamedTuple):
    """How a figure follows from the source's.

    Attributes:
        span: the first of the source's figures that it follows from.
        reason: the arithmetic, in a sentence.
    """

    span: Span
    reason: str


def derive(analyses: Pair[Analysis], places: Places, fact: Fact) -> Derivation | None:
    """Return how a variant's figure follows from those of the source near it; None where it does not."""
    operands = _operands(places, fact)
    for found in (*_from_pairs(analyses, fact, operands), *_from_years(analyses, fact)):
        return found
    return None


def _operands(places: Places, fact: Fact) -> list[Fact]:
    near = [row.fact for row in places.candidates(fact) if row.nearness >= Nearness.PARAGRAPH]
    return near[:MOST_OPERANDS]


def _from_pairs(analyses: Pair[Analysis], fact: Fact, operands: list[Fact]) -> Iterator[Derivation]:
    quantity = fact.value
    assert isinstance(quantity, Quantity)  # noqa: S101
    for at, first in enumerate(operands):
        for second in operands[at + 1 :]:
            one, other = first.value, second.value
            if isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit == other.unit:
                yield from _from_pair(analyses, quantity, first, second, one, other)


def _from_pair(
    analyses: Pair[Analysis], quantity: Quantity, first: Fact, second: Fact, one: Quantity, other: Quantity
) -> Iterator[Derivation]:
    words = Pair_words(analyses, first, second)
    large, small = max(one.value, other.value), min(one.value, other.value)
    if quantity.unit == one.unit and abs(quantity.value) >= LEAST_DERIVED * (
        quantity.unit in {"", "%"} and quantity.unit == ""
    ):
        if _near(quantity, large - small):
            yield Derivation(first.span, f"It follows from the source's {words}: the difference of the two.")
        elif _near(quantity, large + small):
            yield Derivation(first.span, f"It follows from the source's {words}: the sum of the two.")
    if quantity.unit == "%" and one.unit != "%" and large > 0:
        for share in (small / large, 1 - small / large):
            if _near_share(quantity, share):
                yield Derivation(first.span, f"It follows from the source's {words}: the share of one in the other.")


def Pair_words(analyses: Pair[Analysis], first: Fact, second: Fact) -> str:  # noqa: N802
    text = analyses.source.text.document.text
    return f"“{first.span.of(text)}” and “{second.span.of(text)}”"


def _near(quantity: Quantity, value: float) -> bool:
    tolerance = 0.0501 if quantity.bound is not Bound.EXACT else 1e-6
    return math.isclose(quantity.value, value, rel_tol=tolerance, abs_tol=1e-9)


def _near_share(quantity: Quantity, share: float) -> bool:
    gap = share - quantity.value
    if quantity.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return 0 <= gap < 0.08
    if quantity.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        return 0 <= -gap < 0.08
    return abs(gap) <= (0.03 if quantity.bound is Bound.ABOUT else 0.006)


def _from_years(analyses: Pair[Analysis], fact: Fact) -> Iterator[Derivation]:
    """Yield the years between a date in the source and the article's own: "in 47 years" from 1978 to 2025."""
    base = analyses.source.text.date
    quantity = fact.value
    assert isinstance(quantity, Quantity)  # noqa: S101
    if base is None or fact.kind is not FactKind.DURATION or quantity.value < 2 * YEAR:
        return
    years = round(quantity.value / YEAR)
    for other in analyses.source.facts:
        if (
            isinstance(other.value, When)
            and other.value.year
            and abs(base.year - other.value.year - years) <= (0 if quantity.bound is Bound.EXACT else 1)
        ):
            words = other.span.of(analyses.source.text.document.text)
            yield Derivation(other.span, f"It follows from the source's “{words}”: the years up to {base.year}.")
