"""Causes: why something happened, given where the source gives none, or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.claims.reasons import CERTAIN, Cause, find_causes
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.counterparts.evidence import Evidence

MOST_BASE_ALONE = 0.4
"""Up to this share of a cause's words may rest on the source when the source gives none at all."""
MOST_BASE = 0.5
"""Up to this share of a cause's words may rest on the source when it still is another one."""
LEAST_EFFECT = 0.3
"""The share of the sentence's other words that the source must carry, so that it tells of the same effect."""
NEAR = 12
"""How many tokens from a source's cause the words must stand that are its effect."""
EFFECT = 4
"""How many content words before a cause are looked at as its effect."""
BASE = {Ground.NOTHING: 0.0, Ground.DOCUMENT: 0.25, Ground.PARAGRAPH: 0.6, Ground.RELATED: 1.0, Ground.SAME: 1.0}
"""How much of a word rests on the source, by its ground."""


class Measure(NamedTuple):
    """How many content words a stretch of the variant has, and how much of them rests on the source."""

    words: int
    based: float

    @property
    def share(self) -> float:
        """Return the share that rests on the source; all of it where there is nothing to rest."""
        return self.based / self.words if self.words else 1.0


class _Rival(NamedTuple):
    """A cause that the source gives.

    Attributes:
        kept: how many of its words the variant's cause has.
        left: indices of its content words that the variant's cause has not.
        attached: how many words of the variant's effect stand near it.
    """

    cause: Cause
    kept: int
    left: tuple[int, ...]
    attached: int


