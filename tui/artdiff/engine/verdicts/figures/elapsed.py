"""The time between: lengths of time that follow from two dates or times of day, years that follow from a length."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.dates import intervals
from artdiff.engine.facts.fact import Bound, Clock, Quantity, When

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

DAY = 86_400.0
HOUR = 3_600.0
WEEK = 604_800.0
MONTH = 2_629_746.0
YEAR = 31_556_952.0
DURATION = "s"
LEAST_YEARS = 5.0
LEAST_YEAR = 364
"""From so many days on an interval is a whole year."""
MOST_DATES = 24
LONGEST_LIFE = 120
NEARLY = 0.9
REACH = 1.1
"""A length that is told with "more than" may be so much shorter than the true one."""
CLOCK_TOLERANCE = 0.1
FAR_BEYOND = 2_700.0
"""Up to how many seconds more is "more than two hours"."""
BEFORE = frozenset(
    "for in within after over past last next these since during lasted lasts lasting took takes taken space course".split()
)
AFTER = frozenset("ago later earlier after before old since away now long on hence left remaining".split())
UNTIL = frozenset({"to", "until", "till", "and", "–", "-", "through"})
UNITS = {"day": DAY, "night": DAY, "morning": DAY, "week": 7 * DAY, "month": MONTH, "year": YEAR}
NEIGHBOURS = frozenset({"next", "following", "previous"})


class Elapsed(NamedTuple):
    """What a length of time follows from: a fact of the source, and how."""

    fact: Fact
    until: str


def is_elapsed(analysis: Analysis, fact: Fact) -> bool:
    """Say whether the words around a figure make it the time between two moments: "in", "for", "ago", "later"."""
    norms, (first, last) = analysis.text.norms, analysis.text.sentences[fact.sentence].tokens
    before = norms[max(first, fact.tokens[0] - 3) : fact.tokens[0]]
    after = norms[fact.tokens[1] : min(last, fact.tokens[1] + 2)]
    return not (BEFORE.isdisjoint(before) and AFTER.isdisjoint(after))


def from_dates(analyses: Pair[Analysis], quantity: Quantity, near: Collection[int] | None = None) -> Elapsed | None:
    """Return how a length of time follows from two dates of the source, its own among them.

    Args:
        analyses: of both documents.
        quantity: a length of time, or a count that may be of years.
        near: the source's sentences that one of the dates must stand in; None for anywhere.
    """
    if quantity.unit not in {DURATION, ""} or (quantity.unit == "" and quantity.value < LEAST_YEARS):
        return None
    base = analyses.source.text.date
    facts = analyses.source.facts_of(When)[:MOST_DATES]
    dates = [(fact, days) for fact in facts for days in _days(fact, base)]
    chosen = [row for row in dates if near is None or row[0].sentence in near]
    if base:
        own = (base.toordinal(), base.toordinal())
        for fact, days in chosen:
            if _spans(quantity, days, own):
                return Elapsed(fact, f"the time to the source's own date, {base}")
    for (fact, days), (other, others) in combinations(dates, 2):
        if near is not None and fact.sentence not in near and other.sentence not in near:
            continue
        if fact is not other and _spans(quantity, days, others):
            return Elapsed(fact, "the time to another date of the source")
    return None


def at_hour(source: Analysis, hour: float, near: Collection[int]) -> Elapsed | None:
    """Return the time of day that a bare hour means, those of the supporting sentences first."""
    clocks = [one for one in _clocks(source) if isinstance(one.value, Clock) and one.value.first == one.value.last]
    for fact in sorted(clocks, key=lambda one: one.sentence not in near):
        assert isinstance(fact.value, Clock)  # noqa: S101
        if fact.value.first * 60.0 % (DAY / 2) == hour * HOUR % (DAY / 2):
            return Elapsed(fact, "the hour")
    return None


def from_clocks(source: Analysis, quantity: Quantity, near: Collection[int] | None = None) -> Elapsed | None:
    """Return how a length of time follows from two times of day, one of them in a supporting sentence of the source.

    Whole hours lie between any two times of day: for them both must stand there. Without sentences any two do.
    """
    if quantity.unit != DURATION or quantity.value >= DAY:
        return None
    loose = quantity.value % HOUR == 0 or quantity.bound is not Bound.EXACT
    for one, other in combinations(_clocks(source), 2):
        if near is None and _is_gap(quantity, one, other):
            return Elapsed(one, f"the time to “{other.span.of(source.text.document.text)}”")
        if near is None:
            continue
        close = [fact.sentence in near for fact in (one, other)]
        if (all(close) if loose else any(close)) and _is_gap(quantity, one, other):
            return Elapsed(one, "the time to another time of day")
    return None


def from_hours(source: Analysis, quantity: Quantity, near: Collection[int]) -> Elapsed | None:
    """Return how a length of time is that from one time of day to another: "an 11-hour curfew" from 7 p.m. to 6 a.m."""
    if quantity.unit != DURATION or quantity.value >= DAY:
        return None
    for one, other in pairwise(_clocks(source)):
        between = source.text.tokens[one.tokens[1] : other.tokens[0]]
        joined = one.sentence in near and len(between) <= 3 and any(token.norm in UNTIL for token in between)
        if joined and _is_gap(quantity, one, other):
            return Elapsed(one, f"the time to “{other.span.of(source.text.document.text)}”")
    return None


def from_days(source: Analysis, quantity: Quantity, near: Collection[int]) -> Elapsed | None:
    """Return how a number of days is that from one day to another, both counted: a "two-day" fair on 23 and 24 August."""
    if quantity.unit != DURATION or quantity.value % DAY:
        return None
    for fact in source.facts_of(When)[:MOST_DATES]:
        at = fact.tokens[0]
        if fact.sentence in near and isinstance(fact.value, When) and fact.value.day and at > 1:
            joint, first = source.text.tokens[at - 1].norm, source.text.tokens[at - 2].text
            begun = int(first) if first.isdecimal() and len(first) <= 2 else 0
            if joint in UNTIL and begun > 0 and (fact.value.day - begun + 1) * DAY == quantity.value:
                return Elapsed(fact, "the days from the first to the last")
    return None


def _clocks(source: Analysis) -> Sequence[Fact]:
    return source.facts_of(Clock)[:MOST_DATES]


def _is_gap(quantity: Quantity, one: Fact, other: Fact) -> bool:
    """Say whether so long lies between two times of day, or between the second and the first of the next day."""
    assert isinstance(one.value, Clock)  # noqa: S101
    assert isinstance(other.value, Clock)  # noqa: S101
    gap = (other.value.first - one.value.first) * 60.0
    slack = CLOCK_TOLERANCE if quantity.value % HOUR == 0 or quantity.bound is not Bound.EXACT else 0.0
    if quantity.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return any(quantity.value <= length % DAY <= quantity.value + FAR_BEYOND for length in (gap, -gap))
    return any(abs(length % DAY - quantity.value) <= slack * quantity.value for length in (gap, -gap))


def next_unit(source: Analysis, quantity: Quantity, near: Collection[int]) -> str:
    """Return the words by which the source says "the next day" where the variant says "a day later", "" for none."""
    for sentence in near:
        first, last = source.text.sentences[sentence].tokens
        for at in range(first, last - 1):
            one, other = source.text.tokens[at : at + 2]
            if one.norm in NEIGHBOURS and UNITS.get(other.norm) == quantity.value and quantity.unit == DURATION:
                return f"{one.text} {other.text}"
    return ""


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
    whole = seconds % WEEK == 0
    unit = YEAR if seconds >= 1.4 * YEAR else MONTH if seconds >= 0.9 * MONTH else WEEK / 2 if whole else DAY
    if seconds < 2 * DAY:
        return False
    slack = unit if unit != YEAR or most - least < YEAR else 0.5 * unit
    if quantity.bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return seconds <= most and least <= REACH * seconds + unit
    if quantity.bound in {Bound.LESS_THAN, Bound.AT_MOST}:
        return least <= seconds and most >= seconds - unit
    if quantity.bound is Bound.NEARLY and seconds >= YEAR:
        return NEARLY * seconds <= most and least < seconds
    if min(one[1] - one[0], other[1] - other[0]) >= LEAST_YEAR:  # two bare years: "between 1970 and 1995"
        return abs(abs(one[0] - other[0]) * DAY - seconds) <= 0.1 * YEAR
    return least - 0.5 * slack <= seconds <= most + 0.5 * slack and most - least <= 1.5 * YEAR


class YearFrom(NamedTuple):
    """What a year follows from: a length of time, and a year of the source or "" for its own."""

    length: Fact
    other: str


def from_length(analyses: Pair[Analysis], year: int, *, born: bool) -> YearFrom | None:
    """Return how a year follows from a length of time that the source counts from a year, or from its own date.

    Args:
        analyses: of both documents.
        year: which.
        born: the variant speaks of a birth, so that an age counts as well.
    """
    source = analyses.source
    years = [fact for fact in source.facts_of(When) if isinstance(fact.value, When) and fact.value.year is not None]
    for length, count in _lengths(source, born=born):
        for fact in years:
            near = abs(
                source.text.sentences[fact.sentence].paragraph - source.text.sentences[length.sentence].paragraph
            )
            assert isinstance(fact.value, When)  # noqa: S101
            if near == 0 and fact.value.year is not None and abs(year - fact.value.year) == count:
                return YearFrom(length, fact.span.of(source.text.document.text))
        if source.text.date and abs(year - source.text.date.year) in {count, count + born}:
            return YearFrom(length, "")
    return None


def _lengths(source: Analysis, *, born: bool) -> Iterator[tuple[Fact, int]]:
    """Yield the lengths of time that tell when something was, in years, and ages where these count."""
    for fact in source.facts:
        if not isinstance(fact.value, Quantity) or fact.value.unit not in {DURATION, ""}:
            continue
        count = round(fact.value.value / (YEAR if fact.value.unit == DURATION else 1))
        told = is_elapsed(source, fact) if fact.value.unit == DURATION else born
        if told and 0 < count < LONGEST_LIFE:
            yield fact, count
