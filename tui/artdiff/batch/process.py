"""One worker process, seen from the process that started it."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from subprocess import PIPE, Popen, TimeoutExpired
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from artdiff.batch.messages import Indexed, Open, Progress, Several, Unreadable, receive, send
from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.batch.messages import Answer, Request, WorkerRequest

COMMAND: Final = (sys.executable, "-P", "-m", "artdiff.batch.worker")
"""Not multiprocessing: started inside a running Textual app it raises over the terminal's descriptors, and a fork
would copy a process with threads. -P keeps modules that lie in the user's folder out."""

TOLD: Final = 3
"""The status of a worker whose last words say by themselves why it cannot work."""
PATIENCE: Final = 1.0
"""Seconds that a worker gets to end by itself before it is killed."""


class WorkerDiedError(ArtdiffError):
    """The worker cannot be started, or is there no more; the message says how it ended."""


class WorkerProcess:
    """A running worker; it belongs to one thread, only `stop` may be called from another.

    Raises:
        WorkerDiedError: it cannot be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        try:
            # A session of its own: neither ctrl+c nor the terminal's end reach it before the screen has its say.
            self._process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True)  # noqa: S603
        except OSError as error:
            message = f"the worker cannot be started: {error}"
            raise WorkerDiedError(message) from error

    def ask(self, request: Request) -> Iterator[Answer]:
        """Send a request and yield its answers as they come.

        Raises:
            WorkerDiedError: it died before the last of them.
        """
        left = len(request.requests) if isinstance(request, Several) else not isinstance(request, Open)
        try:
            send(cast("BinaryIO", self._process.stdin), request)
            while left:
                answer = cast("Answer", receive(cast("BinaryIO", self._process.stdout)))
                left -= not isinstance(answer, Progress | Indexed | Unreadable)
                yield answer
        except (EOFError, OSError) as error:
            raise WorkerDiedError(self.end()) from error

    def exchange(self, request: WorkerRequest) -> object:
        """Send a request that has one answer, and return that.

        Raises:
            WorkerDiedError: it died over it.
        """
        try:
            send(cast("BinaryIO", self._process.stdin), request)
            return receive(cast("BinaryIO", self._process.stdout))
        except (EOFError, OSError) as error:
            raise WorkerDiedError(self.end()) from error

    def stop(self) -> None:
        """Make it end at once, whatever it does."""
        self._process.terminate()

    def end(self) -> str:
        """Wait until it has ended, kill it where it does not, give its pipes back, and return how it ended."""
        process = self._process
        with suppress(OSError):  # what it did not take any more
            cast("BinaryIO", process.stdin).close()
        try:
            process.wait(PATIENCE)
        except TimeoutExpired:
            process.kill()
        with process:
            return _ending(process.wait(), cast("BinaryIO", process.stderr).read())


def _ending(status: int, said: bytes) -> str:
    if status < 0:
        return f"the worker was ended by {signal.Signals(-status).name}"
    last = said.decode(errors="replace").strip().rpartition("\n")[2]
    if status == TOLD and last:
        return last
    return f"the worker ended with status {status}" + (f": {last}" if last else "")