def judge_causes(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every cause that the source does not give."""
    source, variant = evidence.analyses
    known: dict[int, list[Cause]] = {}
    for sentence, support in evidence.linked_sentences():
        if variant.text.paragraphs[sentence.paragraph].role is not ParagraphRole.BODY:
            continue
        for found in find_causes(variant, sentence):
            for index in support.sentences:
                if index not in known:
                    known[index] = list(find_causes(source, source.text.sentences[index]))
            rivals = [other for index in support.sentences for other in known[index]]
            yield from _judge(evidence, sentence, found, rivals)


def _judge(evidence: Evidence, sentence: Sentence, found: Cause, rivals: Sequence[Cause]) -> Iterator[Judgement]:
    whole, all_of_it = _measure(evidence, *sentence.tokens), _measure(evidence, found.first, found.last)
    effect = Measure(whole.words - all_of_it.words, whole.based - all_of_it.based)
    rival = _rival(evidence, sentence, found, rivals)
    sure = max(found.strength, rival.cause.strength) >= CERTAIN if rival else False
    if rival and ((sure and effect.share >= LEAST_EFFECT) or rival.kept or rival.attached):
        own = _own_words(evidence, found, rival.cause)
        measure = _measure(evidence, own.first, own.last)
        if measure.words and measure.share <= MOST_BASE and (rival.kept or effect.share >= LEAST_EFFECT):
            yield _other(evidence, own, rival, (measure, effect))
            return
    alone = all_of_it.share <= MOST_BASE_ALONE and (all_of_it.words > 1 or found.strength >= CERTAIN)
    if alone and effect.share >= LEAST_EFFECT:
        yield _added(evidence, found, (all_of_it, effect), rival)


def _own_words(evidence: Evidence, cause: Cause, rival: Cause) -> Cause:
    """Return a cause without the words at both ends that it shares with the source's or that rest on the source close by."""
    content, matches = evidence.analyses.variant.clauses.content, evidence.grounding.matches
    own = [
        at
        for at in range(cause.first, cause.last)
        if content[at]
        and not rival.first <= matches[at] < rival.last
        and evidence.grounding.grounds[at] < Ground.RELATED
        and not evidence.is_explained(at)
    ]
    if not own:
        return cause._replace(last=cause.first)
    return cause._replace(first=cause.first if own[0] - cause.first <= EFFECT else own[0], last=own[-1] + 1)


def _measure(evidence: Evidence, first: int, last: int) -> Measure:
    """Return how many content words a stretch of the variant has, and how much of them rests on the source."""
    places = evidence.analyses.variant.clauses.content_in(first, last)
    grounds, explained = evidence.grounding.grounds, evidence.explained
    return Measure(len(places), sum([1.0 if explained[at] else BASE[grounds[at]] for at in places]))


def _rival(evidence: Evidence, sentence: Sentence, cause: Cause, rivals: Sequence[Cause]) -> _Rival | None:
    """Return the source's cause of the same effect, of which the variant's sentence lacks words."""
    found = [_compared(evidence, sentence, cause, other) for other in rivals]
    return max(
        (one for one in found if one.left),
        key=lambda one: (one.attached + one.kept, one.cause.strength),
        default=None,
    )


def _compared(evidence: Evidence, sentence: Sentence, cause: Cause, other: Cause) -> _Rival:
    source, variant = evidence.analyses
    matches = evidence.grounding.matches
    ours = set(matches[cause.first : cause.last])
    everywhere = set(matches[slice(*sentence.tokens)])
    content = source.clauses.content_in(other.first, other.last)
    before = variant.clauses.content_in(sentence.tokens[0], cause.marker)[-EFFECT:]
    behind = variant.clauses.content_in(cause.last, sentence.tokens[1])[:EFFECT]
    near = sum(_is_near(matches[at], other) for at in (before or behind))
    return _Rival(other, sum(at in ours for at in content), tuple(at for at in content if at not in everywhere), near)


def _is_near(match: int, cause: Cause) -> bool:
    return cause.marker - NEAR <= match < cause.marker or cause.last <= match < cause.last + NEAR


def _other(evidence: Evidence, cause: Cause, rival: _Rival, measures: tuple[Measure, Measure]) -> Judgement:
    """Say that the source gives another cause."""
    source, variant = evidence.analyses
    spans = Pair(_span(source, rival.cause.first, max(rival.left) + 1), _span(variant, cause.first, cause.last))
    reason = f"The source gives another reason: {quote(source.text.document.text, spans.source)}."
    strength = _strength(cause, measures) + 0.15 * rival.cause.strength + 0.05 * min(rival.attached + rival.kept, 2)
    features = (
        *_features(evidence, cause, measures),
        ("counterpart", rival.cause.strength),
        ("kept", min(rival.kept, 3) / 3),
        ("attached", min(rival.attached, 3) / 3),
        ("left", min(len(rival.left), 4) / 4),
    )
    return Judgement(Verdict.ALTERED, FactKind.CAUSE, spans, reason, "causes.other", strength, features)


def _added(evidence: Evidence, cause: Cause, measures: tuple[Measure, Measure], rival: _Rival | None) -> Judgement:
    """Say that the source gives no cause."""
    variant = evidence.analyses.variant
    span = _span(variant, cause.marker, cause.last)
    reason = f"The source gives no such reason: {quote(variant.text.document.text, span)}."
    strength = _strength(cause, measures)
    features = (*_features(evidence, cause, measures), ("rival", float(rival is not None)))
    return Judgement(Verdict.HALLUCINATED, FactKind.CAUSE, Pair(None, span), reason, "causes.added", strength, features)


def _strength(cause: Cause, measures: tuple[Measure, Measure]) -> float:
    own, effect = measures
    return 0.25 + 0.3 * cause.strength * (1 - own.share) + 0.15 * effect.share


def _features(evidence: Evidence, cause: Cause, measures: tuple[Measure, Measure]) -> tuple[tuple[str, float], ...]:
    own, effect = measures
    tokens = evidence.analyses.variant.text.tokens
    marker = tokens[cause.marker].norm
    opens = cause.marker == 0 or tokens[cause.marker].text[0].isupper()
    return (
        ("marker", cause.strength),
        ("time", float(marker in {"after", "following", "since", "when", "as"})),
        ("for", float(marker in {"for", "over"})),
        ("base", own.share),
        ("effect", effect.share),
        ("words", min(own.words, 10) / 10),
        ("opens", float(opens)),
    )


def _span(analysis: Analysis, first: int, last: int) -> Span:
    return Span(analysis.text.tokens[first].start, analysis.text.tokens[last - 1].end)
