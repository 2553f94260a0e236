"""Other words of the source that give a date: "year-ago" for "last year", "1958/59" for 1958, "7" for "7 pm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Clock, Quantity, When
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.verdicts.counterparts.places import Nearness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.counterparts.places import Candidate

HOUR = 60
MINUTES_A_DAY = 1440
MOST_TOLD = 12
"""How many sentences with a time of day are looked at for one that gives another."""
LOOK_BACK = 3
"""How many sentences before a length of time the time of day may stand that it counts from."""
SEASONS = frozenset("spring summer autumn fall winter".split())
AHEAD = frozenset({"next", "coming", "following"})
WORKING_WEEK = frozenset({0, 4})
RANGE = 5
"""How many tokens in front of the end of a range its beginning may stand."""
HALF_YEAR = 5
YEAR_BEFORE = frozenset({"year-ago", "year-earlier", "year-over-year", "year-on-year"})
EDGES = {
    "end": (26, 31),
    "close": (26, 31),
    "beginning": (1, 3),
    "start": (1, 3),
    "middle": (13, 17),
    "early": (1, 10),
    "late": (20, 31),
}
"""Which days of a month "the end of June" and the like may mean."""


def loosely_told(
    analyses: Pair[Analysis], fact: Fact, candidates: Sequence[Candidate], support: Sequence[int]
) -> Span | None:
    """Return the source's words that give a date of the variant otherwise; None where none do."""
    value, source = fact.value, analyses.source
    if isinstance(value, Clock):
        return _bare_hour(source, value, support) or _minutes_later(source, value, support)
    if not isinstance(value, When):
        return None
    if value.months:
        if value.year and _written(source, str(value.year)) is None:
            return None
        return _ranked(source, value.months)
    if value.year and not value.month:
        ahead = source.text.date is not None and value.year == source.text.date.year + 1
        return _written(source, str(value.year)) or (_season_ahead(source, support) if ahead else None)
    if value.weekday in WORKING_WEEK and _is_working_week(analyses.variant, fact):
        return _weekdays(source, support)
    if value.unit == "year" and value.offset in {-1, 1}:
        return _year_before(source, support) if value.offset < 0 else _season_ahead(source, support)
    if value.month and value.day:
        return _at_edge(source, value, candidates)
    ends = value.month and (not value.year or _ends_range(analyses.variant, fact))
    return _end_of_period(value, candidates) if ends else None


def _ends_range(variant: Analysis, fact: Fact) -> bool:
    """Say whether "between January and" and the like stand in front of a month."""
    before = variant.text.norms[max(0, fact.tokens[0] - RANGE) : fact.tokens[0]]
    return before[-1:] in (("and",), ("to",)) and not {"between", "from"}.isdisjoint(before)


def _is_working_week(variant: Analysis, fact: Fact) -> bool:
    """Say whether a day is one of "Monday to Friday"."""
    first, last = fact.tokens
    around = variant.text.norms[max(0, first - 2) : last + 2]
    return {"monday", "friday"}.issubset(around) and not {"to", "through", "till", "until"}.isdisjoint(around)


def _weekdays(source: Analysis, support: Sequence[int]) -> Span | None:
    """Return the word "weekdays" in the supporting sentences."""
    tokens = source.text.tokens
    rows = (tokens[at] for one in support for at in range(*source.text.sentences[one].tokens))
    return next((token.span for token in rows if token.norm in {"weekday", "weekdays"}), None)


def _season_ahead(source: Analysis, support: Sequence[int]) -> Span | None:
    """Return the words "next spring" in the supporting sentences."""
    tokens = source.text.tokens
    for sentence in support:
        first, last = source.text.sentences[sentence].tokens
        for at in range(first, last - 1):
            if tokens[at].norm in AHEAD and tokens[at + 1].norm in SEASONS:
                return Span(tokens[at].start, tokens[at + 1].end)
    return None


def _end_of_period(when: When, candidates: Sequence[Candidate]) -> Span | None:
    """Return "the first half of this year" of which a month is the first or the last: "between January and June"."""
    for one in candidates:
        value = one.fact.value
        if (
            one.nearness is Nearness.SUPPORT
            and isinstance(value, When)
            and value.months
            and when.month in value.months
            and (when.year is None or when.year == value.year)
        ):
            return one.fact.span
    return None


