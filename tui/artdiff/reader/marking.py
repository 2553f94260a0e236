"""A paragraph with its marks: the words that are shown, cut into runs that look alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Side, Verdict
from artdiff.visible import visible_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.values import Comparison, Finding

ONE_LINE = str.maketrans("\n\t\r", "   ")
SIGNS = {
    Verdict.ALTERED: "≠",
    Verdict.HALLUCINATED: "+",
    Verdict.OMITTED: "−",
    Verdict.GENERALISED: "~",
    Verdict.REPEATED: "⟳",
    Verdict.SUPPORTED: "=",
}
SHOWN = frozenset({Verdict.GENERALISED, Verdict.OMITTED})
"""Verdicts that are marked though they do not flag."""


class Part(StrEnum):
    """What a run of text is apart from its marks."""

    TEXT = "text"
    EDITED = "edited"
    FAINT = "faint"
    GUTTER = "gutter"
    NOTE = "note"


class Look(NamedTuple):
    """How a run looks.

    Attributes:
        verdict: of the finding that marks it; None for unmarked text.
        finding: which finding, by its index in the comparison; -1 for none.
        counterpart: it is the source's side of an altered or generalised fact.
    """

    part: Part
    verdict: Verdict | None = None
    finding: int = -1
    counterpart: bool = False


class Run(NamedTuple):
    """A piece of text of one look."""

    text: str
    look: Look


class Mark(NamedTuple):
    """A finding's place on one side."""

    span: Span
    verdict: Verdict
    finding: int
    counterpart: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one side, disjoint, by their place, and the word edits between them."""

    marks: tuple[Mark, ...]
    edits: tuple[Span, ...]


def marks_of(comparison: Comparison, side: Side, *, word_diff: bool) -> Marks:
    """Return what is marked on one side of a comparison."""
    found = [
        Mark(
            span,
            finding.verdict,
            index,
            counterpart=side is Side.SOURCE and finding.verdict is not Verdict.OMITTED,
        )
        for index, finding in enumerate(comparison.findings)
        if (span := finding.spans.of(side)) and _is_shown(finding)
    ]
    edits = (
        edit.spans.of(side)
        for link in comparison.links
        for edit in link.edits
        if word_diff and edit.spans.of(side).length
    )
    return Marks(_disjoint(found), tuple(sorted(set(edits))))


def _is_shown(finding: Finding) -> bool:
    return finding.flagged or finding.verdict in SHOWN


def _disjoint(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks without those that overlap a stronger one."""
    ranked = sorted(found, key=lambda mark: (mark.verdict in SHOWN, mark.span))
    kept: list[Mark] = []
    for mark in ranked:
        if not any(mark.span.overlap(other.span) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: mark.span))


def runs_of(text: str, span: Span, marks: Marks, *, part: Part = Part.TEXT) -> list[Run]:
    """Return a paragraph's words as runs, a sign on both sides of what is marked."""
    runs: list[Run] = []
    at = span.start
    for mark in marks.marks:
        if not mark.span.overlap(span):
            continue
        start, end = max(at, mark.span.start), min(mark.span.end, span.end)
        runs += _plain(text, at, start, marks.edits, part)
        look = Look(part, mark.verdict, mark.finding, mark.counterpart)
        sign = "" if mark.counterpart else SIGNS[mark.verdict]
        runs.append(Run(f"{sign}{_shown(text, start, end)}{sign}", look))
        at = end
    return [*runs, *_plain(text, at, span.end, marks.edits, part)]


def _plain(text: str, start: int, end: int, edits: Sequence[Span], part: Part) -> list[Run]:
    runs: list[Run] = []
    at = start
    for edit in edits:
        if edit.end <= at or edit.start >= end:
            continue
        first, last = max(at, edit.start), min(end, edit.end)
        runs += [Run(_shown(text, at, first), Look(part)), Run(_shown(text, first, last), Look(Part.EDITED))]
        at = last
    runs.append(Run(_shown(text, at, end), Look(part)))
    return [run for run in runs if run.text]


def _shown(text: str, start: int, end: int) -> str:
    return visible_in_place(text[start:end]).translate(ONE_LINE)
