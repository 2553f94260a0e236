"""The file of decisions and mends: logs in SQLite that any number of readers may have open at once."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.errors import DamagedError
from artdiff.reviews.fields import Entry, digest_of, moment, moment_of, subject_from, subject_text
from artdiff.reviews.matching import anchors_of
from artdiff.reviews.mend import Mend
from artdiff.reviews.mend_fields import COLUMNS as MEND_COLUMNS
from artdiff.reviews.mend_fields import mend_row, mends_of
from artdiff.reviews.opening import PATIENCE, connect, connect_reading, told_of
from artdiff.reviews.reviewed import Reviewed, reviewed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Pair
    from artdiff.reviews.subject import Subject

MOST: Final = 2000
"""Decisions that are looked at for one comparison by its text alone, the newest."""
COLUMNS: Final = "findings.subject, decisions.ruling, decisions.ground, decisions.note, decisions.who, decisions.moment"
_ORDER: Final = (
    "decisions.moment DESC, decisions.who DESC, decisions.ruling DESC, decisions.ground DESC, decisions.note DESC"
)
_NEWEST: Final = f"""
    SELECT {COLUMNS} FROM findings JOIN decisions ON decisions.id = (
        SELECT id FROM decisions WHERE finding = findings.id ORDER BY {_ORDER} LIMIT 1)
