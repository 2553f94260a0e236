"""Additions: a sentence, clause or phrase whose content has no base in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.language.clauses import Opener
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.contraries import unused_content
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.merging import overlaps_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.clauses import Part
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence

BASE = {
    Ground.NOTHING: 0.0,
    Ground.DOCUMENT: 0.25,
    Ground.PARAGRAPH: 0.7,
    Ground.RELATED: 1.0,
    Ground.SAME: 1.0,
}
"""How much of a word's weight each ground carries."""


class Segment(NamedTuple):
    """A run of parts that may have been added.

    Attributes:
        words: how many content words it has.
        baseless: the sum of their weights that nothing in the source carries.
        rest: the share of the sentence's other content that the source carries.
        residue: how many content words of the supporting sentences nothing in the variant rests on.
    """

    first: int
    last: int
    opener: Opener
    words: int
    baseless: float
    rest: float
    residue: int


def judge_additions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every sentence, clause or phrase that says what the source does not."""
    variant = evidence.analyses.variant
    parts = _by_sentence(variant.clauses.clauses, len(variant.text.sentences))
    for index, sentence in enumerate(variant.text.sentences):
        if evidence.alignment.first_copies[sentence.paragraph] is not None:
            continue
        if variant.text.paragraphs[sentence.paragraph].role is not ParagraphRole.BODY:
            continue
        for segment in _segments(evidence, sentence, index, parts[index]):
            strength = _strength(segment)
            if strength:
                yield _judgement(evidence, segment, strength)


def _by_sentence(parts: Sequence[Part], count: int) -> list[list[Part]]:
    rows: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        rows[part.sentence].append(part)
    return rows


def _segments(evidence: Evidence, sentence: Sentence, index: int, parts: list[Part]) -> Iterator[Segment]:
    """Yield the runs of clauses whose words have little base, whole sentences among them."""
    residue = len(unused_content(evidence, evidence.alignment.supports[index].sentences))
    weights = [_weight(evidence, part.first, part.last) for part in parts]
    words, baseless = sum(count for count, _ in weights), sum(weight for _, weight in weights)
    run: list[int] = []
    for at, (count, weight) in enumerate([*weights, (1, 0.0)]):
        if count and weight / count < 0.6:
            if run:
                inside = sum(weights[i][0] for i in run), sum(weights[i][1] for i in run)
                others = words - inside[0]
                rest = 1 - (baseless - inside[1]) / others if others else 0.0
                yield Segment(parts[run[0]].first, parts[run[-1]].last, parts[run[0]].opener, *inside, rest, residue)
            run = []
        elif at < len(parts):
            run.append(at)


def _weight(evidence: Evidence, first: int, last: int) -> tuple[int, float]:
    variant = evidence.analyses.variant
    words, baseless = 0, 0.0
    for at in range(first, last):
        if variant.clauses.content[at]:
            words += 1
            if not overlaps_any(variant.text.tokens[at].span, evidence.explained):
                baseless += 1.0 - BASE[evidence.grounding.grounds[at]]
    return words, baseless


def _strength(segment: Segment) -> float:
    if segment.words < 2 or segment.baseless < 1.9:
        return 0.0
    share = segment.baseless / segment.words
    return max(0.0, min(0.9, share * (0.45 + 0.35 * segment.rest) - 0.01 * segment.residue + 0.03 * segment.baseless))


def _judgement(evidence: Evidence, segment: Segment, strength: float) -> Judgement:
    text = evidence.analyses.variant.text
    span = Span(text.tokens[segment.first].start, text.tokens[segment.last - 1].end)
    return Judgement(
        Verdict.HALLUCINATED,
        FactKind.EVENT,
        Pair(None, span),
        f"Nothing in the source says {quote(text.document.text, span)}.",
        "additions.clause",
        strength,
    )
