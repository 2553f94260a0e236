"""What to do with a damaged file of decisions: keep it aside, and read what can be read of it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artdiff.reviews.errors import ReviewsError
from artdiff.reviews.mend_fields import COLUMNS as MEND_COLUMNS
from artdiff.reviews.mend_fields import mends_of
from artdiff.reviews.opening import told_of
from artdiff.reviews.store import COLUMNS, entry_of_row

if TYPE_CHECKING:
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.mend import Mend

ASIDE: Final = "damaged"
_PARTS: Final = ("", "-wal", "-shm")
_PAGE_SIZE: Final = slice(16, 18)
"""Where SQLite's header has the size of a page, and `_PAGES` their number."""
_PAGES: Final = slice(28, 32)
_MOST: Final = 1 << 32
"""Bytes that a header may claim to be believed."""
_QUERY: Final = (
    f"SELECT {COLUMNS} FROM decisions JOIN findings ON findings.id = decisions.finding ORDER BY decisions.id"  # noqa: S608
)


def set_aside(path: Path) -> Path:
    """Rename a damaged file, with what SQLite keeps beside it, and return its new name."""
    names = (path.with_name(f"{path.name}.{ASIDE}-{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for part in _PARTS:
        old = path.with_name(path.name + part)
        if old.exists():
            old.rename(aside.with_name(aside.name + part))
    return aside


def rescued(path: Path) -> list[Entry]:
    """Return the decisions that can still be read of a damaged file, from both its ends, by time; it stays as it is."""
    entries: dict[Entry, None] = {}
    with suppress(OSError), tempfile.TemporaryDirectory() as folder:
        copy = _copied(path, Path(folder))
        for direction in ("ASC", "DESC"):
            with suppress(ReviewsError), told_of(copy), closing(sqlite3.connect(copy)) as connection:
                for row in connection.execute(f"{_QUERY} {direction}"):
                    entries.setdefault(entry_of_row(row))
    return sorted(entries, key=lambda entry: entry.decision.when)


def rescued_mends(path: Path) -> list[Mend]:
    """Return what can still be read of what was said of the grouping."""
    mends: dict[Mend, None] = {}
    with suppress(OSError), tempfile.TemporaryDirectory() as folder:
        copy = _copied(path, Path(folder))
        for direction in ("ASC", "DESC"):
            with suppress(ReviewsError), told_of(copy), closing(sqlite3.connect(copy)) as connection:
                for row in connection.execute(f"SELECT {MEND_COLUMNS} FROM mends ORDER BY id {direction}"):  # noqa: S608
                    mends |= dict.fromkeys(mends_of([row]))
    return sorted(mends, key=lambda mend: mend.when)


def _copied(path: Path, folder: Path) -> Path:
    """Copy a file, made as long as its header says: SQLite reads nothing of a shorter one."""
    copy = folder / path.name
    for part in _PARTS[:2]:
        if (old := path.with_name(path.name + part)).exists():
            shutil.copyfile(old, copy.with_name(copy.name + part))
    with copy.open("r+b") as file:
        head = file.read(100)
        size = int.from_bytes(head[_PAGE_SIZE]) * int.from_bytes(head[_PAGES])
        if copy.stat().st_size < size < _MOST:
            file.truncate(size)
    return copy
