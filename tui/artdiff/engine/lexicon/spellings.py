"""What is worked out of words by their spelling alone, looked up for all words of a document at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
REMEMBERED: Final = 1 << 16
"""How many words are kept ready; English news has about so many."""


class Spellings(Generic[T]):
    """What a function says of words, each asked once; a plain table is read in half the time of a memory that ages.

    Args:
        read: what is asked of a word that is not known yet.
        most: how many words are kept; all are forgotten before there are more, unless one document has more.
    """

    def __init__(self, read: Callable[[str], T], most: int = REMEMBERED) -> None:
        self._read, self._most = read, most
        self._known: dict[str, T] = {}

    def of(self, words: Sequence[str]) -> list[T]:
        """Return what is said of each word."""
        try:
            return list(map(self._known.__getitem__, words))
        except KeyError:
            self._learn(words)
            return list(map(self._known.__getitem__, words))

    def _learn(self, words: Iterable[str]) -> None:
        words = set(words)
        if len(words | self._known.keys()) > self._most:
            self._known.clear()
        for word in words.difference(self._known):
            self._known[word] = self._read(word)
