"""The engines that compare many pairs: in this process, in worker processes, on a Dask cluster. One interface, one result.

Pairs go in as they are read and come out in their order, each compared, or with what became of it.
"""

from __future__ import annotations

import os
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, TypeVar

from artdiff.batch.garbage import look_seldom_for_garbage
from artdiff.documents.collection import Problem
from artdiff.engine.values import Pair
from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from artdiff.documents.corpora.columns import TextPair
    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Comparison

CHUNK: Final = 60_000
"""Code points that a worker gets in one go: a quarter of a second of work."""
LONGEST_CHUNK: Final = 64
"""Pairs in one go, however short they are."""
SMALL: Final = 400_000
"""Code points up to which this process alone is done before others have started."""


class NotCompared(ArtdiffError):  # noqa: N818  (a result, raised by nobody)
    """A pair that was given up; the message says why."""


Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)
Row: TypeAlias = "TextPair | Problem"
Chunk: TypeAlias = "list[Row]"
Texts: TypeAlias = "tuple[Pair[Document], ...]"
Result: TypeAlias = "tuple[TextPair, Comparison | NotCompared] | Problem"


class EngineOf(Protocol[Made_co]):
    """What makes something of each pair, a chunk of them at a time."""

    def start(self, texts: Texts) -> Callable[[], Sequence[Made_co]]:
        """Begin a chunk, and return what waits for its results."""

    @property
    def ahead(self) -> int:
        """Return how many chunks are to be begun before the first is waited for."""

    def close(self) -> None:
        """End all that was begun, at once, and leave nothing running."""


Engine: TypeAlias = "EngineOf[Comparison | NotCompared]"
"""What compares chunks of pairs."""


class InProcess:
    """Compares here and now.

    Args:
        known: returns the analysis of a document that has been made already.
    """

    ahead = 1

    def __init__(self, known: Callable[[Document], Analysis | None] = lambda _: None) -> None:
        self._known = known

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        """Return what compares the chunk."""
        from artdiff.batch.comparing import compare_texts  # noqa: PLC0415  (the pool's parent needs no engine)

        look_seldom_for_garbage()
        return lambda: list(compare_texts(texts, self._known))

    def close(self) -> None:
        """Do nothing: nothing is left running."""


def engine_for(
    rows: Iterator[Row], jobs: int | None, known: Callable[[Document], Analysis | None] = lambda _: None
) -> tuple[Engine, Iterator[Row]]:
    """Return the engine that suits the work, and all rows: few pairs are compared here, many by a process for each core.

    Args:
        rows: as many as show it are read.
        jobs: how many processes the user wants; None for as many as suit.
        known: returns the analysis of a document that has been made already.
    """
    processes = jobs or cores()
    if processes == 1:
        return InProcess(known), rows
    first: Chunk = []
    size = 0
    while jobs is None and size <= SMALL:
        row = next(rows, None)
        if row is None:
            return InProcess(known), iter(first)
        first.append(row)
        size += _size(row)
    from artdiff.batch.pool import Pool  # noqa: PLC0415

    return Pool(processes), chain(first, rows)


def compared(rows: Iterable[Row], engine: EngineOf[Made]) -> Generator[tuple[TextPair, Made] | Problem, None, None]:
    """Yield every pair with what is made of it, in the order of the rows; the engine is closed in the end, however that comes."""
    begun: deque[tuple[Chunk, Callable[[], Sequence[Made]]]] = deque()
    try:
        for chunk in _chunks(rows):
            begun.append((chunk, engine.start(_texts(chunk))))
            if len(begun) >= engine.ahead:
                yield from _results(*begun.popleft())
        while begun:
            yield from _results(*begun.popleft())
    finally:
        engine.close()


def _results(chunk: Chunk, wait: Callable[[], Sequence[Made]]) -> Iterator[tuple[TextPair, Made] | Problem]:
    results = iter(wait())
    for row in chunk:
        yield row if isinstance(row, Problem) else (row, next(results))


def _texts(chunk: Chunk) -> Texts:
    return tuple(Pair(row.source, row.variant) for row in chunk if not isinstance(row, Problem))


def _chunks(rows: Iterable[Row]) -> Iterator[Chunk]:
    """Yield rows in chunks of about equal length, so that no worker waits long for another."""
    chunk: Chunk = []
    size = 0
    for row in rows:
        chunk.append(row)
        size += _size(row)
        if size >= CHUNK or len(chunk) >= LONGEST_CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(row: Row) -> int:
    return 0 if isinstance(row, Problem) else len(row.source.text) + len(row.variant.text)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
