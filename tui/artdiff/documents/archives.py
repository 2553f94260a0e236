"""ZIP archives of articles, read without unpacking to disk, with limits that no bomb gets over."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from artdiff.documents.collection import Problem
from artdiff.documents.decoding import NotTextError
from artdiff.documents.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Document

LARGEST_MEMBER: Final = 64 * 1024 * 1024
"""Bytes of one file in an archive, unpacked."""
LARGEST_RATIO: Final = 200
"""How many times its packed size a file may unpack to; texts reach 10, markup 40."""
FREE: Final = 1024 * 1024
"""Bytes unpacked for which the ratio is not looked at."""
LARGEST_WHOLE: Final = 1024 * 1024 * 1024
"""Bytes of all files of an archive together, unpacked."""
LARGEST_LIST: Final = 16 * 1024 * 1024
"""Bytes of an archive's list of files, which is read as a whole: some 200,000 files."""
_END: Final = b"PK\5\6"
_END_SIZE: Final = 22
_LONGEST_COMMENT: Final = 65535


def read(data: bytes, path: Path) -> Iterator[Document | Problem]:
    """Yield the documents of an archive's files whose names tell a format that is read, in the archive's order.

    Raises:
        NotTextError: it is no archive, or its list of files is made to exhaust.
    """
    with opened_archive(data) as archive:
        left = LARGEST_WHOLE
        for info in archive.infolist():
            form = format_of(PurePosixPath(info.filename).name)
            # A damaged list may hold a file without a name, which has no form and would not say whether it is a folder.
            if form is None or form.several or info.is_dir() or _is_hidden(info.filename):
                continue
            place = f"{path}/{info.filename}"
            try:
                content = member(archive, info.filename)
                left -= len(content)
                if left < 0:
                    yield Problem(
                        str(path), f"it unpacks to more than {LARGEST_WHOLE // 1024**3} GiB; the rest is not read"
                    )
                    return
                for found in form.read(content, Path(place)):
                    yield found if isinstance(found, Problem) else found._replace(name=place, path=None)
            except NotTextError as error:
                yield Problem(place, str(error))


@contextmanager
def opened_archive(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Give an archive.

    Raises:
        NotTextError: it is none.
    """
    if _size_of_list(data) > LARGEST_LIST:
        message = "it is a ZIP archive with a list of files that is larger than any"
        raise NotTextError(message)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        message = "it is no ZIP archive, or a damaged one"
        raise NotTextError(message) from error
    with archive:
        yield archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a file in an archive.

    Raises:
        NotTextError: it is encrypted, damaged, or unpacks to more than any text.
    """
    try:
        info = archive.getinfo(name)
        # What the list says of its size need not be true: no more is unpacked than is allowed.
        most = min(LARGEST_MEMBER, max(FREE, LARGEST_RATIO * info.compress_size))
        with archive.open(info) as file:
            content = file.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        message = "it is damaged"
        raise NotTextError(message) from error
    except (RuntimeError, NotImplementedError) as error:
        message = "it is encrypted, or packed in a way that is not read here"
        raise NotTextError(message) from error
    if len(content) > most:
        message = f"it unpacks to more than {LARGEST_RATIO} times its size, or to more than any article"
        raise NotTextError(message)
    return content


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in PurePosixPath(name).parts)


def _size_of_list(data: bytes) -> int:
    """Return how many bytes the list of files takes, by the archive's own word; the constructor reads so many."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(data):
        return 0
    size: int = struct.unpack_from("<L", data, at + 12)[0]
    return size
