"""Figures that follow from the source's by arithmetic: differences, sums, shares, rests, the time between dates.

Derivation is stingy. Chance produces small counts, so these need larger results; a figure that misses a source figure
by one digit is a slip and not a derivation.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from artdiff.engine.facts.dates import intervals
from artdiff.engine.facts.fact import Bound, Quantity, When
from artdiff.engine.verdicts.places import Nearness
from artdiff.engine.verdicts.quantities import Match, match

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.places import Places

DAY = 86_400.0
MONTH = 2_629_746.0
YEAR = 31_556_952.0
LEAST_COUNT = 5.0
"""Smaller counts come out of any arithmetic by chance."""
MOST_OPERANDS = 16
MOST_DATES = 24
LONGEST_LIFE = 120
DURATION = "s"
SHARE = "%"
REMAINDER = frozenset("remaining rest other others left further more else elsewhere leaving balance".split())


class Derivation(NamedTuple):
    """How a figure follows from the source's.

    Attributes:
        span: the first of the source's figures that it follows from.
        reason: the arithmetic, in a sentence.
    """

    span: Span
    reason: str


class _Operand(NamedTuple):
    """A source figure to reckon with."""

    fact: Fact
    quantity: Quantity


def derive(analyses: Pair[Analysis], places: Places, fact: Fact, *, rivalled: bool, slip: bool) -> Derivation | None:
    """Return how a variant's figure follows from those of the source near it; None where it does not.

    Args:
        analyses: of both documents.
        places: of the source's figures.
        fact: the variant's figure.
        rivalled: a source figure of the same kind stands unused at this place; dates, of which there are always
            many, then explain nothing.
        slip: the figure is that one but for a digit; then only figures of the supporting sentences explain it.
    """
    quantity = fact.value
    if not isinstance(quantity, Quantity) or quantity.unit in {"ordinal", "score"}:
        return None
    operands = _operands(places, fact)
    rows = (
        *_complements(quantity, operands),
        *_differences(quantity, operands),
        *_shares(quantity, operands),
        *_parts(quantity, operands),
        *_all_but(analyses.variant, fact, quantity, operands),
        *_between(quantity, operands),
        *_rests(analyses.variant, fact, quantity, operands),
    )
    near = set(places.support(fact).sentences)
    for used, how in rows:
        if not slip or all(one.fact.sentence in near for one in used):
            return _derivation(analyses.source, used, how)
    return None if rivalled else _from_dates(analyses, quantity)


def _derivation(source: Analysis, used: Iterable[_Operand], how: str) -> Derivation:
    facts = [one.fact for one in used]
    words = ", ".join(f"“{fact.span.of(source.text.document.text)}”" for fact in facts)
    return Derivation(facts[0].span, f"It follows from the source's {words}: {how}.")


def _operands(places: Places, fact: Fact) -> list[_Operand]:
    rows = places.candidates(fact)
    least = Nearness.DOCUMENT if is_precise(fact) else Nearness.PARAGRAPH
    near = [row.fact for row in rows if row.nearness >= least]
    operands = [_Operand(one, one.value) for one in near if isinstance(one.value, Quantity)]
    return [one for one in operands if one.quantity.unit not in {"ordinal", "score"}][:MOST_OPERANDS]


def is_precise(fact: Fact) -> bool:
    """Say whether a figure has so many digits that far figures do not give it by chance."""
    return isinstance(fact.value, Quantity) and len(f"{abs(fact.value.value):.10g}".replace(".", "").strip("0")) >= 2


Row: TypeAlias = "tuple[Sequence[_Operand], str]"


def _complements(quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield 80 % from "one in five": the rest of a whole."""
    for one in operands:
        if quantity.unit == SHARE and one.quantity.unit == SHARE and 0 < one.quantity.value < 1:
            turned = one.quantity._replace(value=1 - one.quantity.value, bound=_turned(one.quantity.bound))
            if match(quantity, turned) >= Match.COARSER:
                yield (one,), "the rest of the whole"


def _turned(bound: Bound) -> Bound:
    return {
        Bound.MORE_THAN: Bound.LESS_THAN,
        Bound.LESS_THAN: Bound.MORE_THAN,
        Bound.AT_LEAST: Bound.AT_MOST,
        Bound.AT_MOST: Bound.AT_LEAST,
    }.get(bound, bound)


