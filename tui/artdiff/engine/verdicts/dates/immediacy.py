"""Immediacy: "instantaneously" where the source gives a length of time, "within 24 hours"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import NONE
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import quote, words_of
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

IMMEDIATE = frozenset("instantly instantaneously immediately overnight straightaway".split())
BOUNDS = frozenset("within in inside under".split())
"""Before a length of time these say by when something happens."""


def judge_immediacy(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every "at once" in whose place the source says how long it takes."""
    source, variant = evidence.analyses
    if IMMEDIATE.isdisjoint(words_of(variant)):
        return
    for sentence, support in evidence.linked_sentences():
        for at in range(*sentence.tokens):
            token = variant.text.tokens[at]
            if token.norm not in IMMEDIATE or evidence.grounding.matches[at] != NONE or evidence.is_explained(at):
                continue
            bound = _bound(evidence, support)
            if bound:
                spans = Pair(bound.span, token.span)
                theirs = quote(source.text.document.text, spans.source)
                reason = f"The source says {theirs} here, not {quote(variant.text.document.text, spans.variant)}."
                yield Judgement(Verdict.ALTERED, FactKind.DURATION, spans, reason, "immediacy.bound", 0.7)


def _bound(evidence: Evidence, support: Support) -> Fact | None:
    """Return the first length of time in the supporting sentences by which something happens and that the variant leaves out."""
    source = evidence.analyses.source
    for fact in source.facts:
        if fact.kind is not FactKind.DURATION or fact.sentence not in support.sentences:
            continue
        first, last = fact.tokens
        bounded = any(source.text.tokens[at].norm in BOUNDS for at in range(max(0, first - 1), last))
        if bounded and not any(at in evidence.grounding.used for at in range(first, last)):
            return fact
    return None
