"""Putting the rows of a shelf's corpora into its spool, and telling the screen of them as they come."""

from __future__ import annotations

from array import array
from time import monotonic
from typing import TYPE_CHECKING, Final

from artdiff.batch.messages import Indexed
from artdiff.documents.collection import Problem
from artdiff.documents.corpora.reading import read_corpus
from artdiff.documents.document import Document
from artdiff.documents.formats import corpus_suffix
from artdiff.documents.reading import read_file
from artdiff.documents.shelf import Spool, labels_of
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artdiff.documents.shelf import Shelf

TOLD_EVERY: Final = 0.3
"""Seconds between two words on what has come."""


def fill(shelf: Shelf, tell: Callable[[Indexed], object]) -> tuple[Shelf, tuple[Problem, ...]]:
    """Return a shelf with the rows of all its corpora, and what could not be read of them."""
    if shelf.spool is None:
        return shelf, ()
    problems: list[Problem] = []
    # What stands there is written over by the same: a worker that comes after another disturbs nobody who reads.
    with shelf.spool.open("r+b" if shelf.spool.exists() else "w+b") as file:
        spool, batch, told = Spool(file), _Batch(), monotonic()
        for one in documents_of(shelf.corpora):
            if isinstance(one, Problem):
                problems.append(one)
                continue
            batch.places.append(spool.put(one))
            batch.labels.extend(labels_of([one]))
            if monotonic() - told >= TOLD_EVERY:
                spool.flush()
                shelf, told = batch.given(shelf, tell), monotonic()
        spool.flush()
        return batch.given(shelf, tell), tuple(problems)


def documents_of(corpora: tuple[Path, ...]) -> Iterator[Document | Problem]:
    """Yield the documents of files that hold several, those of a pair one after the other, and what cannot be read."""
    for path in corpora:
        try:
            for one in read_corpus(path) if corpus_suffix(path.name) else read_file(path):
                if isinstance(one, Document | Problem):
                    yield one
                else:
                    yield from (one.source, one.variant)
        except UnreadableError as error:
            yield Problem(error.path, error.problem)


class _Batch:
    """The rows that were not told of."""

    def __init__(self) -> None:
        self._start = 0
        self.places = array("Q")
        self.labels: list[str] = []

    def given(self, shelf: Shelf, tell: Callable[[Indexed], object]) -> Shelf:
        """Tell of the rows, and return the shelf with them."""
        tell(Indexed(self._start, self.places, tuple(self.labels)))
        grown = shelf.grown(self._start, self.places, self.labels)
        self._start += len(self.places)
        self.places, self.labels = array("Q"), []
        return grown
