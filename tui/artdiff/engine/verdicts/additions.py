"""Additions: a sentence, clause or phrase whose content has no base in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.language.clauses import Opener
from artdiff.engine.language.function_words import DETERMINERS
from artdiff.engine.language.segmentation import TokenKind
from artdiff.engine.values import Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.contraries import unused_content
from artdiff.engine.verdicts.evidence import quote
from artdiff.engine.verdicts.gaps import find_gap, weight_of
from artdiff.engine.verdicts.jointly import Joint, Sayings
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.segments import read_word, sum_up
from artdiff.engine.verdicts.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.alignment import Support
    from artdiff.engine.language.clauses import Part
    from artdiff.engine.language.segmentation import Sentence
    from artdiff.engine.verdicts.evidence import Evidence
    from artdiff.engine.verdicts.segments import Stretch, Word

LEAST_SHARE = 0.45
"""From this share of what a part tells that the source does not say, it may be an addition."""
CLOSE_REWRITE = 0.55
"""A rewrite this close to its source keeps its words: what rests on nothing weighs otherwise there than in a free one."""
LEAST_MISSING = 0.3
"""What is missing must weigh this much."""


class Segment(NamedTuple):
    """A run of parts that may have been added: a half-open range of tokens, and what begins it."""

    first: int
    last: int
    opener: Opener


class Setting(NamedTuple):
    """The sentence around a segment.

    Attributes:
        number: index of the sentence.
        words: its content words by their tokens.
        whole: all of them summed up.
        residue: the share of what the supporting sentences tell that nothing in the variant rests on.
        beside: how well the sentences before and behind are carried.
        near: how close the whole rewrite is to its source.
        context: the source sentence that says most of the whole sentence.
        sums: the stretches that were summed up already, by their tokens.
    """

    number: int
    sentence: Sentence
    support: Support
    words: dict[int, Word]
    whole: Stretch
    residue: float
    beside: float
    near: float
    sayings: Sayings
    context: Joint
    sums: dict[tuple[int, int], Stretch]


def judge_additions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every sentence, clause or phrase that says what the source does not."""
    text, clauses = evidence.analyses.variant.text, evidence.analyses.variant.clauses
    levels = [_by_sentence(parts, len(text.sentences)) for parts in (clauses.clauses, clauses.phrases)]
    near, sayings = evidence.closeness(), Sayings(evidence)
    for index, sentence in enumerate(text.sentences):
        if evidence.alignment.first_copies[sentence.paragraph] is not None:
            continue
        if text.paragraphs[sentence.paragraph].role not in {ParagraphRole.BODY, ParagraphRole.DEK}:
            continue
        setting = _setting(evidence, index, near, sayings)
        if setting.whole.missing < LEAST_MISSING:
            continue
        segments = {one: None for level in levels for one in _segments(evidence, setting, level[index])}
        yield from (_judgement(evidence, segment, setting) for segment in segments)


def _by_sentence(parts: Sequence[Part], count: int) -> list[list[Part]]:
    rows: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        rows[part.sentence].append(part)
    return rows


def _setting(evidence: Evidence, index: int, near: float, sayings: Sayings) -> Setting:
    source, variant = evidence.analyses
    sentence, supports = variant.text.sentences[index], evidence.alignment.supports
    words = {at: read_word(evidence, at) for at in variant.clauses.content_in(*sentence.tokens)}
    sentences = supports[index].sentences
    places = [at for one in sentences for at in source.clauses.content_in(*source.text.sentences[one].tokens)]
    told = weight_of(evidence, places)
    residue = weight_of(evidence, unused_content(evidence, sentences)) / told if told else 1.0
    beside = [supports[at].coverage for at in (index - 1, index + 1) if 0 <= at < len(supports)]
    whole = sum_up(evidence, words, *sentence.tokens)
    mean = sum(beside) / len(beside) if beside else 0.0
    return Setting(
        index, sentence, supports[index], words, whole, residue, mean, near, sayings, sayings.best(words), {}
    )


def _segments(evidence: Evidence, setting: Setting, parts: list[Part]) -> Iterator[Segment]:
    """Yield the parts that have little base, and the longest runs of such parts."""
    run: list[Part] = []
    for part in parts:
        stretch = _stretch(evidence, setting, part.first, part.last)
        if stretch.words and stretch.share < LEAST_SHARE:
            yield from _run(evidence, setting, run)
            run = []
            continue
        if _may_be_added(stretch, setting):
            yield Segment(part.first, part.last, part.opener)
        run.append(part)
    yield from _run(evidence, setting, run)


