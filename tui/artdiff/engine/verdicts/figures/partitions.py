"""What follows from a whole and its parts: the rest, the share, the sides of a vote, places between two ranks.

The parts must be told together: in a sentence of the source, with the whole named in the variant's sentence or with words
of a rest or a difference right beside the figure.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Bound, Fact, Quantity
from artdiff.engine.facts.numerals import read_plain
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.figures.arithmetic import is_close, is_share
from artdiff.engine.verdicts.figures.operands import COMPARED, COMPLEMENT, DIFFERENCE, SHARE, Sought, digits
from artdiff.engine.verdicts.figures.quantities import told_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.numerals import Numeral

OF = frozenset({"of", "among"})
MOST_IN_SENTENCE = 8
MOST_ADDED = 3
LEAST_LEFT = 5
"""Fewer that are left of a whole told elsewhere come out by chance."""
MOST_BETWEEN = 8
"""How many tokens may stand between a part and its whole: "420 of the two universities' 5,900 posts"."""
REST = frozenset("rest others remainder remaining left".split())
LEADING = frozenset("by of gap difference lead margin".split())
VOTING = frozenset(
    "vote votes voted voting majority margin ballot members against favour favor lead ahead opposed backed".split()
)


class Parts(NamedTuple):
    """Two figures of a source's sentence, the smaller first.

    Attributes:
        facts: the part and the whole.
        values: what they come to, in one unit.
        joined: "of" stands between them: the one is a part of the other.
        added: "and" stands between them: "148 Valdrian and 64 Kestovian soldiers".
    """

    facts: Pair[Fact]
    values: Pair[Quantity]
    joined: bool
    added: bool


class Found(NamedTuple):
    """The source's figures that give a variant's, and how."""

    facts: tuple[Fact, ...]
    how: str


def pairs_of(source: Analysis) -> list[Parts]:
    """Return the pairs of figures of the same unit that stand in one sentence."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in source.facts_of(Quantity):
        if isinstance(fact.value, Quantity) and fact.value.unit != "score":
            by_sentence.setdefault(fact.sentence, []).append(fact)
    return [
        pair
        for facts in by_sentence.values()
        for one, other in combinations(facts[:MOST_IN_SENTENCE], 2)
        if (pair := _pair(source, one, other))
    ]


def _pair(source: Analysis, one: Fact, other: Fact) -> Parts | None:
    values = _in_one_unit(one, other)
    if values is None or min(values.source.value, values.variant.value) <= 0:
        return None
    between = source.text.norms[one.tokens[1] : other.tokens[0]]
    joined = len(between) <= MOST_BETWEEN and not OF.isdisjoint(between[:2])
    rows = [(one, values.source), (other, values.variant)]
    (small, part), (large, whole) = sorted(rows, key=lambda row: row[1].value)
    added = len(between) <= MOST_ADDED and ("and" in between or "plus" in between)
    return Parts(Pair(small, large), Pair(part, whole), joined and small is one, added)


def _in_one_unit(one: Fact, other: Fact) -> Pair[Quantity] | None:
    """Return two figures in the same unit: in "14 hours while being paid for eight" the second is in hours too."""
    assert isinstance(one.value, Quantity)  # noqa: S101
    assert isinstance(other.value, Quantity)  # noqa: S101
    if one.value.unit == other.value.unit:
        return Pair(one.value, other.value)
    if other.value.unit or other.value.noun or one.value.unit in {"", "ordinal", "streak", SHARE}:
        return None
    factor = told_in(one.value)
    scaled = other.value._replace(value=other.value.value * factor, unit=one.value.unit)
    return Pair(one.value, scaled) if factor > 1 else None


def from_pairs(wanted: Sought, pairs: Iterable[Parts], near: Iterable[int]) -> Found | None:
    """Return how a figure is the rest, the difference or the share of two figures that the source tells together."""
    sentences = set(near)
    for pair in pairs:
        part, whole = pair.values
        close = pair.facts.source.sentence in sentences
        if wanted.quantity.unit == SHARE and whole.unit != SHARE and (pair.joined or close):
            if any(
                is_share(wanted.quantity, share) for share in (part.value / whole.value, 1 - part.value / whole.value)
            ):
                return Found(tuple(pair.facts), "the share of one in the other")
        elif pair.added and close and whole.unit == wanted.quantity.unit and _is_total(wanted.quantity, part, whole):
            return Found(tuple(pair.facts), "the sum of the two")
        elif _is_rest(wanted, part, whole, close=close or pair.joined):
            return Found(tuple(pair.facts), "the difference of the two")
    return None


def _is_total(quantity: Quantity, part: Quantity, whole: Quantity) -> bool:
    return digits(quantity) > 1 and is_close(quantity, part.value + whole.value)


