"""The rows of corpora in text: JSON lines, a JSON array, and tables with separators; what is no row is told and passed over."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.corpora.columns import FORM
from artdiff.documents.corpora.streams import LARGEST_ROW, TooLongError, bounded_line
from artdiff.documents.decoding import NotTextError

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

TOO_LONG: Final = f"it is longer than {LARGEST_ROW // 1024**2} million signs, more than any article"
MOST_COLUMNS: Final = 4096
_SHOWN: Final = 60


class Row(NamedTuple):
    """A row of a corpus: its line, and what stands there, or what is wrong with it."""

    line: int
    value: object
    problem: str | None = None


def json_lines(text: io.TextIOWrapper) -> Iterator[Row]:
    """Yield the rows of JSON lines; empty lines are passed over."""
    number = 0
    while True:
        number += 1
        try:
            line = bounded_line(text)
        except TooLongError:
            yield Row(number, None, TOO_LONG)
            continue
        if not line:
            return
        if line.strip("\ufeff \t\r\n\0"):
            yield parsed(line, number)


def parsed(words: str, line: int) -> Row:
    """Return the row that JSON says."""
    try:
        return Row(line, json.loads(words.strip("\ufeff\r\n"), parse_constant=_refuse))
    except json.JSONDecodeError as error:
        return Row(line, None, f"not JSON: {error.msg} at column {error.colno}; {FORM}")
    except NoNumberError as error:
        return Row(line, None, f"not JSON: {error}; {FORM}")
    except (RecursionError, ValueError):
        return Row(line, None, f"JSON of a kind that no row needs; {FORM}")


class NoNumberError(ValueError):
    """What Python takes for a number and JSON does not: a line that says it again would be no JSON either."""


def _refuse(word: str) -> float:
    raise NoNumberError(word)


def table(text: io.TextIOWrapper, separator: str) -> Iterator[Row]:
    """Yield the rows of a table whose first line names the columns; a comma may be a semicolon, as some programs write.

    Raises:
        NotTextError: it has no such first line.
    """
    lines = _Lines(text)
    try:
        head = next(lines, "")
    except csv.Error as error:
        raise NotTextError(str(error)) from error
    if not head.strip("\ufeff \t\r\n"):
        message = "it has no first line that names the columns"
        raise NotTextError(message)
    if separator == "," and head.count(";") > head.count(","):
        separator = ";"
    if head.count(separator) > MOST_COLUMNS:
        message = f"it has more than {MOST_COLUMNS} columns"
        raise NotTextError(message)
    csv.field_size_limit(LARGEST_ROW)
    lines.again = head
    yield from _table_rows(csv.reader(lines, delimiter=separator), lines)


class _Lines:
    """A table's lines, counted; one that is too long is an error of its row."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text, self.count, self.again = text, 0, ""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line, self.again = self.again, ""
        if line:
            return line
        self.count += 1
        try:
            line = bounded_line(self._text)
        except TooLongError as error:
            raise csv.Error(TOO_LONG) from error
        if not line:
            raise StopIteration
        return line.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _table_rows(reader: Iterator[list[str]], lines: _Lines) -> Iterator[Row]:
    names: list[str] | None = None
    while True:
        first = lines.count + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(first, None, str(error))
            continue
        if names is None:
            names = [cell.strip("\ufeff ") for cell in cells]
        elif cells and len(cells) != len(names):
            yield Row(first, None, f"it has {len(cells)} columns where the first line has {len(names)}")
        elif cells:
            yield Row(first, {name: cell for name, cell in zip(names, cells, strict=True) if cell})
