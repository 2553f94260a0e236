"""Additions: a sentence, clause or phrase whose content has no base in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.values import Pair, ParagraphRole, Verdict
from artdiff.engine.verdicts.claims.addition_traits import Segment, Setting, traits
from artdiff.engine.verdicts.claims.subjects import subject_of
from artdiff.engine.verdicts.counterparts.evidence import quote
from artdiff.engine.verdicts.counterparts.gaps import weight_of
from artdiff.engine.verdicts.counterparts.jointly import Sayings
from artdiff.engine.verdicts.counterparts.segments import Sums, lacking_words
from artdiff.engine.verdicts.counterparts.unclaimed import Unclaimed
from artdiff.engine.verdicts.judgement import Judgement
from artdiff.engine.verdicts.polarity.contraries import unused_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.language.clauses import Part
    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.verdicts.counterparts.segments import Stretch

TOLD = frozenset({ParagraphRole.BODY, ParagraphRole.DEK})
LEAST_SHARE = 0.45
"""From this share of what a part tells that the source does not say, it may be an addition."""
CLOSE_REWRITE = 0.55
"""A rewrite this close to its source keeps its words: what rests on nothing weighs otherwise there than in a free one."""
LEAST_MISSING = 0.3
"""What is missing must weigh this much."""


def judge_additions(evidence: Evidence) -> Iterator[Judgement]:
    """Yield a judgement for every sentence, clause or phrase that says what the source does not."""
    near = evidence.alignment.closeness()
    found = list(_suspected(evidence, near))
    if found:  # what is around a sentence costs more than to see that nothing in it was added
        sayings, unclaimed = Sayings(evidence), Unclaimed(evidence)
        for index, sums, segments in found:
            setting = _setting(evidence, sums, index, near, sayings, unclaimed)
            yield from [_judgement(evidence, segment, setting) for segment in segments]


def _suspected(evidence: Evidence, near: float) -> Iterator[tuple[int, Sums, list[Segment]]]:
    """Yield the sentences of which something may have been added, each with its words and what that is."""
    text, clauses = evidence.analyses.variant.text, evidence.analyses.variant.clauses
    levels = [_by_sentence(parts, len(text.sentences)) for parts in (clauses.clauses, clauses.phrases)]
    for index, sentence in enumerate(text.sentences):
        if evidence.alignment.first_copies[sentence.paragraph] is not None:
            continue
        if text.paragraphs[sentence.paragraph].role not in TOLD:
            continue
        lacking = lacking_words(evidence, sentence)
        if sum([word.missing for word in lacking.values()]) < LEAST_MISSING:
            continue
        sums = Sums(evidence, sentence, lacking)
        segments = list(dict.fromkeys([one for level in levels for one in _segments(sums, near, level[index])]))
        if segments:
            yield index, sums, segments


def _by_sentence(parts: Sequence[Part], count: int) -> list[list[Part]]:
    rows: list[list[Part]] = [[] for _ in range(count)]
    for part in parts:
        rows[part.sentence].append(part)
    return rows


def _setting(
    evidence: Evidence, sums: Sums, index: int, near: float, sayings: Sayings, unclaimed: Unclaimed
) -> Setting:
    source, variant = evidence.analyses
    supports = evidence.alignment.supports
    sentences = supports[index].sentences
    places = [at for one in sentences for at in source.clauses.content_in(*source.text.sentences[one].tokens)]
    told = weight_of(evidence, places)
    residue = weight_of(evidence, unused_content(evidence, sentences)) / told if told else 1.0
    beside = [supports[at].coverage for at in (index - 1, index + 1) if 0 <= at < len(supports)]
    mean = sum(beside) / len(beside) if beside else 0.0
    return Setting(
        index,
        variant.text.sentences[index],
        supports[index],
        sums,
        residue,
        mean,
        near,
        sayings,
        sayings.share(sums.words),
        unclaimed,
        unclaimed.place(index),
    )


def _segments(sums: Sums, near: float, parts: list[Part]) -> list[Segment]:
    """Return the parts that have little base, and the longest runs of such parts."""
    found: list[Segment] = []
    run: list[Part] = []
    for part in parts:
        first, last, _, opener = part
        share = sums.share(first, last)
        if share is not None:
            if share < LEAST_SHARE:
                found += _run(sums, near, run)
                run = []
                continue
            if _may_be_added(sums.of(first, last), near):
                found.append(Segment(first, last, opener))
        run.append(part)
    return found + _run(sums, near, run)


def _run(sums: Sums, near: float, run: list[Part]) -> list[Segment]:
    if len(run) < 2:
        return []
    first, last = run[0].first, run[-1].last
    return [Segment(first, last, run[0].opener)] if _may_be_added(sums.of(first, last), near) else []


def _may_be_added(stretch: Stretch, near: float) -> bool:
    """Say whether enough is missing; in a free rewrite one word without base tells nothing."""
    return stretch.plain >= LEAST_MISSING and (stretch.lacking > 1 or near >= CLOSE_REWRITE)


def _judgement(evidence: Evidence, segment: Segment, setting: Setting) -> Judgement:
    text = evidence.analyses.variant.text
    stretch = setting.sums.of(segment.first, segment.last)
    span = Span(text.tokens[segment.first].start, text.tokens[segment.last - 1].end)
    return Judgement(
        Verdict.HALLUCINATED,
        subject_of(evidence.analyses.variant, setting.number, (segment.first, segment.last), stretch),
        Pair(None, span),
        f"Nothing in the source says {quote(text.document.text, span)}.",
        "additions.close" if setting.near >= CLOSE_REWRITE else "additions.free",
        0.4,
        traits(evidence, segment, setting, stretch),
    )
