"""The screen's end of the worker: keeps what is wanted in order, asks for one thing at a time, survives its death.

It knows no screen: events come to a listener, on a thread of the client's own.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from threading import Condition, Thread, Timer
from typing import TYPE_CHECKING, Final

from artdiff.batch.messages import Compare, Compared, Failed, Group, Grouped, Lost, Open, ReadFacts, Several
from artdiff.batch.orders import Orders
from artdiff.batch.process import COMMAND, WorkerDiedError, WorkerProcess
from artdiff.documents.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from artdiff.batch.messages import Event, Request
    from artdiff.documents.document import Document
    from artdiff.engine.values import Pair

_ANYHOW: Final = Orders()
GRACE: Final = 0.5
"""Seconds that a worker gets to finish what was cancelled: most comparisons take less."""


LARGE: Final = 400_000
"""Code points of documents from which on a worker that has nothing to do is ended: what it had worked out of them, and the
memory that it took for that, are worth more than half a second at the next wish."""
REST: Final = 3.0
"""Seconds without anything to do after which that is so."""


class Client:
    """One worker process and the requests that wait for it.

    The order: `start` as early as can be, `open` once the documents are read, `want` as often as the wishes change,
    `close` in the end.

    Args:
        listener: takes every event, in the order in which they come, on the client's own thread. It must not wait for
            the thread that calls `close`; after `close` it is called no more.
        command: starts the worker.
        orders: who is to compare, in the worker or for it.
        rest: seconds without anything to do after which a worker that had much to do is ended, until the next wish.
    """

    def __init__(
        self,
        listener: Callable[[Event], None],
        command: Sequence[str] = COMMAND,
        orders: Orders = _ANYHOW,
        rest: float = REST,
    ) -> None:
        self._listener = listener
        self._command = command
        self._orders = orders
        self._rest = rest
        self._ahead = 1
        self._thread = Thread(target=self._run, name="artdiff-worker-client", daemon=True)
        self._documents: Sequence[Document] = ()
        self._process: WorkerProcess | None = None
        self._opened: Sequence[Document] | None = None
        self._changed = Condition()
        self._grouping: Group | None = None
        self._wanted: deque[Pair[int]] = deque()
        self._facts: ReadFacts | None = None
        self._current: Request | None = None
        self._cancelled: Request | None = None
        self._closing = False

    def start(self) -> None:
        """Start the process and return at once; it loads the engine while the screen is being made."""
        with suppress(WorkerDiedError):  # tried again, and told of, with the first request
            self._process = WorkerProcess(self._command)
        self._thread.start()

    def open(self, documents: Sequence[Document], source: int | None = None) -> None:
        """Ask for the stories of these documents; `Grouped` answers, after `Progress` where it takes long.

        It may be asked again, of other documents: what was wanted of those before is forgotten.

        Args:
            documents: go by their index from now on.
            source: index of the document that all others are variants of, where the user named one.
        """
        with self._changed:
            self._cancelled = None
            self._documents = documents if isinstance(documents, Shelf) else tuple(documents)
            self._grouping = Group(source)
            self._wanted.clear()
            self._changed.notify()

    def want(self, pairs: Iterable[Pair[int]]) -> None:
        """Ask for comparisons, the most urgent first; `Compared` answers each.

        This replaces all that was wanted before and has not begun: the way to change the order, and to cancel.
        """
        with self._changed:
            self._cancelled = None
            begun = {request.documents for request in _comparisons(self._current)}
            self._wanted = deque(pair for pair in pairs if pair not in begun)
            self._changed.notify()

    def cancel(self) -> None:
        """Forget all that was asked for; a worker that does not soon finish what it does is ended, without a word.

        What is asked for next is done as always, in a new worker where the old one was ended.
        """
        with self._changed:
            self._grouping = None
            self._wanted.clear()
            self._cancelled = self._current
            if self._current is not None:
                timer = Timer(GRACE, self._end, [self._current])
                timer.daemon = True
                timer.start()

    def _end(self, request: Request) -> None:
        """End the worker if it still does what was cancelled, and nobody has asked for anything since."""
        with self._changed:
            if self._current is request is self._cancelled and self._process is not None and not self._closing:
                self._process.stop()

    def read_facts(self, document: int) -> None:
        """Ask for the facts of a document, before all comparisons; `FactsRead` answers."""
        with self._changed:
            self._facts = ReadFacts(document)
            self._changed.notify()

    def close(self) -> None:
        """End the worker, whatever it does, and return when nothing of it is left running."""
        with self._changed:
            self._closing = True
            self._changed.notify()
            if self._process is not None:
                self._process.stop()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while (request := self._next()) is not None:
            self._serve(request)
        if self._process is not None:
            self._process.end()

    def _next(self) -> Request | None:
        """Wait for something to do and return it; None when the client closes."""
        if self._is_large():
            self._rest_for_a_while()
        with self._changed:
            self._current = None
            self._changed.wait_for(self._has_to_do)
            if self._closing:
                return None
            if self._grouping is not None:
                self._current, self._grouping = self._grouping, None
            elif self._facts is not None:
                self._current, self._facts = self._facts, None
            else:
                self._current = self._next_comparisons()
            return self._current

    def _has_to_do(self) -> bool:
        return bool(self._closing or self._grouping or self._facts or self._wanted)

    def _is_large(self) -> bool:
        """Say whether the worker keeps much in memory: of documents on a shelf it holds few."""
        opened = self._opened
        return isinstance(opened, tuple) and sum(len(document.text) for document in opened) > LARGE

    def _rest_for_a_while(self) -> None:
        """Wait for something to do, and end the worker where nothing comes; the next request starts another."""
        with self._changed:
            self._current = None
            if self._changed.wait_for(self._has_to_do, self._rest):
                return
            process, self._process, self._opened = self._process, None, None
        if process is not None:
            process.stop()
            process.end()

    def _next_comparisons(self) -> Compare | Several:
        """Take the most urgent of what is wanted, so much of it that the worker has enough to do."""
        count = min(self._ahead, len(self._wanted))
        requests = tuple(Compare(self._wanted.popleft()) for _ in range(count))
        return Several(requests) if count > 1 else requests[0]

    def _serve(self, request: Request) -> None:
        """Get a request answered: where the worker dies over it, once more in a new one, then give it up.

        What of several comparisons has no answer then is asked for one by one, so that one that kills takes no other
        along.
        """
        answered: set[Pair[int]] = set()
        reason = self._attempt(request, answered)
        if reason is None or request is self._cancelled:
            return
        self._tell(Lost(reason))
        for left in _left(request, answered):
            reason = self._attempt(left, answered)
            if reason is not None:
                self._tell(Failed(left, reason))

    def _attempt(self, request: Request, answered: set[Pair[int]]) -> str | None:
        """Pass the answers on, and note what they are of; return how the worker died, or None when it lives."""
        try:
            process = self._running_process()
            for answer in process.ask(request):
                if isinstance(answer, Compared):
                    answered.add(answer.documents)
                elif isinstance(answer, Grouped):
                    self._ahead = answer.ahead
                self._tell(answer)
        except WorkerDiedError as error:
            self._process, self._opened = None, None
            return str(error)
        return None

    def _running_process(self) -> WorkerProcess:
        """Return the worker, a new one where there is none, with the documents opened in it."""
        with self._changed:
            if self._closing:
                message = "the reader closes"
                raise WorkerDiedError(message)
            process = self._process = self._process or WorkerProcess(self._command)
            documents = self._documents
        if self._opened is not documents:
            list(process.ask(Open(documents, self._orders)))
            self._opened = documents
        return process

    def _tell(self, event: Event) -> None:
        if not self._closing:
            self._listener(event)


def _left(request: Request, answered: Collection[Pair[int]]) -> Sequence[Request]:
    """Return what is to be asked for once more."""
    if isinstance(request, Several):
        return [one for one in request.requests if one.documents not in answered]
    return [request]


def _comparisons(request: Request | None) -> tuple[Compare, ...]:
    """Return the comparisons that a request asks for."""
    if isinstance(request, Several):
        return request.requests
    return (request,) if isinstance(request, Compare) else ()