def _differences(quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    if quantity.unit == "" and abs(quantity.value) < LEAST_COUNT:
        return
    for one, other in combinations(operands, 2):
        units = {one.quantity.unit, other.quantity.unit}
        wanted = SHARE if quantity.unit == "points" else quantity.unit
        if units != {wanted}:
            continue
        gap = abs(one.quantity.value - other.quantity.value)
        if _is(quantity, gap):
            yield (one, other), "the difference of the two"
        elif quantity.unit not in {SHARE, "points"} and _is(quantity, one.quantity.value + other.quantity.value):
            yield (one, other), "the sum of the two"


def _shares(quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield "a third" from two of six, "more than half" from 800 of 1,450."""
    if quantity.unit != SHARE:
        return
    for one, other in combinations(operands, 2):
        small, large = sorted((one.quantity.value, other.quantity.value))
        if one.quantity.unit != other.quantity.unit or one.quantity.unit == SHARE or small <= 0:
            continue
        for share in (small / large, 1 - small / large):
            if _is_share(quantity, share):
                yield (one, other), "the share of one in the other"


def _parts(quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield $250,000 from a third of $750,000."""
    for one, other in combinations(operands, 2):
        for share, whole in ((one, other), (other, one)):
            if share.quantity.unit == SHARE and whole.quantity.unit == quantity.unit != SHARE:
                for part in (share.quantity.value, 1 - share.quantity.value):
                    if _is(quantity, part * whole.quantity.value):
                        yield (share, whole), "the one part of the other"


def _all_but(variant: Analysis, fact: Fact, quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield "all but two" from twelve of fourteen."""
    before = [token.norm for token in variant.text.tokens[max(0, fact.tokens[0] - 2) : fact.tokens[0]]]
    if before != ["all", "but"]:
        return
    for one, other in combinations(operands, 2):
        if abs(one.quantity.value - other.quantity.value) == quantity.value:
            yield (one, other), "the difference of the two"


def _between(quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield "about $90 million" from a range of $85 to $95 million."""
    if quantity.bound is not Bound.ABOUT:
        return
    for one, other in pairwise(operands):
        apart = other.fact.tokens[0] - one.fact.tokens[1]
        same_unit = one.quantity.unit == other.quantity.unit == quantity.unit
        if same_unit and 0 < apart <= 2 and one.quantity.value <= quantity.value <= other.quantity.value:
            yield (one, other), "it lies between the two"


def _rests(variant: Analysis, fact: Fact, quantity: Quantity, operands: Sequence[_Operand]) -> Iterator[Row]:
    """Yield what is left of a whole after two or three parts, where the words say that something is left."""
    sentence = variant.text.sentences[fact.sentence]
    if not any(token.norm in REMAINDER for token in variant.text.words_of(sentence)):
        return
    same = [one for one in operands if one.quantity.unit == quantity.unit]
    for whole in same:
        others = [one for one in same if one is not whole and one.quantity.value < whole.quantity.value]
        for count in (2, 3):
            for parts in combinations(others, count):
                if _is(quantity, whole.quantity.value - sum(one.quantity.value for one in parts)):
                    yield (whole, *parts), "what is left of the first"


def _is(quantity: Quantity, value: float) -> bool:
    if value <= 0:
        return False
    reckoned = Quantity(value, value, value, quantity.unit, Bound.EXACT)
    return match(quantity, reckoned) >= Match.COARSER


def _is_share(quantity: Quantity, share: float) -> bool:
    return match(quantity, Quantity(share, share, share, SHARE, Bound.EXACT)) >= Match.COARSER


def _from_dates(analyses: Pair[Analysis], quantity: Quantity) -> Derivation | None:
    """Return how a length of time follows from two dates of the source, its own among them."""
    if quantity.unit not in {DURATION, ""} or (quantity.unit == "" and quantity.value < LEAST_COUNT):
        return None
    base = analyses.source.text.date
    dates = [(fact, interval) for fact in analyses.source.facts for interval in _days(fact, base)][:MOST_DATES]
    pairs = [(first, second) for first, second in combinations(dates, 2) if first[0] is not second[0]]
    own = (base.toordinal(), base.toordinal()) if base else None
    rows = [(fact, interval, own) for fact, interval in dates if own]
    rows += [(first[0], first[1], second[1]) for first, second in pairs]
    for fact, one, other in rows:
        if _spans(quantity, one, other):
            words = fact.span.of(analyses.source.text.document.text)
            until = f"the source's own date, {base}" if other == own else "another date of the source"
            return Derivation(fact.span, f"It follows from the source's “{words}”: the time to {until}.")
    return None


def _days(fact: Fact, base: dt.date | None) -> tuple[tuple[int, int], ...]:
    """Return the days that a source's date means, of several the nearest to its own date."""
    if not isinstance(fact.value, When):
        return ()
    found = intervals(fact.value, base)
    if len(found) < 2 or base is None:
        return found
    today = base.toordinal()
    return (min(found, key=lambda days: abs(days[0] - today)),)


def _spans(quantity: Quantity, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether a length of time may lie between two intervals of days, counted in its own unit."""
    least = max(0, max(one[0], other[0]) - min(one[1], other[1])) * DAY
    most = (max(one[1], other[1]) - min(one[0], other[0])) * DAY
    seconds = quantity.value if quantity.unit == DURATION else quantity.value * YEAR
    unit = YEAR if seconds >= 1.4 * YEAR else MONTH if seconds >= 0.9 * MONTH else DAY
    if seconds < 2 * DAY:
        return False
    slack = unit if unit is not YEAR or most - least < YEAR else 0.5 * unit
    if quantity.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return seconds <= most and least <= seconds + unit
    if quantity.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        return least <= seconds and most >= seconds - unit
    return least - 0.5 * slack <= seconds <= most + 0.5 * slack and most - least <= 1.5 * YEAR


def derive_year(analyses: Pair[Analysis], year: int) -> Derivation | None:
    """Return how a year follows from a year and a length of time or an age that the source gives."""
    base = analyses.source.text.date
    years = [
        (fact, fact.value.year)
        for fact in analyses.source.facts
        if isinstance(fact.value, When) and fact.value.year is not None
    ]
    lengths = [
        (fact, round(fact.value.value / (YEAR if fact.value.unit == DURATION else 1)))
        for fact in analyses.source.facts
        if isinstance(fact.value, Quantity) and fact.value.unit in {DURATION, ""} and fact.value.value >= 1
    ]
    text = analyses.source.text.document.text
    starts = [(f" and “{fact.span.of(text)}”", value) for fact, value in years] + ([("", base.year)] if base else [])
    for words, other in starts:
        for length, count in lengths:
            if 0 < count < LONGEST_LIFE and abs(year - other) == count:
                return Derivation(length.span, f"It follows from the source's “{length.span.of(text)}”{words}.")
    return None
