"""Figures that changed places: "48,000 in Canada and 8,000 in Mexico" told the other way round."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.verdicts.counterparts.slots import Slot, keys_of, slot_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

MOST = 8
"""How many figures of a sentence are looked at."""
LONGEST = 12
"""How many tokens beside a figure are looked at, up to the next figure."""


class Exchange(NamedTuple):
    """A figure of the variant, and the source's figure whose place it took."""

    ours: Fact
    theirs: Fact


def exchanges(analyses: Pair[Analysis], same: Iterable[tuple[Fact, Fact]]) -> dict[tuple[int, int], Exchange]:
    """Return the figures that changed places with another of their sentence, by their tokens.

    Args:
        analyses: of both documents.
        same: the variant's figures, in their order, each with the same figure in a supporting sentence.
    """
    by_sentence: dict[tuple[int, int], list[Exchange]] = {}
    for ours, theirs in same:
        by_sentence.setdefault((ours.sentence, theirs.sentence), []).append(Exchange(ours, theirs))
    found: dict[tuple[int, int], Exchange] = {}
    for rows in by_sentence.values():
        for one, other in combinations(rows[:MOST], 2):
            if _alike(one.ours, other.ours) and _exchanged(analyses, one, other):
                found[one.ours.tokens] = Exchange(one.ours, other.theirs)
                found[other.ours.tokens] = Exchange(other.ours, one.theirs)
    return found


def _alike(one: Fact, other: Fact) -> bool:
    assert isinstance(one.value, Quantity)  # noqa: S101
    assert isinstance(other.value, Quantity)  # noqa: S101
    return one.value.unit == other.value.unit and one.value.value != other.value.value


def _exchanged(analyses: Pair[Analysis], one: Exchange, other: Exchange) -> bool:
    """Say whether each figure's own words stand at the other one's place in the source, and none at its own."""
    mine, also = _tight(analyses.variant, one.ours), _tight(analyses.variant, other.ours)
    there = _tight(analyses.source, other.theirs)
    if not _shared(mine, also, there) or _touching(also, mine, there):
        return False
    here = _tight(analyses.source, one.theirs)
    return _shared(also, mine, here) > 0 and not _touching(mine, also, here)


def _shared(slot: Slot, other: Slot, theirs: Slot) -> int:
    """Return how many words of a place, not at the other figure too, stand on the same side of a source's figure."""
    before = (set(slot.before) - set(other.before)) & set(theirs.before)
    return len(before) + len((set(slot.after) - set(other.after)) & set(theirs.after))


def _touching(slot: Slot, other: Slot, theirs: Slot) -> bool:
    """Say whether any word that only this place has stands beside a source's figure, on whichever side."""
    own = {*slot.before, *slot.after} - {*other.before, *other.after}
    return not own.isdisjoint({*theirs.before, *theirs.after})


def _tight(analysis: Analysis, fact: Fact) -> Slot:
    """Return the content words between a figure and the figures beside it."""
    first, last = analysis.text.sentences[fact.sentence].tokens
    start, end = fact.tokens
    for one in analysis.facts_in(fact.sentence):
        if isinstance(one.value, Quantity) and one.tokens != fact.tokens:
            first = max(first, one.tokens[1]) if one.tokens[1] <= start else first
            last = min(last, one.tokens[0]) if one.tokens[0] >= end else last
    return slot_of(
        _keys(analysis, range(max(first, start - LONGEST), start)),
        _keys(analysis, range(end, min(last, end + LONGEST))),
    )


def _keys(analysis: Analysis, places: range) -> tuple[str, ...]:
    ranks = analysis.clauses.ranks
    return keys_of(analysis)[ranks[places.start] : ranks[places.stop]]