def _stretch(evidence: Evidence, setting: Setting, first: int, last: int) -> Stretch:
    """Return the sums over some tokens, each range summed once."""
    found = setting.sums.get((first, last))
    if found is None:
        found = setting.sums[first, last] = sum_up(evidence, setting.words, first, last)
    return found


def _run(evidence: Evidence, setting: Setting, run: list[Part]) -> Iterator[Segment]:
    if len(run) > 1:
        first, last = run[0].first, run[-1].last
        if _may_be_added(_stretch(evidence, setting, first, last), setting):
            yield Segment(first, last, run[0].opener)


def _may_be_added(stretch: Stretch, setting: Setting) -> bool:
    """Say whether enough is missing; in a free rewrite one word without base tells nothing."""
    return stretch.plain >= LEAST_MISSING and (stretch.lacking > 1 or setting.near >= CLOSE_REWRITE)


def _judgement(evidence: Evidence, segment: Segment, setting: Setting) -> Judgement:
    text = evidence.analyses.variant.text
    stretch = _stretch(evidence, setting, segment.first, segment.last)
    span = Span(text.tokens[segment.first].start, text.tokens[segment.last - 1].end)
    return Judgement(
        Verdict.HALLUCINATED,
        subject_of(evidence.analyses.variant, setting.number, (segment.first, segment.last), stretch),
        Pair(None, span),
        f"Nothing in the source says {quote(text.document.text, span)}.",
        "additions.close" if setting.near >= CLOSE_REWRITE else "additions.free",
        0.4,
        tuple(_features(evidence, segment, setting, stretch)),
    )


def _features(evidence: Evidence, segment: Segment, setting: Setting, stretch: Stretch) -> Iterator[tuple[str, float]]:
    gap = find_gap(evidence, segment.first, segment.last, setting.sentence)
    others = setting.whole.weight - stretch.weight
    rest = 1.0 - (setting.whole.missing - stretch.missing) / others if others > 0 else 0.0
    whole = float(stretch.words == setting.whole.words)
    share = stretch.share
    similarity = setting.support.similarity
    free = min(1.5, weight_of(evidence, gap.unused) / stretch.weight)
    yield "words", min(stretch.words, 12) / 10
    yield "few", float(stretch.words <= 1)
    yield "pair", float(stretch.words == 2)
    yield "mass", min(stretch.missing, 4.0) / 4
    yield "peak", stretch.peak
    yield "share", share
    yield "nothing", stretch.nothing / stretch.words
    yield "soothed", stretch.soothed / stretch.weight
    yield "far", stretch.far / stretch.weight
    yield "specific", float(stretch.specific > 0)
    yield "empty", stretch.empty / stretch.words
    yield "verb", float(stretch.verb)
    yield "finite", float(stretch.finite)
    yield "whole", whole
    yield "rest", rest
    yield "residue", setting.residue
    yield "free", free
    yield "tight", float(gap.tight)
    yield "anchored", float(gap.before >= 0) + float(gap.after >= 0)
    yield "beside", setting.beside
    joint = setting.sayings.best(at for at in range(segment.first, segment.last) if at in setting.words)
    context = setting.context
    yield "joint", joint.share
    yield "alone", joint.lone
    yield "joint missing", (1.0 - joint.share) * share
    yield "joint mass", (1.0 - joint.share) * min(stretch.weight, 4.0) / 4
    yield "home", float(joint.sentence in setting.support.sentences)
    yield "context", context.share
    yield "context missing", (1.0 - joint.share) * context.share
    yield "share rest", share * rest
    yield "share free", share * free
    yield "share near", share * setting.near
    yield "whole near", whole * setting.near
    yield "whole beside", whole * setting.beside
    yield "mass similar", min(stretch.missing, 4.0) / 4 * similarity
    yield from _form(evidence, segment, setting)


def _form(evidence: Evidence, segment: Segment, setting: Setting) -> Iterator[tuple[str, float]]:
    """Yield what the segment looks like: how it begins, and whether it stands between commas or at the end."""
    tokens = evidence.analyses.variant.text.tokens
    first, last = setting.sentence.tokens
    begin, end = tokens[segment.first], tokens[min(segment.last, last - 1)]
    yield f"opener {segment.opener.name}", 1.0
    yield "article", float(segment.opener is Opener.PUNCTUATION and begin.norm in DETERMINERS)
    yield "doing", float(begin.norm.endswith("ing"))
    before = tokens[segment.first - 1] if segment.first > first else None
    cut = before is not None and before.kind is TokenKind.PUNCTUATION
    yield "aside", float(cut and end.text in {",", "—", "–", ")"})
    yield "final", float(cut and segment.last >= last - 1)
