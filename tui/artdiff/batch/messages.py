"""What the screen's process and its worker say to each other, and how it goes through a pipe.

Both ends are this program, of one version and one user, joined by pipes that nobody else can open. Documents go by their index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, TypeAlias

from artdiff.batch.orders import Orders
from artdiff.batch.packing import packed, unpacked

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from artdiff.documents.collection import Problem
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Mention, Outline, Pair
    from artdiff.stories.sketch import Coded
    from artdiff.stories.story import Story

_LENGTH_BYTES: Final = 8


class Open(NamedTuple):
    """Request: these are the documents from now on, and so they are compared. It has no answer."""

    documents: Sequence[Document]
    orders: Orders = Orders()


class Group(NamedTuple):
    """Request: the stories; with a source, the documents are one story."""

    source: int | None


class Compare(NamedTuple):
    """Request: what one document did to another."""

    documents: Pair[int]


class Several(NamedTuple):
    """Request: some comparisons, answered one by one in this order."""

    requests: tuple[Compare, ...]


class ReadFacts(NamedTuple):
    """Request: the facts of a document."""

    document: int


class FactsRead(NamedTuple):
    """Answer: the facts of a document, by their place."""

    document: int
    facts: tuple[Mention, ...]


class CompareTexts(NamedTuple):
    """Request to a worker of the pool: what each variant did to its source, the documents by value."""

    pairs: tuple[Pair[Document], ...]


class ComparedTexts(NamedTuple):
    """Answer: the comparisons, in the order of the pairs."""

    comparisons: tuple[Comparison, ...]


class SketchTexts(NamedTuple):
    """Request to a worker that takes texts for sketches: some texts. The answer is `stories.sketch.Coded`, or None."""

    texts: tuple[str, ...]


class Progress(NamedTuple):
    """Answer, any number of times before `Grouped`: so many documents are analysed."""

    done: int
    total: int


class Indexed(NamedTuple):
    """Answer, any number of times before `Grouped`: more rows of corpora stand in the spool of a shelf.

    Attributes:
        start: how many stood there before.
        places: of the new ones.
        labels: what the new ones are called.
    """

    start: int
    places: array[int]
    labels: tuple[str, ...]


class Unreadable(NamedTuple):
    """Answer, before `Grouped`: what could not be read of a shelf."""

    problems: tuple[Problem, ...]


class Grouped(NamedTuple):
    """Answer: the stories, every document's outline, and how many comparisons are best asked for at once."""

    stories: tuple[Story, ...]
    outlines: tuple[Outline, ...]
    ahead: int = 1


class Compared(NamedTuple):
    """Answer: a comparison."""

    documents: Pair[int]
    comparison: Comparison


class Lost(NamedTuple):
    """Not from the worker but about it: it died, and what it was doing is tried once more in a new one."""

    reason: str


class Failed(NamedTuple):
    """A request that is given up: the process died again that did it, a worker of the worker or the worker itself."""

    request: Request
    reason: str


Request: TypeAlias = Open | Group | Compare | Several | ReadFacts
WorkerRequest: TypeAlias = CompareTexts | SketchTexts
WorkerAnswer: TypeAlias = "ComparedTexts | Coded | None"
Told: TypeAlias = Progress | Indexed | Unreadable
Answer: TypeAlias = Told | Grouped | Compared | Failed | FactsRead
Event: TypeAlias = Answer | Lost


def send(stream: BinaryIO, message: Request | Answer | WorkerRequest | WorkerAnswer) -> None:
    """Write a message and let it go at once.

    Raises:
        OSError: nobody reads at the other end.
    """
    data = packed(message)
    stream.write(len(data).to_bytes(_LENGTH_BYTES) + data)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """Read a message.

    Raises:
        EOFError: the other end is closed.
    """
    size = int.from_bytes(_read(stream, _LENGTH_BYTES))
    return unpacked(_read(stream, size))


def _read(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
