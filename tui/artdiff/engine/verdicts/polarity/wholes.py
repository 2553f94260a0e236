"""Parts that make a whole: where four of six died, two survived, and where 91 % came, 9 % stayed away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.facts.numerals import SMALL, TENS
from artdiff.engine.remembering import remembered

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Pair
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

MOST_COUNTED = 12
TENTH = 10
COUNTED = {word: value for word, value in SMALL.items() if 0 < value <= MOST_COUNTED}
COUNTED |= {f"{ten}-{one}": TENS[ten] + SMALL[one] for ten in TENS for one in SMALL if 0 < SMALL[one] < TENTH}
PERCENT = frozenset({"percent", "cent", "pc"})
ALL = 100
"""Of parts in a hundred the whole need not be told."""


def make_whole(evidence: Evidence, places: Pair[int]) -> bool:
    """Say whether a number beside a source's token and one beside a variant's make a whole that a sentence of theirs tells.

    The places are the tokens, usually opposites, whose sentences are looked at.
    """
    theirs = _numbers(evidence.analyses.source, places.source)
    ours = _numbers(evidence.analyses.variant, places.variant)
    return _add_up(theirs, ours, theirs | ours | {ALL})


def _add_up(theirs: frozenset[int], ours: frozenset[int], wholes: frozenset[int]) -> bool:
    return any(one + other in wholes for one in ours for other in theirs if one != other)


def _numbers(analysis: Analysis, at: int) -> frozenset[int]:
    return _numbers_in(analysis, analysis.text.sentence_of[at])


def make_told_whole(evidence: Evidence, places: Pair[int]) -> bool:
    """Say the same of a whole that one of the two sentences tells: "one of three was staffed", "two were unstaffed"."""
    theirs = _numbers(evidence.analyses.source, places.source)
    ours = _numbers(evidence.analyses.variant, places.variant)
    shares = all(_tells_shares(*side) for side in zip(evidence.analyses, places, strict=True))
    return _add_up(theirs, ours, theirs | ours | {ALL} if shares else theirs | ours)


def _tells_shares(analysis: Analysis, at: int) -> bool:
    """Say whether a token's sentence tells parts in a hundred."""
    first, last = analysis.text.sentences[analysis.text.sentence_of[at]].tokens
    return any(norm in PERCENT or norm.endswith("%") for norm in analysis.text.norms[first:last])


@remembered(1 << 9)
def _numbers_in(analysis: Analysis, sentence: int) -> frozenset[int]:
    first, last = analysis.text.sentences[sentence].tokens
    norms = [norm.rstrip("%") for norm in analysis.text.norms[first:last]]
    return frozenset(
        COUNTED[norm] if norm in COUNTED else int(norm) for norm in norms if norm in COUNTED or _is_short_number(norm)
    )


def _is_short_number(norm: str) -> bool:
    return norm.isascii() and norm.isdigit() and len(norm) < len("100,000") and norm != "0"
