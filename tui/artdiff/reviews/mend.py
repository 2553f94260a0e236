"""What reviewers mended of the grouping: which document belongs where, told by what the documents are known by."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Document
from artdiff.documents.shelf import Shelf
from artdiff.reviews.keys import hash_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


class Way(StrEnum):
    """What was mended."""

    MOVED = "moved"
    SOURCE = "source"
    COMPARED = "compared"


class Known(NamedTuple):
    """What a document is known by: its text and, where that has changed, its place.

    Attributes:
        digest: hash of the whole text.
        length: of the text in code points, so that few texts are hashed to find one.
        path: of its file, absolute; "" where it has none.
    """

    digest: int
    length: int
    path: str
    name: str


class Mend(NamedTuple):
    """A reviewer's word on where a document belongs.

    Attributes:
        document: what was moved to another story, or taken as the source of its own, or is the variant that is compared.
        other: the source of the story that it was moved to, or that it is compared with; None where it was taken as the
            source.
        when: in UTC, to the microsecond.
        stands: False where it was taken back.
    """

    way: Way
    document: Known
    other: Known | None
    who: str
    when: datetime
    stands: bool = True

    @property
    def identity(self) -> tuple[Way, Known, Known | None]:
        """Return what tells it from other mends, whoever said it and when."""
        return self.way, self.document, self.other

    def said_again(self, who: str, when: datetime, *, stands: bool) -> Mend:
        """Return the same as said by somebody at another time, or as taken back."""
        return self._replace(who=who, when=when, stands=stands)


def standing(log: Iterable[Mend]) -> tuple[Mend, ...]:
    """Return the mends that stand: of each the newest word counts; in the order in which they were said."""
    newest: dict[object, Mend] = {}
    for mend in sorted(log, key=lambda one: (one.when, one.who, one.stands)):
        newest.pop(mend.identity, None)
        newest[mend.identity] = mend
    return tuple(mend for mend in newest.values() if mend.stands)


@lru_cache(maxsize=64)
def known_by(document: Document) -> Known:
    """Return what a document is known by."""
    return Known(hash_of(document.text), len(document.text), *_place(document))


def _place(document: Document) -> tuple[str, str]:
    path = str(document.path.absolute()) if document.path else ""
    return path.encode("utf-8", "replace").decode(), document.name.encode("utf-8", "replace").decode()


class Finder:
    """Finds documents by what they are known by; texts are hashed only where one of their length is looked for."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents
        self._digests: dict[int, int] = {}
        self._lengths: dict[int, list[int]] = {}
        if isinstance(documents, Shelf):
            # Reading them all would take minutes: they are known by their places alone.
            stubs = (Document(path.name, "", path) for path in documents.files)
            self._places = {_place(stub): at for at, stub in enumerate(stubs)}
            return
        self._places = {_place(document): at for at, document in enumerate(documents)}
        for at, document in enumerate(documents):
            self._lengths.setdefault(len(document.text), []).append(at)

    def find(self, known: Known) -> int | None:
        """Return the index of a document: with the same text, of several the one in its place; else in its place."""
        there = self._places.get((known.path, known.name))
        same = [at for at in self._lengths.get(known.length, ()) if self._digest(at) == known.digest]
        return there if there in same or not same else same[0]

    def _digest(self, at: int) -> int:
        if at not in self._digests:
            self._digests[at] = hash_of(self._documents[at].text)
        return self._digests[at]
