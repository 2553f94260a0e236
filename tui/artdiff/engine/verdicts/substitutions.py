"""Substitutions: a content word replaced by one that means something else, in a clause that is otherwise kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.contexts import same_place
from artdiff.engine.verdicts.contraries import unused_content
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence

CLOSE_SIMILARITY = 0.5
"""From here on a sentence is near enough to its source that a changed word is a choice, not a paraphrase."""


def judge_substitutions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that stands where the source has another, unrelated one."""
    variant = evidence.analyses.variant
    for sentence, support in evidence.linked_sentences():
        if support.similarity < CLOSE_SIMILARITY:
            continue
        unused = unused_content(evidence, support.sentences)
        for at in range(*sentence.tokens):
            if evidence.grounding.grounds[at] is Ground.NOTHING and variant.clauses.content[at]:
                yield from _replaced(evidence, sentence, at, unused, support.similarity)


def _replaced(
    evidence: Evidence, sentence: Sentence, at: int, unused: list[int], similarity: float
) -> Iterator[Judgement]:
    source, variant = evidence.analyses
    token = variant.text.tokens[at]
    if token.kind is not TokenKind.WORD or token.text[0].isupper():
        return
    for match in unused:
        other = source.text.tokens[match]
        place = same_place(evidence, at, match)
        unrelated = relation(token.stem, other.stem) is Relation.UNRELATED
        if unrelated and other.kind is TokenKind.WORD and place.before and place.after:
            yield _judgement(evidence, at, match, similarity)
            return


def _judgement(evidence: Evidence, at: int, match: int, similarity: float) -> Judgement:
    source, variant = evidence.analyses
    spans = Pair(source.text.tokens[match].span, variant.text.tokens[at].span)
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    return Judgement(
        Verdict.ALTERED,
        FactKind.OTHER,
        spans,
        f"The source says {theirs} here; {ours} means something else.",
        "substitutions.word",
        0.3 + 0.4 * similarity,
    )
