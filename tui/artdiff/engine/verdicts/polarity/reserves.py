"""Reserves: "tentatively accepted" where the source, in other words and perhaps a sentence on, says that it was accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.grounding import NONE
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import quote, words_of
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.modality import DOUBTS
from artdiff.engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.alignment import Support
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

LEAST_WORTH = 0.6
"""How near in meaning the source's word must be at least."""


def judge_reserves(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every reserve before a word of which the source says the like without one."""
    variant = evidence.analyses.variant
    if DOUBTS.isdisjoint(words_of(variant)):
        return
    for sentence, support in evidence.linked_sentences():
        for at in range(sentence.tokens[0], sentence.tokens[1] - 1):
            if variant.text.tokens[at].norm in DOUBTS and variant.clauses.content[at + 1]:
                yield from _judge(evidence, at, support)


def _judge(evidence: Evidence, at: int, support: Support) -> Iterator[Judgement]:
    source, variant = evidence.analyses
    around = _places_around(evidence, support)
    if any(source.text.tokens[place].norm in DOUBTS for place in around):
        return
    places = {source.text.tokens[place].stem: place for place in around if source.clauses.content[place]}
    head = variant.text.tokens[at + 1]
    like = vocabulary(source).like(head.stem)
    said = [(worth, places[stem]) for stem, worth, _ in like if worth >= LEAST_WORTH and stem in places]
    worth, place = max(said, default=(0.0, NONE))
    if place == NONE or any(operator.certainty for operator in source.operators.chain(place)):
        return
    spans = Pair(source.text.tokens[place].span, Span(variant.text.tokens[at].start, head.end))
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    reason = f"The source says {theirs} here, without the reserve of {ours}."
    yield Judgement(Verdict.ALTERED, FactKind.MODALITY, spans, reason, "reserves.added", 0.6, (("worth", worth),))


def _places_around(evidence: Evidence, support: Support) -> list[int]:
    """Return the tokens of the supporting sentences and of those beside them."""
    text = evidence.analyses.source.text
    indices = sorted({index + step for index in support.sentences for step in (-1, 0, 1)})
    return [
        place for index in indices if 0 <= index < len(text.sentences) for place in range(*text.sentences[index].tokens)
    ]
