"""The story list's rows, made one by one as they come into view: a list of thousands costs no more than a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, Verdict
from artdiff.session.counting import share_decided
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from artdiff.session.state import Session
    from artdiff.stories.story import Story


class Entry(NamedTuple):
    """What a row opens.

    Attributes:
        document: its index; None for a story's title.
        variant: what is shown beside the source; None for the source by itself.
    """

    story: int
    document: int | None
    variant: int | None


class ListRow(NamedTuple):
    """A row of the list.

    Attributes:
        shown: it is what the view shows.
        counts: altered and hallucinated findings; None where there is nothing to count.
        remark: stands in the place of counts.
        decided: how many of the counted findings.
    """

    entry: Entry
    words: str
    shown: bool = False
    counts: tuple[tuple[Verdict, int], ...] | None = None
    remark: str = ""
    decided: int = 0

    @property
    def is_title(self) -> bool:
        """Say whether the row is a story's title."""
        return self.entry.document is None


class Listing:
    """The rows of a session, before there are stories its documents."""

    def __init__(self, session: Session, entries: tuple[Entry, ...]) -> None:
        self._session = session
        self.entries = entries
        here = Entry(session.story, _shown_document(session), session.variant)
        self.shown = entries.index(here) if here in entries else 0

    def row(self, at: int) -> ListRow:
        """Return a row."""
        entry, session = self.entries[at], self._session
        if entry.document is None:
            story = session.stories[entry.story]
            return ListRow(entry, visible_line(story.title), remark=str(1 + len(story.variants)))
        name = visible_line(session.names[entry.document])
        shown = at == self.shown
        if not session.stories:
            return ListRow(entry, name, shown)
        story = session.stories[entry.story]
        if entry.document == story.source:
            remark = ("source" if story.certain else "source?") if story.variants else ""
            return ListRow(entry, name, shown, remark=remark)
        pair = Pair(story.source, entry.document)
        counts = session.counts.get(pair)
        if counts is None:
            return ListRow(entry, name, shown, remark="failed" if pair in session.failures else "…")
        found = ((Verdict.ALTERED, counts.altered), (Verdict.HALLUCINATED, counts.hallucinated))
        return ListRow(entry, name, shown, found, decided=share_decided(session, pair))


def _shown_document(session: Session) -> int | None:
    story = session.current_story
    source = story.source if story else 0
    return source if session.variant is None else session.variant


class ListMaker:
    """Makes listings; what they list is worked out anew only for other stories."""

    def __init__(self) -> None:
        self._stories: tuple[Story, ...] | None = None
        self._entries: tuple[Entry, ...] = ()

    def listing(self, session: Session) -> Listing:
        """Return the list of a session."""
        if self._stories is not session.stories or not session.stories:
            self._stories, self._entries = session.stories, _entries(session)
        return Listing(session, self._entries)


def _entries(session: Session) -> tuple[Entry, ...]:
    if not session.stories:
        return tuple(Entry(0, at, None) for at in range(len(session.documents)))
    return tuple(
        entry
        for at, story in enumerate(session.stories)
        for entry in (
            Entry(at, None, next(iter(story.variants), None)),
            Entry(at, story.source, None),
            *(Entry(at, variant, variant) for variant in story.variants),
        )
    )
