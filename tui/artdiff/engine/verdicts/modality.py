"""Certainty: what may be told as what will be or is, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.language.clauses import NONE, Modality
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.evidence import quote, verb_group
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.evidence import Evidence

HEDGES = frozenset(
    "may might could can possible possibly perhaps potential potentially likely unlikely expected expect expects "
    "considering consider plan plans planned hope hopes hoped seek seeks consideration reportedly alleged allegedly "
    "apparently maybe probably possibility chance risk option proposed proposal considers believed thought "
    "prospect threat threaten threatens threatened threatening vow vows vowed offer offers offered aim aims aimed intend intends "
    "intended want wants wanted pledge pledges pledged promise promises promised bid willing ready "
    "prospect up eventual conceivable if whether unless should would".split()
)
"""Words that soften a clause in some other way than by the modal of its own verb."""

MODALS = frozenset({"may", "might", "could"})
DOUBTS = frozenset(
    "tentatively provisionally conditionally reportedly allegedly supposedly purportedly possibly perhaps maybe "
    "apparently seemingly ostensibly partially partly half-heartedly reluctantly".split()
)
"""Adverbs that take something back from the verb behind them."""


def judge_modality(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every verb told as more or less certain than its counterpart in the source."""
    yield from _by_modals(evidence)
    yield from _by_adverbs(evidence)


def _by_adverbs(evidence: Evidence) -> Iterator[Judgement]:
    """Yield "tentatively accepted" for "accepted": an adverb of doubt that the supporting sentences lack."""
    source, variant = evidence.analyses
    tokens = variant.text.tokens
    for sentence, support in evidence.linked_sentences():
        doubts = {
            token.norm for one in support.sentences for token in source.text.words_of(source.text.sentences[one])
        } & (DOUBTS | MODALS)
        for at in range(sentence.tokens[0], sentence.tokens[1] - 1):
            match = evidence.grounding.matches[at + 1]
            if tokens[at].norm in DOUBTS and match != NONE and not doubts and not evidence.is_explained(at):
                yield _doubted(evidence, at, match, support.similarity)


def _doubted(evidence: Evidence, at: int, match: int, similarity: float) -> Judgement:
    source, variant = evidence.analyses
    ours = Span(variant.text.tokens[at].start, variant.text.tokens[at + 1].end)
    theirs = source.text.tokens[match].span
    reason = f"The source has no such doubt: it says {quote(source.text.document.text, theirs)} here."
    strength = 0.6 + 0.3 * similarity
    return Judgement(Verdict.ALTERED, FactKind.MODALITY, Pair(theirs, ours), reason, "modality.doubt", strength)


def _by_modals(evidence: Evidence) -> Iterator[Judgement]:
    source, variant = evidence.analyses
    for sentence, support in evidence.linked_sentences():
        for at, match in evidence.matched(sentence):
            ours, theirs = variant.clauses.modality[at], source.clauses.modality[match]
            if (ours is Modality.POSSIBLE) == (theirs is Modality.POSSIBLE) or Modality.OBLIGED in (ours, theirs):
                continue
            if (
                _same_modal(evidence, at, match)
                or _hedged_otherwise(evidence, at, match)
                or _told_so_elsewhere(evidence, at, ours, support.sentences)
            ):
                continue
            yield _judgement(evidence, at, match, support.similarity)


def _same_modal(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether both sides have the same modal: "could agree on little" and "could scarcely agree"."""
    source, variant = evidence.analyses
    ours, theirs = variant.clauses.modal_of[at], source.clauses.modal_of[match]
    return NONE not in (ours, theirs) and variant.text.tokens[ours].norm == source.text.tokens[theirs].norm


def _hedged_otherwise(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether the side without a possibility modal has a hedge nearby that the other side lacks."""
    source, variant = evidence.analyses
    ours, theirs = _hedges(variant, at), _hedges(source, match)
    return bool(theirs - ours) if variant.clauses.modality[at] is Modality.POSSIBLE else bool(ours - theirs)


def _hedges(analysis: Analysis, head: int) -> set[str]:
    part = analysis.clauses.clauses[analysis.clauses.clause_of[head]]
    own = analysis.clauses.modal_of[head]
    around = range(max(0, part.first - 4), min(len(analysis.text.tokens), part.last + 2))
    return {analysis.text.tokens[at].norm for at in around if at != own} & HEDGES


def _told_so_elsewhere(evidence: Evidence, at: int, modality: Modality, sentences: tuple[int, ...]) -> bool:
    """Say whether the supporting sentences have the same word with the same kind of certainty too."""
    possible = modality is Modality.POSSIBLE
    return any(
        (evidence.analyses.source.clauses.modality[other] is Modality.POSSIBLE) == possible
        for other in evidence.same_words(at, sentences)
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
