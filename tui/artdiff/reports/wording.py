"""The words that reports for people share. Everything returned is safe to print and stands on one line."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Verdict
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison, Finding, Outline

LONGEST: Final = 160
"""Code points of an article's words that a report quotes at most in one go."""

COUNTED: Final = (
    Verdict.ALTERED,
    Verdict.HALLUCINATED,
    Verdict.GENERALISED,
    Verdict.OMITTED,
    Verdict.REPEATED,
)
_ALWAYS_COUNTED: Final = (Verdict.ALTERED, Verdict.HALLUCINATED)


class Excerpt(NamedTuple):
    """A fact in what stands around it; the three make one line."""

    before: str
    words: str
    after: str


def name_of(document: Document) -> str:
    """Return what a report calls a document: its path as the user would type it."""
    return visible_line(str(document.path or document.name))


def paragraph_of(outline: Outline, span: Span) -> int:
    """Return the number, from 1, of the paragraph that a span begins in."""
    return bisect_right(outline.paragraphs, span.start, key=lambda paragraph: paragraph.span.start)


def words_of(document: Document, span: Span) -> str:
    """Return a span's words on one line, shortened at the end where they are many."""
    words = _one_line(document.text[span.start : min(span.end, span.start + 4 * LONGEST)])
    return words if len(words) <= LONGEST else (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]) + " …"


def excerpt(document: Document, outline: Outline, span: Span, around: int) -> Excerpt:
    """Return a span's words with up to `around` code points of its paragraph on either side, cut at words."""
    paragraph = outline.paragraphs[max(0, paragraph_of(outline, span) - 1)].span
    before = document.text[max(paragraph.start, span.start - around) : span.start]
    after = document.text[span.end : min(paragraph.end, span.end + around)]
    if span.start - around > paragraph.start:
        before = "… " + before.partition(" ")[2]
    if span.end + around < paragraph.end:
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(_one_line(before), words_of(document, span), _one_line(after))


def shown(comparison: Comparison) -> list[Finding]:
    """Return the findings that a report for people lists one by one: flagged ones and repeated blocks."""
    return [finding for finding in comparison.findings if finding.flagged or finding.verdict is Verdict.REPEATED]


def omitted_paragraphs(comparison: Comparison) -> str:
    """Return the source paragraphs that nothing carries, from 1: ``¶3, ¶5-7``; empty where there is none."""
    return ", ".join(f"¶{part}" for part in _ranges(index + 1 for index in comparison.omitted))


def summary(comparison: Comparison) -> str:
    """Return the counts by verdict: ``4 altered, 0 hallucinated, 12 omitted``."""
    counts = Counter(finding.verdict for finding in comparison.findings if finding.flagged or _weighs(finding))
    return ", ".join(
        f"{counts[verdict]} {verdict}" for verdict in COUNTED if counts[verdict] or verdict in _ALWAYS_COUNTED
    )


def percent(confidence: float) -> str:
    """Return a probability for people: ``97 %``."""
    return f"{confidence * 100:.0f} %"


def _weighs(finding: Finding) -> bool:
    return finding.verdict not in _ALWAYS_COUNTED


def _one_line(text: str) -> str:
    """Return text as a part of a line, white space at its ends kept as one space each."""
    ends = (text[:1].isspace(), text[-1:].isspace())
    return " " * ends[0] + visible_line(" ".join(text.split())) + " " * (ends[1] and bool(text.strip()))


def _ranges(numbers: Iterable[int]) -> list[str]:
    """Return ascending numbers as ``3`` and ``5-7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
