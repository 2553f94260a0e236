"""Lines that were made before: where nothing is put beside a pair's findings, its line in the cache spares the rest.

A line depends on the comparison and on what counts at the gate. Where decisions, a baseline or what is never to be flagged
have a say, the comparison itself is looked up, and its line is made anew.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from artdiff.batch.digests import key_of, program_digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.batch.cache import Cache
    from artdiff.batch.engines import Engine, NotCompared, Texts
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Pair
    from artdiff.reports.gate import Gate

TOGETHER: Final = 64
"""Lines that are kept in one go."""


class Told(NamedTuple):
    """What a line says of a pair.

    Attributes:
        findings: as JSON, compressed.
        flagged: how many of them are.
        fails: they fail the check.
    """

    findings: bytes
    flagged: int
    fails: bool

    @property
    def words(self) -> str:
        """Return the findings as JSON."""
        return zlib.decompress(self.findings).decode()


class Lines:
    """An engine that is asked only for pairs whose lines a cache has not.

    Args:
        engine: compares, or looks comparisons up.
        cache: has the lines.
        gate: what counts.
    """

    def __init__(self, engine: Engine, cache: Cache, gate: Gate) -> None:
        self._engine, self._cache = engine, cache
        self._chosen = f"{sorted(gate.fail_on)} {gate.min_confidence!r} {gate.ignore_dismissed}".encode()
        self._new: list[tuple[bytes, Told]] = []
        self.ahead = engine.ahead

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared | Told]]:
        """Begin what has no line yet, and return what waits for lines and results."""
        known = [cast("Told | None", self._cache.get(self._key(pair))) for pair in texts]
        missing = tuple(pair for pair, found in zip(texts, known, strict=True) if found is None)
        wait = self._engine.start(missing) if missing else list

        def results() -> list[Comparison | NotCompared | Told]:
            made = iter(wait())
            return [next(made) if found is None else found for found in known]

        return results

    def keep(self, pair: Pair[Document], findings: str, *, flagged: int, fails: bool) -> None:
        """Keep what the line of a pair says."""
        self._new.append((self._key(pair), Told(zlib.compress(findings.encode(), 1), flagged, fails)))
        if len(self._new) >= TOGETHER:
            self._flush()

    def close(self) -> None:
        """Close the engine, and keep what is still to be kept."""
        try:
            self._engine.close()
        finally:
            self._flush()

    def _flush(self) -> None:
        self._cache.put(self._new)
        self._new = []

    def _key(self, pair: Pair[Document]) -> bytes:
        program = program_digest("engine", "reports", "reviews")
        return blake2b(program + key_of(pair) + self._chosen, digest_size=20).digest()
