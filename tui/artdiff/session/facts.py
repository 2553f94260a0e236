"""The story's facts as a table: a row for each fact of the source, a column for each rewrite.

Below them stand the facts that rewrites made up. What all rewrites keep is in no comparison: those rows come from the
source's own facts, where they were asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import FactKind, Pair, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.engine.values import Comparison, Finding, Mention
    from artdiff.session.state import Session

_GRAVEST = (Verdict.ALTERED, Verdict.HALLUCINATED, Verdict.GENERALISED, Verdict.OMITTED, Verdict.SUPPORTED)


class FactCell(NamedTuple):
    """What a rewrite did to a fact.

    Attributes:
        verdict: supported where nothing was found against it; None where the rewrite is not compared yet.
        words: the rewrite's, "" where it has none or they are the source's.
        at: the finding's place in its comparison; None without one.
    """

    verdict: Verdict | None
    words: str = ""
    at: int | None = None


class FactRow(NamedTuple):
    """A fact and what became of it.

    Attributes:
        span: in the source; None for what was made up.
        cells: one for each of the story's variants, in order.
    """

    kind: FactKind
    words: str
    span: Span | None
    cells: tuple[FactCell, ...]

    @property
    def wrong(self) -> int:
        """Return how many rewrites have it wrong."""
        return sum(cell.verdict in {Verdict.ALTERED, Verdict.HALLUCINATED} for cell in self.cells)


def fact_rows(session: Session, *, everything: bool = False) -> tuple[FactRow, ...]:
    """Return the rows of the story shown, by their place in the source, what was made up behind.

    Args:
        session: what was found.
        everything: also what all rewrites keep.
    """
    story = session.current_story
    if story is None:
        return ()
    departed = list(_of_source(session))
    kept = _kept(session, departed, session.facts.get(story.source, ())) if everything else ()
    return (*sorted((*departed, *kept), key=lambda row: row.span or (0, 0)), *_made_up(session))


def _kept(session: Session, departed: Iterable[FactRow], facts: Iterable[Mention]) -> Iterator[FactRow]:
    """Yield a row for each of the source's facts that no row of the others is about; what is told again has one."""
    spans = [row.span for row in departed if row.span]
    ends = list(accumulate((span.end for span in spans), max))
    pairs, seen = _pairs(session), set[tuple[FactKind, str]]()
    text = session.documents[pairs[0].source].text if pairs else ""
    for kind, span in facts:
        before = bisect_left(spans, span.end, key=lambda one: one.start)
        key = kind, " ".join(span.of(text).casefold().split())
        if (not before or ends[before - 1] <= span.start) and key not in seen:
            seen.add(key)
            yield FactRow(kind, span.of(text), span, tuple(_cell(session, pair, span, ()) for pair in pairs))


def _pairs(session: Session) -> list[Pair[int]]:
    story = session.current_story
    return [Pair(story.source, variant) for variant in story.variants] if story else []


def _told(comparison: Comparison) -> Iterator[tuple[int, Finding]]:
    """Yield the findings that are in the table, with their places."""
    for at, finding in enumerate(comparison.findings):
        tells = finding.flagged or finding.verdict in {Verdict.GENERALISED, Verdict.OMITTED}
        if tells and finding.first_copy is None:
            yield at, finding


def _of_source(session: Session) -> Iterator[FactRow]:
    """Yield a row for each span of the source that a finding is about; spans that overlap are one fact."""
    pairs = _pairs(session)
    found = [
        (finding.spans.source, column, at, finding)
        for column, pair in enumerate(pairs)
        if pair in session.comparisons
        for at, finding in _told(session.comparisons[pair])
        if finding.spans.source is not None
    ]
    for group in _overlapping(sorted(found, key=lambda row: (row[0], row[1]))):
        span, _, _, first = max(group, key=lambda row: row[0].length)
        cells = tuple(
            _cell(session, pair, span, [row for row in group if row[1] == at]) for at, pair in enumerate(pairs)
        )
        text = session.documents[pairs[0].source].text
        yield FactRow(first.kind, span.of(text), span, cells)


_Found = tuple["Span", int, int, "Finding"]


def _overlapping(found: Sequence[_Found]) -> Iterator[list[_Found]]:
    group: list[_Found] = []
    end = 0
    for row in found:
        if group and row[0].start >= end:
            yield group
            group = []
        group.append(row)
        end = max(end, row[0].end) if len(group) > 1 else row[0].end
    if group:
        yield group


def _cell(session: Session, pair: Pair[int], span: Span, found: Sequence[_Found]) -> FactCell:
    comparison = session.comparisons.get(pair)
    if comparison is None:
        return FactCell(None)
    if found:
        _, _, at, finding = min(found, key=lambda row: _GRAVEST.index(row[3].verdict))
        variant = finding.spans.variant
        return FactCell(finding.verdict, variant.of(session.documents[pair.variant].text) if variant else "", at)
    paragraphs = comparison.outlines.source.paragraphs
    paragraph = bisect_right(paragraphs, span.start, key=lambda row: row.span.start) - 1
    return FactCell(Verdict.OMITTED if paragraph in comparison.omitted else Verdict.SUPPORTED)


def _made_up(session: Session) -> Iterator[FactRow]:
    """Yield a row for each fact that the source does not have; the same words in several rewrites are one."""
    pairs = _pairs(session)
    rows: dict[tuple[FactKind, str], dict[int, FactCell]] = {}
    for column, pair in enumerate(pairs):
        for at, finding in _told(session.comparisons[pair]) if pair in session.comparisons else ():
            span = finding.spans.variant
            if finding.spans.source is None and span is not None:
                words = " ".join(span.of(session.documents[pair.variant].text).split())
                cells = rows.setdefault((finding.kind, words.casefold()), {})
                cells.setdefault(column, FactCell(finding.verdict, words, at))
    for (kind, _), cells in rows.items():
        empty = (FactCell(Verdict.SUPPORTED if pair in session.comparisons else None) for pair in pairs)
        row = tuple(cells.get(column, cell) for column, cell in enumerate(empty))
        yield FactRow(kind, next(iter(cells.values())).words, None, row)
