"""Where in the source a stretch of the variant would have to stand: between the matches of what surrounds it.

What the source has there and nothing in the variant rests on may be what the stretch says in other words; where the source
has nothing there, the stretch was put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import NONE
from artdiff.engine.lexicon.related import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence

REACH = 8
"""How many source tokens beside the match of a neighbour may say what the stretch says."""
LOOSEST = 3
"""How many content words may stand between a stretch and its neighbour that has a match."""


class Gap(NamedTuple):
    """The place in the source that answers to a stretch of the variant.

    Attributes:
        before: the source token that the nearest matched word before the stretch rests on; -1 where there is none.
        after: the same behind it.
        unused: content tokens of the source there that nothing in the variant rests on, in order.
        tight: whether both neighbours stand in one source sentence in this order with nothing unused between them.
    """

    before: int
    after: int
    unused: tuple[int, ...]
    tight: bool


def find_gap(evidence: Evidence, first: int, last: int, sentence: Sentence) -> Gap:
    """Return where in the source the variant's tokens from `first` to `last` would have to stand."""
    before = _anchor(evidence, range(first - 1, sentence.tokens[0] - 1, -1))
    after = _anchor(evidence, range(last, sentence.tokens[1]))
    ordered = NONE not in {before, after} and before < after <= before + 2 * REACH
    ordered = ordered and _sentence_of(evidence, before) == _sentence_of(evidence, after)
    places = range(before + 1, after) if ordered else _around(evidence, before, after)
    content, used = evidence.analyses.source.clauses.content, evidence.grounding.used
    unused = tuple(at for at in places if content[at] and at not in used)
    return Gap(before, after, unused, ordered and not unused)


def _anchor(evidence: Evidence, places: Sequence[int]) -> int:
    """Return the match of the nearest content word that has one, not too far away."""
    content, matches = evidence.analyses.variant.clauses.content, evidence.grounding.matches
    passed = 0
    for at in places:
        if matches[at] != NONE:
            return matches[at]
        passed += content[at]
        if passed > LOOSEST:
            break
    return NONE


def _around(evidence: Evidence, before: int, after: int) -> list[int]:
    """Return the source tokens behind the one neighbour's match and before the other's, inside their sentences."""
    found: set[int] = set()
    if before != NONE:
        found.update(range(before + 1, min(before + 1 + REACH, _bounds(evidence, before)[1])))
    if after != NONE:
        found.update(range(max(after - REACH, _bounds(evidence, after)[0]), after))
    return sorted(found)


def _sentence_of(evidence: Evidence, at: int) -> int:
    return evidence.source_sentence_of(at)


def _bounds(evidence: Evidence, at: int) -> tuple[int, int]:
    return evidence.analyses.source.text.sentences[_sentence_of(evidence, at)].tokens


def weight_of(evidence: Evidence, places: Sequence[int]) -> float:
    """Return how much some source tokens tell together."""
    stems = evidence.analyses.source.text.stems
    return sum([weight(stems[at]) for at in places])
