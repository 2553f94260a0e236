"""Whether two words stand in the same place: what surrounds a variant's word and a source's word agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.clauses import Clauses
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.judgement import Features

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
    matches, ours, theirs = evidence.grounding.matches, variant.text.stems, source.text.stems
    before, after = neighbours(variant.clauses, at, -1), neighbours(variant.clauses, at, 1)
    source_before, source_after = neighbours(source.clauses, match, -1), neighbours(source.clauses, match, 1)
    around = (*source_before, *source_after)
    stems = [theirs[index] for index in around]
    return Place(
        _rests(evidence, before, source_before),
        _rests(evidence, after, source_after),
        len([index for index in (*before, *after) if ours[index] in stems or matches[index] in around]),
    )


def of_place(place: Place, share: float, kept: int) -> Features:
    """Return what is weighed of two words' surroundings and of their clauses, by how much and how many words these share."""
    return (
        ("shared", place.shared / 6),
        ("before", float(place.before)),
        ("after", float(place.after)),
        ("clause", share),
        ("kept", min(kept, 5) / 5),
    )


def neighbours(clauses: Clauses, at: int, step: int) -> Sequence[int]:
    """Return the nearest content tokens in one direction, nearest first."""
    if step > 0:
        rank = clauses.ranks[at + 1]
        found = clauses.places[rank : rank + WINDOW]
        while found and found[-1] - at >= FARTHEST:
            found = found[:-1]
    else:
        rank = clauses.ranks[at]
        found = clauses.places[max(0, rank - WINDOW) : rank][::-1]
        while found and at - found[-1] >= FARTHEST:
            found = found[:-1]
    return found


def _rests(evidence: Evidence, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether the nearest word rests on the other nearest: it may stand in the source more than once."""
    if not ours or not theirs:
        return False
    source, variant = evidence.analyses
    own, other = ours[0], theirs[0]
    return variant.text.stems[own] == source.text.stems[other] or evidence.grounding.matches[own] == other
