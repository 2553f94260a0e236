"""A Dask cluster that compares chunks of pairs. Needs the extra ``dask``."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Final

from artdiff.batch.comparing import compare_texts
from artdiff.batch.engines import NotCompared
from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from distributed import Future, Nanny

    from artdiff.batch.engines import Texts
    from artdiff.engine.values import Comparison

TRIES: Final = 2
"""How often a chunk is begun whose worker was lost, before its pairs are tried one by one."""
AHEAD: Final = 4
"""Chunks that each thread of the cluster has waiting."""


PATIENCE: Final = 2
"""Seconds that this machine's own cluster gets to end."""


class ClusterError(ArtdiffError):
    """There is no such cluster, or no Dask here; the message says which."""


class Cluster:
    """A cluster, that of a scheduler or one of this machine's own.

    Args:
        scheduler: its address, ``tcp://HOST:PORT``; None for worker processes on this machine.
        jobs: how many of those; None for one a core.

    Raises:
        ClusterError: it cannot be reached.
    """

    def __init__(self, scheduler: str | None, jobs: int | None) -> None:
        try:
            from distributed import Client, LocalCluster  # noqa: PLC0415  (an extra)
        except ImportError as error:
            message = "to compare on Dask, install the extra: pip install 'artdiff[dask]'"
            raise ClusterError(message) from error
        self._local = None
        if scheduler is None:
            with _deaf_to_ctrl_c():
                self._local = LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
                )
        try:
            self._client = Client(self._local or scheduler, timeout=10, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            message = f"there is no Dask scheduler at {scheduler}"
            raise ClusterError(message) from error
        self.ahead = AHEAD * max(2, sum(self._client.nthreads().values()))

    def start(self, texts: Texts) -> Callable[[], list[Comparison | NotCompared]]:
        """Begin a chunk, and return what waits for its results."""
        future = self._submit(texts)
        return lambda: self._results(texts, future)

    def close(self) -> None:
        """Leave the cluster, which forgets what was begun; end it where it is this machine's own, whatever it does."""
        self._client.close()
        if self._local is not None:
            for nanny in self._local.workers.values():
                _kill(nanny)
            self._local.close(timeout=PATIENCE)

    def _submit(self, texts: Texts) -> Future:
        # Not pure: the same texts may be asked for again while an earlier answer is being forgotten.
        return self._client.submit(compare_texts, texts, pure=False, retries=TRIES - 1)

    def _results(self, texts: Texts, future: Future) -> list[Comparison | NotCompared]:
        from distributed import KilledWorker  # noqa: PLC0415

        try:
            return list(future.result())
        except KilledWorker as error:
            if len(texts) == 1:
                return [NotCompared(f"given up: it ended its workers ({error})")]
        return [one for pair in texts for one in self._results((pair,), self._submit((pair,)))]


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Let what is started now not hear ctrl+c, which is for this process alone: it ends the others."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _kill(nanny: Nanny) -> None:
    """End a worker at once: asked to close, it would first finish what it has begun."""
    process = nanny.process and nanny.process.process
    if process is not None and process.pid:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)
