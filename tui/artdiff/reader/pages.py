"""From a session to the page that the aligned view paints; the last pages are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.document import Span
from artdiff.engine.values import Outline, Pair, Paragraph, ParagraphRole, Side
from artdiff.reader.layout import Page
from artdiff.reader.marking import Marks, marks_of
from artdiff.session.view import blocks, plain_blocks

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.session.state import Session

NO_MARKS = Marks((), ())
KEPT = 8
"""How many pages are kept, so that going back to another variant costs nothing."""
EMPTY = Outline("", "", (), None, "en")


class PageMaker:
    """Makes pages, and the same page again for a session that shows the same."""

    def __init__(self) -> None:
        self._pages: dict[object, Page] = {}

    def page(self, session: Session) -> Page:
        """Return the page of what the session shows."""
        key = self._key_of(session)
        page = self._pages.get(key)
        if page is None:
            if len(self._pages) >= KEPT:
                self._pages.pop(next(iter(self._pages)))
            page = self._pages[key] = _make(session)
        return page

    def current(self, session: Session) -> int:
        """Return the index of the finding that the reviewer stands on in the comparison shown; -1 for none."""
        comparison, stop = session.comparison, session.current
        if comparison is None or stop is None or stop.variant != session.variant:
            return -1
        return next((at for at, one in enumerate(comparison.findings) if one is stop.finding), -1)

    @staticmethod
    def _key_of(session: Session) -> object:
        outlined = bool(session.outlines)
        shown = session.comparison is None, session.pair, session.story, outlined, bool(session.stories)
        return shown, session.omissions_shown, session.word_diff_shown


def _make(session: Session) -> Page:
    comparison, pair = session.comparison, session.pair
    if comparison is not None and pair is not None:
        return Page(
            Pair(session.documents[pair.source].text, session.documents[pair.variant].text),
            comparison.outlines,
            Pair(*(marks_of(comparison, side, word_diff=session.word_diff_shown) for side in Side)),
            blocks(comparison, omissions_shown=session.omissions_shown),
        )
    return _plain(session)


def _plain(session: Session) -> Page:
    """Return the page of a document by itself: the only one of its story, or the first while all else is awaited."""
    if not session.documents:
        return Page(Pair("", ""), Pair(EMPTY, EMPTY), Pair(NO_MARKS, NO_MARKS), ())
    story = session.current_story
    index = story.source if story else 0
    document = session.documents[index]
    outline = session.outlines[index] if session.outlines else _lines(document)
    return Page(
        Pair(document.text, ""), Pair(outline, EMPTY), Pair(NO_MARKS, NO_MARKS), plain_blocks(outline)
    )


FIRST_LINES = 200
"""As much of a document as is shown before its outline is known."""


def _lines(document: Document) -> Outline:
    """Return an outline for the first moment: every line that is not empty."""
    spans, start = [], 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            spans.append(Paragraph(Span(start, start + len(line.rstrip())), ParagraphRole.BODY))
        start += len(line)
        if len(spans) == FIRST_LINES:
            break
    return Outline(document.name, document.name, tuple(spans), None, "en")
