"""Negation: what is denied affirmed, and the reverse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.function_words import is_negator
from artdiff.engine.language.stems import stems
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.evidence import quote, verb_group
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Span
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.verdicts.evidence import Evidence

NEIGHBOURHOOD = 9
"""How many tokens around a word another negative word can explain a missing "not"."""

NEGATIVE = frozenset(
    "deny denied denies refuse refused refuses decline declined declines reject rejected rejects fail failed fails "
    "failure lack lacked lacks lacking absence absent avoid avoided prevent prevented stop stopped unable impossible "
    "ruled exclude excluded excluding cancel cancelled canceled few little doubt doubted doubtful rarely seldom too "
    "instead unlike barred ban banned forbid forbidden dismiss dismissed oppose opposed against hard difficult "
    "barely hardly scarcely only yet away missing free off neither except ceased cease ended end out unless "
    "fewer ever stay stayed remain remains remained short far from yet until before less".split()
)


@cache
def _negative_stems() -> frozenset[str]:
    return frozenset(stems(sorted(NEGATIVE)))


AFFIXES = ("un", "in", "im", "dis", "non", "ir", "il", "mis")


def judge_polarity(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word negated on one side only."""
    source, variant = evidence.analyses
    for sentence, support in evidence.linked_sentences():
        for at, match in evidence.matched(sentence):
            ours, theirs = variant.clauses.negator_of[at], source.clauses.negator_of[match]
            if (ours == NONE) == (theirs == NONE) or _said_so_elsewhere(evidence, at, support.sentences):
                continue
            denied, head, negator = (source, match, theirs) if ours == NONE else (variant, at, ours)
            if _first_content(denied, negator) == head and not _explained(evidence, at, match):
                yield _judgement(evidence, at, match, support.similarity)


def _said_so_elsewhere(evidence: Evidence, at: int, sentences: tuple[int, ...]) -> bool:
    """Say whether the supporting sentences have the same word negated, or not negated, in the same way too."""
    source, variant = evidence.analyses
    plain = variant.clauses.negator_of[at] == NONE
    return any((source.clauses.negator_of[other] == NONE) == plain for other in evidence.same_words(at, sentences))


def _first_content(analysis: Analysis, negator: int) -> int:
    """Return the next content token behind a negator, which always exists because it bears on one."""
    at = negator + 1
    while not analysis.clauses.content[at]:
        at += 1
    return at


def _explained(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether the side without the negator expresses the same denial by another word nearby."""
    source, variant = evidence.analyses
    clean, denied = (variant, at), (source, match)
    if variant.clauses.negator_of[at] != NONE:
        clean, denied = denied, clean
    stem = denied[0].text.tokens[denied[1]].stem
    return bool(_negatives(*clean, stem) - _negatives(*denied, stem))


def _negatives(analysis: Analysis, at: int, denied: str) -> set[str]:
    """Return the stems of the negative words around a token, negators of other clauses left out."""
    tokens, clause_of = analysis.text.tokens, analysis.clauses.clause_of
    around = range(max(0, at - NEIGHBOURHOOD), min(len(tokens), at + NEIGHBOURHOOD))
    return {
        tokens[index].stem
        for index in around
        if _is_negative(tokens[index], denied)
        and (clause_of[index] == clause_of[at] or not is_negator(tokens[index].norm))
    }


def _is_negative(token: Token, denied: str) -> bool:
    """Say whether a word denies, such as "unsafe" where the other side says "not safe"."""
    negated = any(token.norm.startswith(affix + denied[:4]) for affix in AFFIXES)
    return negated or is_negator(token.norm) or token.norm in NEGATIVE or token.stem in _negative_stems()


def _judgement(evidence: Evidence, at: int, match: int, similarity: float) -> Judgement:
    source, variant = evidence.analyses
    spans = Pair(_span(source, match), _span(variant, at))
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    denied, at_denied = (source, match) if variant.clauses.negator_of[at] == NONE else (variant, at)
    negator = denied.text.tokens[denied.clauses.negator_of[at_denied]].norm
    plain = negator in {"not", "never"} or negator.endswith("n't")
    features = (("plain", float(plain)), ("lost", float(denied is source)))
    says = "denies it" if variant.clauses.negator_of[at] == NONE else "does not deny it"
    reason = f"{ours} turns the source around, which {says}: {theirs}."
    return Judgement(
        Verdict.ALTERED, FactKind.NEGATION, spans, reason, "polarity.not", 0.45 + 0.45 * similarity, features
    )


def _span(analysis: Analysis, at: int) -> Span:
    negator = analysis.clauses.negator_of[at]
    first = analysis.clauses.clauses[analysis.clauses.clause_of[at]].first
    span = verb_group(analysis.text.tokens, at, first)
    if negator == NONE:
        return span
    return span._replace(start=min(span.start, analysis.text.tokens[negator].start))
