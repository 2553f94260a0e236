"""Causes: why something happened, given where the source gives none, or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.grounding import Ground
from artdiff.engine.lexicon.words import CausePlace, causes
from artdiff.engine.values import FactKind, Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence

STOPS = frozenset(',;:.!?—–()“”"')
LONGEST = 24
"""How many tokens of a cause are read."""
MOST_BASE_ALONE = 0.3
"""The same where the source gives no cause at all."""
MOST_BASE = 0.5
"""Up to this share of a cause's words may rest on the source when it still is another one."""
LEAST_EFFECT = 0.4
"""The share of the sentence's other words that the source must carry, so that it tells of the same effect."""
CERTAIN = 1.0
"""The strength of markers that always name a cause; "after" and the like may tell mere time."""
MOST_SHARED = 0.34
"""Up to this share of its words in the variant's cause the source's is another one."""
TEMPORAL = frozenset({"after", "follow"})
"""Markers of time that often name a cause."""
VAGUE = frozenset({"out of", "reflect", "respons", "cite", "result from"})
"""Markers that rather name a place or a thing."""
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


class Cause(NamedTuple):
    """A phrase that names a cause.

    Attributes:
        marker: index of the first token of the words that mark it ("because of").
        first: index of its own first token.
        last: behind its last token.
        strength: 1 where the marker always names a cause, less where it may tell mere time.
    """

    marker: int
    first: int
    last: int
    strength: float


def judge_causes(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every cause that the source does not give."""
    text = evidence.analyses.variant.text
    for sentence, support in evidence.linked_sentences():
        if text.paragraphs[sentence.paragraph].role is not ParagraphRole.BODY:
            continue
        whole = _measure(evidence, *sentence.tokens)
        for found in find_causes(evidence.analyses.variant, sentence):
            own = _measure(evidence, found.first, found.last)
            effect = Measure(whole.words - own.words, whole.based - own.based)
            if own.share > MOST_BASE or effect.share < LEAST_EFFECT:
                continue
            counterpart = _counterpart(evidence, support.sentences, found)
            if counterpart and max(counterpart.strength, found.strength) >= CERTAIN:
                yield _other(evidence, _own_words(evidence, found), counterpart, (own, effect))
            elif own.share <= MOST_BASE_ALONE and (own.words > 1 or found.strength >= CERTAIN):
                yield _added(evidence, found, (own, effect))


def find_causes(analysis: Analysis, sentence: Sentence) -> Iterator[Cause]:
    """Yield the phrases of a sentence that name a cause behind a marker."""
    first, last = sentence.tokens
    tokens = analysis.text.tokens
    for found in causes().find([token.stem for token in tokens[first:last]]):
        mark = next((mark for mark in found.marks if mark.kind is CausePlace.AFTER), None)
        words = " ".join(token.stem for token in tokens[first + found.start : first + found.end])
        if mark is None or words in VAGUE or (mark.strength < CERTAIN and words not in TEMPORAL):
            continue
        begin = first + found.end
        end = next((at for at in range(begin, last) if tokens[at].text in STOPS), last)
        end = min(end, begin + LONGEST)
        if any(analysis.clauses.content[begin:end]):
            yield Cause(first + found.start, begin, end, mark.strength)


def _own_words(evidence: Evidence, cause: Cause) -> Cause:
    """Return a cause without the words at its end that rest on the source."""
    content, grounds = evidence.analyses.variant.clauses.content, evidence.grounding.grounds
    loose = (at for at in range(cause.last - 1, cause.first - 1, -1) if content[at] and grounds[at] < Ground.RELATED)
    last = next(loose, cause.last - 1) + 1
    return cause._replace(last=last)


def _measure(evidence: Evidence, first: int, last: int) -> Measure:
    """Return how many content words a stretch of the variant has, and how much of them rests on the source."""
    content, grounds = evidence.analyses.variant.clauses.content, evidence.grounding.grounds
    places = [at for at in range(first, last) if content[at]]
    return Measure(len(places), sum(1.0 if evidence.is_explained(at) else BASE[grounds[at]] for at in places))


def _counterpart(evidence: Evidence, sentences: Sequence[int], cause: Cause) -> Cause | None:
    """Return the surest cause in the supporting sentences of which the variant's has few words."""
    source = evidence.analyses.source
    matches = set(evidence.grounding.matches[cause.first : cause.last])
    found = [other for index in sentences for other in find_causes(source, source.text.sentences[index])]
    free = [other for other in found if _shared(source, other, matches) <= MOST_SHARED]
    return max(free, key=lambda other: other.strength, default=None)


def _shared(source: Analysis, cause: Cause, matches: set[int]) -> float:
    """Return the share of a source's cause that some source tokens make up."""
    content = [at for at in range(cause.first, cause.last) if source.clauses.content[at]]
    return sum(at in matches for at in content) / len(content)


def _other(evidence: Evidence, cause: Cause, counterpart: Cause, measures: tuple[Measure, Measure]) -> Judgement:
    """Say that the source gives another cause."""
    source, variant = evidence.analyses
    spans = Pair(_span(source, counterpart.first, counterpart.last), _span(variant, cause.first, cause.last))
    reason = f"The source gives another reason: {quote(source.text.document.text, spans.source)}."
    strength = _strength(cause, measures) + 0.2 * counterpart.strength
    features = (*_features(cause, measures), ("counterpart", counterpart.strength))
    return Judgement(Verdict.ALTERED, FactKind.CAUSE, spans, reason, "causes.other", strength, features)


def _added(evidence: Evidence, cause: Cause, measures: tuple[Measure, Measure]) -> Judgement:
    """Say that the source gives no cause."""
    variant = evidence.analyses.variant
    span = _span(variant, cause.marker, cause.last)
    reason = f"The source gives no such reason: {quote(variant.text.document.text, span)}."
    strength = _strength(cause, measures)
    features = _features(cause, measures)
    return Judgement(Verdict.HALLUCINATED, FactKind.CAUSE, Pair(None, span), reason, "causes.added", strength, features)


def _strength(cause: Cause, measures: tuple[Measure, Measure]) -> float:
    own, effect = measures
    return 0.25 + 0.3 * cause.strength * (1 - own.share) + 0.15 * effect.share


def _features(cause: Cause, measures: tuple[Measure, Measure]) -> tuple[tuple[str, float], ...]:
    own, effect = measures
    return (
        ("marker", cause.strength),
        ("base", own.share),
        ("effect", effect.share),
        ("words", min(own.words, 10) / 10),
    )


def _span(analysis: Analysis, first: int, last: int) -> Span:
    return Span(analysis.text.tokens[first].start, analysis.text.tokens[last - 1].end)
