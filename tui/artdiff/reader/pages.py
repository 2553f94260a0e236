"""From a session to the page that the aligned view paints; the last pages are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from artdiff.documents.document import Span
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Outline, Pair, Paragraph, ParagraphRole, Side
from artdiff.reader.folding import folded
from artdiff.reader.layout import Page
from artdiff.reports.marking import Marks, in_a_row, marks_of
from artdiff.reports.view import blocks, plain_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison
    from artdiff.session.state import Session

T = TypeVar("T")
KEPT: Final = 8
"""How many pages are kept, so that going back to another variant costs nothing."""
FIRST_LINES: Final = 200
"""As much of a document as is shown before its outline is known."""
FIRST_LENGTH: Final = 20_000
_NOBODY: Final = Outline("", "", (), None, "en")


class _Sides(NamedTuple):
    """Both texts of a comparison with their marks, which all pages of it share.

    Attributes:
        comparison: kept here so that its identity is no other's.
    """

    comparison: Comparison
    texts: Pair[str]
    marks: Pair[Marks]
    heights: dict[tuple[Side, int, int], int]


class PageMaker:
    """Makes pages, and the same page again for a session that shows the same."""

    def __init__(self) -> None:
        self._pages: dict[object, tuple[Page, object]] = {}
        self._sides: dict[object, _Sides] = {}

    def page(self, session: Session) -> Page | None:
        """Return the page of what the session shows; None where there is no document at all."""
        if not session.documents:
            return None
        # The comparisons are kept beside their page, so that their identity is no other's.
        beside = session.comparison, session.comparisons
        return _kept(self._pages, self._key_of(session), lambda: (self._make(session), beside))[0]

    @staticmethod
    def _key_of(session: Session) -> object:
        """Return what tells one page from another; a comparison is told by itself, not by all that it holds."""
        story, comparison = session.current_story, session.comparison
        source = story.source if story else None
        others = id(session.comparisons) if session.source_only else None
        shown = session.omissions_shown, session.agreeing_folded
        return source, session.variant, id(comparison), others, shown, min(session.filter.level, FLAG_LEVEL)

    def _make(self, session: Session) -> Page:
        comparison, pair = session.comparison, session.pair
        if comparison is None or pair is None:
            return _plain(session)
        level = min(session.filter.level, FLAG_LEVEL)
        _, texts, marks, heights = _kept(
            self._sides, (id(comparison), level), lambda: _sides(session, pair, comparison, level)
        )
        if session.source_only:
            from artdiff.reader.source_pages import source_blocks  # noqa: PLC0415  (seldom)

            shown = source_blocks(session, comparison, marks.source)
            alone = Pair(comparison.outlines.source, _NOBODY)
            return Page(texts._replace(variant=""), alone, Pair(marks.source, {}), shown, heights)
        shown = blocks(comparison, omissions_shown=session.omissions_shown)
        if session.agreeing_folded:
            shown = tuple(folded(shown, marks))
        return Page(texts, comparison.outlines, marks, shown, heights)


def _kept(cache: dict[object, T], key: object, make: Callable[[], T]) -> T:
    """Return what is kept under a key, or what is made then; what was not asked for longest goes."""
    one = cache.pop(key, None)
    cache[key] = one = make() if one is None else one
    if len(cache) > KEPT:
        cache.pop(next(iter(cache)))
    return one


def _sides(session: Session, pair: Pair[int], comparison: Comparison, level: float) -> _Sides:
    source, variant = (in_a_row(session.documents[index].text) for index in pair)
    listed = _listed(comparison, level)
    marks = Pair(*(marks_of(comparison, side, listed) for side in Side))
    return _Sides(comparison, Pair(source, variant), marks, {})


def _listed(comparison: Comparison, level: float) -> frozenset[int] | None:
    """Return the places of the findings to be marked where less than what flags is walked; None where it is not."""
    if level >= FLAG_LEVEL:
        return None
    findings = enumerate(comparison.findings)
    return frozenset(at for at, one in findings if one.verdict in FLAGGED and one.confidence >= level)


def _plain(session: Session) -> Page:
    """Return the page of a document by itself: a story's source, or the first of all while the stories are awaited."""
    story = session.current_story
    index = story.source if story else 0
    document = session.documents[index]
    whole = bool(session.stories)
    outline = session.outlines[index] if session.outlines else first_lines(document, whole=whole)
    none: Pair[Marks] = Pair({}, {})
    return Page(Pair(in_a_row(document.text), ""), Pair(outline, _NOBODY), none, plain_blocks(outline))


def first_lines(document: Document, *, whole: bool = False) -> Outline:
    """Return an outline for the first moment: lines that are not empty, as many as a screen could show, or all."""
    spans: list[Paragraph] = []
    start = 0
    for line in _shown(document.text, whole=whole):
        words = line.strip()
        if words:
            at = start + line.index(words)
            spans.append(Paragraph(Span(at, at + len(words)), ParagraphRole.BODY))
        start += len(line)
    return Outline(document.name, document.name, tuple(spans), None, "en")


def _shown(text: str, *, whole: bool) -> list[str]:
    return (text if whole else text[:FIRST_LENGTH]).splitlines(keepends=True)[: None if whole else FIRST_LINES]
