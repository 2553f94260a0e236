"""Figures: counts, shares, sums of money, measures, lengths of time, ranks and scores, as comparable quantities."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from functools import lru_cache
from itertools import compress, islice
from typing import TYPE_CHECKING, Final

from artdiff.documents.document import Span
from artdiff.engine.facts.clocks import read_clock
from artdiff.engine.facts.dates import is_day, is_day_of_range
from artdiff.engine.facts.durations import read_duration
from artdiff.engine.facts.fact import Bound, Fact, Quantity
from artdiff.engine.facts.figure_units import DURATION, OR_SO, PERCENT_WORDS, SHARE, read_unit
from artdiff.engine.facts.hedges import SILENT, Hedge, find_hedge
from artdiff.engine.facts.measures import units, units_of_time
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
from artdiff.engine.facts.ranges import CENTS, with_units
from artdiff.engine.facts.streaks import RUNNING_WORDS, read_streak
from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import NUMBER, WORD
from artdiff.engine.language.tokens import read_word
from artdiff.engine.lexicon.spellings import Spellings
from artdiff.engine.values import FactKind, Pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.segmentation import Segmentation, Token

SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})$")
TIME_OF_DAY = re.compile(r"\d{1,2}(?:[.:]\d\d)?[ap]m$")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
BEHIND_TIMES = frozenset({"a.m", "p.m", "am", "pm", "o'clock", "gmt", "century"})
"""Behind a number they make it a time."""
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
COUNTED = frozenset({*MAGNITUDES, *PARTS, *(f"{part}s" for part in PARTS), "single", "full", "whole"})
"""What may follow "a" or "an" in a figure, beside a unit of measure."""
VOTING = frozenset("by won lost beat voted vote votes ruled split score decision win victory defeat lead".split())
"""Beside two numbers with "to" between them they tell that this is a vote or a score."""
EXACT: Final = Bound.EXACT
BOUNDS = {
    Bound.ABOUT: (-1.0, 1.0),
    Bound.NEARLY: (-1.0, 0.0),
    Bound.AT_LEAST: (0.0, math.inf),
    Bound.MORE_THAN: (0.0, math.inf),
    Bound.AT_MOST: (-math.inf, 0.0),
    Bound.LESS_THAN: (-math.inf, 0.0),
}
"""How far below and above what is told the true value may lie, in widths of what is told roughly."""


def find_figures(text: Segmentation) -> list[Fact]:
    """Return the figures of a document; years, dates and times of day are not among them."""
    facts: list[Fact] = []
    opening = _opening(text)
    done = 0
    for index, sentence in enumerate(text.sentences):
        end = bisect_left(opening, sentence.tokens[1], done)
        if end > done:
            found = _Reader(text, index).read(opening[done:end])
            facts += with_units(text.tokens, list(islice(found, MOST)))
        done = end
    return facts


def _opening(text: Segmentation) -> list[int]:
    """Return where figures may begin."""
    norms, last = text.norms, len(text.norms)
    opening = compress(range(last), _openers.of(text.texts))
    return [at for at in opening if norms[at] not in {"a", "an"} or _counts(norms, at, last)]


def _opens(written: str) -> bool:
    """Say whether a figure may begin with a word."""
    norm, kind = read_word(written)
    return kind is NUMBER or begins_in_words(norm) or begins_multiple(norm)


_openers = Spellings(_opens)


def _counts(norms: Sequence[str], at: int, end: int) -> bool:
    """Say whether a figure can begin at an article: at every second one none does, and the next word tells."""
    return at + 1 < end and (norms[at + 1] in COUNTED or norms[at + 1] in units())


class _Reader:
    """Reads the figures of one sentence; what no word of it can tell is not looked for."""

    def __init__(self, text: Segmentation, index: int) -> None:
        self._tokens, self._norms, self._sentence = text.tokens, text.norms, index
        self._start, self._end = text.sentences[index].tokens
        words = set(text.norms[self._start : self._end])
        self._runs = not RUNNING_WORDS.isdisjoint(words)
        self._multiples = "times" in words
        self._rates = not RATES.isdisjoint(words)
        self._lengths = not units_of_time().isdisjoint(words)

    def read(self, opening: Sequence[int]) -> Iterator[Fact]:
        """Yield the figures, of which it is known where one may begin."""
        behind = self._start
        for at in opening:
            if at < behind or (self._norms[at] in {"a", "an"} and not _counts(self._norms, at, self._end)):
                continue
            other = _behind_date(self._tokens, at, self._end)
            if other is not None:
                behind = other
            elif fact := self._read(at):
                yield fact
                behind = self._behind_rate(fact.tokens[1])

    def _read(self, at: int) -> Fact | None:
        numeral = read_numeral(self._tokens, at)
        found = read_streak(self._tokens, at, numeral, self._end, self._sentence) if self._runs else None
        if found is None and (self._multiples or begins_multiple(self._norms[at])):
            found = self._multiple(at)
        if found is None and self._lengths:
            found = self._duration(at, numeral)
        return found or self._figure(at, numeral)

    def _behind_rate(self, at: int) -> int:
        """Return where to read on: behind "a week" in "$85 a week", which is no length of time."""
        rate = _rate(self._tokens, at, self._end) if self._rates else None
        return rate + 2 if rate is not None else at

    def _per(self, at: int) -> str:
        """Return the stem of what a figure is per, "" when it is no rate."""
        rate = _rate(self._tokens, at, self._end) if self._rates else None
        return self._tokens[rate + 1].stem if rate is not None else ""

    def _duration(self, at: int, numeral: Numeral | None) -> Fact | None:
        """Return a length of time that is written with an article or a half."""
        tokens, end = self._tokens, self._end
        length = read_duration(tokens, at, numeral, end)
        if length is None:
            return None
        single = tokens[at].norm in {"a", "an", "one"} and length.last == at + 2
        if single and not _is_length(tokens, at, end, self._start):
            return None
        if length.last < end and tokens[length.last].norm == "old":
            return None
        hedge = find_hedge(tokens, at, self._start, length.last, end)
        low, high = _interval(length.seconds, hedge.bound, share=False)
        noun = _noun(tokens, hedge.last, end)
        quantity = Quantity(length.seconds, low, high, DURATION, hedge.bound, noun, per=self._per(hedge.last))
        return self._hedged(FactKind.DURATION, at, hedge, quantity)

    def _multiple(self, at: int) -> Fact | None:
        """Return how many times another figure or how often: "twice", "three times"."""
        found = read_multiple(self._tokens, at, self._end)
        if found is None:
            return None
        hedge = find_hedge(self._tokens, at, self._start, found.last, self._end)
        low, high = _interval(found.value, hedge.bound, share=False)
        quantity = Quantity(found.value, low, high, TIMES, hedge.bound, per=self._per(hedge.last))
        return self._hedged(FactKind.NUMBER, at, hedge, quantity)

    def _hedged(self, kind: FactKind, at: int, hedge: Hedge, quantity: Quantity) -> Fact:
        """Return the figure that begins at a token, with the words that hedge it where a reader takes them for a part of it."""
        first = at if hedge.bound in SILENT or self._norms[hedge.first] == "within" else hedge.first
        span = Span(self._tokens[first].start, self._tokens[hedge.last - 1].end)
        return Fact(kind, span, (first, hedge.last), self._sentence, quantity)

    def _figure(self, at: int, numeral: Numeral | None) -> Fact | None:
        tokens, start, end = self._tokens, self._start, self._end
        score = _score_of(tokens[at].text) if tokens[at].kind is NUMBER else None
        if score:
            if at > start and tokens[at - 1].norm.rstrip(".") in MONTHS:
                return None
            return self._score(at, at + 1, score)
        if numeral is None or numeral.last > end:
            return None
        if _is_pronoun(tokens, at, numeral, end) or _is_date(tokens, at, numeral, end):
            return None
        votes = _votes(tokens, at, numeral, end, start)
        if votes:
            return self._score(at, *votes)
        return self._quantity(at, numeral)

    def _quantity(self, at: int, numeral: Numeral) -> Fact:
        tokens, end = self._tokens, self._end
        named = read_unit(tokens, numeral, end)
        hedge = find_hedge(tokens, at, self._start, named.last, end)
        bound, last, share = hedge.bound, hedge.last, named.unit == SHARE
        if bound is EXACT and named.last > numeral.last + 2 and tokens[numeral.last].norm == "or":
            bound = OR_SO.get(tokens[numeral.last + 1].norm, bound)
        value = _signed(tokens, at, self._start, numeral.value) * named.factor + named.offset
        if bound is EXACT and share and numeral.share and not tokens[at].text.endswith("%"):
            bound = Bound.ABOUT  # nobody who writes "one in eight" means 12.5 %
        low, high = _interval(value, bound, share=share)
        quantity = Quantity(value, low, high, named.unit, bound, _noun(tokens, last, end), None, self._per(last))
        return self._hedged(named.kind, at, hedge if bound is hedge.bound else hedge._replace(bound=bound), quantity)

    def _score(self, at: int, last: int, counts: Pair[float]) -> Fact:
        ours, theirs = counts
        value = Quantity(ours, ours, ours, "score", EXACT, second=theirs)
        span = Span(self._tokens[at].start, self._tokens[last - 1].end)
        return Fact(FactKind.NUMBER, span, (at, last), self._sentence, value)


@lru_cache(maxsize=1 << 13)
def _score_of(written: str) -> Pair[float] | None:
    """Return both sides of a result: "3-1"."""
    score = SCORE.match(written)
    return Pair(float(score[1]), float(score[2])) if score else None


def _behind_date(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Return where "the first half of 2026" or "ten past six" ends that begins at a token; None for no such thing."""
    period = read_period(tokens, at, end)
    if period:
        return period.last
    spoken = read_clock(tokens, at, end)
    if spoken is None and is_day_of_range(tokens, at):
        return at + 1
    return spoken.end if spoken else None


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


