"""Substitutions: a content word replaced by one that means something else, in a clause that is otherwise kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.grounding import Ground
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.contexts import same_place
from artdiff.engine.verdicts.contraries import unused_content
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.verdicts.evidence import Evidence

CLOSE_SIMILARITY = 0.5
"""From here on a sentence is near enough to its source that a changed word is a choice, not a paraphrase."""


def judge_substitutions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that stands where the source has another, unrelated one."""
    for sentence, support in evidence.linked_sentences():
        if support.similarity < CLOSE_SIMILARITY:
            continue
        unused = unused_content(evidence, support.sentences)
        for at in range(*sentence.tokens):
            if evidence.baseless(at) and not evidence.is_explained(at):
                yield from _replaced(evidence, at, unused, support.similarity)


def _replaced(evidence: Evidence, at: int, unused: list[int], similarity: float) -> Iterator[Judgement]:
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
        (
            ("nothing", float(evidence.grounding.grounds[at] is Ground.NOTHING)),
            ("function", float(_between(evidence, at, match))),
        ),
    )


def _between(evidence: Evidence, at: int, match: int) -> bool:
    """Say whether the very next tokens on both sides are the same words: only this one was put in place of that."""
    source, variant = evidence.analyses
    return all(
        0 <= at + step < len(variant.text.tokens)
        and 0 <= match + step < len(source.text.tokens)
        and variant.text.tokens[at + step].stem == source.text.tokens[match + step].stem
        for step in (-1, 1)
    )
