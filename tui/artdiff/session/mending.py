"""Mending the grouping: the worker's stories, and what reviewers said of them, become the stories that are shown.

The mends are said again over the worker's stories whenever there is one more or one less, so that taking one back needs no
memory of what was before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from artdiff.reviews.mend import Finder, Mend, Way, known_by
from artdiff.session.state import Act, Arranged, standing, walked
from artdiff.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.session.state import Session

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
    mends = tuple(mends)
    finder = Finder(session.documents if mends else ())
    found: list[Arranged] = []
    for mend in mends:
        document, other = finder.find(mend.document), finder.find(mend.other) if mend.other else None
        if document is not None and (other is not None or mend.other is None):
            found.append(Arranged(mend, document, other))
    return tuple(found)


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
    mending = _Mending(session, stories)
    for one in session.mends:
        mending.say(one)
    kept = [at for at, story in enumerate(mending.stories) if story is not None]
    by_hand = {
        (place, document): mend for place, at in enumerate(kept) for document, mend in mending.said.get(at, {}).items()
    }
    shown = tuple(story for story in mending.stories if story is not None)
    return replace(session, grouped=stories, stories=shown if session.mends else stories, by_hand=by_hand)


class _Mending:
    """Stories while they are mended.

    Attributes:
        stories: None where nothing is left of one.
        said: the mend that a document's place is owed to, by the index of its story and its own.
    """

    def __init__(self, session: Session, stories: Sequence[Story]) -> None:
        self._session = session
        self.stories: list[Story | None] = list(stories)
        self.said: dict[int, dict[int, Mend]] = {}
        self._homes: dict[int, int] = {}
        if session.mends:
            self._homes = {
                document: at for at, story in enumerate(stories) for document in (story.source, *story.variants)
            }

    def say(self, one: Arranged) -> None:
        """Mend what one mend says, as far as there is something to mend."""
        if one.mend.way is Way.SOURCE:
            self._take_as_source(one)
        elif one.other is None or one.other == one.document:
            return
        elif one.mend.way is Way.MOVED:
            self._move(one, one.other)
        else:
            self._compare(one, one.other)

    def _title(self, document: int) -> str:
        """Return a document's title, of many documents its name."""
        outlines = self._session.outlines
        return outlines[document].title if outlines else self._session.names[document]

    def _take_as_source(self, one: Arranged) -> None:
        at = self._homes.get(one.document)
        story = None if at is None else self.stories[at]
        if at is None or story is None or story.source == one.document:
            return
        reason = f"{self._who(one.mend)} took this document as the source."
        variants = tuple(sorted({story.source, *story.variants} - {one.document}))
        title = self._title(one.document)
        self.stories[at] = Story(title, one.document, variants, reason, certain=True)
        said = self.said.get(at, {})
        self.said[at] = {at: mend for at, mend in said.items() if mend.way is not Way.SOURCE} | {one.document: one.mend}

    def _move(self, one: Arranged, target: int) -> None:
        here, there = self._homes.get(one.document), self._homes.get(target)
        story = None if there is None else self.stories[there]
        if here is None or there is None or story is None or here == there:
            return
        self.stories[here] = self._without(self.stories[here], one)
        self.said.get(here, {}).pop(one.document, None)
        self.stories[there] = replace(story, variants=tuple(sorted({*story.variants, one.document})))
        self.said.setdefault(there, {})[one.document] = one.mend
        self._homes[one.document] = there

    def _without(self, story: Story | None, one: Arranged) -> Story | None:
        """Return a story without a document; None where nothing is left of it."""
        variants = tuple(variant for variant in story.variants if variant != one.document) if story else ()
        if story is None or (story.source == one.document and not variants):
            return None
        if story.source != one.document:
            return replace(story, variants=variants)
        source, *others = variants
        reason = f"{self._who(one.mend)} moved the source to another story."
        return Story(self._title(source), source, tuple(others), reason, certain=False)

    def _compare(self, one: Arranged, source: int) -> None:
        names = self._session.names
        title = f"{names[source]} and {names[one.document]}"
        who = self._who(one.mend)
        reason = f"{who} compare{'s' * (who != 'You')} these two documents."
        self.said[len(self.stories)] = {one.document: one.mend}
        self.stories.append(Story(title, source, (one.document,), reason, certain=True))

    def _who(self, mend: Mend) -> str:
        who = _by(self._session, mend)
        return "You" if who == "you" else who
