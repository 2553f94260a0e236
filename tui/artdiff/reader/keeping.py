"""Between the session and the file of decisions: what is decided is saved before it is painted, what others decide is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair
from artdiff.session.acts import cleared, is_said_of, with_reviewed
from artdiff.session.allowing import made
from artdiff.session.answers import with_comparison
from artdiff.session.mending import resolved, with_mends

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from artdiff.batch.messages import Compared
    from artdiff.documents.document import Document
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.ledger import Ledger
    from artdiff.session.state import Session

EVERY: Final = 1.0
"""Seconds between two looks at what others have decided."""


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class Keeper:
    """Keeps the decisions of one reader.

    Args:
        path: the file; None for the platform's place.
        clock: tells the time, in UTC.
    """

    def __init__(self, path: Path | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        self._path = path
        self._clock = clock
        self._ledger: Ledger | None = None

    @property
    def path(self) -> Path | None:
        """Return the file, once it is open."""
        return self._ledger.path if self._ledger else self._path

    def opened(self, session: Session) -> Session:
        """Open the file, and say what is wrong with it."""
        from artdiff.reviews.ledger import Ledger  # noqa: PLC0415  (not before the first frame)
        from artdiff.reviews.location import default_path, user_name  # noqa: PLC0415

        self._ledger = Ledger(self._path or default_path())
        session = replace(session, who=user_name())
        return self._told(with_mends(session, resolved(session, self._ledger.mends())))

    def timed(self, session: Session) -> Session:
        """Return the session at this moment, with what others have decided until now."""
        return replace(self.heard(session), now=self._clock())

    def compared(self, session: Session, event: Compared) -> Session:
        """Take in a comparison with what reviewers said of it."""
        if self._ledger is None:
            return with_comparison(session, event.documents, event.comparison)
        reviewed = self._ledger.reviewed(_documents(session, event.documents), event.comparison)
        return self._told(with_comparison(session, event.documents, event.comparison, reviewed))

    def saved(self, session: Session) -> Session:
        """Save what was decided; the session that comes back may be painted."""
        if self._ledger is None or not session.outbox:
            return session
        self._ledger.record(session.outbox)
        return self._told(replace(session, outbox=()))

    def heard(self, session: Session) -> Session:
        """Take in what others have decided and mended, or cleared; where there is nothing, the session as it was."""
        if self._ledger is None:
            return session
        news = self._ledger.news()
        pairs = {pair: None for pair in session.reviews if is_said_of(session, pair)} if news.cleared else {}
        for pair in pairs | dict.fromkeys(_concerned(session, news.entries)):
            reviewed = self._ledger.reviewed(_documents(session, pair), made(session, pair))
            session = with_reviewed(session, pair, reviewed)
        if news.mended:
            session = with_mends(session, resolved(session, self._ledger.mends()))
        return self._told(cleared(session) if news.cleared else session)

    def close(self) -> None:
        """Let the file go."""
        if self._ledger is not None:
            self._ledger.close()

    def _told(self, session: Session) -> Session:
        """Say in the session what has become of the file."""
        ledger = self._ledger
        if ledger is None or (ledger.trouble, ledger.notice) == (session.unsaved, ""):
            return session
        notice, ledger.notice = ledger.notice, ""
        return replace(session, unsaved=ledger.trouble, status=notice or session.status)


def _documents(session: Session, pair: Pair[int]) -> Pair[Document]:
    return Pair(*(session.documents[index] for index in pair))


def _concerned(session: Session, news: Sequence[Entry]) -> Iterator[Pair[int]]:
    """Yield the comparisons of texts that something was decided about."""
    texts = {number for entry in news for number in entry.subject.sides.variant.text}
    for pair, reviewed in session.reviews.items():
        if not texts.isdisjoint(reviewed.sketch):
            yield pair
