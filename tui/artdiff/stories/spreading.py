"""Taking many texts for sketches, chunk by chunk, here or wherever the caller has it done.

Who takes a chunk numbers the words that it meets by itself and tells of each stem once. The stems of all chunks, in their
order, get the numbers that one process would have given them: what comes of it hangs neither on who did what nor on how many.
"""

from __future__ import annotations

from array import array
from collections import deque
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, Protocol

from artdiff.stories.sketch import COMMON, MOST, Coded, Sketch, sketches_of
from artdiff.stories.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from artdiff.documents.document import Document

CHUNK: Final = 60_000
"""Code points that are taken in one go, a hundredth of a second of work: of many more words the first are out of reach of the
processor when the last are cut."""


class Sketching(Protocol):
    """Has the texts of one grouping taken elsewhere."""

    @property
    def ahead(self) -> int:
        """Return how many chunks are to be begun before the first is waited for."""

    def start(self, texts: tuple[str, ...]) -> Callable[[], Coded | None]:
        """Begin a chunk, and return what waits for it; None where the caller had better do it."""


class Here:
    """Has nothing taken elsewhere."""

    ahead = 1

    def start(self, _: tuple[str, ...]) -> Callable[[], None]:
        """Leave a chunk to the caller."""
        return lambda: None


HERE: Final = Here()


class Sender:
    """Codes texts for somebody who puts them together with those of others.

    Args:
        name: the same for all its chunks, and for nobody else's.
    """

    def __init__(self, name: int) -> None:
        self._name = name
        self._vocabulary = Vocabulary()
        self._told, self._told_common = COMMON, 0

    def coded(self, texts: Sequence[str]) -> Coded | None:
        """Return texts in numbers, and what stems are new; None where stems share numbers, as others would not."""
        known, sizes, numbers = self._vocabulary, array("I"), array("I")
        for part in chain.from_iterable(sketches_of(known.codes(texts))):
            sizes.append(len(part))
            numbers.extend(part)
        if len(known.shares) > MOST or len(known.common) >= COMMON:
            return None
        told, common = self._told, list(known.common)[self._told_common :]
        self._told, self._told_common = len(known.names), len(known.common)
        stems, shares = "\n".join(known.names[told:]), array("d", known.shares[told:])
        return Coded(self._name, numbers, sizes, stems, shares, "\n".join(common))


class _Table:
    """Translates a sender's numbers: for each of them the one here."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers = array("I", [0] * COMMON)
        self._common = 0

    def sketches(self, coded: Coded) -> Iterator[Sketch]:
        """Yield the sketches of a chunk; the chunks of a sender come in the order in which it made them."""
        self._numbers.extend(self._vocabulary.learn(_lines(coded.stems), coded.shares))
        for stem in _lines(coded.common):
            self._common += 1
            self._numbers[self._common] = self._vocabulary.learn_common(stem)
        numbers = array("I", list(map(self._numbers.__getitem__, coded.numbers)))
        ends = list(accumulate(coded.sizes))
        parts = (numbers[start:end] for start, end in zip([0, *ends], ends, strict=False))
        return map(Sketch, parts, parts, parts)


def sketched(
    documents: Iterable[Document], vocabulary: Vocabulary, sketching: Sketching
) -> Iterator[tuple[Document, Sketch]]:
    """Yield every document with its sketch; few are held at a time."""
    tables: dict[int, _Table] = {}
    begun: deque[tuple[list[Document], Callable[[], Coded | None]]] = deque()
    for chunk in _chunks(documents):
        begun.append((chunk, sketching.start(tuple(document.text for document in chunk))))
        while len(begun) >= sketching.ahead:
            yield from _taken(*begun.popleft(), vocabulary, tables)
    while begun:
        yield from _taken(*begun.popleft(), vocabulary, tables)


def _taken(
    chunk: list[Document], wait: Callable[[], Coded | None], vocabulary: Vocabulary, tables: dict[int, _Table]
) -> Iterator[tuple[Document, Sketch]]:
    coded = wait()
    if coded is None:
        sketches = sketches_of(vocabulary.codes(document.text for document in chunk))
    else:
        if coded.sender not in tables:
            tables[coded.sender] = _Table(vocabulary)
        sketches = tables[coded.sender].sketches(coded)
    return zip(chunk, sketches, strict=True)


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in chunks of about equal length."""
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _lines(joined: str) -> list[str]:
    return joined.split("\n") if joined else []
