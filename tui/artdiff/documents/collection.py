"""What was read of the paths that a user named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.documents.document import Document


class Problem(NamedTuple):
    """Something that should have been read and was not.

    Attributes:
        path: as the user named it or as it was found; ``file:line`` for a line of a corpus.
        message: what is wrong, the end of a sentence that begins with the path.
        row: it is one row of a corpus, which goes on behind it.
    """

    path: str
    message: str
    row: bool = False

    def __str__(self) -> str:
        """Return both, as one line."""
        return f"{self.path}: {self.message}"


class Collection(NamedTuple):
    """The documents of some paths, and what else stood there.

    Attributes:
        documents: in the order of the paths; inside a folder by name. A source that was named apart comes first.
        problems: what was named and cannot be read, and texts in folders that should have been readable.
        passed_over: how many hidden files and folders, and files that are no text, the folders held.
        source: index of the document that the user made the source; None when nobody did, or it cannot be read.
        remarks: what is to be said of a file though nothing is wrong with it.
    """

    documents: Sequence[Document]
    problems: tuple[Problem, ...] = ()
    passed_over: int = 0
    source: int | None = None
    remarks: tuple[Problem, ...] = ()
