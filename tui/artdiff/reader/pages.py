"""From a session to the page that the aligned view paints; the last pages are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.documents.document import Span
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Outline, Pair, Paragraph, ParagraphRole, Side
from artdiff.reader.folding import folded
from artdiff.reader.layout import Page
from artdiff.reader.source_pages import source_blocks
from artdiff.reports.marking import Marks, in_a_row, marks_of
from artdiff.reports.view import blocks, plain_blocks

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison
    from artdiff.session.state import Session

KEPT: Final = 8
"""How many pages are kept, so that going back to another variant costs nothing."""
FIRST_LINES: Final = 200
"""As much of a document as is shown before its outline is known."""
FIRST_LENGTH: Final = 20_000
_NOBODY: Final = Outline("", "", (), None, "en")


class PageMaker:
    """Makes pages, and the same page again for a session that shows the same."""

    def __init__(self) -> None:
        self._pages: dict[object, tuple[Page, object]] = {}

    def page(self, session: Session) -> Page | None:
        """Return the page of what the session shows; None where there is no document at all."""
        if not session.documents:
            return None
        key = self._key_of(session)
        # The comparisons are kept beside their page, so that their identity is no other's.
        kept = self._pages.pop(key, None) or (_make(session), (session.comparison, session.comparisons))
        self._pages[key] = kept
        if len(self._pages) > KEPT:
            self._pages.pop(next(iter(self._pages)))
        return kept[0]

    @staticmethod
    def _key_of(session: Session) -> object:
        """Return what tells one page from another; a comparison is told by itself, not by all that it holds."""
        story, comparison = session.current_story, session.comparison
        source = story.source if story else None
        shown = session.omissions_shown, session.word_diff_shown, session.agreeing_folded
        others = id(session.comparisons) if session.source_only else None
        return source, session.variant, id(comparison), others, shown, min(session.filter.level, FLAG_LEVEL)


def _make(session: Session) -> Page:
    comparison, pair = session.comparison, session.pair
    if comparison is None or pair is None:
        return _plain(session)
    source, variant = (in_a_row(session.documents[index].text) for index in pair)
    listed = _listed(comparison, session.filter.level)
    marks = Pair(*(marks_of(comparison, side, listed) for side in Side))
    if session.source_only:
        shown = source_blocks(session, comparison, marks.source)
        alone = Pair(comparison.outlines.source, _NOBODY)
        return Page(Pair(source, ""), alone, Pair(marks.source, {}), shown, words=session.word_diff_shown)
    shown = blocks(comparison, omissions_shown=session.omissions_shown)
    if session.agreeing_folded:
        shown = tuple(folded(shown, marks))
    return Page(Pair(source, variant), comparison.outlines, marks, shown, words=session.word_diff_shown)


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
    outline = session.outlines[index] if session.outlines else first_lines(document)
    none: Pair[Marks] = Pair({}, {})
    return Page(Pair(in_a_row(document.text), ""), Pair(outline, _NOBODY), none, plain_blocks(outline))


def first_lines(document: Document) -> Outline:
    """Return an outline for the first moment: lines that are not empty, as many as a screen could show."""
    spans: list[Paragraph] = []
    start = 0
    for line in document.text[:FIRST_LENGTH].splitlines(keepends=True)[:FIRST_LINES]:
        words = line.strip()
        if words:
            at = start + line.index(words)
            spans.append(Paragraph(Span(at, at + len(words)), ParagraphRole.BODY))
        start += len(line)
    return Outline(document.name, document.name, tuple(spans), None, "en")
