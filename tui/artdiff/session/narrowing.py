"""Narrowing the list of stories to what has some words in its title or name.

Each row's words are made once, so that thousands of rows are looked through while one types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from artdiff.documents.shelf import Shelf
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.session.state import Session

_BETWEEN: Final = "\n"
"""Between a story's title and a document's name: nobody types it, so no word is found across both."""


class Haystack:
    """The words of the list's rows, as they were written and without capitals.

    Args:
        rows: what each row says.
    """

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
        self._folded = [row.casefold() for row in rows]

    def matching(self, words: str) -> list[int]:
        """Return the rows that say all words, in any order; capitals count where there are some."""
        is_exact = words != words.lower()
        wanted = words.split() if is_exact else words.casefold().split()
        found: Sequence[int] = range(len(self._rows))
        rows = self._rows if is_exact else self._folded
        for word in wanted:
            found = [at for at in found if word in rows[at]]
        return list(found)


def words_of(session: Session, story: int | None, document: int) -> str:
    """Return what a document's row is found by: its name, and the title of its story."""
    name = visible_line(_name(session, document))
    return name if story is None else f"{visible_line(session.stories[story].title)}{_BETWEEN}{name}"


def _name(session: Session, document: int) -> str:
    """Return a document's whole name; that of a shelf without reading it."""
    documents = session.documents
    return session.names[document] if isinstance(documents, Shelf) else documents[document].name


def narrowed(session: Session, words: str) -> Session:
    """Return the session with the list narrowed to what has some words; no words show all of it."""
    return replace(session, narrowed=words)


def widened(session: Session) -> Session:
    """Show the whole list again."""
    return replace(session, narrowed="", status="the whole list is shown" if session.narrowed else session.status)
