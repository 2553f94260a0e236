"""Dates and times of day that a rewrite changed or made up."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.dates import intervals
from artdiff.engine.facts.days import month_of, weekday
from artdiff.engine.facts.fact import Clock, When
from artdiff.engine.language.function_words import is_negator
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.places import Nearness, Places, own_facts, surroundings
from artdiff.engine.verdicts.dates.anchored import anchored
from artdiff.engine.verdicts.dates.dates_otherwise import MINUTES_A_DAY, loosely_told
from artdiff.engine.verdicts.figures.derivations import derive_year
from artdiff.engine.verdicts.figures.doubts import Base, Doubts
from artdiff.engine.verdicts.figures.telling import telling
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.counterparts.places import Candidate
    from artdiff.engine.verdicts.figures.reckoner import Derivation

CLOCK_TOLERANCE = 15
QUARTER, ROUGHLY = 15, 3
"""A time of day told by quarters of an hour may be so many minutes off."""
BESIDE = 5
"""How many tokens a weekday may stand from the date that it belongs to."""
WEEKEND = frozenset({5, 6})
HALF_DAY = 720
DECADE = 10
LONG_BEFORE = 800
"""How many days before a limit "this year or next" may begin."""
DATED = (When, Clock)
LIMITS = frozenset({"before", "by", "until", "till"})


class _Compared(NamedTuple):
    """A date of the variant with the source's, the nearest first.

    Attributes:
        same: those that say the same, or truly less: all that are near, else the first that is far.
    """

    fact: Fact
    candidates: Sequence[Candidate]
    same: Sequence[Candidate]


def judge_dates(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a judgement for every date and time of day of the variant.

    A rewrite without a dateline of its own is read as written on the source's day.
    """
    source, variant = ([fact for fact in one.facts if isinstance(fact.value, DATED)] for one in analyses)
    places = Places(analyses, alignment, source, _keys)
    bases = Pair(analyses.source.text.date, analyses.variant.text.date or analyses.source.text.date)
    ours = own_facts(analyses, alignment, variant)
    rows = [_compare(fact, places, bases) for fact in ours]
    near = [one for row in rows for one in row.same if one.nearness >= Nearness.PARAGRAPH]
    taken = {one.fact.tokens for one in near}
    claimed = {one.fact.tokens for one in near if one.nearness is Nearness.SUPPORT}
    doubts = Doubts(analyses, alignment)
    for row in rows:
        fact, candidates = row.fact, row.candidates
        judgement = _judge(analyses, row, places.support(fact).sentences, bases, taken)
        yield _added(judgement, doubts, fact, candidates) if judgement.rule == "dates.other" else judgement
        base = _base(judgement, row)
        if base is not None:
            rivals = [one.fact for one in candidates if _may_replace(fact, one, taken)]
            yield doubts.doubt(fact, Base(base, judgement.rule.split(".")[1], rivals, claimed), "doubts.date")


def _compare(fact: Fact, places: Places, bases: Pair[dt.date | None]) -> _Compared:
    candidates = places.candidates(fact)
    near = len(places.near(fact.sentence))
    same = [one for one in candidates[:near] if agrees(fact, one.fact, bases)]
    if not same:
        far = (one for one in candidates[near:] if agrees(fact, one.fact, bases))
        same = [*islice(far, 1)]
    return _Compared(fact, candidates, same)


def _added(judgement: Judgement, doubts: Doubts, fact: Fact, candidates: Sequence[Candidate]) -> Judgement:
    """Return that a date was made up together with its clause, where no other one stood in its place."""
    rival = next((one for one in candidates if one.fact.span == judgement.spans.source), None)
    if rival is None or rival.nearness is Nearness.SUPPORT or not doubts.is_added(fact, rival.fact):
        return judgement
    reason = "The source tells nothing of what is dated here."
    spans: Pair[Span | None] = Pair(None, judgement.spans.variant)
    return judgement._replace(verdict=Verdict.HALLUCINATED, kind=FactKind.EVENT, spans=spans, reason=reason)


