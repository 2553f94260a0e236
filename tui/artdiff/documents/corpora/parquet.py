"""Parquet: rows by batches, of the columns that are needed only. Needs the extra ``parquet``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.documents.corpora.columns import FIELDS
from artdiff.documents.corpora.rows import Row
from artdiff.documents.decoding import NotTextError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from pyarrow import RecordBatch

    from artdiff.documents.corpora.columns import Columns

_BATCH: Final = 64


def parquet(file: BinaryIO, columns: Columns) -> Iterator[Row]:
    """Yield the rows, numbered from one.

    Raises:
        NotTextError: it is no Parquet, or pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  (an extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        message = "to read Parquet, install the extra: pip install 'artdiff[parquet]'"
        raise NotTextError(message) from error
    wanted = {columns.names.get(field, field) for field in FIELDS}
    number = 0
    try:
        table = pq.ParquetFile(file, pre_buffer=False)
        names = [name for name in table.schema_arrow.names if name in wanted]
        for batch in table.iter_batches(_BATCH, columns=names, use_threads=False):
            for at in range(batch.num_rows):
                number += 1
                yield _row(batch.slice(at, 1), number)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        message = f"it is no Parquet, or a damaged one: {str(error).splitlines()[0][:100]}"
        raise NotTextError(message) from error


def _row(batch: RecordBatch, number: int) -> Row:
    """Return the one row of a batch; not every value that a damaged file holds is one of Python's."""
    try:
        (row,) = batch.to_pylist()
    except (ValueError, OverflowError, LookupError) as error:
        return Row(number, None, f"a value of it cannot be read: {str(error)[:100]}")
    return Row(number, {name: _plain(value) for name, value in row.items()})


def _plain(value: object) -> object:
    """Return what JSON would have: a date as its ISO form."""
    return value.isoformat() if hasattr(value, "isoformat") else value
