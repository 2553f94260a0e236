"""The bytes of a corpus, unpacked as they are read, and lines of them that no file can make too long."""

from __future__ import annotations

import gzip
import io
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from artdiff.documents.decoding import NotTextError, encoding_of
from artdiff.documents.files import AsOpened, opened
from artdiff.documents.formats import PARQUET, corpus_suffix
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_RATIO: Final = 200
"""How many times its packed size a corpus may unpack to; text reaches 10."""
FREE: Final = 64 * 1024 * 1024
"""Bytes unpacked before the ratio is looked at."""
LARGEST_ROW: Final = 32 * 1024 * 1024
"""Code points of a row; ten times the longest book."""
SAMPLE: Final = 64 * 1024
_BUFFER: Final = 256 * 1024


class _Unpacked(io.RawIOBase):
    """What a packed file holds, read no further than a text can unpack.

    Args:
        damage: what the unpacking raises where the file is damaged.
    """

    def __init__(self, packed: BinaryIO, unpacked: BinaryIO, damage: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._packed, self._unpacked, self._damage, self._count = packed, unpacked, damage, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._unpacked.read(len(buffer))
        except self._damage as error:
            message = f"it is damaged, or not packed as its name says: {error}"
            raise NotTextError(message) from error
        self._count += len(data)
        if self._count > max(FREE, LARGEST_RATIO * self._packed.tell()):
            message = f"it unpacks to more than {LARGEST_RATIO} times its size, as no text does"
            raise NotTextError(message)
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def stream(path: Path) -> Iterator[io.BufferedReader]:
    """Give the bytes of a corpus, unpacked where its name says that it is packed.

    Raises:
        UnreadableError: it cannot be read, or is made to exhaust.
    """
    try:
        with opened(path) as file:
            if corpus_suffix(path.name) == PARQUET:  # which is not read from its beginning to its end
                yield cast("io.BufferedReader", file)
                return
            with _unpacked(io.BufferedReader(AsOpened(file), _BUFFER), path.suffix.lower()) as reader:
                yield reader
    except NotTextError as error:
        raise UnreadableError(str(path), str(error)) from error


def _unpacked(file: io.BufferedReader, suffix: str) -> io.BufferedReader:
    if suffix == ".gz":
        unpacked = cast("BinaryIO", gzip.GzipFile(fileobj=file))
        return io.BufferedReader(_Unpacked(file, unpacked, (OSError, EOFError, zlib.error)), _BUFFER)
    if suffix == ".zst":
        return io.BufferedReader(_zstandard(file), _BUFFER)
    return file


def _zstandard(file: BinaryIO) -> _Unpacked:
    try:
        import zstandard  # noqa: PLC0415  (an extra)
    except ImportError as error:
        message = "to read .zst, install the extra: pip install 'artdiff[zst]'"
        raise NotTextError(message) from error
    # A frame may ask for a window of gigabytes; what `zstd -19` and --long=27 write needs 128 MiB.
    unpacker = zstandard.ZstdDecompressor(max_window_size=2**27)
    unpacked = cast("BinaryIO", unpacker.stream_reader(file, read_across_frames=True))
    return _Unpacked(file, unpacked, (zstandard.ZstdError,))


def text_of(data: io.BufferedReader, newline: str) -> io.TextIOWrapper:
    """Return a stream's text, its encoding told by how it begins.

    Raises:
        NotTextError: it begins as no text does.
    """
    sample = data.peek(SAMPLE)
    return io.TextIOWrapper(data, encoding_of(sample[:SAMPLE]), errors="replace", newline=newline)


class TooLongError(Exception):
    """A line is longer than any row; the stream stands behind it."""


def bounded_line(text: io.TextIOWrapper) -> str:
    """Return the next line with its end, "" behind the last.

    Raises:
        TooLongError: once for a line that is too long.
    """
    line = text.readline(LARGEST_ROW)
    if len(line) < LARGEST_ROW or line.endswith("\n"):
        return line
    while line and not line.endswith("\n"):
        line = text.readline(LARGEST_ROW)
    raise TooLongError
