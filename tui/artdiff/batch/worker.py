"""The worker process of the reader: does the comparing, so that the screen never waits, itself or by an engine.

Run as ``python -P -m artdiff.batch.worker`` with pipes; it ends when its standard input does.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, Final

from artdiff.batch.choice import engine_of, kept
from artdiff.batch.engines import InProcess, NotCompared
from artdiff.batch.indexing import fill
from artdiff.batch.messages import (
    Compare,
    Compared,
    FactsRead,
    Failed,
    Group,
    Grouped,
    Open,
    Progress,
    ReadFacts,
    Several,
    Unreadable,
    receive,
    send,
)
from artdiff.batch.process import TOLD
from artdiff.batch.work import MANY, Work
from artdiff.documents.corpora.columns import TextPair
from artdiff.documents.shelf import Shelf
from artdiff.engine.values import Pair
from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from artdiff.batch.cache import Cache
    from artdiff.batch.engines import Engine
    from artdiff.batch.orders import Orders
    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis

PROGRESS_EVERY: Final = 0.1
"""Seconds between two words on how far the analysing is."""
NICENESS: Final = 10
"""The screen goes first, before what this process starts too."""


def main() -> None:
    """Serve standard input until it ends, or until the reader does not want to wait for that."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    os.nice(NICENESS)
    answers = os.fdopen(os.dup(1), "wb")
    # What anything prints by mistake must not stand among the answers.
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, answers)
    except ArtdiffError as error:  # of the cluster that was asked for
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        os._exit(TOLD)  # threads that still look for the cluster would keep it for seconds


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests, one after the other, until there are no more or nobody listens; leave nothing running then."""
    serving = Serving(answers)
    try:
        with suppress(EOFError, BrokenPipeError):
            while True:
                serving.answer(receive(requests))
    finally:
        serving.close()


class _Telling:
    """Says now and then how many documents were read."""

    def __init__(self, answers: BinaryIO, total: int) -> None:
        self._answers, self._total, self._told = answers, total, monotonic()

    def __call__(self, done: int) -> None:
        if monotonic() - self._told >= PROGRESS_EVERY:
            self._told = monotonic()
            send(self._answers, Progress(done, self._total))


class Serving:
    """What the worker holds: the documents and what is worked out of them, who compares them, what was known before."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._documents: Sequence[Document] = ()
        self._work = Work(())
        self._jobs: int | None = None
        self._keeping: AbstractContextManager[Cache | None] | None = None
        self._cache: Cache | None = None
        self._engine: Engine = InProcess(self._analysis)

    def answer(self, request: object) -> None:
        """Do what is asked for and send the answers."""
        match request:
            case Open(documents, orders):
                self._open(documents, orders)
            case Group(source):
                self._group(source)
            case Compare():
                self._compare((request,))
            case ReadFacts(index):
                send(self._answers, FactsRead(index, self._work.facts(index)))
            case Several(comparisons):
                self._compare(comparisons)

    def close(self) -> None:
        """Leave nothing running."""
        self._engine.close()
        if self._keeping is not None:
            self._keeping.__exit__(None, None, None)

    def _open(self, documents: Sequence[Document], orders: Orders) -> None:
        if self._keeping is None:
            self._keeping = kept(orders)
            self._cache = self._keeping.__enter__()
            rows = (TextPair(None, document, document) for document in documents)
            self._engine, _ = engine_of(orders, rows, self._cache, self._analysis)
        before, self._work = self._work, Work(documents, self._cache)
        self._jobs = orders.jobs
        self._work.inherit(before)
        self._documents = documents

    def _group(self, source: int | None) -> None:
        self._fill()
        telling = _Telling(self._answers, self._work.size)
        if self._work.size > MANY:
            stories = self._work.group(source, telling, self._jobs)
        else:
            for index in () if self._work.is_known(source) else range(self._work.size):
                self._work.analysis(index)
                telling(index + 1)
            stories = self._work.group(source)
        outlines = self._work.outlines()
        if isinstance(self._documents, Shelf) and self._documents.problems:
            send(self._answers, Unreadable(tuple(self._documents.problems.values())))
        send(self._answers, Grouped(stories, outlines, self._engine.ahead))

    def _fill(self) -> None:
        """Have all rows of a shelf's corpora in it."""
        if isinstance(self._documents, Shelf) and self._documents.corpora:
            self._documents, problems = fill(self._documents, lambda batch: send(self._answers, batch))
            self._work = Work(self._documents, self._cache)
            if problems:
                send(self._answers, Unreadable(problems))

    def _analysis(self, document: Document) -> Analysis | None:
        return self._work.analysis_of(document)

    def _compare(self, requests: Sequence[Compare]) -> None:
        """Begin all comparisons, then send each as it is done."""
        waiting = [self._engine.start((Pair(*(self._documents[at] for at in one.documents)),)) for one in requests]
        for request, wait in zip(requests, waiting, strict=True):
            (result,) = wait()
            if isinstance(result, NotCompared):
                send(self._answers, Failed(request, str(result)))
            else:
                send(self._answers, Compared(request.documents, result))


if __name__ == "__main__":
    main()
