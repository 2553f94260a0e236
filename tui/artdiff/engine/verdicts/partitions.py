"""What follows from a whole and its parts: the rest, the share, the sides of a vote, places between two ranks.

The parts must be told together: in a sentence of the source, with the whole named in the variant's sentence or with words
of a rest or a difference right beside the figure.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Bound, Fact, Quantity
from artdiff.engine.verdicts.arithmetic import (
    COMPARED,
    COMPLEMENT,
    DIFFERENCE,
    SHARE,
    Sought,
    digits,
    is_close,
    is_share,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.engine.analysis import Analysis

OF = frozenset({"of", "among"})
MOST_IN_SENTENCE = 8
MOST_BETWEEN = 8
"""How many tokens may stand between a part and its whole: "420 of the two universities' 5,900 posts"."""
LEADING = frozenset("by of gap difference lead margin".split())
VOTING = frozenset(
    "vote votes voted voting majority margin ballot members against favour favor lead ahead opposed backed".split()
)


class Parts(NamedTuple):
    """Two figures of a source's sentence, the smaller first.

    Attributes:
        joined: "of" stands between them: the one is a part of the other.
    """

    part: Fact
    whole: Fact
    joined: bool


class Found(NamedTuple):
    """The source's figures that give a variant's, and how."""

    facts: tuple[Fact, ...]
    how: str


def pairs_of(source: Analysis) -> list[Parts]:
    """Return the pairs of figures of the same unit that stand in one sentence."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in source.facts:
        if isinstance(fact.value, Quantity) and fact.value.unit != "score":
            by_sentence.setdefault(fact.sentence, []).append(fact)
    return [
        pair
        for facts in by_sentence.values()
        for one, other in combinations(facts[:MOST_IN_SENTENCE], 2)
        if (pair := _pair(source, one, other))
    ]


def _pair(source: Analysis, one: Fact, other: Fact) -> Parts | None:
    assert isinstance(one.value, Quantity)  # noqa: S101
    assert isinstance(other.value, Quantity)  # noqa: S101
    if one.value.unit != other.value.unit or not min(one.value.value, other.value.value) > 0:
        return None
    between = source.text.tokens[one.tokens[1] : other.tokens[0]]
    joined = len(between) <= MOST_BETWEEN and any(token.norm in OF for token in between[:2])
    small, large = (one, other) if one.value.value <= other.value.value else (other, one)
    return Parts(small, large, joined and small is one)


def from_pairs(wanted: Sought, pairs: Iterable[Parts], near: Iterable[int]) -> Found | None:
    """Return how a figure is the rest, the difference or the share of two figures that the source tells together."""
    sentences = set(near)
    for pair in pairs:
        part, whole = pair.part.value, pair.whole.value
        assert isinstance(part, Quantity)  # noqa: S101
        assert isinstance(whole, Quantity)  # noqa: S101
        close = pair.whole.sentence in sentences
        if wanted.quantity.unit == SHARE and whole.unit != SHARE and (pair.joined or close):
            if any(
                is_share(wanted.quantity, share) for share in (part.value / whole.value, 1 - part.value / whole.value)
            ):
                return Found((pair.part, pair.whole), "the share of one in the other")
        elif _is_rest(wanted, part, whole, close=close or pair.joined):
            return Found((pair.part, pair.whole), "the difference of the two")
    return None


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
    return wanted.compares and (close or quantity.unit != "" or digits(quantity) > 1)


def from_scores(wanted: Sought, scores: Iterable[Fact]) -> Found | None:
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
            how = _of_score(wanted, ours, theirs)
            if how:
                return Found((fact,), how)
    return None


def _of_score(wanted: Sought, ours: float, theirs: float) -> str:
    value = wanted.quantity.value
    voting = not VOTING.isdisjoint(wanted.sentence)
    if value in {ours, theirs} and voting:
        return "one side of the result"
    if value == ours + theirs and voting:
        return "both sides of the result"
    if value == abs(ours - theirs) and not (LEADING | VOTING | COMPARED).isdisjoint(wanted.words):
        return "the gap between the two sides"
    return ""


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
    for fact in source.facts:
        if isinstance(fact.value, Quantity) and fact.value.unit == "score":
            yield fact
