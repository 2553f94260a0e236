"""The file of decisions as the reader lives with it: what cannot be written is kept, said, and tried again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from artdiff.reviews.errors import BusyError, DamagedError, ReviewsError, UnwritableError
from artdiff.reviews.matching import anchors_of
from artdiff.reviews.mend import Mend, standing
from artdiff.reviews.rescue import rescued, rescued_mends, set_aside
from artdiff.reviews.reviewed import reviewed
from artdiff.reviews.store import News, Store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Pair
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.reviewed import Reviewed

BRIEF: Final = 0.02
"""Seconds to wait for another program where the reviewer does not wait for an answer."""


class Ledger:
    """Decisions in their file, or in memory as long as the file cannot be used. Nothing here raises for the file.

    Attributes:
        trouble: why decisions are not saved, the end of a sentence; "" while they are.
        notice: what has happened to the file and is to be said once; "" for nothing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble = ""
        self.notice = ""
        self._store: Store | None = None
        self._is_refused = False
        self._waiting: list[Entry | Mend] = []
        self._taken: list[Entry | Mend] = []
        self._open()

    def close(self) -> None:
        """Try once more to save what waits, and let the file go."""
        if self._waiting:
            self._save()
        self._let_go()

    def _let_go(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            with suppress(ReviewsError):
                store.close()

    @property
    def waiting(self) -> int:
        """Return how many decisions are not saved."""
        return len(self._waiting)

    def reviewed(self, documents: Pair[Document], comparison: Comparison) -> Reviewed:
        """Return what reviewers said of a comparison."""
        try:
            return reviewed(documents, comparison, self._near)
        except ReviewsError as error:
            self._suffer(error)
        return reviewed(documents, comparison, self._kept)

    def mends(self) -> tuple[Mend, ...]:
        """Return what stands of what reviewers said of the grouping."""
        waiting = [one for one in self._waiting if isinstance(one, Mend)]
        try:
            return standing([*(self._store.mends() if self._store else ()), *waiting])
        except ReviewsError as error:
            self._suffer(error)
            return standing(waiting)

    def record(self, entries: Iterable[Entry | Mend]) -> None:
        """Save decisions and mends; when this returns they outlast a power cut, unless there is trouble."""
        new = list(entries)
        self._taken += new
        self._waiting += new
        self._save()

    def news(self) -> News:
        """Return what others have done to the file since this was called last; try again to save what waits."""
        if self._waiting or self.trouble:
            self._save(BRIEF)
        if self._store is None:
            return News()
        try:
            news = self._store.from_others()
        except ReviewsError as error:
            self._suffer(error)
            return News()
        if news.cleared:
            self._taken = list(self._waiting)
        return news

    def _near(self, hashes: Iterable[int]) -> list[Entry]:
        wanted = set(hashes)
        return [*(self._store.near(wanted) if self._store else ()), *self._kept(wanted)]

    def _kept(self, hashes: Iterable[int]) -> list[Entry]:
        """Return what waits to be saved and is kept under one of some hashes."""
        wanted = set(hashes)
        entries = (one for one in self._waiting if not isinstance(one, Mend))
        return [entry for entry in entries if not wanted.isdisjoint(anchors_of(entry.subject))]

    def _save(self, patience: float | None = None) -> None:
        try:
            store = self._store_to_write(patience)
            store.decide(self._waiting)
        except DamagedError as error:
            self._suffer(error)
        except ReviewsError as error:
            self._set_trouble(error)
        else:
            if self.trouble:
                self.notice = "decisions are saved again"
            self._waiting, self.trouble = [], ""

    def _store_to_write(self, patience: float | None) -> Store:
        """Return the open file, which is opened anew where it could not be or is no longer there.

        Raises:
            ReviewsError: it cannot be opened.
        """
        if self._is_refused:
            raise ReviewsError(self.path, self.trouble)
        if self._store is not None and not self._store.is_there:
            self._let_go()
            self._waiting = list(self._taken)
            self.notice = "the file of decisions was gone and has been made anew"
        if self._store is None or self._store.is_reading:
            self._let_go()
            self._store = Store.open(self.path, *(() if patience is None else (patience,)))
        return self._store

    def _open(self) -> None:
        try:
            self._store = Store.open(self.path)
        except DamagedError as error:
            self._suffer(error)
        except ReviewsError as error:
            self._set_trouble(error)
            self._is_refused = not isinstance(error, UnwritableError)
            if not self._is_refused and not isinstance(error, BusyError):
                with suppress(ReviewsError):
                    self._store = Store.open_reading(self.path)

    def _set_trouble(self, error: ReviewsError) -> None:
        self.trouble = error.problem

    def _suffer(self, error: ReviewsError) -> None:
        """Begin a new file where this one is damaged, with what can be read of it and all that was decided here."""
        if not isinstance(error, DamagedError):
            self._set_trouble(error)
            return
        self._let_go()
        try:
            self._renew()
        except (ReviewsError, OSError) as further:
            self.trouble = f"the file is damaged, and no new one can be made: {further}"

    def _renew(self) -> None:
        try:
            self._store = Store.open(self.path)
            self._store.check()  # another reader may have been here before
        except DamagedError:
            self._let_go()
            aside = set_aside(self.path)
            saved = rescued(aside)
            self._store = Store.open(self.path)
            self._store.decide([*saved, *rescued_mends(aside)])
            self.notice = f"the file of decisions was damaged; it is kept as {aside.name}, {len(saved)} decisions were read from it"
        self._store.decide(self._taken)
        self._waiting, self.trouble = [], ""
