"""Some worker processes that answer one request after the other, a thread of this process waiting for each."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from artdiff.batch.process import WorkerDiedError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from artdiff.batch.messages import WorkerRequest

Words = ParamSpec("Words")
Made = TypeVar("Made")


class Workers:
    """So many worker processes, each started when there is work for it.

    A worker has a session of its own, so that ctrl+c reaches this process only, which ends them; when this process is
    killed, their standard input ends and so do they.

    Args:
        jobs: how many.
        command: starts one.
    """

    def __init__(self, jobs: int, command: Sequence[str]) -> None:
        self.ahead = 2 * jobs + 1
        self._command = command
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="artdiff-pool")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._running: set[WorkerProcess] = set()
        self._closing = False

    def begin(self, work: Callable[Words, Made], *words: Words.args, **named: Words.kwargs) -> Callable[[], Made]:
        """Have a thread that may ask its worker do something, and return what waits for its result."""
        return self._threads.submit(work, *words, **named).result

    def ask(self, request: WorkerRequest) -> Any:  # noqa: ANN401  (each request has an answer of its own)
        """Return the answer of this thread's worker, a new one where there is none.

        Raises:
            WorkerDiedError: it died over the request.
        """
        process = self._process()
        try:
            return process.exchange(request)
        except WorkerDiedError:
            with self._lock:
                self._running.discard(process)
            self._own.process = None
            raise

    def close(self) -> None:
        """End the workers, whatever they do, and return when nothing of them is left running."""
        with self._lock:
            self._closing = True
            for process in self._running:
                process.stop()
        self._threads.shutdown(cancel_futures=True)
        for process in self._running:
            process.end()

    def _process(self) -> WorkerProcess:
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
