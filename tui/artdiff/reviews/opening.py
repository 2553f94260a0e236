"""Opening the file of decisions: what it is, which version, and how it comes to today's."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from artdiff.reviews.errors import BusyError, DamagedError, ReviewsError, UnwritableError
from artdiff.reviews.schema import APPLICATION, MIGRATIONS, READABLE, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC: Final = b"SQLite format 3\0"
PATIENCE: Final = 1.0
"""Seconds to wait for another program that writes."""
_PAUSE: Final = 0.01
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_WORDS: Final = {
    sqlite3.SQLITE_READONLY: "it or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; is its folder writable?",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk cannot be written; it may be full",
}
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Raise what SQLite complains of as what it means for the file."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGED:
            raise DamagedError(path, "it is damaged") from error
        if code in _BUSY:
            raise BusyError(path, "another program holds it locked") from error
        raise UnwritableError(path, _WORDS.get(code, str(error))) from error
    except ValueError as error:  # what stands in its tables is no decision
        raise DamagedError(path, "it is damaged") from error
    except OSError as error:
        raise UnwritableError(path, error.strerror or str(error)) from error


def connect(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Open a file for reading and writing, a new one where there is none.

    Raises:
        ReviewsError: it cannot be used, or not now.
    """
    with told_of(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        refuse_other_files(path)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _prepare(connection, path, patience)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file that is there, and leave it and its folder as they are.

    Raises:
        ReviewsError: it cannot be read.
    """
    with told_of(path):
        refuse_other_files(path)
        try:
            return _connect_reading(path, "mode=ro")
        except sqlite3.OperationalError:  # a write-ahead log needs a folder to write in, unless nobody can write at all
            return _connect_reading(path, "mode=ro&immutable=1")


def _connect_reading(path: Path, mode: str) -> sqlite3.Connection:
    place = f"file:{quote(str(path.absolute()))}?{mode}"
    connection = sqlite3.connect(place, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        _refuse_damage(connection, path)
        _refuse_older(_version(connection, path), path)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_older(version: int, path: Path) -> None:
    if version < READABLE:
        raise UnwritableError(path, "an older artdiff wrote it, and it cannot be converted where it is")


def refuse_other_files(path: Path) -> None:
    """Leave alone what is no file of decisions.

    Raises:
        ReviewsError: it is something else, or damaged.
    """
    if not path.exists():
        return
    if not path.is_file():
        raise ReviewsError(path, "it is no file")
    with path.open("rb") as file:
        head = file.read(4096)
    if not head or head.startswith(MAGIC):
        return
    if _is_text(head):
        raise ReviewsError(path, "it is a text, not a file of decisions")
    raise DamagedError(path, "it is damaged")


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        text = head[: error.start].decode() if error.start > len(head) - 4 else "\0"
    return "\0" not in text


def _prepare(connection: sqlite3.Connection, path: Path, patience: float) -> None:
    _refuse_damage(connection, path)
    if _version(connection, path) < VERSION:
        _migrate(connection, path)
    _use_wal(connection, patience)
    connection.execute("PRAGMA synchronous=FULL")


def _use_wal(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to a write-ahead log; SQLite does not wait here when two programs do so at once."""
    end = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _refuse_damage(connection: sqlite3.Connection, path: Path) -> None:
    """Raise for a file that is shorter than it says; what else is damaged is seen when it is read."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    log = path.with_name(f"{path.name}-wal")
    if pages * size > path.stat().st_size and not (log.exists() and log.stat().st_size):
        raise DamagedError(path, "it is damaged: its end is missing")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the tables, 0 for an empty file."""
    with _one_moment(connection):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        is_empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION and not is_empty:
        raise ReviewsError(path, "it is another program's database")
    if application == APPLICATION and version > VERSION:
        newer = f"a newer artdiff wrote it (version {version} of its tables, this artdiff knows {VERSION})"
        raise ReviewsError(path, f"{newer}: update artdiff, or name another file with --reviews")
    return 0 if is_empty else version


@contextmanager
def _one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all that is read be of one moment, though another program makes the tables meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to today's version, all or nothing, with a copy of the file as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection, path)
        if version:
            copy_of(path, f"version-{version}")
        for script in MIGRATIONS[version:]:
            for statement in script.split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def copy_of(path: Path, name: str) -> Path:
    """Copy what is committed of a file beside it; a copy of that name that is there already stays."""
    target = path.with_name(f"{path.name}.{name}")
    if not target.exists():
        with closing(sqlite3.connect(path)) as whole, closing(sqlite3.connect(target)) as copy:
            whole.backup(copy)
    return target
