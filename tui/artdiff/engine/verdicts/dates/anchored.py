"""Dates that a text tells by another date: "the next year", "four days after", "the month before", "by the end of the year"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.dates import intervals
from artdiff.engine.facts.days import last_of, month_of, ordinal
from artdiff.engine.facts.fact import Quantity, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis

LOOK_BACK = 4
"""How many sentences before one its dates may be told by."""
MOST_ANCHORS = 6
DAYS = {"day": 1, "morning": 1, "afternoon": 1, "evening": 1, "night": 1, "weekend": 7, "week": 7}
PERIODS = frozenset({*DAYS, "month", "year"})
BEFORE = frozenset({"before", "earlier", "previously"})
AFTER = frozenset({"after", "later", "afterward", "afterwards"})
SIDES = {"next": 1, "following": 1, "previous": -1}
AHEAD = frozenset("within in for after next another coming inside take takes taking last lasts need needs".split())
BACK = frozenset("for over past last since these".split())
BEGINNING = frozenset({"beginning", "starting", "from", "begin", "begins", "began"})
SECONDS_A_DAY = 86_400.0
MONTH, YEAR = 2_629_746.0, 31_556_952.0
WINDOW = 4
LONGEST_MONTH = 31


class Shift(NamedTuple):
    """How far from another date: so many days, months and years."""

    days: int = 0
    months: int = 0


class Anchored(NamedTuple):
    """A date that the text tells by another one.

    Attributes:
        span: the words that tell it.
        days: the inclusive interval of ordinals that it means.
    """

    span: Span
    days: tuple[int, int]


def anchored(analysis: Analysis, sentence: int) -> Iterator[Anchored]:
    """Yield the dates that a sentence tells by others, for each date that may be meant."""
    anchors = list(_anchors(analysis, sentence))
    for span, shift in _shifts(analysis, sentence):
        for anchor in anchors:
            yield Anchored(span, _shifted(anchor, shift))
    yield from _ends(analysis, sentence, anchors)


def _anchors(analysis: Analysis, sentence: int) -> Iterator[tuple[int, int]]:
    """Yield the days of the dates in a sentence and shortly before it, and of the document's own."""
    base = analysis.text.date
    sentences = range(max(0, sentence - LOOK_BACK), sentence + 1)
    near = [fact for one in sentences for fact in analysis.facts_in(one) if isinstance(fact.value, When)]
    for fact in near[-MOST_ANCHORS:]:
        assert isinstance(fact.value, When)  # noqa: S101
        found = intervals(fact.value, base)
        if found:
            yield min(found, key=lambda days: abs(days[0] - base.toordinal())) if base else found[0]
    if base:
        yield base.toordinal(), base.toordinal()


def _shifts(analysis: Analysis, sentence: int) -> Iterator[tuple[Span, Shift]]:
    tokens = analysis.text.tokens
    first, last = analysis.text.sentences[sentence].tokens
    for at in range(first, last - 1):
        one, other = tokens[at].norm, tokens[at + 1].norm
        span = Span(tokens[at].start, tokens[at + 1].end)
        if one in SIDES and other in PERIODS:
            yield span, _unit(other, SIDES[one])
        elif one in PERIODS and other in BEFORE | AFTER:
            yield span, _unit(one, 1 if other in AFTER else -1)
    for fact in analysis.facts_in(sentence):
        if isinstance(fact.value, Quantity) and fact.value.unit == "s":
            yield from _lengths(analysis, fact.tokens, fact.value, last)


def _lengths(analysis: Analysis, place: tuple[int, int], quantity: Quantity, last: int) -> Iterator[tuple[Span, Shift]]:
    """Yield "four days after", either way round: what it happened after may be what is told."""
    tokens, (start, end) = analysis.text.tokens, place
    behind = [token.norm for token in tokens[end : min(last, end + WINDOW)]]
    span = Span(tokens[start].start, tokens[min(end, last - 1)].end)
    if behind and behind[0] in BEFORE | AFTER:
        for sign in (1, -1):
            yield span, _length(quantity.value, sign)
    elif _is_ahead(analysis, start) and quantity.value > SECONDS_A_DAY:
        yield span, _length(quantity.value, 1)
        if _is_ahead(analysis, start, BACK):
            yield span, _length(quantity.value, -1)
    elif not BEGINNING.isdisjoint(behind):
        yield span, Shift(days=round(quantity.value / SECONDS_A_DAY) - 1)


def _is_ahead(analysis: Analysis, start: int, words: frozenset[str] = AHEAD) -> bool:
    """Say whether a length of time counts from now: "within 18 months", "in 10 days", "for at least 45 days"."""
    before = [token.norm for token in analysis.text.tokens[max(0, start - 2) : start]]
    return not words.isdisjoint(before)


def _unit(word: str, sign: int) -> Shift:
    if word in DAYS:
        return Shift(days=sign * DAYS[word])
    return Shift(months=sign * (12 if word == "year" else 1))


def _length(seconds: float, sign: int) -> Shift:
    if seconds >= MONTH:
        return Shift(months=sign * round(seconds / MONTH))
    return Shift(days=sign * round(seconds / SECONDS_A_DAY))


def _shifted(days: tuple[int, int], shift: Shift) -> tuple[int, int]:
    """Return an interval so much later; a shift by months means the whole month, by years the whole year."""
    first, last = days
    if not shift.months:
        return first + shift.days, last + shift.days
    begin, month = month_of(first)
    year, month = divmod(begin * 12 + month - 1 + shift.months, 12)
    if shift.months % 12 == 0 and last - first > LONGEST_MONTH:
        return ordinal(year, 1, 1), last_of(year, 12)
    return _month(year, month + 1)


def _month(year: int, month: int) -> tuple[int, int]:
    return ordinal(year, month, 1), last_of(year, month)


def _ends(analysis: Analysis, sentence: int, anchors: list[tuple[int, int]]) -> Iterator[Anchored]:
    """Yield December for "the end of the year", the month's last day for "the end of the month"."""
    tokens = analysis.text.tokens
    first, last = analysis.text.sentences[sentence].tokens
    for at in range(first, last - 3):
        if tokens[at].norm != "end" or tokens[at + 1].norm != "of" or tokens[at + 2].norm not in {"the", "this"}:
            continue
        span = Span(tokens[at].start, tokens[at + 3].end)
        for anchor in anchors:
            year, month = month_of(anchor[1])
            if tokens[at + 3].norm == "year":
                yield Anchored(span, _month(year, 12))
            elif tokens[at + 3].norm == "month":
                final = last_of(year, month)
                yield Anchored(span, (final, final))
