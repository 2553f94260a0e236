"""Watching the files that are open: some are looked at every moment, all in turn, so that thousands cost no more than a few.

A file is read again once it has stayed as it is from one look to the next: nobody writes a text in one stroke.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.reading import read_document
from artdiff.documents.shelf import Shelf
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from artdiff.documents.document import Document

EVERY: Final = 0.5
"""Seconds between two looks."""
AT_ONCE: Final = 200
"""Files that are looked at in one look: about a millisecond's work."""
_Stamp = tuple[int, int] | None


class News(NamedTuple):
    """What one look found.

    Attributes:
        changed: documents with other words than before, by their index.
        gone: indices of documents whose file is not there any more.
    """

    changed: Mapping[int, Document]
    gone: tuple[int, ...]


class Watcher:
    """Looks after the files of some documents; those that stand in one file with others, or in none, are left alone."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._paths = documents.paths if isinstance(documents, Shelf) else _paths(documents)
        # Of many files the first look is taken when their turn comes: it would keep the first frame waiting.
        at_once = self._paths if len(self._paths) <= AT_ONCE else {}
        self._stamps = {at: _stamp(path) for at, path in at_once.items()}
        self._unsettled: dict[int, _Stamp] = {}
        self._turn = self._turns()

    def _turns(self) -> Iterator[int]:
        while self._paths:
            yield from tuple(self._paths)

    def look(self, documents: Sequence[Document]) -> News:
        """Look at the next files, and again at those that have just changed."""
        changed: dict[int, Document] = {}
        gone: list[int] = []
        for at in {*self._unsettled, *islice(self._turn, min(AT_ONCE, len(self._paths)))}:
            stamp = _stamp(self._paths[at])
            if stamp == self._stamps.setdefault(at, stamp):
                self._unsettled.pop(at, None)
            elif self._unsettled.get(at, ()) != stamp:
                self._unsettled[at] = stamp
            else:
                self._settled(at, stamp)
                if stamp is None:
                    gone.append(at)
                elif (new := _read_again(documents[at])) is not None:
                    changed[at] = new
        return News(changed, tuple(gone))

    def _settled(self, at: int, stamp: _Stamp) -> None:
        self._stamps[at] = stamp
        del self._unsettled[at]


def _paths(documents: Sequence[Document]) -> dict[int, Path]:
    many = Counter(document.path for document in documents)
    return {at: one.path for at, one in enumerate(documents) if one.path and many[one.path] == 1}


def _stamp(path: Path) -> _Stamp:
    """Return what tells that a file has changed; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _read_again(document: Document) -> Document | None:
    """Return a document as its file has it now; None where it says the same, or cannot be read as one text."""
    if document.path is None:
        return None
    try:
        found = read_document(document.path)
    except UnreadableError:
        return None
    return None if found.text == document.text else document._replace(text=found.text, metadata=found.metadata)
