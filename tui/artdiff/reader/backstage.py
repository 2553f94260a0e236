"""What goes on behind the screen: who compares, what is kept of the session, what others change meanwhile.

None of it is needed for the first frame, so it is loaded and begun behind that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from artdiff.batch.client import Client
from artdiff.batch.messages import Compared, Grouped, Unreadable
from artdiff.batch.orders import Orders
from artdiff.documents.shelf import replaced
from artdiff.reader.bookmarks import Bookmarks
from artdiff.reader.keeping import EVERY, Keeper
from artdiff.reader.watching import EVERY as LOOK_EVERY
from artdiff.reader.watching import Watcher
from artdiff.reader.working import attend
from artdiff.session import answers, refreshing

if TYPE_CHECKING:
    from artdiff.batch.messages import Event
    from artdiff.documents.document import Document
    from artdiff.engine.values import Pair
    from artdiff.reader.app import Reader
    from artdiff.session.state import Session

SLOW: Final = 0.5
"""After so many seconds the reader says what it is still doing."""
SETTLED: Final = 3.0
"""After so many seconds the place stays, though a variant with more findings may still come."""


class Backstage:
    """Works for one reader, which has the session and shows what comes of it.

    Args:
        reader: the reader.
        keeper: keeps the decisions; None for the platform's file.
        bookmarks: keeps the place; None for nowhere.
        orders: who compares; None for the worker, or as many processes as suit.
    """

    def __init__(
        self,
        reader: Reader,
        keeper: Keeper | None = None,
        bookmarks: Bookmarks | None = None,
        orders: Orders | None = None,
    ) -> None:
        self._reader = reader
        self._source = reader.collection.source
        self.keeper = keeper or Keeper()
        self._bookmarks = bookmarks or Bookmarks(None)
        self._orders = orders or Orders()
        self._client: Client | None = None
        self._watcher = Watcher(reader.collection.documents) if reader.outfit.settings.watch else None
        self._changed: dict[int, Document] = {}

    def begin(self) -> None:
        """Open what is kept, and have the work begun."""
        reader = self._reader
        reader.change(self._bookmarks.opened(self.keeper.opened(reader.session)))
        reader.set_interval(EVERY, self.hear)
        reader.set_interval(LOOK_EVERY, self._look)
        self._client = Client(reader.tell, orders=self._orders)
        self._client.start()
        self._client.open(reader.session.documents, self._source)
        reader.set_timer(SLOW, self.say_slow)
        reader.set_timer(SETTLED, self._settle)

    def close(self) -> None:
        """Leave nothing running."""
        if self._client is not None:
            self._client.close()
        self.keeper.close()
        self._bookmarks.keep(self._reader.session, self._reader.main.aligned.top)

    def saved(self, session: Session) -> Session:
        """Save what was decided; the session that comes back may be painted."""
        return self.keeper.saved(session)

    def attend(self, before: Session, after: Session) -> None:
        """Have the worker do first what the session shows."""
        if self._client is not None:
            attend(self._client, before, after, self._source)

    def timed(self, session: Session) -> Session:
        """Return a session at this moment."""
        return self.keeper.timed(session)

    def read_facts(self, document: int) -> None:
        """Have the facts of a document read, if they are not known."""
        if self._client is not None and document not in self._reader.session.facts:
            self._client.read_facts(document)

    def take(self, event: Event) -> None:
        """Take in an answer of the worker."""
        session = self._reader.session
        if isinstance(event, Unreadable):
            self._reader.problems += event.problems
        if isinstance(event, Grouped) and self._changed:
            self._take_changed(event)
            return
        if isinstance(event, Compared):
            taken = refreshing.returned(self.keeper.compared(session, event))
            self._reader.change(taken, at_once=_is_looked_at(taken, event.documents) or taken.pair != session.pair)
        else:
            self._reader.change(refreshing.returned(answers.answered(session, event)))

    def _take_changed(self, event: Grouped) -> None:
        """Show changed documents, now that the worker has read them, and have them compared."""
        changed, self._changed = self._changed, {}
        self._reader.change(refreshing.with_changed(self._reader.session, changed, event.outlines))
        if self._client is not None:
            self._client.want(answers.wanted(self._reader.session))

    def say_slow(self) -> None:
        """Say from now on what is still being done."""
        self._reader.change(replace(self._reader.session, slow=True))

    def _settle(self) -> None:
        session = self._reader.session
        self._reader.session = replace(session, moved=session.moved or session.stop is not None)

    def _look(self) -> None:
        """Have what has changed on the disk read and compared again."""
        session = self._reader.session
        if self._watcher is None or self._client is None or not session.stories:
            return
        news = self._watcher.look(session.documents)
        if news.gone:
            self._reader.change(refreshing.with_gone(session, news.gone))
        if news.changed:
            self._changed |= news.changed
            self._client.open(replaced(session.documents, self._changed), self._source)

    def hear(self) -> None:
        """Show what others have decided, and keep the place."""
        session = self._reader.session
        heard = self.keeper.heard(session)
        if heard is not session:
            self._reader.change(heard)
        self._bookmarks.keep(self._reader.session, self._reader.main.aligned.top)


def _is_looked_at(session: Session, documents: Pair[int]) -> bool:
    """Say whether a comparison is of the story shown."""
    story = session.current_story
    return story is not None and story.source == documents.source
