"""Slots: the words that stand around a fact on both sides, and how well two facts' words agree."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.synonyms import cluster
from artdiff.engine.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

REACH = 5
"""How many content words on each side belong to a slot."""
LONGEST = 14
"""How many tokens are looked at for them."""
FRAME = 2
"""How many tokens on each side make a frame."""
OTHER_SIDE = 0.5
"""What a word counts that stands on the other side of the fact."""
FADING = 0.8
"""What a word counts that stands one content word farther away, against the one before it."""
FADED = tuple(tuple(FADING ** max(at, place) for place in range(REACH)) for at in range(REACH))
"""What a word counts by its places on both sides."""


class Slot(NamedTuple):
    """The content words before and behind a fact in its sentence, the nearest first, synonyms as one; and all of them."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    words: frozenset[str]


def slot_of(before: tuple[str, ...], after: tuple[str, ...]) -> Slot:
    """Return a slot between words."""
    return Slot(before, after, frozenset(before + after))


def slot(analysis: Analysis, fact: Fact) -> Slot:
    """Return the slot that a fact fills."""
    return _slot(analysis, fact.sentence, fact.tokens)


@remembered(1 << 11)
def _slot(analysis: Analysis, sentence: int, tokens_of: tuple[int, int]) -> Slot:
    """Return the slot between the words around some tokens: to remember it by the whole fact takes ten times as long."""
    first, last = analysis.text.sentences[sentence].tokens
    start, end = tokens_of
    ranks, keys = analysis.clauses.ranks, keys_of(analysis)
    rank, behind = ranks[start], ranks[end]
    least, most = max(rank - REACH, ranks[max(first, start - LONGEST)]), ranks[min(last, end + LONGEST)]
    return slot_of(keys[least:rank][::-1], keys[behind : min(behind + REACH, most)])


@remembered(1 << 6)
def keys_of(analysis: Analysis) -> tuple[str, ...]:
    """Return for each content word of a document, in the order of `Clauses.places`, what stands for it and its synonyms."""
    stems = analysis.text.stems
    return tuple([key(stems[at]) for at in analysis.clauses.places])


@lru_cache(maxsize=1 << 15)
def key(stem: str) -> str:
    """Return what stands for a word and its close synonyms."""
    group = cluster(stem)
    return stem if group is None else f"#{group}"


def frame(analyses: Pair[Analysis], ours: Fact, theirs: Fact) -> float:
    """Return how many of the two words on each side of a fact stand there in the source too, word for word, 0 to 1."""
    source, variant = analyses
    mine, other, same = variant.text.norms, source.text.norms, 0
    for step in (-FRAME, 1 - FRAME, 0, FRAME - 1):
        at, place = (ours.tokens[step >= 0] + step, theirs.tokens[step >= 0] + step)
        if 0 <= at < len(mine) and 0 <= place < len(other):
            same += mine[at] == other[place]
    return same / (2 * FRAME)


def agreement(ours: Slot, theirs: Slot) -> float:
    """Return how well two slots agree: about the number of words that both have, near words counting most."""
    if ours.words.isdisjoint(theirs.words):
        return 0.0
    return (
        _common(ours.before, theirs.before)
        + _common(ours.after, theirs.after)
        + OTHER_SIDE * (_common(ours.before, theirs.after) + _common(ours.after, theirs.before))
    )


def _common(ours: Sequence[str], theirs: Sequence[str]) -> float:
    total = 0.0
    for at, word in enumerate(ours):
        if word in theirs:
            total += FADED[at][theirs.index(word)]
    return total
