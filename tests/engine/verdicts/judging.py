"""What one judge says of two texts, when no other judge has explained anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from tests.texts import analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.judgement import Judgement


def claims(
    judge: Callable[[Evidence], Iterator[Judgement]], source: str, variant: str
) -> list[tuple[Verdict, str, str | None]]:
    """Return verdict, words and counterpart of the flags that are strong by the judge's own estimate."""
    analyses = Pair(analysis(source), analysis(variant))
    alignment = align(analyses)
    unexplained = bytearray(len(analyses.variant.text.tokens))
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), unexplained)
    return strong(judge(evidence), source, variant)


def judged(
    judge: Callable[[Pair[Analysis], Alignment], Iterable[Judgement]], source: str, variant: str
) -> list[Judgement]:
    """Return all that one judge of facts says of two texts."""
    analyses = Pair(analysis(source), analysis(variant))
    return list(judge(analyses, align(analyses)))


def strong(judgements: Iterable[Judgement], source: str, variant: str) -> list[tuple[Verdict, str, str | None]]:
    """Return verdict, words and counterpart of the flags among some judgements that are strong by the judge's own estimate."""
    return [
        (one.verdict, one.spans.variant.of(variant), one.spans.source.of(source) if one.spans.source else None)
        for one in judgements
        if one.verdict in FLAGGED and one.strength >= FLAG_LEVEL and one.spans.variant
    ]
