"""Whether two words stand in the same place: what surrounds a variant's word and a source's word agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.clauses import Clauses
    from artdiff.engine.verdicts.evidence import Evidence

WINDOW = 3
"""How many content words on each side count as a word's surroundings."""
FARTHEST = 9
"""How many tokens away they do no longer."""


class Place(NamedTuple):
    """How the surroundings of a variant's word agree with those of a source's word.

    Attributes:
        before: the nearest content word before each is the same.
        after: the nearest content word behind each is the same.
        shared: how many words of the variant's surroundings rest on words of the source's.
    """

    before: bool
    after: bool
    shared: int


def same_place(evidence: Evidence, at: int, match: int) -> Place:
    """Compare the surroundings of variant token `at` with those of source token `match`."""
    source, variant = evidence.analyses
    matches = evidence.grounding.matches
    before, after = neighbours(variant.clauses, at, -1), neighbours(variant.clauses, at, 1)
    source_before, source_after = neighbours(source.clauses, match, -1), neighbours(source.clauses, match, 1)
    around = {*source_before, *source_after}
    stems = {source.text.tokens[index].stem for index in around}
    return Place(
        _rests(evidence, before[:1], source_before[:1]),
        _rests(evidence, after[:1], source_after[:1]),
        sum([matches[index] in around or variant.text.tokens[index].stem in stems for index in (*before, *after)]),
    )


def neighbours(clauses: Clauses, at: int, step: int) -> Sequence[int]:
    """Return the nearest content tokens in one direction, nearest first."""
    if step > 0:
        rank = clauses.ranks[at + 1]
        found = clauses.places[rank : rank + WINDOW]
    else:
        rank = clauses.ranks[at]
        found = clauses.places[max(0, rank - WINDOW) : rank][::-1]
    while found and abs(found[-1] - at) >= FARTHEST:
        found = found[:-1]
    return found


def _rests(evidence: Evidence, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether the one word rests on the other: it may stand in the source more than once."""
    if not ours or not theirs:
        return False
    source, variant = evidence.analyses
    match = evidence.grounding.matches[ours[0]]
    same = variant.text.tokens[ours[0]].stem == source.text.tokens[theirs[0]].stem
    return same or (match != NONE and match == theirs[0])
