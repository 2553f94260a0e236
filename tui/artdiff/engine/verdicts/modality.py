"""Certainty: what may be told as what will be or is, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import NONE, Modality
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.evidence import quote, verb_group
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence

HEDGES = frozenset(
    "may might could can possible possibly perhaps potential potentially likely unlikely expected expect expects "
    "considering consider plan plans planned hope hopes hoped seek seeks consideration reportedly alleged allegedly "
    "apparently maybe probably possibility chance risk option proposed proposal considers believed thought "
    "prospect up eventual conceivable if whether unless should would".split()
)
"""Words that soften a clause in some other way than by the modal of its own verb."""


def judge_modality(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every verb told as more or less certain than its counterpart in the source."""
    source, variant = evidence.analyses
    for sentence, support in evidence.linked_sentences():
        for at, match in evidence.matched(sentence):
            ours, theirs = variant.clauses.modality[at], source.clauses.modality[match]
            if (ours is Modality.POSSIBLE) == (theirs is Modality.POSSIBLE) or Modality.OBLIGED in (ours, theirs):
                continue
            if evidence.grounding.grounds[at] is not Ground.SAME or _hedged_otherwise(evidence, sentence, at, match):
                continue
            yield _judgement(evidence, at, match, support.similarity)


def _hedged_otherwise(evidence: Evidence, sentence: Sentence, at: int, match: int) -> bool:
    """Say whether the side without a possibility modal is hedged by another word nearby."""
    source, variant = evidence.analyses
    if variant.clauses.modality[at] is Modality.POSSIBLE:
        return _has_hedge(source, source.clauses.clause_of[match], match)
    return _has_hedge(variant, variant.clauses.clause_of[at], at)


def _has_hedge(analysis: Analysis, clause: int, head: int) -> bool:
    if clause == NONE:
        return False
    part, own = analysis.clauses.clauses[clause], analysis.clauses.modal_of[head]
    return any(
        analysis.text.tokens[at].norm in HEDGES
        for at in range(max(0, part.first - 4), min(len(analysis.text.tokens), part.last + 2))
        if at != own
    )


def _judgement(evidence: Evidence, at: int, match: int, similarity: float) -> Judgement:
    source, variant = evidence.analyses
    spans = Pair(
        verb_group(source.text.tokens, match, _first(source, match)),
        verb_group(variant.text.tokens, at, _first(variant, at)),
    )
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    if variant.clauses.modality[at] is Modality.POSSIBLE:
        reason = f"The source tells this as certain, {theirs}; {ours} makes it a possibility."
    else:
        reason = f"The source tells this as a possibility, {theirs}; {ours} makes it certain."
    return Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, "modality.modal", 0.5 + 0.4 * similarity)


def _first(analysis: Analysis, at: int) -> int:
    return analysis.clauses.clauses[analysis.clauses.clause_of[at]].first
