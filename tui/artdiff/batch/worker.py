"""The worker process of the reader: does the comparing, so that the screen never waits.

Run as ``python -P -m artdiff.batch.worker`` with pipes; it ends when its standard input does.
"""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Final

from artdiff.batch.messages import Compare, Compared, Group, Grouped, Open, Progress, receive, send
from artdiff.batch.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.documents.document import Document

PROGRESS_EVERY: Final = 0.1
"""Seconds between two words on how far the analysing is."""


def main() -> None:
    """Serve standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # What anything prints by mistake must not stand among the answers.
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers, Work)


def serve(requests: BinaryIO, answers: BinaryIO, open_work: Callable[[tuple[Document, ...]], Work]) -> None:
    """Answer requests, one after the other, until there are no more or nobody listens."""
    work = open_work(())
    while True:
        try:
            request = receive(requests)
            if isinstance(request, Open):
                before, work = work, open_work(request.documents)
                work.inherit(before)
            elif isinstance(request, Group):
                _group(work, request, answers)
            elif isinstance(request, Compare):
                send(answers, Compared(request.documents, work.compare(request.documents)))
        except (EOFError, BrokenPipeError):
            return


def _group(work: Work, request: Group, answers: BinaryIO) -> None:
    told = monotonic()
    for index in range(work.size):
        work.analysis(index)
        if monotonic() - told >= PROGRESS_EVERY:
            told = monotonic()
            send(answers, Progress(index + 1, work.size))
    send(answers, Grouped(work.group(request.source), work.outlines()))


if __name__ == "__main__":
    main()
