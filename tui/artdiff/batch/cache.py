"""Comparisons that were made before, kept for the next time: an SQLite file in the user's cache folder, bounded.

What cannot be kept or found is compared anew: a cache that is damaged, locked or full is no error of a check.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, cast

from artdiff.batch.digests import key_of
from artdiff.batch.engines import NotCompared
from artdiff.batch.packing import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from artdiff.batch.engines import Engine, Texts
    from artdiff.engine.values import Comparison

LARGEST: Final = 512 * 1024 * 1024
"""Bytes of comparisons that are kept: some fifty thousand."""
_ROOM: Final = 0.8
"""The share of it that is left when the least recently used have gone."""
_WAIT: Final = 2.0
"""Seconds to wait for another process that writes."""
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS comparisons (key BLOB PRIMARY KEY, used REAL, value BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON comparisons (used);
"""


class Cache:
    """The comparisons of one file.

    Args:
        path: the file, made where there is none.
        largest: bytes that are kept.

    Raises:
        sqlite3.Error: it cannot be opened.
        OSError: its folder cannot be made.
    """

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._largest = largest
        self._used: list[bytes] = []
        self._data = sqlite3.connect(path, timeout=_WAIT)
        # What a power cut takes is made anew.
        self._data.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; {_SCHEMA}")

    def get(self, key: bytes) -> object:
        """Return what is kept under a key, None for nothing, and note that it was asked for."""
        with suppress(sqlite3.Error):
            row = self._data.execute("SELECT value FROM comparisons WHERE key = ?", (key,)).fetchone()
            if row:
                self._used.append(key)
                return unpacked(row[0])
        return None

    def put(self, made: Iterable[tuple[bytes, object]]) -> None:
        """Keep comparisons, or stories."""
        rows = [(key, time.time(), packed(one)) for key, one in made]
        if rows:
            with suppress(sqlite3.Error), self._data:
                self._data.executemany("INSERT OR REPLACE INTO comparisons VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Let the least recently used go where there are too many, and close."""
        with suppress(sqlite3.Error), self._data:
            now = time.time()
            rows = ((now, key) for key in self._used)
            self._data.executemany("UPDATE comparisons SET used = ? WHERE key = ?", rows)
            (size,) = self._data.execute("SELECT coalesce(sum(length(value)), 0) FROM comparisons").fetchone()
            if size > self._largest:
                self._data.execute(
                    "DELETE FROM comparisons WHERE key IN (SELECT key FROM (SELECT key, sum(length(value))"
                    " OVER (ORDER BY used DESC, key) AS total FROM comparisons) WHERE total > ?)",
                    (int(self._largest * _ROOM),),
                )
        self._data.close()


class Cached:
    """An engine that is asked only for what a cache has not."""

    def __init__(self, engine: Engine, known: Cache) -> None:
        self._engine, self._cache = engine, known
        self.ahead = engine.ahead

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        """Begin what is not known of a chunk, and return what waits for its results."""
        keys = [key_of(pair) for pair in texts]
        known = [cast("Comparison | None", self._cache.get(key)) for key in keys]
        missing = [at for at, found in enumerate(known) if found is None]
        wait = self._engine.start(tuple(texts[at] for at in missing)) if missing else list

        def results() -> list[Comparison | NotCompared]:
            made = dict(zip(missing, wait(), strict=True))
            self._cache.put((keys[at], one) for at, one in made.items() if not isinstance(one, NotCompared))
            return [made[at] if found is None else found for at, found in enumerate(known)]

        return results

    def close(self) -> None:
        """Close the engine."""
        self._engine.close()
