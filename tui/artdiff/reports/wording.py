"""The words that reports for people share. Everything returned is safe to print and stands on one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Verdict
from artdiff.reports.gate import LISTED, Standing
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison, Finding, Outline, Pair
    from artdiff.reports.checked import CheckedVariant, Report
    from artdiff.reports.gate import Gate

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
_COUNTING: Final = frozenset({*LISTED, Standing.BESIDE})
_PASSED: Final = {
    Standing.DISMISSED: "dismissed",
    Standing.KNOWN: "in the baseline",
    Standing.ALLOWED: "never flagged here",
}


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


def line_of(document: Document, offset: int) -> int:
    """Return the number, from 1, of the file's line that an offset stands in."""
    return bisect_right(_line_starts(document.text), offset)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where the lines of a text begin: counting anew for each finding of a long file would be quadratic."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


def column_of(document: Document, offset: int) -> int:
    """Return the place of an offset in its line, from 1, in code points."""
    return offset - document.text.rfind("\n", 0, offset)


def heading(finding: Finding) -> str:
    """Return what a finding is: ``altered person (97 %)``; a repeated block is of no kind and certain."""
    if finding.verdict is Verdict.REPEATED:
        return finding.verdict.value
    return f"{finding.verdict} {finding.kind} ({percent(finding.confidence)})"


def said(documents: Pair[Document], comparison: Comparison, finding: Finding) -> str:
    """Return a finding as one sentence: its words, the counterpart's, the reason."""
    here, there = finding.spans.variant, finding.spans.source
    words = f"“{words_of(documents.variant, here)}”" if here else ""
    if there:
        words += ", source " if here else "source "
        words += f"¶{paragraph_of(comparison.outlines.source, there)} “{words_of(documents.source, there)}”"
    return f"{words}. {visible_line(finding.reason)}"


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


def omitted_paragraphs(comparison: Comparison) -> str:
    """Return the source paragraphs that nothing carries, from 1: ``¶3, ¶5-7``; empty where there is none."""
    return ", ".join(f"¶{part}" for part in _ranges(index + 1 for index in comparison.omitted))


def counts(variants: Iterable[CheckedVariant], gate: Gate, *, copies: bool = True) -> dict[Verdict, int]:
    """Return how many findings of each verdict some rewrites have, those that the gate lets through not counted.

    Args:
        variants: the rewrites.
        gate: what was chosen to count.
        copies: a finding in a repeated block counts once more for each copy of it.
    """
    found: Counter[Verdict] = Counter()
    for variant in variants:
        for finding, standing in zip(variant.comparison.findings, gate.standings(variant), strict=True):
            found[finding.verdict] += standing in _COUNTING and (copies or not is_copy(finding))
    return {verdict: found[verdict] for verdict in COUNTED}


def is_copy(finding: Finding) -> bool:
    """Say whether it is the finding of a first copy once more."""
    return finding.first_copy is not None and finding.verdict is not Verdict.REPEATED


def passed(variants: Iterable[CheckedVariant], gate: Gate) -> dict[Standing, int]:
    """Return how many findings were dismissed, are in the baseline or are never flagged, where there are any."""
    found = Counter(standing for variant in variants for standing in gate.standings(variant))
    return {standing: found[standing] for standing in _PASSED if found[standing]}


def summary(variants: Collection[CheckedVariant], gate: Gate, *, copies: bool = True) -> str:
    """Return the counts by verdict: ``4 altered, 0 hallucinated, 12 omitted``."""
    found = counts(variants, gate, copies=copies)
    parts = [f"{found[verdict]} {verdict}" for verdict in COUNTED if found[verdict] or verdict in _ALWAYS_COUNTED]
    parts += [f"{count} {_PASSED[standing]}" for standing, count in passed(variants, gate).items()]
    return ", ".join(parts)


def total(report: Report, *, copies: bool = True) -> str:
    """Return one line over a whole report: how much was compared, and the counts."""
    variants = report.variants
    parts = (many(len(report.stories), "story", "stories"), many(len(variants), "rewrite", "rewrites"))
    return f"{', '.join(parts)}: {summary(variants, report.gate, copies=copies)}"


def many(count: int, one: str, several: str) -> str:
    """Return a number with its noun."""
    return f"{count} {one if count == 1 else several}"


def percent(confidence: float) -> str:
    """Return a probability for people: ``97 %``."""
    return f"{confidence * 100:.0f} %"


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
