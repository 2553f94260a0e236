"""Parts of the day: "in the early morning" where the source has 6.42 p.m., "in broad daylight" where it has "at night"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.facts.fact import Clock
from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.engine.verdicts.counterparts.evidence import words_of
from artdiff.engine.verdicts.judgement import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence, Token

HOUR: Final = 60
DAY: Final = 24 * HOUR
PARTS: Final = {
    word: (first * HOUR, last * HOUR)
    for first, last, words in (
        (0, 12, "morning mornings"),
        (3, 9, "dawn daybreak sunrise sunup"),
        (7, 18, "daylight daytime"),
        (10, 15, "noontime lunchtime"),
        (11, 19, "afternoon afternoons"),
        (15, 23, "dusk sunset sundown nightfall twilight"),
        (15, 25, "evening evenings teatime"),
        (19, 30, "night nights overnight nighttime darkness"),
        (18, 28, "tonight"),
    )
    for word in words.split()
}
"""From when until when each may be, in minutes; what goes beyond 24 hours is of the next day."""
SHIFTED: Final = {"before": (-9 * HOUR, 0), "until": (-9 * HOUR, 0), "by": (-9 * HOUR, 0), "after": (0, 9 * HOUR)}
"""How words in front move either end."""
TIMED: Final = frozenset("dawn daybreak sunrise sunup dusk sunset sundown nightfall".split())
LEADS: Final = frozenset(
    "in at by before after during until this that on early late broad the same all monday tuesday wednesday thursday friday "
    "saturday sunday yesterday tomorrow last next mid every".split()
)
"""What may stand in front of a part of the day that tells when something was."""
BESIDE: Final = 3


class _Part(NamedTuple):
    """A part of the day that a text tells.

    Attributes:
        first: the earliest minute that it may be.
        last: the latest; beyond a day's minutes it is of the next day.
        at: the index of its token.
        span: its words.
    """

    first: int
    last: int
    at: int
    span: Span
    clock: bool = False


def judge_day_parts(analyses: Pair[Analysis], alignment: Alignment) -> Iterator[Judgement]:
    """Yield a suspicion for every part of the day that none of the times in the supporting sentences lies in."""
    variant = analyses.variant
    if words_of(variant).isdisjoint(PARTS):
        return
    for index, sentence in enumerate(variant.text.sentences):
        supports = alignment.supports[index].sentences
        copied = alignment.first_copies[sentence.paragraph] is not None
        told = [part for part in _parts(variant, sentence, index) if not part.clock] if supports and not copied else []
        theirs = list(_parts_of(analyses.source, supports)) if told else []
        for part in told:
            same = next((other for other in theirs if _meet(part, other)), None)
            if same:
                spans: Pair[Span | None] = Pair(same.span, part.span)
                reason = f"The source says “{same.span.of(analyses.source.text.document.text)}”."
                yield Judgement(Verdict.SUPPORTED, FactKind.TIME, spans, reason, "dates.same_part", 0.8)
            elif theirs:
                yield _judgement(analyses, alignment, index, part, theirs)


def _parts_of(analysis: Analysis, sentences: Iterable[int]) -> Iterator[_Part]:
    """Yield the parts of the day and the times of day of some sentences."""
    for index in sentences:
        yield from _parts(analysis, analysis.text.sentences[index], index)


def _parts(analysis: Analysis, sentence: Sentence, index: int) -> Iterator[_Part]:
    """Yield the parts of the day and the times of day of a sentence."""
    tokens, (first, last) = analysis.text.tokens, sentence.tokens
    for at in [at for at, norm in enumerate(analysis.text.norms[first:last], first) if norm in PARTS]:
        span = PARTS[tokens[at].norm]
        if at > first and tokens[at - 1].norm not in LEADS and tokens[at].norm not in {"overnight", "tonight"}:
            continue
        if at > first and tokens[at].norm in TIMED and (moved := SHIFTED.get(tokens[at - 1].norm)):
            start, end = span
            span = (start + moved[0], end + moved[1])
        begin = _begin(tokens, at, first)
        yield _Part(*span, at, Span(tokens[begin].start, tokens[at].end))
    for fact in analysis.facts_in(index):
        value = fact.value
        if isinstance(value, Clock):
            yield _Part(value.first, value.last, fact.tokens[0], fact.span, clock=True)
            if not value.told:
                yield _Part(value.first + DAY // 2, value.last + DAY // 2, fact.tokens[0], fact.span, clock=True)


def _begin(tokens: Sequence[Token], at: int, first: int) -> int:
    """Return where the words of a part begin: "in the early morning"."""
    begin = at
    while begin > first and at - begin < BESIDE and tokens[begin - 1].norm in LEADS:
        begin -= 1
    return begin


def _meet(one: _Part, other: _Part) -> bool:
    """Say whether two parts of a day have a moment in common, a day apart or none."""
    return any(one.first <= other.last + shift and other.first + shift <= one.last for shift in (-DAY, 0, DAY))


def _judgement(
    analyses: Pair[Analysis], alignment: Alignment, index: int, part: _Part, theirs: Sequence[_Part]
) -> Judgement:
    """Return the suspicion on a part of the day, against the first of the times that the supporting sentences tell."""
    source, variant = analyses
    rival, ours = theirs[0], part.span.of(variant.text.document.text)
    reason = f"The source says “{rival.span.of(source.text.document.text)}” here, not “{ours}”."
    beside = {one + step for one in alignment.supports[index].sentences for step in (-1, 1)}
    features = (
        ("clock", float(rival.clock)),
        ("many", float(len(theirs) > 1)),
        ("elsewhere", float(_is_told(analyses, part, range(len(source.text.sentences))))),
        ("around", float(_is_told(analyses, part, beside))),
        ("begins", float(part.at <= variant.text.sentences[index].tokens[0] + 3)),
        ("night", float(part.last > DAY)),
        ("word", float(variant.text.tokens[part.at].norm in TIMED)),
    )
    return Judgement(Verdict.ALTERED, FactKind.TIME, Pair(rival.span, part.span), reason, "dates.part", 0.3, features)


def _is_told(analyses: Pair[Analysis], part: _Part, sentences: Iterable[int]) -> bool:
    """Say whether one of some source sentences tells a time that lies in a part of the day."""
    count = len(analyses.source.text.sentences)
    inside = (one for one in sentences if 0 <= one < count)
    return any(_meet(part, other) for other in _parts_of(analyses.source, inside))
