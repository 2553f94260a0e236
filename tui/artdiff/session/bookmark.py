"""Where the reviewer was when the reader was left, and going back there: what is gone falls back to what is nearest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artdiff.reviews.mend import Finder, Known, known_by
from artdiff.session.refreshing import known_by_words
from artdiff.session.state import Anchor, Order, Returning

if TYPE_CHECKING:
    from artdiff.session.filter import Filter
    from artdiff.session.state import Session, Top
    from artdiff.settings import Layout


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to, by what texts are known by; it outlasts the process.

    Attributes:
        source: of the story; None where there was no story yet.
        variant: None for the source by itself.
        words: of the finding; "" for none.
        start: where they stood.
        top: None for the beginning.
        filter: None for what the settings say, as in the next three.
        narrowed: what the list was narrowed to.
    """

    source: Known | None = None
    variant: Known | None = None
    words: str = ""
    start: int = 0
    top: Top | None = None
    filter: Filter | None = None
    layout: Layout | None = None
    omissions: bool | None = None
    word_diff: bool | None = None
    folded: bool = False
    order: Order = Order.NAME
    narrowed: str = ""


def bookmark_of(session: Session, settings: Session, top: Top | None) -> Bookmark:
    """Return the place of a session that shows a story.

    Args:
        session: shows it.
        settings: as the settings made it: what is still so is theirs to say the next time.
        top: of the view.
    """
    stop, story = session.current, session.current_story
    words, start = known_by_words(session, stop) if stop else ("", 0)
    return Bookmark(
        known_by(session.documents[story.source]) if story else None,
        None if session.variant is None else known_by(session.documents[session.variant]),
        words,
        start,
        top,
        session.filter if session.filter != settings.filter else None,
        session.layout if session.layout is not settings.layout else None,
        session.omissions_shown if session.omissions_shown != settings.omissions_shown else None,
        session.word_diff_shown if session.word_diff_shown != settings.word_diff_shown else None,
        session.agreeing_folded,
        session.order,
        session.narrowed,
    )


def at_bookmark(session: Session, mark: Bookmark) -> Session:
    """Return a session that is made to look as it was left, and goes to the place once there are stories."""
    return replace(
        session,
        filter=mark.filter or session.filter,
        layout=mark.layout or session.layout,
        omissions_shown=session.omissions_shown if mark.omissions is None else mark.omissions,
        word_diff_shown=session.word_diff_shown if mark.word_diff is None else mark.word_diff,
        agreeing_folded=mark.folded,
        order=mark.order,
        narrowed=mark.narrowed,
        bookmark=mark,
    )


def back_in_story(session: Session) -> Session:
    """Return the session at its bookmark's story and variant, with its finding as what to wait for; where they are gone, as it was."""
    mark = session.bookmark
    if mark is None or mark.source is None or not session.stories:
        return replace(session, bookmark=None)
    finder = Finder(session.documents)
    source, variant = finder.find(mark.source), mark.variant and finder.find(mark.variant)
    is_whole = (variant is None) is (mark.variant is None)
    place = (_exactly(session, source, variant) if is_whole else None) or _nearly(session, source, variant)
    if place is None:
        return replace(session, bookmark=None, status="what was read here last is not here any more")
    story, shown = place
    is_there = is_whole and shown == variant
    anchor = Anchor(shown, mark.words, mark.start) if is_there and shown is not None and mark.words else None
    status = "back where you left it" if is_there else "what was read last is not here any more; this is its story"
    returning = Returning((session.stories[story].source, shown), mark.top) if is_there else None
    there = replace(session, story=story, variant=shown, anchor=anchor, bookmark=None, returning=returning)
    return replace(there, moved=True, status=status)


def _exactly(session: Session, source: int | None, variant: int | None) -> tuple[int, int | None] | None:
    """Return the story that has both; where there was no variant, the source by itself."""
    for at, story in enumerate(session.stories):
        if story.source == source and (variant is None or variant in story.variants):
            return at, variant
    return None


def _nearly(session: Session, source: int | None, variant: int | None) -> tuple[int, int | None] | None:
    """Return the story that has either of them now."""
    for document in (variant, source):
        for at, story in enumerate(session.stories):
            if document in story.variants:
                return at, document
            if document is not None and document == story.source:
                return at, next(iter(story.variants), None)
    return None