def _base(judgement: Judgement, row: _Compared) -> tuple[Fact, ...] | None:
    """Return what a supported date rests on, none where it only follows from others; None where nothing is doubtful."""
    if judgement.verdict is not Verdict.SUPPORTED:
        return None
    if judgement.rule != "dates.same":
        return () if judgement.rule in {"dates.derived", "dates.reckoned"} else None
    same = row.same[0]
    return (same.fact,) if same.nearness is not Nearness.SUPPORT else None


def _may_replace(fact: Fact, one: Candidate, taken: set[tuple[int, int]]) -> bool:
    return (
        one.nearness is Nearness.SUPPORT
        and one.fact.kind is fact.kind
        and one.fact.tokens not in taken
        and _grain(one.fact) == _grain(fact)
    )


def _keys(fact: Fact) -> tuple[str, ...]:
    """Return what a date is known by far away: nothing, all are looked at; there are never many."""
    return (fact.kind,)


def agrees(ours: Fact, theirs: Fact, bases: Pair[dt.date | None]) -> bool:
    """Say whether a variant's date says the same as a source's, or truly less."""
    if isinstance(ours.value, Clock) or isinstance(theirs.value, Clock):
        return (
            isinstance(ours.value, Clock) and isinstance(theirs.value, Clock) and _same_time(ours.value, theirs.value)
        )
    assert isinstance(ours.value, When)  # noqa: S101
    assert isinstance(theirs.value, When)  # noqa: S101
    if _same_fields(ours.value, theirs.value):
        return True
    mine, source = intervals(ours.value, bases.variant), intervals(theirs.value, bases.source)
    return any(first <= begin and end <= last for first, last in mine for begin, end in source)


def _same_time(ours: Clock, theirs: Clock) -> bool:
    if ours.zone is not None and theirs.zone is not None and ours.zone != theirs.zone:
        return (ours.first - ours.zone - theirs.first + theirs.zone) % MINUTES_A_DAY == 0
    was_spoken = not ours.told
    if not ours.told or not theirs.told:
        ours, theirs = (
            ours._replace(first=ours.first % HALF_DAY, last=ours.last % HALF_DAY),
            theirs._replace(first=theirs.first % HALF_DAY),
        )
    rough = ROUGHLY if was_spoken and ours.first % QUARTER == 0 else 0
    before = max(rough, CLOCK_TOLERANCE * (ours.first != ours.last))
    return ours.first - before <= theirs.first <= ours.last + rough


def _same_fields(ours: When, theirs: When) -> bool:
    """Say whether two dates name the same, as far as both name anything."""
    if ours.months or theirs.months:
        return ours.months == theirs.months and ours.year == theirs.year
    if ours.unit == "weekend" and theirs.weekday in WEEKEND:
        return True
    if ours.relative or theirs.relative:
        return ours.relative and theirs.relative and (ours.unit, ours.offset) == (theirs.unit, theirs.offset)
    if ours.weekday is not None and theirs.weekday is not None:
        return ours.weekday == theirs.weekday
    if ours.day is not None and theirs.day is None:
        return False
    fields = ((ours.year, theirs.year), (ours.month, theirs.month), (ours.day, theirs.day))
    named = [one == other for one, other in fields if one is not None and other is not None]
    return bool(named) and False not in named


def _judge(
    analyses: Pair[Analysis],
    row: _Compared,
    support: Sequence[int],
    bases: Pair[dt.date | None],
    taken: set[tuple[int, int]],
) -> Judgement:
    fact, candidates, same = row.fact, row.candidates, row.same[0] if row.same else None
    rival = _rival(analyses, fact, candidates, taken)
    near = same is not None and (same.nearness >= Nearness.PARAGRAPH or not rival or rival.nearness < Nearness.SUPPORT)
    if same and near and not (rival and _is_likelier(analyses, fact, rival, same)):
        return _supported(analyses, fact, same.fact)
    if _is_weekday_of_date(analyses.variant, fact, bases.variant):
        reason = "It is the weekday of the date beside it."
        return Judgement(Verdict.SUPPORTED, fact.kind, Pair(None, fact.span), reason, "dates.weekday", 0.8)
    if _is_own_date(fact, bases) and not _same_field(fact, rival):
        reason = "It is the source's own date."
        return Judgement(Verdict.SUPPORTED, fact.kind, Pair(None, fact.span), reason, "dates.own", 0.9)
    derived = _derived(analyses, fact, rival)
    if derived:
        spans = Pair(derived.span, fact.span)
        return Judgement(Verdict.SUPPORTED, fact.kind, spans, derived.reason, "dates.derived", 0.8)
    told = _told(analyses, fact, candidates, support, bases) or _said_otherwise(analyses, fact, candidates, support)
    if told:
        return told
    if rival:
        return _altered(analyses, fact, rival)
    reason = f"The source gives no “{fact.span.of(analyses.variant.text.document.text)}”."
    full = isinstance(fact.value, Clock) or _names_year(fact)
    strength = 0.65 if full else 0.4
    return Judgement(
        Verdict.HALLUCINATED,
        fact.kind,
        Pair(None, fact.span),
        reason,
        "dates.no_base",
        strength,
        telling(analyses.variant, fact),
    )


