"""What one judge of claims says of two texts, when no other judge has explained anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from tests.texts import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artdiff.engine.verdicts.judgement import Judgement


def claims(
    judge: Callable[[Evidence], Iterator[Judgement]], source: str, variant: str
) -> list[tuple[Verdict, str, str | None]]:
    """Return verdict, words and counterpart of the flags that are strong by the judge's own estimate."""
    analyses = Pair(analysis(source), analysis(variant))
    alignment = align(analyses)
    unexplained = bytearray(len(analyses.variant.text.tokens))
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), unexplained)
    return [
        (one.verdict, one.spans.variant.of(variant), one.spans.source.of(source) if one.spans.source else None)
        for one in judge(evidence)
        if one.verdict in FLAGGED and one.strength >= FLAG_LEVEL and one.spans.variant
    ]
