"""Documents that are read when somebody asks for one: of ten thousand files, or of a corpus, a few are in memory.

Files are read again from where they stand. Rows of corpora, which cannot be found again in every format, are copied to
a spool, a file of this program, where each has its place.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, Final, cast, overload

from artdiff.documents.collection import Problem
from artdiff.documents.document import Document
from artdiff.documents.reading import read_document
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KEPT: Final = 32
"""Documents that are held, those asked for last."""


class Spool:
    """A file that documents are put into one after the other, and taken from by their place.

    It is written and read by this program only, in a folder that nobody else may enter: that is what makes pickling right.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._end = 0

    def put(self, document: Document) -> int:
        """Put a document behind those that were put before, and return its place."""
        import pickle  # noqa: PLC0415  (for corpora only, as below)

        place = self._file.seek(self._end)
        pickle.dump(document, self._file, pickle.HIGHEST_PROTOCOL)
        self._end = self._file.tell()
        return place

    def close(self) -> None:
        """Let the file go; one without a name is gone then."""
        self._file.close()

    def flush(self) -> None:
        """Let others read what was put."""
        self._file.flush()

    def take(self, place: int) -> Document:
        """Return the document of a place."""
        import pickle  # noqa: PLC0415

        self._file.seek(place)
        found: Document = pickle.load(self._file)  # noqa: S301  (from our own hand, see above)
        return found


class Taken(Sequence[Document]):
    """Documents that are read when they are asked for."""

    @abstractmethod
    def take(self, place: int) -> Document:
        """Return a document by its place, which is not counted from behind."""

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Document, ...]: ...
    def __getitem__(self, at: int | slice) -> Document | tuple[Document, ...]:
        if isinstance(at, slice):
            return tuple(self.take(one) for one in range(len(self))[at])
        return self.take(range(len(self))[at])


class Spooled(Taken):
    """Some documents in memory, then those that were appended, in a file without a name."""

    def __init__(self, first: Sequence[Document] = ()) -> None:
        self._first = first
        self._spool: Spool | None = None
        self._places = array("Q")
        self._lengths = array("Q", (len(one.text) for one in first))

    def append(self, document: Document) -> None:
        """Put a document behind the others."""
        if self._spool is None:
            from tempfile import TemporaryFile  # noqa: PLC0415  (for corpora of documents only)

            self._spool = Spool(cast("BinaryIO", TemporaryFile()))  # noqa: SIM115  (it lives as long as the documents)
        self._places.append(self._spool.put(document))
        self._lengths.append(len(document.text))

    def close(self) -> None:
        """Let the file go: of what stood there nothing can be asked for any more."""
        if self._spool is not None:
            self._spool.close()

    def behind(self, first: Sequence[Document]) -> Spooled:
        """Return these documents behind others."""
        other = Spooled(first)
        other._spool, other._places = self._spool, self._places
        other._lengths += self._lengths[len(self._first) :]
        return other

    @property
    def held(self) -> Sequence[Document]:
        """Return the documents; as they are where all are in memory."""
        return self if self._places else self._first

    def length(self, at: int) -> int:
        """Return how many code points a document has."""
        return self._lengths[at]

    def __len__(self) -> int:
        return len(self._lengths)

    def take(self, place: int) -> Document:
        """Return a document by its place."""
        row = place - len(self._first)
        return self._first[place] if row < 0 or self._spool is None else self._spool.take(self._places[row])


class Shelf(Taken):
    """Files of one text each, then the rows of corpora as far as they are known.

    A shelf that has grown is another one, and shares with the first what both have.

    Args:
        files: hold one text each.
        corpora: files that hold several, whose documents stand in the spool once somebody has put them there.
        spool: where that is.
        first: the first rows of the corpora, for the time before.
    """

    def __init__(
        self,
        files: Sequence[Path],
        corpora: Sequence[Path] = (),
        spool: Path | None = None,
        first: Sequence[Document] = (),
    ) -> None:
        self.files = tuple(files)
        self.corpora = tuple(corpora)
        self.spool = spool
        self.problems: dict[int, Problem] = {}
        """What could not be read, of what was asked for."""
        self._first = tuple(first)
        self._rows = len(self._first)
        self._places = array("Q")
        self._labels = [_label(one) for one in self._first]
        self._changed: dict[int, Document] = {}
        self._held: dict[int, Document] = {}

    def __len__(self) -> int:
        return len(self.files) + self._rows

    @property
    def rows(self) -> int:
        """Return how many rows stand in the spool."""
        return min(self._rows, len(self._places))

    @property
    def names(self) -> list[str]:
        """Return a name for each document, in which those of rows leave out where they stand."""
        return [*(path.name for path in self.files), *self._labels[: self._rows]]

    @property
    def paths(self) -> dict[int, Path]:
        """Return the files of documents that have one to themselves."""
        return dict(enumerate(self.files))

    def grown(self, start: int, places: Sequence[int], labels: Sequence[str]) -> Shelf:
        """Return the shelf with rows in it that the spool has had from one on; those that it knows are left alone."""
        known = max(0, len(self._places) - start)
        self._places.extend(places[known:])
        self._labels += labels[max(0, len(self._labels) - start) :]
        return self._like(max(self._rows, len(self._places)), self._changed)

    def replaced(self, changed: Mapping[int, Document]) -> Shelf:
        """Return the shelf with other documents in the places of some."""
        return self._like(self._rows, {**self._changed, **changed})

    def _like(self, rows: int, changed: dict[int, Document]) -> Shelf:
        other = object.__new__(Shelf)
        vars(other).update(vars(self))
        vars(other).update(_rows=rows, _changed=changed, _held={})
        return other

    def take(self, place: int) -> Document:
        """Return a document by its place; those that were asked for last are kept."""
        found = self._held.pop(place, None) or self._read(place)
        self._held[place] = found
        if len(self._held) > KEPT:
            del self._held[next(iter(self._held))]
        return found

    def _read(self, at: int) -> Document:
        if at in self._changed:
            return self._changed[at]
        if at < len(self.files):
            return self._file(at)
        row = at - len(self.files)
        return self._taken(row) if row < len(self._places) else self._first[row]

    def _file(self, at: int) -> Document:
        """Return a file's text; none of a file that cannot be read."""
        path = self.files[at]
        try:
            return read_document(path)
        except UnreadableError as error:
            self.problems[at] = Problem(str(path), error.problem)
            return Document(path.name, "", path)

    def _taken(self, row: int) -> Document:
        if self.spool is None:
            return self._first[row]
        with self.spool.open("rb") as file:
            return Spool(file).take(self._places[row])

    def __reduce__(self) -> tuple[object, ...]:
        return Shelf, (self.files, self.corpora, self.spool, self._first), {"_changed": self._changed}


def names_of(documents: Sequence[Document]) -> list[str]:
    """Return what documents are called in a list."""
    return documents.names if isinstance(documents, Shelf) else [document.name for document in documents]


def replaced(documents: Sequence[Document], changed: Mapping[int, Document]) -> Sequence[Document]:
    """Return documents with others in the places of some."""
    if isinstance(documents, Shelf):
        return documents.replaced(changed)
    return tuple(changed.get(at, one) for at, one in enumerate(documents))


def labels_of(documents: Iterable[Document]) -> list[str]:
    """Return what rows of corpora are called in a list."""
    return [_label(one) for one in documents]


def _label(row: Document) -> str:
    """Return what its corpus calls a row; without that its file and line."""
    place = row.name.rpartition("/")[2]
    return place.partition(" ")[2] or place