"""
"""The newest decision on each finding."""


class News(NamedTuple):
    """What other programs have done to the file.

    Attributes:
        entries: decisions that they added.
        mended: they said something of the grouping, or forgot it.
        cleared: they forgot all that was in the file.
    """

    entries: Sequence[Entry] = ()
    mended: bool = False
    cleared: bool = False


class Store:
    """A file of decisions, open. Every method that touches the file raises `ReviewsError` where it cannot."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, is_reading: bool = False) -> None:
        self.path = path
        self.is_reading = is_reading
        self._connection = connection
        self._file = path.stat()
        self._seen, self._own = self._last("decisions"), set[int]()
        self._has_mends = self._is_table("mends")
        self._seen_mends, self._own_mends = self._last("mends"), set[int]()
        self._version = self._data_version()

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Self:
        """Open a file to read and to write, a new one where there is none.

        Args:
            path: its folder is made where it is not there.
            patience: seconds to wait, now and later, for another program that writes.

        Raises:
            ReviewsError: it cannot be used: damaged, locked, read-only, or not a file of decisions.
        """
        connection = connect(path, patience)
        with told_of(path):
            return cls(path, connection)

    @classmethod
    def open_reading(cls, path: Path) -> Self:
        """Open a file that is there, only to read.

        Raises:
            ReviewsError: it cannot be read.
        """
        connection = connect_reading(path)
        with told_of(path):
            return cls(path, connection, is_reading=True)

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; what was decided is in it already."""
        with told_of(self.path):
            self._connection.close()

    def decide(self, entries: Iterable[Entry | Mend]) -> int:
        """Add decisions and mends, all or none; when this returns they outlast a power cut. Return how many were new."""
        with told_of(self.path), self._writing():
            return sum(self._mend(one) if isinstance(one, Mend) else self._add(one) for one in entries)

    def decisions_for(self, documents: Pair[Document], comparison: Comparison) -> Reviewed:
        """Return what reviewers said of a comparison, with the findings that they added to it."""
        return reviewed(documents, comparison, self.near)

    def near(self, hashes: Iterable[int]) -> list[Entry]:
        """Return the newest decision on each finding that is kept under one of some hashes."""
        query = f"""{_NEWEST} WHERE findings.id IN (
            SELECT finding FROM anchors WHERE hash IN (SELECT value FROM json_each(?)))
            ORDER BY decisions.id DESC LIMIT {MOST}"""
        with told_of(self.path):
            return [entry_of_row(row) for row in self._connection.execute(query, (json.dumps(sorted(hashes)),))]

    def all(self) -> Iterator[Entry]:
        """Yield every decision that was ever taken, by time."""
        query = f"""SELECT {COLUMNS} FROM decisions JOIN findings ON findings.id = decisions.finding
            ORDER BY decisions.moment, findings.subject, decisions.who, decisions.ruling, decisions.ground, decisions.note"""
        with told_of(self.path):
            yield from map(entry_of_row, self._connection.execute(query))

    def newest(self) -> Iterator[Entry]:
        """Yield the newest decision on each finding, in no order."""
        with told_of(self.path):
            yield from map(entry_of_row, self._connection.execute(_NEWEST))

    def newest_of(self, subject: Subject) -> Decision | None:
        """Return the newest decision on a finding."""
        with told_of(self.path):
            row = self._connection.execute(f"{_NEWEST} WHERE findings.digest = ?", (digest_of(subject),)).fetchone()
        return entry_of_row(row).decision if row else None

    def history_of(self, subject: Subject) -> list[Decision]:
        """Return all that was ever decided on a finding, by time."""
        query = f"""SELECT {COLUMNS} FROM findings JOIN decisions ON decisions.finding = findings.id
            WHERE findings.digest = ? ORDER BY decisions.moment"""
        with told_of(self.path):
            rows = self._connection.execute(query, (digest_of(subject),)).fetchall()
        return [entry_of_row(row).decision for row in rows]

    def mends(self) -> list[Mend]:
        """Return all that was ever said of the grouping, by time."""
        if not self._has_mends:
            return []
        with told_of(self.path):
            query = f"SELECT {MEND_COLUMNS} FROM mends ORDER BY moment, id"
            return mends_of(self._connection.execute(query).fetchall())

    def from_others(self) -> News:
        """Return what other programs have done since this was called last; where that is nothing, at once."""
        with told_of(self.path):
            version = self._data_version()
            if version == self._version:
                return News()
            self._version = version
            cleared = not (self._is_whole("decisions", self._seen, self._own) and self._is_whole_of_mends())
            if cleared:
                self._seen = self._seen_mends = 0
            return News(self._new_entries(), self._are_new_mends() or cleared, cleared)

    def _is_whole_of_mends(self) -> bool:
        return not self._has_mends or self._is_whole("mends", self._seen_mends, self._own_mends)

    def _is_whole(self, table: str, seen: int, own: set[int]) -> bool:
        """Say whether the newest known row is still there: rows are never deleted but all at once."""
        newest = max((seen, *own))
        query = f"SELECT count(*) FROM {table} WHERE id = ?"
        return not newest or bool(self._connection.execute(query, (newest,)).fetchone()[0])

    def _new_entries(self) -> list[Entry]:
        query = f"""SELECT {COLUMNS}, decisions.id FROM decisions JOIN findings ON findings.id = decisions.finding
                WHERE decisions.id > ? ORDER BY decisions.id"""
        rows = self._connection.execute(query, (self._seen,)).fetchall()
        own, self._own = self._own, set()
        self._seen = rows[-1][-1] if rows else self._seen
        return [entry_of_row(row[:-1]) for row in rows if row[-1] not in own]

    def _are_new_mends(self) -> bool:
        if not self._has_mends:
            return False
        rows = self._connection.execute("SELECT id FROM mends WHERE id > ?", (self._seen_mends,)).fetchall()
        own, self._own_mends = self._own_mends, set()
        self._seen_mends = max((self._seen_mends, *(row[0] for row in rows)))
        return any(row[0] not in own for row in rows)

    def check(self) -> None:
        """Read the whole file and raise `DamagedError` where it is not whole."""
        with told_of(self.path):
            if self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise DamagedError(self.path, "it is damaged")

    @property
    def is_there(self) -> bool:
        """Say whether the open file is still the one of this name: it may have been moved or deleted."""
        try:
            return os.path.samestat(self.path.stat(), self._file)
        except OSError:
            return False

    def be_patient(self, seconds: float) -> None:
        """Wait so long for other programs from now on."""
        with told_of(self.path):
            self._connection.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")

    def clear(self) -> None:
        """Forget every decision and every mend."""
        with told_of(self.path), self._writing():
            for table in ("anchors", "decisions", "findings", "mends"):
                self._connection.execute(f"DELETE FROM {table}")

    def _add(self, entry: Entry) -> bool:
        finding = self._finding(entry.subject)
        decision = entry.decision
        row = (
            finding,
            decision.ruling or "",
            decision.ground or "",
            decision.note,
            decision.who,
            moment(decision.when),
        )
        columns = "finding, ruling, ground, note, who, moment"
        done = self._connection.execute(f"INSERT OR IGNORE INTO decisions ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
        if not done.rowcount:
            return False
        self._own.add(int(done.lastrowid or 0))
        return True

    def _mend(self, mend: Mend) -> bool:
        query = f"INSERT OR IGNORE INTO mends ({MEND_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
        done = self._connection.execute(query, mend_row(mend))
        if done.rowcount:
            self._own_mends.add(int(done.lastrowid or 0))
        return bool(done.rowcount)

    def _finding(self, subject: Subject) -> int:
        """Return the number of a finding, a new one where it has none."""
        digest = digest_of(subject)
        row = self._connection.execute("SELECT id FROM findings WHERE digest = ?", (digest,)).fetchone()
        if row:
            return int(row[0])
        values = (digest, subject_text(subject), subject.added)
        done = self._connection.execute("INSERT INTO findings (digest, subject, added) VALUES (?, ?, ?)", values)
        anchors = [(anchor, done.lastrowid) for anchor in anchors_of(subject)]
        self._connection.executemany("INSERT OR IGNORE INTO anchors VALUES (?, ?)", anchors)
        return int(done.lastrowid or 0)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _last(self, table: str) -> int:
        if not self._is_table(table):
            return 0
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    def _is_table(self, name: str) -> bool:
        query = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
        return bool(self._connection.execute(query, (name,)).fetchone()[0])


def entry_of_row(row: Sequence[str]) -> Entry:
    """Return the decision of a row of `COLUMNS`.

    Raises:
        ValueError: it is none.
    """
    subject, ruling, ground, note, who, when = row
    decision = Decision(
        Ruling(ruling) if ruling else None, moment_of(when), who, Ground(ground) if ground else None, note
    )
    return Entry(subject_from(subject), decision)
