"""Mending the grouping: the worker's stories, and what reviewers said of them, become the stories that are shown.

The mends are said again over the worker's stories whenever there is one more or one less, so that taking one back needs no
memory of what was before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from artdiff.reviews.mend import Mend, Way, known_by
from artdiff.reviews.mended import Mended, Wording, arranged
from artdiff.session.state import Act, standing, walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.reviews.mended import Arranged
    from artdiff.session.state import Session
    from artdiff.stories.story import Story

_TICK: Final = timedelta(microseconds=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_WORDS: Final = {Way.MOVED: "moved here", Way.SOURCE: "taken as the source", Way.COMPARED: "compared"}


def mend_of(session: Session, way: Way, document: int, other: int | None) -> Mend:
    """Return what the reviewer says now of a document."""
    second = None if other is None else known_by(session.documents[other])
    return Mend(way, known_by(session.documents[document]), second, session.who, session.now or _EPOCH)


def hand_words(session: Session, document: int | None) -> str:
    """Return who arranged a document of the story shown, and how; "" where artdiff did."""
    mend = None if document is None else session.by_hand.get((session.story, document))
    return f"{_WORDS[mend.way]} by {_by(session, mend)}" if mend else ""


def hand_on(session: Session, document: int | None) -> Way | None:
    """Return how a document of the story shown was arranged by hand."""
    mend = None if document is None else session.by_hand.get((session.story, document))
    return mend.way if mend else None


def _by(session: Session, mend: Mend) -> str:
    return "you" if mend.who == session.who else mend.who


def resolved(session: Session, mends: Iterable[Mend]) -> tuple[Arranged, ...]:
    """Return those mends whose documents are open."""
    return arranged(session.documents, mends)


def mended(session: Session, words: str, new: Iterable[Mend] = (), undoing: Iterable[Mend] = ()) -> Session:
    """Return the session with more said of the grouping, and some of it taken back; both are to be saved and can be undone."""
    back = [_again(session, mend, stands=False) for mend in undoing]
    act = Act(words, (), resolved(session, [*back, *new]))
    after = _said(session, act.mends)
    return replace(after, done=(*session.done, act), undone=(), status=words, moved=True)


def taken_back(session: Session, act: Act, *, again: bool) -> Session:
    """Return the session with an act undone, or done again."""
    mends = [one._replace(mend=_again(session, one.mend, stands=one.mend.stands is again)) for one in act.mends]
    return _said(session, mends)


def _again(session: Session, mend: Mend, *, stands: bool) -> Mend:
    """Return a mend as said now, or a moment after it was said last where the clocks do not agree."""
    return mend.said_again(session.who, max(session.now or _EPOCH, mend.when + _TICK), stands=stands)


def _said(session: Session, mends: Sequence[Arranged]) -> Session:
    """Return the session with mends said, which are to be saved."""
    said = {one.mend.identity for one in mends}
    kept = [one for one in session.mends if one.mend.identity not in said]
    after = with_mends(session, (*kept, *(one for one in mends if one.mend.stands)))
    return replace(after, outbox=(*session.outbox, *(one.mend for one in mends)), moved=True)


def with_mends(session: Session, mends: tuple[Arranged, ...]) -> Session:
    """Return the session with these mends and no others; what is shown stays where it is still there."""
    if not session.grouped:
        return replace(session, mends=mends)
    changed = grouped(replace(session, mends=mends), session.grouped)
    at, variant = _place(session, changed)
    changed = walked(replace(changed, story=at, variant=variant))
    return changed if changed.stop is not None else standing(changed)


def _place(before: Session, after: Session) -> tuple[int, int | None]:
    """Return the story and the variant to show: those of before, else the story that either document is in now."""
    story, variant = before.current_story, before.variant
    stories = list(enumerate(after.stories))
    source = story.source if story else None
    for at, one in sorted(stories, key=lambda row: row[0] != before.story):
        if one.source == source and (variant is None or variant in one.variants):
            return at, variant
    for document in (variant, source):
        for at, one in stories:
            if document in one.variants:
                return at, document
            if document == one.source:
                return at, next(iter(one.variants), None)
    return 0, next(iter(after.stories[0].variants), None)


def grouped(session: Session, stories: tuple[Story, ...]) -> Session:
    """Return the session with stories as the worker found them, mended."""
    if not session.mends:
        return replace(session, grouped=stories, stories=stories, by_hand={})
    mending = Mended(stories, _wording(session))
    for one in session.mends:
        mending.say(one)
    kept = [at for at, story in enumerate(mending.stories) if story is not None]
    by_hand = {
        (place, document): mend for place, at in enumerate(kept) for document, mend in mending.said.get(at, {}).items()
    }
    return replace(session, grouped=stories, stories=mending.left, by_hand=by_hand)


def _wording(session: Session) -> Wording:
    """Return what mended stories say here: of many documents their names for their titles."""
    outlines, names = session.outlines, session.names
    title = (lambda document: outlines[document].title) if outlines else names.__getitem__
    return Wording(title, names.__getitem__, lambda mend: "You" if mend.who == session.who else mend.who)
