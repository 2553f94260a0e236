"""A paragraph with its marks: the words that are shown, cut into runs that look alike."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.values import FLAGGED, Side, Verdict
from artdiff.reports.view import paragraph_at
from artdiff.visible import visible_in_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from artdiff.engine.values import Comparison

SIGNS: Final = {
    Verdict.ALTERED: "≠",
    Verdict.HALLUCINATED: "+",
    Verdict.OMITTED: "−",
    Verdict.GENERALISED: "~",
    Verdict.REPEATED: "≡",
    Verdict.SUPPORTED: "=",
}
_RANK: Final = tuple(SIGNS)
_SHOWN: Final = frozenset({Verdict.GENERALISED, Verdict.OMITTED})
"""Verdicts that are marked though they do not flag."""
_MIDDLE_DOT: Final = "\N{MIDDLE DOT}"
_HIDDEN: Final = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\ufeff\uffa0]")


def in_a_row(text: str) -> str:
    """Return text as rows of the screen show it, code point by code point.

    Newlines and tabs are spaces, what acts on a terminal is a sign, and what has no width and hides between letters is
    a dot; the joiners that emoji and Indic letters need stay.
    """
    return _HIDDEN.sub(_MIDDLE_DOT, visible_in_place(text.replace("\n", " ").replace("\t", " ")))


class Look(NamedTuple):
    """How a run of an article's words looks.

    Attributes:
        verdict: of the gravest finding that marks it; None for unmarked words.
        findings: the findings that mark it, by their index in the comparison.
        counterpart: it is the source's side of a fact that the variant altered or made vaguer.
        edited: the word diff marks it.
        faint: the whole paragraph steps back.
        strong: it is a headline or heading.
    """

    verdict: Verdict | None = None
    findings: tuple[int, ...] = ()
    counterpart: bool = False
    edited: bool = False
    faint: bool = False
    strong: bool = False


class Run(NamedTuple):
    """A piece of text of one look.

    Attributes:
        lead: how many code points at its beginning are signs, which the article does not have.
        tail: how many at its end.
    """

    text: str
    look: Look
    lead: int = 0
    tail: int = 0

    def piece(self, start: int, end: int) -> Run:
        """Return a part of it."""
        lead = max(0, min(end, self.lead) - start)
        return Run(self.text[start:end], self.look, lead, max(0, end - max(start, len(self.text) - self.tail)))

    @property
    def words(self) -> str:
        """Return what the article has of it."""
        return self.text[self.lead : len(self.text) - self.tail]


class Mark(NamedTuple):
    """A finding's place on one side."""

    span: Span
    verdict: Verdict
    finding: int
    counterpart: bool


Marks = dict[int, list[Mark]]
"""For each paragraph of one side what is marked in it, by its place."""


def marks_of(comparison: Comparison, side: Side, listed: Collection[int] | None = None) -> Marks:
    """Return what is marked on one side of a comparison; copies in a repeated block are not.

    Args:
        comparison: what was found.
        side: the one that is shown.
        listed: the places of the findings that are marked beside what is omitted or vaguer; None for those that flag.
    """
    outline = comparison.outlines.of(side)
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for index, finding in enumerate(comparison.findings):
        span = finding.spans.of(side)
        counts = finding.flagged if listed is None else index in listed
        if not span or not span.length or finding.first_copy is not None or not (counts or finding.verdict in _SHOWN):
            continue
        counterpart = side is Side.SOURCE and finding.verdict is not Verdict.OMITTED
        for at in range(paragraph_at(outline, span.start), paragraph_at(outline, span.end - 1) + 1):
            marks[at].append(Mark(span, finding.verdict, index, counterpart))
    return {at: sorted(found) for at, found in marks.items()}


class Layers(NamedTuple):
    """What lies over a paragraph's words: marks and word edits, each sorted by place."""

    marks: Sequence[Mark] = ()
    edits: Sequence[Span] = ()
    faint: bool = False
    strong: bool = False


def runs_of(text: str, span: Span, layers: Layers) -> list[Run]:
    """Return a paragraph's words as runs, signs around what is marked.

    Args:
        text: the whole document's, as `in_a_row` gives it.
        span: the paragraph's.
        layers: what lies over its words.
    """
    marks = [mark._replace(span=_clamped(mark.span, span)) for mark in layers.marks]
    cuts = {*span, *(end for mark in marks for end in mark.span)}
    cuts.update(end for edit in layers.edits for end in _clamped(edit, span))
    return list(_runs(text, sorted(cuts), layers._replace(marks=marks)))


def _clamped(span: Span, around: Span) -> Span:
    start = min(max(span.start, around.start), around.end)
    return Span(start, max(start, min(span.end, around.end)))


def _runs(text: str, cuts: Sequence[int], layers: Layers) -> Iterator[Run]:
    active: list[Mark] = []
    waiting, edits = list(reversed(layers.marks)), list(reversed(layers.edits))
    for first, last in pairwise(cuts):
        opened = []
        while waiting and waiting[-1].span.start <= first:
            opened.append(waiting.pop())
        active = [mark for mark in (*active, *opened) if mark.span.end > first]
        while edits and edits[-1].end <= first:
            edits.pop()
        edited = bool(edits) and edits[-1].start <= first
        signs = "".join(map(_opening, opened)), "".join(_closing(mark) for mark in active if mark.span.end == last)
        look = _look(active, layers, edited=edited)
        yield Run(f"{signs[0]}{text[first:last]}{signs[1]}", look, *map(len, signs))


def _look(active: Sequence[Mark], layers: Layers, *, edited: bool) -> Look:
    plain = Look(edited=edited, faint=layers.faint, strong=layers.strong)
    if not active:
        return plain
    top = min(active, key=lambda mark: (_RANK.index(mark.verdict), mark.span.length))
    findings = tuple(mark.finding for mark in active)
    return plain._replace(verdict=top.verdict, findings=findings, counterpart=top.counterpart)


def _opening(mark: Mark) -> str:
    return "" if mark.counterpart else SIGNS[mark.verdict]


def _closing(mark: Mark) -> str:
    """Return the sign behind a mark: only what is flagged is closed in, for a quiet page."""
    return SIGNS[mark.verdict] if mark.verdict in FLAGGED and not mark.counterpart else ""
