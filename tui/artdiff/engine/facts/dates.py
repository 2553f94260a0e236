"""Dates and times of day, as intervals; relative ones keep what they are relative by, until a judge knows the date."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import compress, islice
from typing import TYPE_CHECKING, TypeAlias

from artdiff.documents.document import Span
from artdiff.engine.facts.clocks import HOURS, MINUTES, read_clock
from artdiff.engine.facts.days import last_of, ordinal
from artdiff.engine.facts.fact import Clock, Fact, When
from artdiff.engine.facts.numerals import QUARTERS, SMALL, VERBS
from artdiff.engine.facts.periods import RANKS, Period, read_period
from artdiff.engine.language.datelines import MONTHS
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.language.tokens import read_word
from artdiff.engine.lexicon.spellings import Spellings
from artdiff.engine.values import FactKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri tgif",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
DECADE = re.compile(r"((?:1[5-9]|20)\d0)['’]?s$")
CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(-century)?$")
CENTURIES = frozenset({"century", "century's", "centuries"})
MILLENNIUM = 2000
"""From then on "the 2000s" are ten years; "the 1700s" are a hundred."""
TIME = re.compile(r"(\d{1,2})[:.](\d\d)(am|pm)?$")
PLAIN_HOUR = re.compile(r"(\d{1,2})(am|pm)?$")
MOST = 200
"""Dates of one sentence that are read; where there are more, they are no sentence's."""
PARTS_OF_TIME = frozenset({"mid", "early", "late"})
UNITS = {"day": 1, "week": 7, "weekend": 7, "month": 30, "year": 365}
NEXT = frozenset({"next", "coming", "upcoming", "following"})
LAST = frozenset({"last", "previous", "past", "prior"})
NEARBY = NEXT | LAST | {"this"}
DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})
OPENING_CLOCKS = frozenset({"noon", "midday", "midnight", *MINUTES, *HOURS, *SMALL})
OPENING_PERIODS = frozenset({*RANKS, *QUARTERS})
YEAR_CUES = frozenset(
    {"in", "since", "of", "from", "until", "by", "before", "after", "to", "during", "and", "late", "early", "mid"}
)
YEAR_OPENERS = YEAR_CUES | {"(", ",", "-"}
BEGINNINGS = frozenset(
    {
        *MONTHS,
        *WEEKDAYS,
        *(f"{day}s" for day in WEEKDAYS if day.endswith("day")),
        *NEXT,
        *LAST,
        "this",
    }
    | DAYS
    | OPENING_CLOCKS
    | OPENING_PERIODS
)
ZONES = {
    name: 60 * hours
    for hours, names in (
        (-8, "pacific pt pst pdt"),
        (-7, "mountain mst mdt"),
        (-6, "central cst cdt"),
        (-5, "eastern et est edt"),
        (0, "gmt utc"),
        (1, "cet bst"),
    )
    for name in names.split()
}
"""Time zones by name, in minutes ahead of UTC without daylight saving."""
SHORTLY = frozenset("shortly just little long soon right immediately".split())
MINUTES_A_DAY = 1440
SOON = 25
"""How many minutes "shortly before" may come to."""
UNDATED = frozenset(
    "percent per pc percentage million billion trillion dozen hundred thousand euros dollars pounds points".split()
)
"""Behind a number they tell that it is no day of the month in front of it."""
RANGES = frozenset({"to", "and", "–", "-", "through", "until"})
HALVES = {"a.m": 0, "am": 0, "p.m": 12, "pm": 12}


def find_dates(text: Segmentation) -> list[Fact]:
    """Return the dates and times of day of a document."""
    facts: list[Fact] = []
    opening = list(compress(range(len(text.texts)), _known.of(text.texts)))
    done = 0
    for index, sentence in enumerate(text.sentences):
        end = bisect_left(opening, sentence.tokens[1], done)
        if end > done:
            facts += islice(_in_sentence(text.tokens, sentence, index, opening[done:end]), MOST)
        done = end
    return facts


