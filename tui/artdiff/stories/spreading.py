"""Taking many texts for sketches, chunk by chunk, here or wherever the caller has it done.

Who takes a chunk numbers the words that it meets by itself and tells of each stem once. The stems of all chunks, in their
order, get the numbers that one process would have given them: what comes of it hangs neither on who did what nor on how many.
"""

from __future__ import annotations

from array import array
from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

from artdiff.stories.sketch import COMMON, END, MOST, Coded, sketches_of
from artdiff.stories.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from artdiff.documents.document import Document
    from artdiff.stories.sketch import Sketch

CHUNK: Final = 250_000
"""Code points that are taken in one go: some hundredths of a second of work."""


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
        """Return the codes of texts, and what stems are new in them; None where stems share numbers, as others would not."""
        known = self._vocabulary
        codes = known.codes(texts)
        if len(known.shares) > MOST or len(known.common) >= COMMON:
            return None
        told, common = self._told, list(known.common)[self._told_common :]
        self._told, self._told_common = len(known.names), len(known.common)
        return Coded(
            self._name, codes, "\n".join(known.names[told:]), array("d", known.shares[told:]), "\n".join(common)
        )


class _Table:
    """Translates a sender's codes: for each of them the one here."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._codes = array("I", [0] * (2 * COMMON))
        self._codes[END] = END
        self._common = 0

    def translated(self, coded: Coded) -> array[int]:
        """Return the codes of a chunk; those of a sender come in the order in which it made them."""
        new = zip(_lines(coded.stems), coded.shares, strict=True)
        for code in [2 * self._vocabulary.learn(stem, share) for stem, share in new]:
            self._codes.append(code)
            self._codes.append(code + 1)
        for stem in _lines(coded.common):
            self._common = min(self._common + 1, COMMON - 1)
            self._codes[2 * self._common + 1] = 2 * self._vocabulary.learn_common(stem) + 1
        return array("I", list(map(self._codes.__getitem__, coded.codes)))


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
        codes = vocabulary.codes(document.text for document in chunk)
    else:
        if coded.sender not in tables:
            tables[coded.sender] = _Table(vocabulary)
        codes = tables[coded.sender].translated(coded)
    return zip(chunk, sketches_of(codes), strict=True)


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