def _is_date(tokens: Sequence[Token], at: int, numeral: Numeral, end: int) -> bool:
    """Say whether the number is a year, the day of a month or a time of day."""
    if numeral.last > at + 1 or numeral.currency:
        return False
    written = tokens[at].text
    after = tokens[at + 1].norm.rstrip(".") if at + 1 < end else ""
    if after in BEHIND_TIMES or _is_dated(written):
        return True
    if numeral.value <= 31 and (numeral.ordinal or written[0].isdigit()) and _near_month(tokens, at, after, end):
        return True
    if len(written) != 4 or not YEAR.match(written):
        return False
    unit = after in units() and after != "second"
    return not unit and not _counted(tokens, at, end)


@lru_cache(maxsize=1 << 13)
def _is_dated(written: str) -> bool:
    """Say whether a number by itself is a time of day, a decade or a century."""
    plural = written.endswith("s") and written[:-1].isdecimal()
    return ":" in written or written.endswith("-century") or bool(TIME_OF_DAY.match(written)) or plural


def _near_month(tokens: Sequence[Token], at: int, after: str, end: int) -> bool:
    """Say whether a number is the day of a month beside it."""
    before = _word_before(tokens, at)
    if after in MONTHS and (after != "may" or tokens[at + 1].text[0] == "M"):
        return True
    if before not in MONTHS or (before == "may" and tokens[at - 1].text[0] != "M"):
        return False
    return is_day(tokens, at, end)


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """Return the norm of the word before a token, an abbreviation's full stop passed over."""
    first = at - 1 - (at > 1 and tokens[at - 1].text == ".")
    return tokens[first].norm.rstrip(".") if first >= 0 else ""


def _counted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether a number that looks like a year counts the plural noun behind it."""
    if at + 1 >= end or tokens[at + 1].text[0].isupper() or _ends_span(tokens, at):
        return False
    return tokens[at + 1].norm.endswith("s") and tokens[at + 1].norm not in UNCOUNTED


UNCOUNTED = VERBS | FUNCTION_WORDS | {"thanks"}
"""Behind a year they are no plural nouns: "savings from 2035 thanks to the reform"."""


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


def _signed(tokens: Sequence[Token], at: int, start: int, value: float) -> float:
    return -value if at > start and tokens[at - 1].norm == "minus" else value


def _interval(value: float, bound: Bound, *, share: bool) -> tuple[float, float]:
    if bound is EXACT:
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