def _in_sentence(tokens: Sequence[Token], sentence: Sentence, index: int, opening: Sequence[int]) -> Iterator[Fact]:
    """Yield the dates and times of a sentence, of which it is known where one may begin."""
    behind, end = sentence.tokens
    for at in opening:
        found = _read(tokens, at, end) if at >= behind else None
        if found is None:
            continue
        value, last = found
        if isinstance(value, Clock):
            value = _hedged(tokens, at, value)
        if isinstance(value, Clock) and last < end:
            value = value._replace(zone=ZONES.get(tokens[last].norm.rstrip(".")))
        kind = FactKind.TIME if isinstance(value, Clock) else FactKind.DATE
        yield Fact(kind, Span(tokens[at].start, tokens[last - 1].end), (at, last), index, value)
        behind = last


def _read(tokens: Sequence[Token], at: int, end: int) -> tuple[Clock | When, int] | None:
    """Return the date or time of day that begins at a token, and where it ends."""
    for read in _readers(tokens[at].text):
        found = read(tokens, at, end)
        if found is not None:
            return found
    return None


def _hedged(tokens: Sequence[Token], at: int, clock: Clock) -> Clock:
    """Return "shortly before ten" and "a little after two" as intervals."""
    if at < 2 or tokens[at - 2].norm not in SHORTLY or clock.first != clock.last:
        return clock
    if tokens[at - 1].norm == "before":
        if not clock.first:
            return clock._replace(first=MINUTES_A_DAY - SOON, last=MINUTES_A_DAY)
        return clock._replace(first=max(0, clock.first - SOON))
    return clock._replace(last=clock.last + SOON) if tokens[at - 1].norm == "after" else clock


def _clock(tokens: Sequence[Token], at: int, end: int) -> tuple[Clock, int] | None:
    norm = tokens[at].norm
    if norm in {"noon", "midday"}:
        return Clock(720, 720), at + 1
    if norm == "midnight":
        return Clock(0, 0), at + 1
    following = tokens[at + 1].norm.rstrip(".") if at + 1 < end else ""
    if tokens[at].kind is NUMBER and (match := TIME.match(tokens[at].text)):
        if "." in tokens[at].text and following not in HALVES and not match[3]:
            return None
        return _minutes(int(match[1]), int(match[2]), match[3] or following, at, following in HALVES)
    if tokens[at].kind is NUMBER and (match := PLAIN_HOUR.match(tokens[at].text)):
        if following in HALVES or match[2]:
            return _minutes(int(match[1]), 0, match[2] or following, at, following in HALVES)
        if following == "o'clock":
            return Clock(int(match[1]) % 12 * 60, int(match[1]) % 12 * 60, told=False), at + 2
    spoken = read_clock(tokens, at, end)
    return (Clock(spoken.first, spoken.last, told=False), spoken.end) if spoken else None


def _minutes(hour: int, minute: int, half: str, at: int, taken: bool) -> tuple[Clock, int] | None:  # noqa: FBT001
    if hour > 24 or minute > 59:
        return None
    if half in HALVES:
        hour = hour % 12 + HALVES[half]
    return Clock(hour * 60 + minute, hour * 60 + minute), at + 1 + taken