def _is_likelier(analyses: Pair[Analysis], fact: Fact, rival: Candidate, same: Candidate) -> bool:
    """Say whether a date told in the same way in a supporting sentence has more of the words around than the same date has."""
    if (
        same.nearness is Nearness.SUPPORT
        or rival.nearness is not Nearness.SUPPORT
        or _grain(fact) != _grain(rival.fact)
    ):
        return False
    around = surroundings(analyses.variant, fact)
    mine, theirs = (len(around & surroundings(analyses.source, one.fact)) for one in (rival, same))
    return mine > theirs + 1


def _is_weekday_of_date(variant: Analysis, fact: Fact, base: dt.date | None) -> bool:
    """Say whether a weekday stands beside a date that falls on it: "Nov. 20, a Wednesday"."""
    if not isinstance(fact.value, When) or fact.value.weekday is None or fact.value.day:
        return False
    beside = (
        other.value
        for other in variant.facts
        if other.sentence == fact.sentence
        and isinstance(other.value, When)
        and other.value.day
        and abs(other.tokens[0] - fact.tokens[0]) <= BESIDE
    )
    days = (days for when in beside for days in intervals(when, base))
    return any(weekday(first) == fact.value.weekday for first, _ in days)


def _said_otherwise(
    analyses: Pair[Analysis], fact: Fact, candidates: Sequence[Candidate], support: Sequence[int]
) -> Judgement | None:
    """Return that other words of the source give a date: "year-ago" for "last year", "1958/59" for 1958, "7" for "7 pm"."""
    span = loosely_told(analyses, fact, candidates, support)
    if span is None:
        return None
    reason = f"The source says “{span.of(analyses.source.text.document.text)}”."
    return Judgement(Verdict.SUPPORTED, fact.kind, Pair(span, fact.span), reason, "dates.loose", 0.8)


def _told(
    analyses: Pair[Analysis],
    fact: Fact,
    candidates: Sequence[Candidate],
    support: Sequence[int],
    bases: Pair[dt.date | None],
) -> Judgement | None:
    """Return that the source tells a date by another one ("four days after"), or as the day before a limit."""
    if not isinstance(fact.value, When):
        return None
    mine = intervals(fact.value, bases.variant)
    limit = bool(_limiting(analyses.variant, fact))
    found = _anchored(analyses.source, support, mine, limit=limit)
    near = found is not None
    found = found or _limit(analyses, fact, candidates, mine, bases)
    rule = "dates.derived" if near else "dates.limit"
    if found is None and (fact.value.day or not fact.value.month):
        beside = {row + step for row in support for step in (-1, 1)} - {*support}
        inside = [row for row in sorted(beside) if 0 <= row < len(analyses.source.text.sentences)]
        found, rule = _anchored(analyses.source, inside, mine, limit=limit), "dates.reckoned"
    if found is None:
        return None
    span, reason = found, f"It follows from the source's “{found.of(analyses.source.text.document.text)}”."
    return Judgement(Verdict.SUPPORTED, fact.kind, Pair(span, fact.span), reason, rule, 0.8)


def _anchored(
    source: Analysis, sentences: Sequence[int], mine: Sequence[tuple[int, int]], *, limit: bool
) -> Span | None:
    """Return the words by which some sentences tell a date by another one, where that is the variant's or ends before it."""
    for sentence in sentences:
        for one in anchored(source, sentence):
            begin, end = one.days
            if any((a <= begin and end <= b) or b == end or (limit and a == end + 1) for a, b in mine):
                return one.span
    return None


