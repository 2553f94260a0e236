"""Negation: what is denied affirmed, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.function_words import is_negator
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.evidence import quote, verb_group
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.verdicts.evidence import Evidence

NEIGHBOURHOOD = 9
"""How many tokens around a word another negative word can explain a missing "not"."""

NEGATIVE = frozenset(
    "deny denied denies refuse refused refuses decline declined declines reject rejected rejects fail failed fails "
    "failure lack lacked lacks lacking absence absent avoid avoided prevent prevented stop stopped unable impossible "
    "ruled exclude excluded excluding cancel cancelled canceled few little doubt doubted doubtful rarely seldom too "
    "instead unlike barred ban banned forbid forbidden dismiss dismissed oppose opposed against hard difficult "
    "barely hardly scarcely only yet away missing free off neither except ceased cease ended end out unless "
    "stay stayed remain remains remained short far from yet until before less".split()
)
AFFIXES = ("un", "in", "im", "dis", "non", "ir", "il", "mis")


def judge_polarity(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word negated on one side only."""
    source, variant = evidence.analyses
    for sentence, support in evidence.linked_sentences():
        for at, match in evidence.matched(sentence):
            if evidence.grounding.grounds[at] is not Ground.SAME:
                continue
            ours, theirs = variant.clauses.negator_of[at], source.clauses.negator_of[match]
            if (ours == NONE) == (theirs == NONE):
                continue
            if ours == NONE and _first_content(source, theirs) == match and not _negative_near(variant, at):
                yield _judgement(evidence, at, match, support.similarity)
            if theirs == NONE and _first_content(variant, ours) == at and not _negative_near(source, match):
                yield _judgement(evidence, at, match, support.similarity)


def _first_content(analysis: Analysis, negator: int) -> int:
    """Return the next content token behind a negator, which always exists because it bears on one."""
    at = negator + 1
    while not analysis.clauses.content[at]:
        at += 1
    return at


def _negative_near(analysis: Analysis, at: int) -> bool:
    """Say whether another negative word nearby may express the same denial."""
    tokens = analysis.text.tokens
    low, high = max(0, at - NEIGHBOURHOOD), min(len(tokens), at + NEIGHBOURHOOD)
    return any(_is_negative(token.norm) for token in tokens[low:high])


def _is_negative(norm: str) -> bool:
    return is_negator(norm) or norm in NEGATIVE or (len(norm) > 5 and norm.startswith(AFFIXES))


def _judgement(evidence: Evidence, at: int, match: int, similarity: float) -> Judgement:
    source, variant = evidence.analyses
    spans = Pair(_span(source, match), _span(variant, at))
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    says = "denies it" if variant.clauses.negator_of[at] == NONE else "does not deny it"
    reason = f"{ours} turns the source around, which {says}: {theirs}."
    return Judgement(Verdict.ALTERED, FactKind.NEGATION, spans, reason, "polarity.not", 0.45 + 0.45 * similarity)


def _span(analysis: Analysis, at: int):
    negator = analysis.clauses.negator_of[at]
    first = analysis.clauses.clauses[analysis.clauses.clause_of[at]].first
    span = verb_group(analysis.text.tokens, at, first)
    if negator == NONE:
        return span
    return span._replace(start=min(span.start, analysis.text.tokens[negator].start))
