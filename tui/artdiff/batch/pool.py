"""Worker processes that compare chunks of pairs, a thread of this process waiting for each."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

from artdiff.batch.engines import NotCompared
from artdiff.batch.messages import CompareTexts
from artdiff.batch.process import WorkerDiedError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.batch.engines import Texts
    from artdiff.engine.values import Comparison

COMMAND: Final = (sys.executable, "-P", "-m", "artdiff.batch.pool_worker")


class Pool:
    """So many worker processes.

    A worker has a session of its own, so that ctrl+c reaches this process only, which ends them; when this process is
    killed, their standard input ends and so do they.

    Args:
        jobs: how many.
        command: starts one.
    """

    def __init__(self, jobs: int, command: Sequence[str] = COMMAND) -> None:
        self.ahead = 2 * jobs + 1
        self._command = command
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="artdiff-pool")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._running: set[WorkerProcess] = set()
        self._closing = False

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        """Begin a chunk, and return what waits for its results."""
        return self._threads.submit(self._compare, texts).result

    def close(self) -> None:
        """End the workers, whatever they do, and return when nothing of them is left running."""
        with self._lock:
            self._closing = True
            for process in self._running:
                process.stop()
        self._threads.shutdown(cancel_futures=True)
        for process in self._running:
            process.end()

    def _compare(self, texts: Texts) -> list[Comparison | NotCompared]:
        """Return a chunk's results; where the worker dies, each pair is tried once more alone, so that one kills no other."""
        if not texts:
            return []
        try:
            return [*self._ask(texts)]
        except WorkerDiedError:
            return [self._once_more((pair,)) for pair in texts]

    def _once_more(self, texts: Texts) -> Comparison | NotCompared:
        try:
            return self._ask(texts)[0]
        except WorkerDiedError as error:
            return NotCompared(f"given up after two tries: {error}")

    def _ask(self, texts: Texts) -> tuple[Comparison, ...]:
        process = self._process()
        try:
            return process.compare(CompareTexts(texts)).comparisons
        except WorkerDiedError:
            with self._lock:
                self._running.discard(process)
            self._own.process = None
            raise

    def _process(self) -> WorkerProcess:
        """Return this thread's worker, a new one where there is none."""
        known: WorkerProcess | None = getattr(self._own, "process", None)
        if known is not None:
            return known
        with self._lock:
            if self._closing:
                message = "the pool closes"
                raise WorkerDiedError(message)
            process = self._own.process = WorkerProcess(self._command)
            self._running.add(process)
        return process