def _is_rest(wanted: Sought, part: Quantity, whole: Quantity, *, close: bool) -> bool:
    """Say whether a figure is what two differ by, and the variant's words say so."""
    quantity = wanted.quantity
    ranks = whole.unit == "ordinal" and quantity.unit == ""
    if not ranks and whole.unit != quantity.unit:
        return False
    if not is_close(quantity, whole.value - part.value):
        return False
    if ranks:
        return not COMPARED.isdisjoint(wanted.behind)
    told = any(math.isclose(one.value, whole.value) and one.unit == whole.unit for one in wanted.siblings)
    if told and close:
        cues = wanted.sentence
        return wanted.behind[:1] == ("of",) or not cues.isdisjoint(COMPLEMENT) or not cues.isdisjoint(DIFFERENCE)
    rest = close and digits(quantity) > 1 and not REST.isdisjoint(wanted.sentence)
    return rest or (wanted.compares and (close or quantity.unit != "" or digits(quantity) > 1))


def from_scores(source: Analysis, wanted: Sought, scores: Iterable[Fact]) -> Found | None:
    """Return how a figure follows from a vote or a score: one side, both, the gap, a side's share."""
    quantity = wanted.quantity
    for fact in scores:
        value = fact.value
        if not isinstance(value, Quantity) or value.second is None:
            continue
        ours, theirs = value.value, value.second
        if quantity.unit == SHARE and ours + theirs > 0:
            if any(is_share(quantity, side / (ours + theirs)) for side in (ours, theirs)):
                return Found((fact,), "the share of one side")
        elif quantity.unit == "" and quantity.bound is Bound.EXACT:
            how = _of_score(wanted, ours, theirs, _abstentions(source, fact))
            if how:
                return Found((fact,), how)
    return None


def _of_score(wanted: Sought, ours: float, theirs: float, abstained: float) -> str:
    value = wanted.quantity.value
    voting = not VOTING.isdisjoint(wanted.sentence)
    if value in {ours, theirs} and voting:
        return "one side of the result"
    if value in {ours + theirs, ours + theirs + abstained} and (voting or abstained):
        return "both sides of the result"
    if value == abs(ours - theirs) and not (LEADING | VOTING | COMPARED).isdisjoint(wanted.words):
        return "the gap between the two sides"
    return ""


def _abstentions(source: Analysis, fact: Fact) -> float:
    """Return how many abstained from a vote, as its sentence says."""
    first, last = source.text.sentences[fact.sentence].tokens
    for at in range(fact.tokens[1], last):
        if source.text.tokens[at].norm.startswith("abst"):
            rows = (read_plain(source.text.tokens, k) for k in range(max(first, at - 2), at))
            return next((one.value for one in rows if one), 0.0)
    return 0.0


def is_on_the_way(quantity: Quantity, scores: Iterable[Quantity]) -> bool:
    """Say whether a score may have stood before a later one of the source: "1-1" on the way to "3-2"."""
    return any(sorted_fits(quantity, score) for score in scores)


def sorted_fits(one: Quantity, final: Quantity) -> bool:
    """Say whether neither side of a score has more than in a later one."""
    low, high = sorted((one.value, one.second or 0.0))
    least, most = sorted((final.value, final.second or 0.0))
    return low <= least and high <= most


def told_scores(source: Analysis) -> Iterator[Fact]:
    """Yield the scores and votes of a document."""
    for fact in source.facts_of(Quantity):
        if isinstance(fact.value, Quantity) and fact.value.unit == "score":
            yield fact


def all_but(source: Analysis, quantity: Quantity, near: Iterable[int], counts: Collection[float]) -> Span | None:
    """Return the words "all but one of nine" of the source from which a count of eight follows.

    The whole may be one of the counts that the source has elsewhere: "all but four of those held".
    """
    tokens = source.text.tokens
    for sentence in near:
        first, last = source.text.sentences[sentence].tokens
        for at in range(first, last - 3) if "but" in source.text.norms[first:last] else ():
            if tokens[at].norm != "all" or tokens[at + 1].norm != "but":
                continue
            less = read_plain(tokens, at + 2)
            whole = _whole_behind(source, less.last, last) if less else None
            if less and whole and whole.value - less.value == quantity.value:
                return Span(tokens[at].start, tokens[whole.last - 1].end)
            if less and not whole and quantity.value >= LEAST_LEFT and less.value + quantity.value in counts:
                return Span(tokens[at].start, tokens[less.last - 1].end)
    return None


def _whole_behind(source: Analysis, at: int, last: int) -> Numeral | None:
    """Return the number behind "of", "of the", "of its"."""
    tokens = source.text.tokens
    if at >= last or tokens[at].norm != "of":
        return None
    first = at + 1 + (at + 1 < last and tokens[at + 1].norm in {"the", "its", "their", "his", "her", "these", "those"})
    return read_plain(tokens, first) if first < last else None
