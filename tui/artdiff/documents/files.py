"""The bytes of one file, whatever stands at its path: never hangs, never follows a device."""

from __future__ import annotations

import errno
import io
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 256 * 1024 * 1024
"""Bytes that are read of one file; what is larger is no article, and would fill the memory before anybody knew."""

# A pipe is waited for only where it is certainly open at its other end: standard input and the shell's <(command).
_OPEN_ALREADY: Final = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_PROBLEMS: Final = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: "it is a symbolic link that leads back to itself",
    errno.ENAMETOOLONG: "no file has so long a name",
    errno.ENXIO: "it is a socket, not a text",
}


def contents(path: Path) -> bytes:
    """Return a file's bytes; those of the null device, an empty side, are none.

    Raises:
        UnreadableError: with the reason in a person's words.
    """
    with opened(path) as file:
        size = length(file)
        if size and size > LARGEST:
            raise UnreadableError(str(path), _too_large())
        data = file.read(size or LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(str(path), _too_large())
    return data


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file to be read piece by piece, however large it is.

    Raises:
        UnreadableError: it cannot be opened, or not be read to its end; with the reason in a person's words.
    """
    try:
        with open(path, "rb", opener=_open) as file:
            problem = _refuse(path, os.fstat(file.fileno()))
            if problem:
                raise UnreadableError(str(path), problem)
            os.set_blocking(file.fileno(), True)
            yield file
    except OSError as error:
        raise UnreadableError(str(path), problem_of(error)) from error


def length(file: BinaryIO) -> int | None:
    """Return how many bytes a file has now; None where that is not known, as of a pipe.

    One that grows while it is read is read so far: whoever appends faster than is read would keep the reading from ending.
    """
    status = os.fstat(file.fileno())
    return status.st_size or None if stat.S_ISREG(status.st_mode) else None


class AsOpened(io.RawIOBase):
    """A file that is as long as it was when it was opened, for reading once from its beginning to its end."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file, self._length, self._at = file, length(file), 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read the next bytes, none behind the length."""
        wanted = len(buffer) if self._length is None else min(len(buffer), self._length - self._at)
        data = self._file.read(wanted)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def problem_of(error: OSError) -> str:
    """Return what an operating system's error means, as the end of a sentence."""
    known = _PROBLEMS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower()


def _open(path: str, flags: int) -> int:
    """Open without waiting, as opening a pipe that nobody writes to would for ever.

    What was opened is asked afterwards, so that nothing can take its place in between.
    """
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _refuse(path: Path, status: os.stat_result) -> str | None:
    """Return why this is not read, or None for what is."""
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode):
        open_already = str(path).startswith(_OPEN_ALREADY)
        return None if open_already else "it is a named pipe, which might never end; save its text in a file"
    if stat.S_ISCHR(mode) and status.st_rdev == Path(os.devnull).stat().st_rdev:
        return None
    return "it is a device, not a text"


def _too_large() -> str:
    return f"it is larger than {LARGEST // 1024 // 1024} MiB, more than any article"
