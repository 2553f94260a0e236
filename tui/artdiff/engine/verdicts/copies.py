"""Repeated blocks: one finding for the block, and the first copy's findings again in the later ones."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Finding, Pair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Repeat

CERTAIN = 0.99


def copy_findings(findings: Iterable[Finding], variant: Analysis, alignment: Alignment) -> list[Finding]:
    """Return the findings with those in repeated paragraphs replaced by their first copy's, marked as copies."""
    rows = [(finding, _paragraph(variant, finding)) for finding in findings]
    own = [finding for finding, index in rows if index is None or alignment.first_copies[index] is None]
    copied = [
        replace(finding, spans=finding.spans._replace(variant=span), first_copy=finding.spans.variant)
        for later, first in enumerate(alignment.first_copies)
        if first is not None
        for finding, index in rows
        if index == first and (span := _shifted(variant, finding, first, later))
    ]
    return own + copied


def _paragraph(variant: Analysis, finding: Finding) -> int | None:
    span = finding.spans.variant
    if span is None:
        return None
    return bisect_right(variant.text.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1


def _shifted(variant: Analysis, finding: Finding, first: int, later: int) -> Span | None:
    """Return the finding's span moved by tokens, because white space may differ between the copies."""
    span = finding.spans.variant
    ours, theirs = (_tokens(variant, index) for index in (first, later))
    if span is None or len(ours) != len(theirs):
        return None
    inside = [at for at, token in enumerate(ours) if token.overlap(span)]
    if not inside:
        return None
    head, tail = ours[inside[0]], ours[inside[-1]]
    start = theirs[inside[0]].start + span.start - head.start
    end = theirs[inside[-1]].end - (tail.end - span.end)
    return Span(start, end) if start < end else None


def _tokens(variant: Analysis, paragraph: int) -> list[Span]:
    first, last = variant.text.paragraph_sentences[paragraph]
    return [token.span for sentence in variant.text.sentences[first:last] for token in variant.text.words_of(sentence)]


def repeat_findings(analyses: Pair[Analysis], alignment: Alignment) -> list[Finding]:
    """Return one finding for every repeated block of the variant that the source does not repeat itself."""
    if not alignment.repeats:
        return []
    said = Counter(_words(analyses.source, index) for index in range(len(analyses.source.text.paragraphs)))
    return [
        _repeated(analyses.variant, repeat)
        for repeat in alignment.repeats
        if not all(said[_words(analyses.variant, index)] > 1 for index in repeat.again)
    ]


def _words(analysis: Analysis, paragraph: int) -> tuple[str, ...]:
    first, last = analysis.text.paragraph_sentences[paragraph]
    return tuple(
        token.norm for sentence in analysis.text.sentences[first:last] for token in analysis.text.words_of(sentence)
    )


def _repeated(variant: Analysis, repeat: Repeat) -> Finding:
    count = len(repeat.again)
    what = "This paragraph repeats" if count == 1 else f"These {count} paragraphs repeat"
    where = f"¶{repeat.first[0] + 1}" if count == 1 else f"¶{repeat.first[0] + 1} to ¶{repeat.first[-1] + 1}"
    return Finding(
        Verdict.REPEATED,
        FactKind.OTHER,
        CERTAIN,
        Pair(None, _block(variant, repeat.again)),
        f"{what} {where} of the same text word for word.",
        "copies.repeated",
        first_copy=_block(variant, repeat.first),
    )


def _block(variant: Analysis, paragraphs: tuple[int, ...]) -> Span:
    rows = variant.text.paragraphs
    return Span(rows[paragraphs[0]].span.start, rows[paragraphs[-1]].span.end)
