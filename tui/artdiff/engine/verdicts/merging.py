"""One finding for one error: judgements on the same words become the best explained of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.verdicts.judgement import Judgement

LEAST_TOLD = 0.25
"""Suspicions weaker than this are not even told."""
ORDER = {Verdict.ALTERED: 0, Verdict.HALLUCINATED: 0, Verdict.GENERALISED: 1}


def merge(judgements: Iterable[Judgement]) -> list[Finding]:
    """Return the findings: of judgements that overlap in the variant, the strongest flag, else the strongest remark.

    Of several that are strong enough to be told as wrong, the one that is likeliest by itself explains best what is.
    """
    told = [one for one in judgements if one.spans.variant and one.verdict in ORDER and is_told(one)]
    told.sort(key=_rank)
    return [_finding(judgement) for judgement in _disjoint(told)]


def is_told(judgement: Judgement) -> bool:
    """Say whether a judgement is more than a suspicion too weak to be told."""
    return judgement.verdict is Verdict.SUPPORTED or judgement.strength >= LEAST_TOLD


def _rank(judgement: Judgement) -> tuple[int, bool, float, float, int]:
    span = judgement.spans.variant
    strength = judgement.strength
    return ORDER[judgement.verdict], strength < FLAG_LEVEL, -judgement.alone, -strength, span.length if span else 0


def _disjoint(ranked: Sequence[Judgement]) -> list[Judgement]:
    """Return the judgements that overlap no likelier one.

    A flag that others made strong enough goes with them where they give way: it was about the same.
    """
    kept: list[Judgement] = []
    taken: list[Span] = []
    passed: list[Span] = []
    for judgement in ranked:
        span = judgement.spans.variant
        if not span:
            continue
        if overlaps_any(span, taken):
            if judgement.strength >= FLAG_LEVEL:
                _join(span, passed)
        elif not (_is_helped(judgement) and overlaps_any(span, passed)):
            insort(taken, span)
            kept.append(judgement)
    return kept


def _is_helped(judgement: Judgement) -> bool:
    return judgement.verdict in FLAGGED and 0.0 < judgement.alone < FLAG_LEVEL <= judgement.strength


def _join(span: Span, spans: list[Span]) -> None:
    """Put a span among sorted and disjoint ones, those that it overlaps made one with it."""
    first = last = bisect_left(spans, span)
    while first and spans[first - 1].overlap(span):
        first -= 1
    while last < len(spans) and spans[last].overlap(span):
        last += 1
    parts = [span, *spans[first:last]]
    spans[first:last] = [Span(min(one.start for one in parts), max(one.end for one in parts))]


def overlaps_any(span: Span, taken: Sequence[Span]) -> bool:
    """Say whether the span overlaps one of the spans, which are sorted and disjoint."""
    at = bisect_left(taken, span)
    if at and span.overlap(taken[at - 1]):
        return True
    return at < len(taken) and span.overlap(taken[at]) > 0


def _finding(judgement: Judgement) -> Finding:
    return Finding(
        judgement.verdict,
        judgement.kind,
        round(judgement.strength, 3),
        judgement.spans,
        judgement.reason,
        judgement.rule,
    )


def flags(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that say the rewrite is wrong."""
    return [judgement for judgement in judgements if judgement.verdict in FLAGGED]
