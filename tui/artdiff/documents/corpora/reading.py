"""A corpus, row by row."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from artdiff.documents.collection import Problem
from artdiff.documents.corpora.columns import NO_COLUMNS, Columns, document_or_pair
from artdiff.documents.corpora.rows import json_lines, table
from artdiff.documents.corpora.streams import stream, text_of
from artdiff.documents.decoding import NotTextError
from artdiff.documents.formats import PARQUET, corpus_suffix

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from pathlib import Path

    from artdiff.documents.corpora.columns import TextPair
    from artdiff.documents.corpora.rows import Row
    from artdiff.documents.document import Document

LONGEST_NAME = 30
SHOWN = 8
"""Columns that are told."""
FIRST = 20
"""Rows of which one at least must be as the rows of a corpus are."""


class NotACorpusError(NotTextError):
    """The file's rows have none of the columns that make a corpus; in a folder it is some other file."""


def read_corpus(path: Path, columns: Columns = NO_COLUMNS) -> Iterator[Document | TextPair | Problem]:
    """Yield what each row holds, or what is wrong with it; a name that tells no format is taken for JSON lines.

    Raises:
        UnreadableError: the file as a whole cannot be read, or is no corpus.
    """
    with stream(path) as data:
        rows = _rows(data, corpus_suffix(path.name) or ".jsonl", columns)
        for row in _of_a_corpus(rows, columns):
            place = f"{path}:{row.line}"
            yield Problem(place, row.problem, row=True) if row.problem else document_or_pair(row.value, place, columns)


def _rows(data: io.BufferedReader, suffix: str, columns: Columns) -> Iterator[Row]:
    if suffix == PARQUET:
        from artdiff.documents.corpora.parquet import parquet  # noqa: PLC0415

        yield from parquet(data, columns)
        return
    is_table = suffix in {".csv", ".tsv"}
    with text_of(data, "" if is_table else "\n") as text:
        if is_table:
            yield from table(text, "," if suffix == ".csv" else "\t")
        elif suffix == ".json":
            from artdiff.documents.corpora.arrays import json_array  # noqa: PLC0415

            yield from json_array(text)
        else:
            yield from json_lines(text)


def _of_a_corpus(rows: Iterator[Row], columns: Columns) -> Iterator[Row]:
    """Yield the rows once one of the first shows that they are those of a corpus."""
    first = list(islice(rows, FIRST))
    if first and not any(isinstance(row.value, dict) and columns.has(row.value) for row in first):
        message = f"it is no corpus: {_why(first[0])}"
        raise NotACorpusError(message)
    yield from chain(first, rows)


def _why(row: Row) -> str:
    """Return why a file's first row is that of no corpus."""
    if row.problem:
        return f"line {row.line}: {row.problem}"
    names = list(row.value) if isinstance(row.value, dict) else []
    shown = ", ".join(_shortened(str(name)) for name in names[:SHOWN])
    others = f" but {shown}{', …' * (len(names) > SHOWN)}" if names else ""
    return f"its rows have neither text nor source and variant{others}; --map names others"


def _shortened(name: str) -> str:
    """Return the beginning of a column's name: in a damaged table half an article may be one."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
