"""A JSON array of rows, read a row at a time: a scanner finds where each row ends, json reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from artdiff.documents.corpora.rows import TOO_LONG, Row, parsed
from artdiff.documents.corpora.streams import LARGEST_ROW
from artdiff.documents.decoding import NotTextError

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

_PIECE: Final = 1 << 16
_OPENING: Final = re.compile(r"[\s\ufeff]*")
_MARK: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]|"', re.DOTALL)
"""A whole string, a bracket, or a string that goes on behind what was read."""


def json_array(text: io.TextIOWrapper) -> Iterator[Row]:
    """Yield the rows of an array, or of objects one after the other.

    Raises:
        NotTextError: it does not begin as either.
    """
    scanner = _Scanner(text)
    if scanner.first() not in {"[", "{"}:
        message = "it is no JSON array of rows"
        raise NotTextError(message)
    yield from scanner.rows()


class _Scanner:
    """A text that is read as far as its next row.

    What was read and not yielded stands in `_text` from `_start` on; `_at` is how far it was looked at, and `_depth`
    how many brackets are open there, that of the array itself not counted.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream, self._text, self._line = stream, "", 1
        self._start, self._at, self._depth = 0, 0, 0
        self._array = False

    def first(self) -> str:
        """Return the sign that it begins with, behind which the rows stand."""
        while self._more():
            self._start = self._at = _match_end(self._text)
            if self._at < len(self._text):
                break
        sign = self._text[self._at : self._at + 1]
        if sign == "[":
            self._array = True
            self._at += 1
        return sign

    def rows(self) -> Iterator[Row]:
        """Yield the rows to the end."""
        while True:
            mark = _MARK.search(self._text, self._at)
            if mark is None or mark[0] == '"':
                self._at = len(self._text) if mark is None else mark.start()
                if len(self._text) - self._start > LARGEST_ROW:
                    yield Row(self._line, None, f"a row behind this line: {TOO_LONG}; the rest is not read")
                    return
                if not self._more():
                    yield from self._unfinished()
                    return
                continue
            self._at = mark.end()
            yield from self._step(mark)

    def _step(self, mark: re.Match[str]) -> Iterator[Row]:
        if mark[0] in {"{", "["}:
            if self._depth == 0:
                self._line += self._text.count("\n", self._start, mark.start())
                self._start = mark.start()
            self._depth += 1
        elif mark[0] in {"}", "]"} and self._depth:
            self._depth -= 1
            if self._depth == 0:
                yield parsed(self._text[self._start : self._at], self._line)
                self._line += self._text.count("\n", self._start, self._at)
                self._start = self._at

    def _unfinished(self) -> Iterator[Row]:
        if self._depth or (self._array and not self._text.rstrip().endswith("]")):
            yield Row(self._line, None, "the file ends inside a row or an array")

    def _more(self) -> bool:
        """Read on; a row that is long is read in ever larger pieces, so that the whole stays linear."""
        piece = self._stream.read(max(_PIECE, len(self._text) - self._start))
        self._text = self._text[self._start :] + piece
        self._at -= self._start
        self._start = 0
        return bool(piece)


def _match_end(text: str) -> int:
    found = _OPENING.match(text)
    return found.end() if found else 0
