"""Repeated blocks: one finding for the block, and the first copy's findings again in the later ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Finding, Pair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Repeat

CERTAIN = 0.99


def copy_findings(findings: Iterable[Finding], variant: Analysis, alignment: Alignment) -> list[Finding]:
    """Return the findings with those in repeated paragraphs replaced by their first copy's, marked as copies."""
    if not any(first is not None for first in alignment.first_copies):
        return list(findings)
    rows = [(finding, _paragraph(variant, finding)) for finding in findings]
    own = [finding for finding, index in rows if index is None or alignment.first_copies[index] is None]
    originals: dict[int | None, list[Finding]] = {}
    for finding, index in rows:
        originals.setdefault(index, []).append(finding)
    copied: list[Finding] = []
    for later, first in enumerate(alignment.first_copies):
        if first is not None and first in originals:
            copied += _copies(originals[first], _tokens(variant, first), _tokens(variant, later))
    return own + copied


def _paragraph(variant: Analysis, finding: Finding) -> int | None:
    span = finding.spans.variant
    if span is None:
        return None
    return bisect_right(variant.text.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1


def _copies(findings: Iterable[Finding], ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[Finding]:
    """Yield a paragraph's findings where its copy has them; the tokens of both are given."""
    if len(ours) != len(theirs):
        return
    for finding in findings:
        span = finding.spans.variant
        shifted = _shifted(span, ours, theirs) if span else None
        if shifted:
            yield finding._replace(spans=finding.spans._replace(variant=shifted), first_copy=span)


def _shifted(span: Span, ours: Sequence[Span], theirs: Sequence[Span]) -> Span | None:
    """Return the finding's span moved by tokens, because white space may differ between the copies."""
    first = bisect_right(ours, span.start, key=lambda token: token.end)
    last = bisect_left(ours, span.end, key=lambda token: token.start) - 1
    if first > last:
        return None
    start = theirs[first].start + span.start - ours[first].start
    end = theirs[last].end - (ours[last].end - span.end)
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
