"""The story list's rows, made one by one as they come into view: a list of thousands costs no more than a short one."""

from __future__ import annotations

from functools import cached_property
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, Verdict
from artdiff.session.counting import share_decided
from artdiff.session.narrowing import Haystack, words_of
from artdiff.session.ordering import ordered
from artdiff.session.state import Order
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artdiff.session.state import Session


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
        carried: how much of the source the variant carries, 0 to 1.
        decided: how many of the counted findings.
        marked: the reviewer has marked it.
        signed: the variant is signed off.
        by_hand: a reviewer has put it where it is.
    """

    entry: Entry
    words: str
    shown: bool = False
    counts: tuple[tuple[Verdict, int], ...] | None = None
    remark: str = ""
    carried: float = 0.0
    decided: int = 0
    marked: bool = False
    signed: bool = False
    by_hand: bool = False

    @property
    def is_title(self) -> bool:
        """Say whether the row is a story's title."""
        return self.entry.document is None


class Entries:
    """The rows' entries, and where each of them stands."""

    def __init__(self, rows: tuple[Entry, ...]) -> None:
        self.rows = rows

    @cached_property
    def places(self) -> Mapping[Entry, int]:
        """Return the row of every entry."""
        return {entry: at for at, entry in enumerate(self.rows)}


class Listing:
    """The rows of a session, before there are stories its documents.

    Attributes:
        narrowed: what the rows have in common; "" where they are all there are.
        shown: the row that the view shows; -1 where the list is narrowed to others.
    """

    def __init__(self, session: Session, entries: Entries) -> None:
        self._session = session
        self.entries = entries.rows
        self.narrowed = visible_line(session.narrowed)
        self.shown = entries.places.get(Entry(session.story, _shown_document(session), session.variant), -1)

    @property
    def first(self) -> int:
        """Return the first row of a document."""
        return next((at for at, entry in enumerate(self.entries) if entry.document is not None), 0)

    def row(self, at: int) -> ListRow:
        """Return a row."""
        row, document = self._row(at), self.entries[at].document
        by_hand = document is not None and (row.entry.story, document) in self._session.by_hand
        return row._replace(marked=document in self._session.marks, by_hand=by_hand)

    def _row(self, at: int) -> ListRow:
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
        said = session.reviews.get(pair)
        signed = said is not None and said.signed is not None
        decided = share_decided(session, pair)
        return ListRow(entry, name, shown, found, carried=counts.carried, decided=decided, signed=signed)


def _shown_document(session: Session) -> int | None:
    story = session.current_story
    source = story.source if story else 0
    return source if session.variant is None else session.variant


class ListMaker:
    """Makes listings; what they list is worked out anew only for other stories, or what they are sorted by."""

    def __init__(self) -> None:
        self._sorted_by: tuple[object, ...] = ()
        self._all = Entries(())
        self._haystack: Haystack | None = None
        self._narrowed: tuple[str, Entries] = ("", self._all)

    def listing(self, session: Session) -> Listing:
        """Return the list of a session."""
        by: tuple[object, ...] = (session.stories, session.documents, session.order)
        if session.order is not Order.NAME:
            by = (*by, session.counts, session.reviews)
        if len(by) != len(self._sorted_by) or any(map(is_not, by, self._sorted_by)):
            self._sorted_by, self._all = by, Entries(_entries(session))
            self._haystack, self._narrowed = None, ("", self._all)
        if session.narrowed != self._narrowed[0]:
            self._narrowed = session.narrowed, self._narrow(session)
        return Listing(session, self._narrowed[1])

    def _narrow(self, session: Session) -> Entries:
        """Return the documents that have the words that the list is narrowed to, each story's title above them."""
        rows = [entry for entry in self._all.rows if entry.document is not None]
        if self._haystack is None:
            self._haystack = Haystack([_words(session, entry) for entry in rows])
        titles = {entry.story: entry for entry in self._all.rows if entry.document is None}
        kept: list[Entry] = []
        for at in self._haystack.matching(session.narrowed):
            title = titles.pop(rows[at].story, None)
            kept += [rows[at]] if title is None else [title, rows[at]]
        return Entries(tuple(kept))


def _words(session: Session, entry: Entry) -> str:
    return words_of(session, entry.story if session.stories else None, entry.document or 0)


def _entries(session: Session) -> tuple[Entry, ...]:
    if not session.stories:
        return tuple(Entry(0, at, None) for at in range(len(session.documents)))
    return tuple(
        entry
        for at, variants in ordered(session)
        for entry in (
            Entry(at, None, next(iter(variants), None)),
            Entry(at, session.stories[at].source, None),
            *(Entry(at, variant, variant) for variant in variants),
        )
    )
