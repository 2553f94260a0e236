"""Where in the source a stretch of the variant would have to stand: between the matches of what surrounds it.

What the source has there and nothing in the variant rests on may be what the stretch says in other words; where the source
has nothing there, the stretch was put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import NONE
from artdiff.engine.lexicon.related import weight
from artdiff.engine.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

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
    clauses, matches = evidence.analyses.variant.clauses, evidence.grounding.matches
    begin, end = clauses.ranks[sentence.tokens[0]], clauses.ranks[sentence.tokens[1]]
    rank, behind = clauses.ranks[first], clauses.ranks[last]
    before = _anchor(matches, clauses.places[max(begin, rank - LOOSEST - 1) : rank][::-1])
    after = _anchor(matches, clauses.places[behind : min(end, behind + LOOSEST + 1)])
    ordered = NONE not in {before, after} and before < after <= before + 2 * REACH
    ordered = ordered and evidence.source_sentence_of(before) == evidence.source_sentence_of(after)
    content_in, used = evidence.analyses.source.clauses.content_in, evidence.grounding.used
    places = content_in(before + 1, after) if ordered else _around(evidence, before, after)
    unused = tuple([at for at in places if at not in used])
    return Gap(before, after, unused, ordered and not unused)


def _anchor(matches: Sequence[int], places: Sequence[int]) -> int:
    """Return the match of the first of some content words, the nearest ones, that has one."""
    for at in places:
        if matches[at] != NONE:
            return matches[at]
    return NONE


def _around(evidence: Evidence, before: int, after: int) -> Sequence[int]:
    """Return the source's content words behind the one neighbour's match and before the other's, inside their sentences."""
    content_in = evidence.analyses.source.clauses.content_in
    behind = content_in(before + 1, min(before + 1 + REACH, _bounds(evidence, before)[1])) if before != NONE else ()
    ahead = content_in(max(after - REACH, _bounds(evidence, after)[0]), after) if after != NONE else ()
    return sorted({*behind, *ahead}) if behind and ahead else behind or ahead


def _bounds(evidence: Evidence, at: int) -> tuple[int, int]:
    return evidence.analyses.source.text.sentences[evidence.source_sentence_of(at)].tokens


def weight_of(evidence: Evidence, places: Sequence[int]) -> float:
    """Return how much some content words of the source tell together."""
    ranks, weights = evidence.analyses.source.clauses.ranks, weights_of(evidence.analyses.source)
    return sum([weights[ranks[at]] for at in places])


@remembered(1 << 6)
def weights_of(analysis: Analysis) -> tuple[float, ...]:
    """Return how much each content word of a document tells, in the order of `Clauses.places`."""
    stems = analysis.text.stems
    return tuple([weight(stems[at]) for at in analysis.clauses.places])
