"""How the tables of engine/data are read: whole files, once, at the first look-up that needs them.

To cut a large table into its lines costs more than all that an article asks of it. Where its lines stand in order it
stays one text, in which a key's place is found.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Final

FOLDER = Path(__file__).parent.parent / "data"
STEP: Final = 1024
"""Code points between two places at which it is known which entry stands there: so far a key is looked for."""


@cache
def read_rows(name: str) -> dict[str, str]:
    """Return the lines of a table that is one class a line: its name, a tab, its entries."""
    return dict(line.split("\t", 1) for line in read_lines(name))


def read_lines(name: str) -> list[str]:
    """Return a table's lines in their order, without the comments at its head."""
    text = _read(name)
    return text[_head(text) :].split("\n")[:-1]


@cache
def read_sorted(name: str) -> SortedText:
    """Return the lines of a table in the order of what stands before their first tab."""
    text = _read(name)
    return SortedText(text, "\n", "\t", _head(text) - 1)


def read_stems(name: str, stem: str) -> frozenset[str]:
    """Return the stems that a sorted table has for one; none for one that it lacks."""
    row = read_sorted(name).get(stem)
    return frozenset(row.split(" ")) if row else frozenset()


def _read(name: str) -> str:
    return (FOLDER / name).read_bytes().decode()


def _head(text: str) -> int:
    """Return where the comments at a table's head end."""
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return start


class SortedText:
    """Entries in one text, in the order of their keys.

    Args:
        text: the entries; what is between them stands before the first and behind the last too.
        between: a sign that stands in no entry.
        behind: stands behind each key, and in none; what is between the entries where these are keys only.
        start: where the first entry begins, with what stands before it.
    """

    def __init__(self, text: str, between: str, behind: str, start: int = 0) -> None:
        self._text, self._between, self._behind = text, between, behind
        last = len(text) - 1
        near = (text.find(between, at, last) for at in range(start, last, STEP))
        self._starts = list(dict.fromkeys([start, *(at for at in near if at >= 0)]))
        self._keys = [text[at + 1 : text.find(behind, at + 1)] for at in self._starts]
        self._starts.append(last)

    def __contains__(self, key: str) -> bool:
        return self._place(key) >= 0

    def get(self, key: str) -> str | None:
        """Return what stands behind a key; None where the key is not there."""
        place = self._place(key)
        return None if place < 0 else self._text[place + len(key) + 2 : self._text.index(self._between, place + 1)]

    def _place(self, key: str) -> int:
        """Return what stands before an entry; -1 where there is no such key."""
        if self._behind in key or self._between in key:
            return -1
        at = max(0, bisect_right(self._keys, key) - 1)
        return self._text.find(f"{self._between}{key}{self._behind}", self._starts[at], self._starts[at + 1] + 1)