def _limit(
    analyses: Pair[Analysis],
    fact: Fact,
    candidates: Sequence[Candidate],
    mine: Sequence[tuple[int, int]],
    bases: Pair[dt.date | None],
) -> Span | None:
    """Return the source's last day where the variant gives the limit: "before November" for "by the end of October"."""
    limiting = _limiting(analyses.variant, fact)
    if not limiting:
        return _before_limit(analyses, fact, candidates, mine, bases)
    for one in candidates:
        other = _limiting(analyses.source, one.fact) != limiting
        if one.nearness >= Nearness.PARAGRAPH and isinstance(one.fact.value, When) and other:
            theirs = intervals(one.fact.value, bases.source)
            if any(
                first == end + 1 or begin == last + 1 or last == end for first, last in mine for begin, end in theirs
            ) or _is_turn(fact, one.fact, late=_limiting(analyses.source, one.fact) == "end of"):
                return one.fact.span
    return None


def _before_limit(
    analyses: Pair[Analysis],
    fact: Fact,
    candidates: Sequence[Candidate],
    mine: Sequence[tuple[int, int]],
    bases: Pair[dt.date | None],
) -> Span | None:
    """Return the source's "before 2027" where the variant denies the years that come before: "not this year or next"."""
    if not _is_denied(analyses.variant, fact):
        return None
    for one in candidates:
        if one.nearness is Nearness.SUPPORT and _limiting(analyses.source, one.fact) in LIMITS:
            theirs = intervals(one.fact.value, bases.source) if isinstance(one.fact.value, When) else ()
            if any(begin - LONG_BEFORE < a and b < begin for a, b in mine for begin, _ in theirs):
                return one.fact.span
    return None


def _is_denied(analysis: Analysis, fact: Fact) -> bool:
    """Say whether a negator stands in front of a date and no comma between."""
    first = analysis.text.sentences[fact.sentence].tokens[0]
    for at in range(fact.tokens[0] - 1, first - 1, -1):
        token = analysis.text.tokens[at]
        if is_negator(token.norm):
            return True
        if not token.text[0].isalnum():
            return False
    return False


def _limiting(analysis: Analysis, fact: Fact) -> str:
    """Return the words that make a date a limit: "before", "until", "end of"; "" for none."""
    before = [token.norm for token in analysis.text.tokens[max(0, fact.tokens[0] - 3) : fact.tokens[0]]]
    if before[-2:] == ["end", "of"]:
        return "end of"
    limiting = before[:-1] if before[-1:] == ["the"] else before
    return limiting[-1] if limiting and limiting[-1] in LIMITS else ""


def _is_turn(ours: Fact, theirs: Fact, *, late: bool) -> bool:
    """Say whether one date is December and the other the new year, or the one the month behind the end of the other."""
    assert isinstance(ours.value, When)  # noqa: S101
    assert isinstance(theirs.value, When)  # noqa: S101
    if late and ours.value.month and theirs.value.month and not ours.value.day and not ours.value.year:
        return ours.value.month == theirs.value.month % 12 + 1
    return {ours.value.month, theirs.value.month} == {1, 12} and None in {ours.value.year, theirs.value.year}


def _names_year(fact: Fact) -> bool:
    return isinstance(fact.value, When) and fact.value.year is not None


def _same_field(fact: Fact, rival: Candidate | None) -> bool:
    """Say whether a weekday stands against a weekday, or a month against a month, in the supporting sentence."""
    if rival is None or rival.nearness is not Nearness.SUPPORT:
        return False
    ours, theirs = fact.value, rival.fact.value
    if not isinstance(ours, When) or not isinstance(theirs, When):
        return False
    return (ours.weekday is not None) == (theirs.weekday is not None) and (ours.month is None) == (theirs.month is None)