def _period(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    """Read "the second half of 2026", "the first quarter of this year"."""
    period = read_period(tokens, at, end)
    if period is None:
        return None
    first, last = period.days(period.year) if period.year else (None, None)
    return When(first, last, year=period.year, months=period.months), period.last


def _day_of_range(tokens: Sequence[Token], at: int, _end: int) -> tuple[When, int] | None:
    """Read the second day of "June 2 to 7"."""
    if not is_day_of_range(tokens, at):
        return None
    return When(None, None, month=_month(tokens[at - 3].text), day=_day(tokens[at].norm)), at + 1


def is_day_of_range(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number is the last day of "June 2 to 7" or "June 2 and 7"."""
    if at < 3 or tokens[at - 1].norm not in RANGES or tokens[at].kind is not NUMBER:
        return False
    first, last = _day(tokens[at - 2].norm), _day(tokens[at].norm)
    return bool(first and last and first < last and _month(tokens[at - 3].text))


def _new_year(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    """Read "the new year", "New Year's Eve"."""
    following = tokens[at + 2].norm if at + 2 < end else ""
    if following in {"eve", "day"}:
        month, day = (12, 31) if following == "eve" else (1, 1)
        return When(None, None, month=month, day=day), at + 3
    return When(None, None, month=1), at + 2


@lru_cache(maxsize=1 << 15)
def _month(written: str) -> int | None:
    """Return the month that a word names, "mid-January" among them."""
    part, _, rest = written.partition("-")
    name = rest if part.lower() in PARTS_OF_TIME else written
    return MONTHS.get(name.casefold().rstrip(".")) if name[:1].isupper() else None


@lru_cache(maxsize=1 << 15)
def _day(norm: str) -> int | None:
    digits = norm.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _month_date(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    """Read "March 3, 2025", "3 March", "in March", "March 2025"."""
    day = _day(tokens[at].norm)
    if day and at + 1 < end and (month := _month(tokens[at + 1].text)):
        return _with_year(tokens, at + 2, end, month, day)
    month = _month(tokens[at].text)
    if not month or (tokens[at].norm == "may" and _is_modal(tokens, at, end)):
        return None
    if (
        tokens[at].norm == "march"
        and at + 1 < end
        and tokens[at + 1].text[:1].isupper()
        and not _month(tokens[at + 1].text)
    ):
        return None
    last = at + 1
    if last + 1 < end and tokens[last].norm == "." and _day(tokens[last + 1].norm):
        last += 1
    day = _day(tokens[last].norm) if last < end and is_day(tokens, last, end) else None
    return _with_year(tokens, last + (day is not None), end, month, day)


def is_day(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a number behind a month is its day: not in "in January 11 per cent were ill"."""
    month = at - 1 - (tokens[at - 1].norm == ".")
    behind = tokens[at + 1] if at + 1 < end else None
    if tokens[at].text[-1] == "%" or (behind and behind.norm in UNDATED):
        return False
    inside = month > 0 and tokens[month - 1].norm == "in"
    return not (inside and behind and behind.text[0].isalpha())


def _is_modal(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether "May" is a verb: at the beginning of a sentence, or in capitals among capitals."""
    following = tokens[at + 1] if at + 1 < end else None
    if following is None:
        return False
    shouted = tokens[at].text == "MAY" and following.text.isupper() and following.kind is WORD
    before = tokens[at - 1].norm if at else ""
    return following.norm in {"i", "we", "he", "she", "they", "the"} or (shouted and before not in YEAR_CUES)


def _with_year(tokens: Sequence[Token], at: int, end: int, month: int, day: int | None) -> tuple[When, int]:
    behind = at + 1 if at < end and tokens[at].norm in {",", "of"} else at
    if behind < end and YEAR.match(tokens[behind].text) and (behind == at or day or tokens[at].norm == "of"):
        year = int(tokens[behind].text)
        return _fixed(year, month, day), behind + 1
    return When(None, None, month=month, day=day), at


def _fixed(year: int, month: int | None, day: int | None) -> When:
    try:
        first = ordinal(year, month or 1, day or 1)
    except ValueError:
        return When(None, None, month=month, day=day, year=year)
    last = first if day else last_of(year, month or 12)
    return When(first, last, month=month, day=day, year=year)


@lru_cache(maxsize=1 << 15)
def _weekday_of(written: str) -> str:
    """Return the name of the weekday that a word is, "" for any other."""
    norm = read_word(written)[0].rstrip(".")
    norm = norm if norm in WEEKDAYS else norm.removesuffix("s")
    return norm if norm in WEEKDAYS and written[:1].isupper() else ""


def _weekday(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    norm = _weekday_of(tokens[at].text)
    if norm:
        if at + 1 < end and tokens[at + 1].norm == "," and at + 2 < end and _month(tokens[at + 2].text):
            when, last = _month_date(tokens, at + 2, end) or (When(None, None), at + 1)
            return when._replace(weekday=WEEKDAYS[norm]), last
        ahead = at > 0 and tokens[at - 1].norm in NEXT
        return When(None, None, weekday=WEEKDAYS[norm], offset=int(ahead)), at + 1
    return None


def _relative(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    """Read "yesterday", "last month", "next year", "earlier this month"."""
    norm = tokens[at].norm
    if norm in DAYS:
        return When(None, None, relative=True, unit="day", offset={"yesterday": -1, "tomorrow": 1}.get(norm, 0)), at + 1
    if at + 1 >= end:
        return None
    unit = tokens[at + 1].norm
    if unit not in UNITS or norm not in NEARBY:
        return None
    if norm == "past" or (unit == "day" and norm != "this") or (norm == "following"):
        return None
    offset = 0 if norm == "this" else 1 if norm in NEXT else -1
    return When(None, None, relative=True, unit=unit, offset=offset), at + 2


def _year(tokens: Sequence[Token], at: int, end: int) -> tuple[When, int] | None:
    text = tokens[at].text
    part, _, rest = text.partition("-")
    if part.lower() in PARTS_OF_TIME and YEAR.match(rest):
        return _fixed(int(rest), None, None), at + 1
    if tokens[at].norm == "new" and at + 1 < end and tokens[at + 1].norm == "year":
        return _new_year(tokens, at, end)
    if match := DECADE.match(text):
        year = int(match[1])
        return (_years(year, 10) if year % 100 or year >= MILLENNIUM else _years(year + 1, 100)), at + 1
    if (match := CENTURY.match(text)) and (match[2] or (at + 1 < end and tokens[at + 1].norm in CENTURIES)):
        return _years((int(match[1]) - 1) * 100 + 1, 100), at + 1 + (not match[2])
    if YEAR.match(text) and tokens[at].kind is NUMBER:
        plural = at + 1 < end and tokens[at + 1].norm.endswith("s") and tokens[at + 1].norm not in VERBS
        cue = at > 0 and tokens[at - 1].norm in YEAR_OPENERS
        if cue or not plural:
            return _fixed(int(text), None, None), at + 1
    return None


_Reader: TypeAlias = "Callable[[Sequence[Token], int, int], tuple[Clock | When, int] | None]"


@lru_cache(maxsize=1 << 15)
def _readers(written: str) -> tuple[_Reader, ...]:
    """Return what a date or a time of day that begins with a word may be read by, in this order; nothing for most words."""
    norm, kind = read_word(written)
    number = kind is NUMBER
    if not (number or norm[:3] in {"mid", "ear", "lat", "new"} or norm.rstrip(".") in BEGINNINGS):
        return ()
    part, _, rest = written.partition("-")
    told: tuple[tuple[_Reader, object], ...] = (
        (_clock, number or norm in OPENING_CLOCKS),
        (_period, norm in OPENING_PERIODS),
        (_day_of_range, number),
        (_month_date, _day(norm) or _month(written)),
        (_weekday, _weekday_of(written)),
        (_relative, norm in DAYS or norm in NEARBY),
        (_year, number or norm == "new" or (part.lower() in PARTS_OF_TIME and YEAR.match(rest))),
    )
    return tuple(read for read, holds in told if holds)


_known = Spellings(_readers)


def _years(year: int, count: int) -> When:
    """Return some whole years, the first of them given."""
    return When(ordinal(year, 1, 1), last_of(year + count - 1, 12), year=year)


@lru_cache(maxsize=1 << 12)
def intervals(when: When, base: dt.date | None) -> tuple[tuple[int, int], ...]:
    """Return the days that a date may mean, as inclusive intervals of ordinals, given the article's own date.

    A weekday or a month without a year means the nearest before or after that date; without it nothing is known.
    """
    if when.first is not None and when.last is not None:
        return ((when.first, when.last),)
    if base is None:
        return ()
    if when.unit:
        return _offset(when, base)
    if when.months:
        within = Period(when.months, None, 0).days
        return tuple(within(year) for year in (base.year - 1, base.year, base.year + 1))
    if when.month:
        return tuple(_month_interval(year, when) for year in (base.year - 1, base.year, base.year + 1))
    if when.weekday is not None:
        back = (base.weekday() - when.weekday) % 7
        weeks = (0, 1, -1, 2) if when.offset else (0, 1, -1)
        days = [base.toordinal() - back + 7 * week for week in weeks]
        return tuple((day, day) for day in days)
    return ()


def _offset(when: When, base: dt.date) -> tuple[tuple[int, int], ...]:
    today = base.toordinal()
    if when.unit == "day":
        return ((today + when.offset, today + when.offset),)
    if when.unit in {"week", "weekend"}:
        monday = today - base.weekday() + 7 * when.offset
        return ((monday, monday + 6),)
    if when.unit == "month":
        month = base.year * 12 + base.month - 1 + when.offset
        return (_month_interval(month // 12, When(None, None, month=month % 12 + 1)),)
    return ((ordinal(base.year + when.offset, 1, 1), last_of(base.year + when.offset, 12)),)


def _month_interval(year: int, when: When) -> tuple[int, int]:
    month = when.month or 1
    first, last = ordinal(year, month, 1), last_of(year, month)
    if when.day and first + when.day - 1 <= last:
        return first + when.day - 1, first + when.day - 1
    return first, last