def _bare_hour(source: Analysis, clock: Clock, support: Sequence[int]) -> Span | None:
    """Return the bare number that tells the hour: "at 7"."""
    hours = {clock.first / 60, clock.first / 60 - 12} if clock.first == clock.last else set()
    for sentence in support:
        for fact in source.facts_in(sentence):
            value = fact.value
            if isinstance(value, Quantity) and not value.unit and not value.noun and value.value in hours:
                return fact.span
    return None


def _ranked(source: Analysis, months: tuple[int, int]) -> Span | None:
    """Return the source's "second-quarter" or "second quarter" that names no year."""
    size = "half" if months[1] - months[0] == HALF_YEAR else "quarter"
    rank = ("first", "second", "third", "fourth")[months[0] // (months[1] - months[0] + 1)]
    tokens = source.text.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.norm == f"{rank}-{size}" or (token.norm == rank and tokens[at + 1].norm == size):
            beside = {tokens[k].text for k in range(max(0, at - 3), min(len(tokens), at + 6))}
            if not any(len(one) == 4 and one.isdecimal() for one in beside):
                return token.span
    return None


def _minutes_later(source: Analysis, clock: Clock, support: Sequence[int]) -> Span | None:
    """Return the time of day that another one and a length of time give: 1:52 a.m., and eight minutes later."""
    told = [sentence for sentence in range(len(source.text.sentences)) if _has_clock(source, sentence)][:MOST_TOLD]
    joint = [[sentence] for sentence in told] if clock.first % HOUR else []
    joint += [list(range(max(0, one - LOOK_BACK), one + 1)) for one in support] if clock.first % HOUR else []
    for sentences in [list(support), *joint]:
        facts = [fact for sentence in sentences for fact in source.facts_in(sentence)]
        lengths = [
            value.value / 60 for fact in facts if isinstance(value := fact.value, Quantity) and value.unit == "s"
        ]
        for fact in facts:
            if isinstance(fact.value, Clock) and any(
                (fact.value.first + sign * length - clock.first) % MINUTES_A_DAY == 0
                for length in lengths
                for sign in (1, -1)
            ):
                return fact.span
    return None


def _has_clock(source: Analysis, sentence: int) -> bool:
    return any(isinstance(fact.value, Clock) for fact in source.facts_in(sentence))


def _written(source: Analysis, year: str) -> Span | None:
    """Return the token of the source that has a year in it: "1958/59", "mid-2026"."""
    short = f"/{year[2:]}"
    rows = (token for token in source.text.tokens if token.kind is TokenKind.NUMBER)
    return next((token.span for token in rows if year in token.text or _is_season(token.text, short)), None)


def _is_season(written: str, short: str) -> bool:
    """Say whether "1963/64" or "1988-89" ends in a year that is cut to two digits."""
    return len(written) == 7 and written[:4].isdecimal() and written[4:].replace("-", "/").replace("–", "/") == short


def _year_before(source: Analysis, support: Sequence[int]) -> Span | None:
    """Return the words for the year before: "a year ago", "year-on-year"."""
    for sentence in support:
        first, last = source.text.sentences[sentence].tokens
        for at in range(first, last):
            norm, following = (source.text.tokens[k].norm if k < last else "" for k in (at, at + 1))
            if norm in YEAR_BEFORE or (norm == "year" and following in {"ago", "earlier", "before"}):
                return source.text.tokens[at].span
    return None


def _at_edge(source: Analysis, when: When, candidates: Sequence[Candidate]) -> Span | None:
    """Return "the end of June" for June 30."""
    for one in candidates:
        theirs, at = one.fact.value, one.fact.tokens[0]
        if (
            one.nearness < Nearness.PARAGRAPH
            or not isinstance(theirs, When)
            or theirs.day
            or theirs.month != when.month
        ):
            continue
        words = [token.norm for token in source.text.tokens[max(0, at - 2) : at]]
        edge = words[0] if words[-1:] == ["of"] else words[-1] if words else ""
        first, last = EDGES.get(edge, (0, 0))
        if when.day and first <= when.day <= last:
            return one.fact.span
    return None
