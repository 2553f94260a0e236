"""Worker processes that take texts for sketches, so that very many documents are grouped on all cores."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from artdiff.batch.engines import cores
from artdiff.batch.messages import SketchTexts
from artdiff.stories.spreading import HERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from artdiff.batch.workers import Workers
    from artdiff.stories.sketch import Coded
    from artdiff.stories.spreading import Sketching

COMMAND: Final = (sys.executable, "-P", "-m", "artdiff.batch.sketch_worker")
SMALL: Final = 3_000_000
"""Code points up to which this process is done before others have started: a third of a second of work."""


class Spread:
    """So many processes that take texts for one grouping, once there are very many.

    Args:
        jobs: how many.
        small: code points that the caller takes before others are asked.
        command: starts one.
    """

    def __init__(self, jobs: int, small: int = SMALL, command: Sequence[str] = COMMAND) -> None:
        self._jobs, self._left, self._command = jobs, small, command
        self._workers: Workers | None = None

    @property
    def ahead(self) -> int:
        """Return how many chunks are to be begun before the first is waited for."""
        return self._workers.ahead if self._workers else 1

    def start(self, texts: tuple[str, ...]) -> Callable[[], Coded | None]:
        """Begin a chunk, and return what waits for it; None where the caller had better do it."""
        if self._left > 0:
            self._left -= sum(map(len, texts))
            return lambda: None
        if self._workers is None:
            from artdiff.batch.workers import Workers  # noqa: PLC0415  (for very many documents only)

            self._workers = Workers(self._jobs, self._command)
        return self._workers.begin(_coded, self._workers, texts)

    def close(self) -> None:
        """End the workers, and leave nothing running."""
        if self._workers is not None:
            self._workers.close()


def _coded(workers: Workers, texts: tuple[str, ...]) -> Coded | None:
    """Return a chunk's codes, from another worker where the first dies; None where that dies too."""
    from artdiff.batch.process import WorkerDiedError  # noqa: PLC0415

    for _ in range(2):
        with suppress(WorkerDiedError):
            found: Coded | None = workers.ask(SketchTexts(texts))
            return found
    return None


@contextmanager
def sketching_for(jobs: int | None) -> Iterator[Sketching]:
    """Give what takes texts in so many processes, None for one a core; nothing of it is left running afterwards."""
    processes = jobs or cores()
    if processes == 1:
        yield HERE
        return
    spread = Spread(processes)
    try:
        yield spread
    finally:
        spread.close()
