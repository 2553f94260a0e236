"""Figures: counts, shares, sums of money, measures, lengths of time, ranks and scores, as comparable quantities."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.clocks import read_clock
from artdiff.engine.facts.dates import is_day, is_day_of_range
from artdiff.engine.facts.durations import read_duration
from artdiff.engine.facts.fact import Bound, Fact, Quantity
from artdiff.engine.facts.hedges import SILENT, Hedge, find_hedge
from artdiff.engine.facts.measures import read_degrees, units
from artdiff.engine.facts.multiples import TIMES, begins_multiple, read_multiple
from artdiff.engine.facts.numerals import (
    MAGNITUDES,
    PARTS,
    VERBS,
    Numeral,
    begins_in_words,
    begins_number,
    read_numeral,
    read_plain,
)
from artdiff.engine.facts.periods import read_period
from artdiff.engine.facts.ranges import CENTS, is_part_of_coin, read_spread, with_units
from artdiff.engine.facts.streaks import read_streak
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.values import FactKind, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation, Sentence, Token

CURRENCIES = Path(__file__).parent.parent / "data" / "currencies.tsv"
SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})$")
TIME_OF_DAY = re.compile(r"\d{1,2}(?:[.:]\d\d)?[ap]m$")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
POWERS = {"square": 2, "cubic": 3}
DURATION = "s"
SHARE = "%"
NOUN_REACH = 4
MOST = 200
"""Figures of one sentence that are read; where there are more, they are no sentence's."""
RATE_REACH = 5
ARTICLES = frozenset({"a", "an", "per", "each", "every"})
MORE = frozenset({"more", "less", "extra"})
SKIPPED = frozenset("of the other more others a an in or so".split())
NOUN_ENDS = frozenset(
    "were have that was has who which is are had if when because while although though unless until than after before".split()
)
PLURALS = frozenset("people men women children staff police crew fish sheep teeth feet mice".split())
RATES = frozenset(
    "second minute hour day night week month quarter year person head household day game match share".split()
)
LENGTH_CUES = frozenset(
    "for in within over after about around nearly almost than under just lasted last took take takes lasting some".split()
)
BEHIND_LENGTHS = frozenset(
    "ago later earlier after before long afterward afterwards beforehand away early late hence".split()
)
"""Behind "a day" and the like they tell that it is a length of time."""
BEHIND_SECOND = FUNCTION_WORDS | {"ago", "later", "earlier"}
"""Behind "a second" they tell that it is a length of time; it is a rank before other words."""
ONCE = frozenset({"minute", "hour", "week", "month", "year", "decade", "century"})
"""Behind "one" they are counted; "one day" often is no length of time."""
OR_SO = {"more": Bound.AT_LEAST, "less": Bound.AT_MOST, "fewer": Bound.AT_MOST, "so": Bound.ABOUT}
"""Between a number and its unit they bound it: "30 or more years"."""
COUNTED = frozenset({*MAGNITUDES, *PARTS, *(f"{part}s" for part in PARTS), "single", "full", "whole"})
"""What may follow "a" or "an" in a figure, beside a unit of measure."""
VOTING = frozenset("by won lost beat voted vote votes ruled split score decision win victory defeat lead".split())
"""Beside two numbers with "to" between them they tell that this is a vote or a score."""
BOUNDS = {
    Bound.ABOUT: (-1.0, 1.0),
    Bound.NEARLY: (-1.0, 0.0),
    Bound.AT_LEAST: (0.0, math.inf),
    Bound.MORE_THAN: (0.0, math.inf),
    Bound.AT_MOST: (-math.inf, 0.0),
    Bound.LESS_THAN: (-math.inf, 0.0),
}
"""How far below and above what is told the true value may lie, in widths of what is told roughly."""
PERCENT_WORDS = frozenset({"percent", "pc", "percentage"})


class _Named(NamedTuple):
    """A unit found behind a number."""

    kind: FactKind
    unit: str
    factor: float
    last: int
    offset: float = 0.0