def _rival(
    analyses: Pair[Analysis], fact: Fact, candidates: Sequence[Candidate], taken: set[tuple[int, int]]
) -> Candidate | None:
    least = Nearness.PARAGRAPH
    rows = [
        one
        for one in candidates
        if one.nearness >= least and one.fact.kind is fact.kind and one.fact.tokens not in taken
    ]
    if len(rows) < 2:
        return rows[0] if rows else None
    around = surroundings(analyses.variant, fact)
    return max(
        rows,
        key=lambda one: (
            one.nearness,
            _grain(fact) == _grain(one.fact),
            len(around & surroundings(analyses.source, one.fact)),
        ),
        default=None,
    )


def _derived(analyses: Pair[Analysis], fact: Fact, rival: Candidate | None) -> Derivation | None:
    """Return how a bare year follows from the source, unless it is a slip of the year that stands here."""
    when = fact.value
    if not isinstance(when, When) or not when.year or when.month:
        return None
    if rival and rival.nearness is Nearness.SUPPORT and _grain(rival.fact) == _grain(fact):
        return None
    years = range(when.year, when.year + 1) if when.last is None else range(when.year, month_of(when.last)[0] + 1)
    born = _speaks_of_birth(analyses.variant, fact)
    found = (derive_year(analyses, year, born=born) for year in years[:DECADE])
    return next((one for one in found if one), None)


def _speaks_of_birth(variant: Analysis, fact: Fact) -> bool:
    first, _ = variant.text.sentences[fact.sentence].tokens
    before = variant.text.tokens[max(first, fact.tokens[0] - 4) : fact.tokens[0]]
    return any(token.norm in {"born", "birth", "built", "made", "dating", "launched"} for token in before)


def _is_own_date(fact: Fact, bases: Pair[dt.date | None]) -> bool:
    """Say whether the words mean the day, month or year on which the source was written."""
    if bases.source is None or not isinstance(fact.value, When):
        return False
    today = bases.source.toordinal()
    return any(first <= today <= last for first, last in intervals(fact.value, bases.variant))


def _supported(analyses: Pair[Analysis], fact: Fact, theirs: Fact) -> Judgement:
    reason = f"The source says “{theirs.span.of(analyses.source.text.document.text)}”."
    return Judgement(Verdict.SUPPORTED, fact.kind, Pair(theirs.span, fact.span), reason, "dates.same", 0.9)


def _altered(analyses: Pair[Analysis], fact: Fact, rival: Candidate) -> Judgement:
    ours = fact.span.of(analyses.variant.text.document.text)
    theirs = rival.fact.span.of(analyses.source.text.document.text)
    near = rival.nearness is Nearness.SUPPORT
    reason = f"The source says “{theirs}” {'here' if near else 'in this paragraph'}, not “{ours}”."
    spans = _year_only(analyses, Pair(rival.fact, fact))
    features = (("grain", float(_grain(fact) != _grain(rival.fact))), *telling(analyses.variant, fact))
    return Judgement(Verdict.ALTERED, fact.kind, spans, reason, "dates.other", 0.88 if near else 0.65, features)


def _year_only(analyses: Pair[Analysis], facts: Pair[Fact]) -> Pair[Span | None]:
    """Return the spans of two dates, of the years only where all else agrees."""
    theirs, ours = facts.source.value, facts.variant.value
    whole: Pair[Span | None] = Pair(facts.source.span, facts.variant.span)
    if not isinstance(ours, When) or not isinstance(theirs, When) or ours.year == theirs.year:
        return whole
    if (ours.month, ours.day, ours.months) != (theirs.month, theirs.day, theirs.months) or not (
        ours.year and theirs.year
    ):
        return whole
    rows = zip(facts, analyses, (theirs.year, ours.year), strict=True)
    found = [_token_of(one, fact, str(year)) or fact.span for fact, one, year in rows]
    return Pair(found[0], found[1])


def _token_of(analysis: Analysis, fact: Fact, text: str) -> Span | None:
    tokens = analysis.text.tokens[slice(*fact.tokens)]
    return next((token.span for token in tokens if token.text == text), None)


def _grain(fact: Fact) -> str:
    """Return how a date is told: a weekday hardly takes the place of a year."""
    when = fact.value
    if not isinstance(when, When):
        return "time"
    if when.unit or when.weekday is not None:
        return "day" if when.unit in {"", "day"} else when.unit
    return "month" if when.month else "period" if when.months else "year"
