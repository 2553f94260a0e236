"""Contraries: a word replaced by its opposite in a clause that otherwise says the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from artdiff.engine.facts.measures import units
from artdiff.engine.language.clauses import NONE
from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.synonyms import Relation, relation
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.contexts import same_place
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.verdicts.contexts import Place
    from artdiff.engine.verdicts.evidence import Evidence


def judge_contraries(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every word that stands where the source has its opposite."""
    variant = evidence.analyses.variant
    for sentence, support in evidence.linked_sentences():
        unused = unused_content(evidence, support.sentences)
        for at in range(*sentence.tokens):
            if variant.clauses.content[at] and evidence.grounding.matches[at] == NONE and not evidence.is_explained(at):
                yield from _opposites(evidence, at, unused)


def unused_content(evidence: Evidence, sentences: tuple[int, ...]) -> list[int]:
    """Return the content tokens of these source sentences that no variant word rests on."""
    source = evidence.analyses.source
    return [
        at
        for index in sentences
        for at in range(*source.text.sentences[index].tokens)
        if source.clauses.content[at] and at not in evidence.grounding.used
    ]


def _opposites(evidence: Evidence, at: int, unused: list[int]) -> Iterator[Judgement]:
    source, variant = evidence.analyses
    stem = variant.text.tokens[at].stem
    for match in unused:
        if relation(stem, source.text.tokens[match].stem) is not Relation.ANTONYM:
            continue
        if variant.text.tokens[at].stem in _units():
            return
        same_parity = (variant.clauses.negator_of[at] == NONE) == (source.clauses.negator_of[match] == NONE)
        place = same_place(evidence, at, match)
        if same_parity and place.shared:
            yield _judgement(evidence, at, match, place)
            return


@cache
def _units() -> frozenset[str]:
    """Return the stems of units of measure: years and months are no opposites but different figures."""
    return frozenset(stems(sorted(units())))


def _judgement(evidence: Evidence, at: int, match: int, place: Place) -> Judgement:
    source, variant = evidence.analyses
    spans = Pair(source.text.tokens[match].span, variant.text.tokens[at].span)
    ours, theirs = quote(variant.text.document.text, spans.variant), quote(source.text.document.text, spans.source)
    return Judgement(
        Verdict.ALTERED,
        FactKind.EVENT,
        spans,
        f"{ours} is the opposite of {theirs}, which the source says here.",
        "contraries.opposite",
        min(0.95, 0.5 + 0.1 * (place.shared + place.before + place.after)),
        (
            ("shared", place.shared / 6),
            ("before", float(place.before)),
            ("after", float(place.after)),
            ("form", float(_form(variant.text.tokens[at].norm) == _form(source.text.tokens[match].norm))),
        ),
    )


def _form(norm: str) -> str:
    """Return a word's inflection as far as its ending tells it."""
    return next((ending for ending in ("ed", "ing", "ly", "s") if norm.endswith(ending)), "")