@cache
def currencies() -> dict[str, tuple[str, float]]:
    """Return the ISO 4217 code and the part of one by the casefolded signs and words."""
    rows = (line.split("\t") for line in CURRENCIES.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {word: (code, float(part)) for words, code, part in rows for word in words.split()}


def find_figures(text: Segmentation) -> list[Fact]:
    """Return the figures of a document; years, dates and times of day are not among them."""
    facts: list[Fact] = []
    opening = [at for at, token in enumerate(text.tokens) if token.kind is NUMBER or _opens(token.norm)]
    done = 0
    for index, sentence in enumerate(text.sentences):
        end = bisect_left(opening, sentence.tokens[1], done)
        if end > done:
            found = list(islice(_in_sentence(text.tokens, sentence, index, opening[done:end]), MOST))
            facts += with_units(text.tokens, found)
        done = end
    return facts


def _in_sentence(tokens: Sequence[Token], sentence: Sentence, index: int, opening: Sequence[int]) -> Iterator[Fact]:
    """Yield the figures of a sentence, of which it is known where one may begin."""
    first, last = sentence.tokens
    behind = first
    for at in opening:
        if at < behind or (tokens[at].norm in {"a", "an"} and not _counts(tokens, at, last)):
            continue
        other = _behind_date(tokens, at, last)
        if other is not None:
            behind = other
        elif fact := _read(tokens, at, last, first, index):
            yield fact
            behind = _behind_rate(tokens, fact.tokens[1], last)


@lru_cache(maxsize=1 << 15)
def _opens(norm: str) -> bool:
    """Say whether a figure may begin with a word."""
    return begins_in_words(norm) or begins_multiple(norm)


def _counts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a figure can begin at an article: at every second one none does, and the next word tells."""
    return at + 1 < end and (tokens[at + 1].norm in COUNTED or tokens[at + 1].norm in units())


def _behind_date(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return where "the first half of 2026" or "ten past six" ends that begins at a token; None for no such thing."""
    period = read_period(tokens, at, end)
    if period:
        return period.last
    spoken = read_clock(tokens, at, end)
    if spoken is None and is_day_of_range(tokens, at):
        return at + 1
    return spoken.end if spoken else None


def _read(tokens: Sequence[Token], at: int, end: int, start: int, sentence: int) -> Fact | None:
    numeral = read_numeral(tokens, at)
    found = read_streak(tokens, at, numeral, end, sentence) or _multiple(tokens, at, end, start, sentence)
    found = found or _duration(tokens, at, numeral, end, start, sentence)
    return found or _figure(tokens, at, numeral, end, start, sentence)


def _behind_rate(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where to read on: behind "a week" in "$85 a week", which is no length of time."""
    rate = _rate(tokens, at, end)
    return rate + 2 if rate is not None else at


def _per(tokens: Sequence[Token], at: int, end: int) -> str:
    """Return the stem of what a figure is per, "" when it is no rate."""
    rate = _rate(tokens, at, end)
    return tokens[rate + 1].stem if rate is not None else ""


def _rate(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return where "a month" begins behind a figure, behind the noun that is counted and "more" or "less"."""
    counted = False
    if at + 1 < end and tokens[at].norm == "for" and tokens[at + 1].norm in {"every", "each"}:
        at += 1
    for index in range(at, min(at + RATE_REACH, end - 1)):
        norm = tokens[index].norm
        if norm in ARTICLES and tokens[index + 1].norm in RATES:
            return index if counted or index == at or tokens[index - 1].norm in MORE else None
        if norm == "of" and index <= at + 1:
            counted = False
            continue
        if tokens[index].kind is not WORD or (norm in FUNCTION_WORDS and norm not in MORE) or counted:
            break
        if index > at and tokens[index - 1].norm == "of":
            counted = True
            continue
        counted = norm.endswith("s") or norm in PLURALS
    return None


def rate_span(tokens: Sequence[Token], fact: Fact, end: int) -> Span | None:
    """Return the words that a figure's rate is told by: "a month"."""
    rate = _rate(tokens, fact.tokens[1], end)
    return Span(tokens[rate].start, tokens[rate + 1].end) if rate is not None else None


def _duration(
    tokens: Sequence[Token], at: int, numeral: Numeral | None, end: int, start: int, sentence: int
) -> Fact | None:
    """Return a length of time that is written with an article or a half."""
    length = read_duration(tokens, at, numeral, end)
    if length is None:
        return None
    if tokens[at].norm in {"a", "an", "one"} and length.last == at + 2 and not _is_length(tokens, at, end, start):
        return None
    if length.last < end and tokens[length.last].norm == "old":
        return None
    bound, hedge, last = find_hedge(tokens, at, start, length.last, end)
    low, high = _interval(length.seconds, bound, share=False)
    quantity = Quantity(
        length.seconds, low, high, DURATION, bound, _noun(tokens, last, end), per=_per(tokens, last, end)
    )
    return _hedged(FactKind.DURATION, tokens, at, Hedge(bound, hedge, last), sentence, quantity)


def _multiple(tokens: Sequence[Token], at: int, end: int, start: int, sentence: int) -> Fact | None:
    """Return how many times another figure or how often: "twice", "three times"."""
    found = read_multiple(tokens, at, end)
    if found is None:
        return None
    bound, hedge, last = find_hedge(tokens, at, start, found.last, end)
    low, high = _interval(found.value, bound, share=False)
    quantity = Quantity(found.value, low, high, TIMES, bound, per=_per(tokens, last, end))
    return _hedged(FactKind.NUMBER, tokens, at, Hedge(bound, hedge, last), sentence, quantity)


def _hedged(kind: FactKind, tokens: Sequence[Token], at: int, hedge: Hedge, sentence: int, quantity: Quantity) -> Fact:
    """Return the figure that begins at a token, with the words that hedge it where a reader takes them for a part of it."""
    first = at if hedge.bound in SILENT else hedge.first
    span = Span(tokens[first].start, tokens[hedge.last - 1].end)
    return Fact(kind, span, (first, hedge.last), sentence, quantity)


def _is_length(tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
    """Say whether "a day" or "an hour" tells how long: behind a preposition or a hedge, or before "ago" and the like."""
    if tokens[at].norm == "one" and tokens[at + 1].norm in ONCE:
        return True
    before = tokens[at - 1].norm if at > start else ""
    after = tokens[at + 2].norm if at + 2 < end else ""
    if tokens[at + 1].norm == "second" and after.isalpha() and after not in BEHIND_SECOND:
        return False
    return before in LENGTH_CUES or after in BEHIND_LENGTHS or _in_advance(tokens, at + 2, end)


def _in_advance(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether "in advance" or "in all" begins here: "a year in advance"."""
    return at + 1 < end and tokens[at].norm == "in" and tokens[at + 1].norm in {"advance", "all", "total"}


def _figure(
    tokens: Sequence[Token], at: int, numeral: Numeral | None, end: int, start: int, sentence: int
) -> Fact | None:
    if tokens[at].kind is NUMBER and (score := SCORE.match(tokens[at].text)):
        if at > start and tokens[at - 1].norm.rstrip(".") in MONTHS:
            return None
        return _score(tokens[at].span, (at, at + 1), Pair(float(score[1]), float(score[2])), sentence)
    if (
        numeral is None
        or numeral.last > end
        or _is_date(tokens, at, numeral, end)
        or _is_pronoun(tokens, at, numeral, end)
    ):
        return None
    votes = _votes(tokens, at, numeral, end, start)
    if votes:
        last, counts = votes
        return _score(Span(tokens[at].start, tokens[last - 1].end), (at, last), counts, sentence)
    named = _unit(tokens, numeral, end)
    bound, hedge, last = find_hedge(tokens, at, start, named.last, end)
    if bound is Bound.EXACT and named.last > numeral.last + 2 and tokens[numeral.last].norm == "or":
        bound = OR_SO.get(tokens[numeral.last + 1].norm, bound)
    value = _signed(tokens, at, start, numeral.value) * named.factor + named.offset
    if bound is Bound.EXACT and named.unit == SHARE and numeral.share and not tokens[at].text.endswith("%"):
        bound = Bound.ABOUT  # nobody who writes "one in eight" means 12.5 %
    low, high = _interval(value, bound, share=named.unit == SHARE)
    quantity = Quantity(value, low, high, named.unit, bound, _noun(tokens, last, end), per=_per(tokens, last, end))
    return _hedged(named.kind, tokens, at, Hedge(bound, hedge, last), sentence, quantity)


def _votes(tokens: Sequence[Token], at: int, numeral: Numeral, end: int, start: int) -> tuple[int, Pair[float]] | None:
    """Read "by 6 to 3", "10 votes to two" where the words speak of a vote or a score."""
    to = numeral.last + (numeral.last < end and tokens[numeral.last].norm in {"votes", "seats", "goals"})
    if to + 1 >= end or tokens[to].norm != "to" or numeral.share or numeral.currency or numeral.rest:
        return None
    other = read_plain(tokens, to + 1)
    if other is None or other.last > end or other.currency:
        return None
    before = tokens[at - 1].norm if at > start else ""
    after = tokens[other.last].norm if other.last < end else ""
    if to == numeral.last and before not in VOTING and after not in VOTING:
        return None
    if after in units() or after in CENTS or after in PERCENT_WORDS or after == "per":  # "rose by five to eight cents"
        return None
    return other.last, Pair(numeral.value, other.value)


def _score(span: Span, tokens: tuple[int, int], counts: Pair[float], sentence: int) -> Fact:
    ours, theirs = counts
    value = Quantity(ours, ours, ours, "score", Bound.EXACT, second=theirs)
    return Fact(FactKind.NUMBER, span, tokens, sentence, value)


def _is_date(tokens: Sequence[Token], at: int, numeral: Numeral, end: int) -> bool:
    """Say whether the number is a year, the day of a month or a time of day."""
    if numeral.last > at + 1 or numeral.currency:
        return False
    written = tokens[at].text
    before = _word_before(tokens, at)
    after = tokens[at + 1].norm.rstrip(".") if at + 1 < end else ""
    if after in {"a.m", "p.m", "am", "pm", "o'clock", "gmt"} or after == "century" or ":" in written:
        return True
    if (
        written.endswith("-century")
        or TIME_OF_DAY.match(written)
        or (written.endswith("s") and written[:-1].isdecimal())
    ):
        return True
    month = before in MONTHS and before != "may"
    near_month = (month and is_day(tokens, at, end)) or (after in MONTHS and after != "may")
    named_may = (before == "may" and at > 0 and tokens[at - 1].text[0] == "M" and is_day(tokens, at, end)) or (
        after == "may" and tokens[at + 1].text[0] == "M"
    )
    if numeral.value <= 31 and (near_month or named_may) and (numeral.ordinal or written[0].isdigit()):
        return True
    unit = after in units() and after != "second"
    return bool(YEAR.match(written)) and not unit and not _counted(tokens, at, end)


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """Return the norm of the word before a token, an abbreviation's full stop passed over."""
    first = at - 1 - (at > 1 and tokens[at - 1].text == ".")
    return tokens[first].norm.rstrip(".") if first >= 0 else ""


def _counted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a number that looks like a year counts the plural noun behind it."""
    if at + 1 >= end or tokens[at + 1].text[0].isupper() or _ends_span(tokens, at):
        return False
    return tokens[at + 1].norm.endswith("s") and tokens[at + 1].norm not in VERBS | FUNCTION_WORDS


def _ends_span(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a number that looks like a year ends "between 2019 and 2024"."""
    joint = at > 1 and tokens[at - 1].norm in {"and", "to"} and bool(YEAR.match(tokens[at - 2].text))
    return joint and at > 2 and tokens[at - 3].norm in {"between", "from"}


def _is_pronoun(tokens: Sequence[Token], at: int, numeral: Numeral, end: int) -> bool:
    """Say whether "one" or "first" and the like are no figures here."""
    norm = tokens[at].norm
    if numeral.rest == "-figure":
        return True
    if norm == "second" and numeral.last == at + 1:
        return at > 0 and tokens[at - 1].norm in {"a", "per"}
    if norm == "one" and _is_one_of(tokens, at, end):
        return False
    return norm in {"one", "zero"} and numeral.last == at + 1 and not numeral.share and not numeral.rest


def _is_one_of(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether "one of the four" begins here."""
    behind = [token.norm for token in tokens[at + 1 : min(end, at + 3)]]
    number = at + 2 + (behind[1:] in (["the"], ["its"], ["their"]))
    return (
        behind[:1] == ["of"]
        and number < end
        and begins_number(tokens[number])
        and tokens[number].norm not in {"a", "an"}
    )


def _unit(tokens: Sequence[Token], numeral: Numeral, end: int) -> _Named:
    at = numeral.last
    if numeral.currency:
        code, part = currencies().get(numeral.currency.casefold(), (numeral.currency, 1.0))
        return _Named(FactKind.MONEY, code, part, at)
    if numeral.ordinal:
        return _Named(FactKind.NUMBER, "ordinal", 1.0, at)
    if numeral.share:
        return _Named(FactKind.PERCENT, *_points(tokens, at, end))
    percent = _percent(tokens, at, end)
    if percent:
        return percent
    coins = at + (at < end and tokens[at].norm in CENTS)
    if (coins > at or numeral.rest in CENTS) and is_part_of_coin(tokens, coins, end):
        return _Named(FactKind.PERCENT, SHARE, 0.01, coins)
    if tokens[at - 1].text.endswith("%") and read_spread(tokens[at - 1].text):
        return _Named(FactKind.PERCENT, SHARE, 0.01, at)
    degrees = read_degrees(tokens, numeral, end)
    if degrees:
        return _Named(FactKind.NUMBER, "degC", degrees.factor, degrees.last, degrees.offset)
    head = numeral.rest.lstrip("-").split("-")[0] if numeral.rest else ""
    behind = at + 2 * (at + 2 < end and tokens[at].norm == "or" and tokens[at + 1].norm in OR_SO)
    return (
        _money_or_measure(tokens, at, end, head)
        or (_money_or_measure(tokens, behind, end, "") if behind > at else None)
        or _Named(FactKind.NUMBER, "", 1.0, at)
    )


def _signed(tokens: Sequence[Token], at: int, start: int, value: float) -> float:
    return -value if at > start and tokens[at - 1].norm == "minus" else value


def _points(tokens: Sequence[Token], at: int, end: int) -> tuple[str, float, int]:
    """Return the unit of a share, its factor and end: "half a percentage point" and "a quarter of a point" are points."""
    behind = at + (at < end and tokens[at].norm == "of")
    if behind < end and tokens[behind].norm in {"a", "an"}:
        behind += 1
    last = behind + (behind < end and tokens[behind].norm in {"percentage", "percent"})
    if last < end and tokens[last].norm in {"point", "points"}:
        return "points", 0.01, last + 1
    return SHARE, 1.0, at


def _percent(tokens: Sequence[Token], at: int, end: int) -> _Named | None:
    """Read what makes a number a share: "percent", "points", "basis points", "per cent"."""
    following = tokens[at].norm if at < end else ""
    if following == "of" and at + 3 < end and tokens[at + 2].norm == "percentage":
        return _Named(FactKind.PERCENT, "points", 0.01, at + 4)
    if following in {"point", "points"} and not _is_place(tokens, at):
        return _Named(FactKind.PERCENT, "points", 0.01, at + 1)
    if following in PERCENT_WORDS:
        last = at + 1 + (at + 1 < end and tokens[at + 1].norm in {"point", "points"})
        return _Named(FactKind.PERCENT, SHARE if last == at + 1 else "points", 0.01, last)
    if following == "basis" and at + 1 < end and tokens[at + 1].norm in {"point", "points"}:
        return _Named(FactKind.PERCENT, "points", 0.0001, at + 2)
    if following == "per" and at + 1 < end and tokens[at + 1].norm == "cent":
        return _Named(FactKind.PERCENT, SHARE, 0.01, at + 2)
    return None


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Say whether points are places: "blocked at six points", "at 11 points along the road"."""
    return at > 1 and tokens[at - 2].norm == "at"


def _money_or_measure(tokens: Sequence[Token], at: int, end: int, head: str) -> _Named | None:
    following = tokens[at].norm if at < end else ""
    for word, last in ((head, at), (following, at + 1), (tokens[at + 1].norm if at + 1 < end else "", at + 2)):
        if not word or (
            last == at + 2 and following not in {"us", "u.s.", "square", "cubic", "canadian", "australian"}
        ):
            continue
        if word in currencies() and len(word) > 1 and word not in {"real", "try", "won", "mark", "marks"}:
            code, part = currencies()[word]
            return _Named(FactKind.MONEY, code, part, last)
        if word == "second" and last > at:  # "2022 second quarter"; one second is "a second"
            continue
        if word in units() and not head.endswith("old") and not (last == at and "old" in tokens[at - 1].norm):
            unit = units()[word]
            power = POWERS.get(following, 1) if last == at + 2 else 1
            if (last < end and tokens[last].norm in {"old", "age"}) or "old" in tokens[last - 1].norm:
                return None
            kind = FactKind.DURATION if unit.base == DURATION else FactKind.NUMBER
            return _Named(kind, f"{unit.base}{power}" if power > 1 else unit.base, unit.factor**power, last)
    return None


def _interval(value: float, bound: Bound, *, share: bool) -> tuple[float, float]:
    if bound is Bound.EXACT:
        return value, value
    wide = 0.05 if share else 0.1 * abs(value)
    below, above = BOUNDS[bound]
    return value + below * wide if below else value, value + above * wide if above else value


def _noun(tokens: Sequence[Token], at: int, end: int) -> str:
    """Return the stem of what is counted: of the words behind a number the first plural, else the last before the next phrase."""
    noun = ""
    for index in range(at, min(end, at + NOUN_REACH)):
        token = tokens[index]
        if token.kind is not WORD or token.norm in NOUN_ENDS or (noun and token.norm in FUNCTION_WORDS):
            break
        if token.norm not in SKIPPED:
            noun = token.stem
            if token.norm.endswith("s") or token.norm in PLURALS:
                break
    return noun
