"""Whether two words stand in the same place: what surrounds a variant's word and a source's word agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.verdicts.evidence import Evidence

WINDOW = 3
"""How many content words on each side count as a word's surroundings."""


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
    before = neighbours(variant.clauses.content, at, -1)
    after = neighbours(variant.clauses.content, at, 1)
    source_before = neighbours(source.clauses.content, match, -1)
    source_after = neighbours(source.clauses.content, match, 1)
    around = {*source_before, *source_after}
    stems = {source.text.tokens[index].stem for index in around}
    return Place(
        _rests(evidence, before[:1], source_before[:1]),
        _rests(evidence, after[:1], source_after[:1]),
        sum(matches[index] in around or variant.text.tokens[index].stem in stems for index in (*before, *after)),
    )


def neighbours(content: Sequence[bool], at: int, step: int) -> list[int]:
    """Return the nearest content tokens in one direction, nearest first."""
    found: list[int] = []
    index = at + step
    while 0 <= index < len(content) and len(found) < WINDOW and abs(index - at) < 3 * WINDOW:
        if content[index]:
            found.append(index)
        index += step
    return found


def _rests(evidence: Evidence, ours: list[int], theirs: list[int]) -> bool:
    """Say whether the one word rests on the other: it may stand in the source more than once."""
    if not ours or not theirs:
        return False
    source, variant = evidence.analyses
    match = evidence.grounding.matches[ours[0]]
    same = variant.text.tokens[ours[0]].stem == source.text.tokens[theirs[0]].stem
    return same or (match != NONE and match == theirs[0])
