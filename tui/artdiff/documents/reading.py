"""Paths to documents: files and folders, what cannot be read as data beside them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artdiff.documents.collection import Collection, Problem
from artdiff.documents.decoding import NotTextError
from artdiff.documents.document import Document
from artdiff.documents.files import contents, problem_of
from artdiff.documents.formats import PLAIN_TEXT, corpus_suffix, format_of, known_suffixes
from artdiff.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.corpora.columns import Columns

OWN_FILE: Final = "artdiff.allow"
"""What is never flagged in the texts beside it: no text itself, and nothing that is passed over."""


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read one file as one document.

    Raises:
        UnreadableError: there is no such file, it may not be read, or it is no text.
    """
    found = read_file(Path(path))
    if len(found) != 1 or not isinstance(found[0], Document):
        raise UnreadableError(str(path), "it holds several texts; name one")
    return found[0]


def read_file(path: Path) -> list[Document | Problem]:
    """Read the documents of one file; a name that tells no format is taken for plain text.

    Raises:
        UnreadableError: there is no such file, it may not be read, or it is no text.
    """
    form = format_of(path.name) or PLAIN_TEXT
    try:
        return list(form.read(contents(path), path))
    except NotTextError as error:
        raise UnreadableError(str(path), str(error)) from error


def holds_several(path: Path) -> bool:
    """Say whether it is a folder, an archive or a corpus: more than one text."""
    form = format_of(path.name)
    return _names_folder(path) or corpus_suffix(path.name) is not None or bool(form and form.several)


def read(
    paths: Sequence[Path],
    source: Path | None = None,
    columns: Columns | None = None,
    elsewhere: Sequence[Path] = (),
) -> Collection:
    """Read files and folders, folders with all that is in them.

    A file that is named and stands in a named folder too is read once, where it is named. Links to folders are
    followed, every folder once.

    Args:
        paths: as the user named them; with exactly two files and no `source`, the first is the source.
        source: the file that everything else is a rewrite of; when it cannot be read, nothing else is.
        columns: which columns of corpora are what; None for those that have the fields' names.
        elsewhere: files that are read elsewhere, and so not here where they stand in a named folder.
    """
    if source is None and len(paths) == 2 and not elsewhere and not any(map(holds_several, paths)):
        source, paths = paths[0], paths[1:]
    reading = _Reading((*paths, *elsewhere, *([] if source is None else [source])), columns)
    if source is not None and not reading.read_source(source):
        return reading.result_without_source()
    for path in paths:
        if _names_folder(path):
            reading.read_folder(path)
        else:
            reading.read_named(path)
    return reading.result(None if source is None else 0)


def list_files(paths: Sequence[Path]) -> tuple[list[Path], tuple[Problem, ...], int]:
    """Return the files that paths name or hold, none of them read, what is wrong with folders, and how many were passed over."""
    reading = _Reading([path for path in paths if not _names_folder(path)], None)
    files = [file for path in paths for file in (reading.files_in(path) if _names_folder(path) else [path])]
    return files, *reading.set_aside()


class _Reading:
    """The state of one reading: what was found so far."""

    def __init__(self, named: Iterable[Path], columns: Columns | None) -> None:
        self._columns = columns
        self._documents: list[Document] = []
        self._problems: list[Problem] = []
        self._passed_over = 0
        self._named = {_identity(path) for path in named} - {None}
        self._seen: set[tuple[int, int]] = set()

    def result(self, source: int | None) -> Collection:
        return Collection(tuple(self._documents), tuple(self._problems), self._passed_over, source)

    def result_without_source(self) -> Collection:
        return Collection((), tuple(self._problems))

    def set_aside(self) -> tuple[tuple[Problem, ...], int]:
        return tuple(self._problems), self._passed_over

    def files_in(self, folder: Path) -> Iterator[Path]:
        """Yield the files of a folder that were not named apart."""
        for path in () if _identity(folder) in self._seen else self._texts_in(folder):
            if not self._named or _identity(path) not in self._named:
                yield path

    def read_source(self, path: Path) -> bool:
        """Read the file that everything else is a rewrite of; say whether that went well."""
        try:
            self._documents.append(read_document(path))
        except UnreadableError as error:
            self._problem(path, error.problem)
            return False
        return True

    def read_named(self, path: Path) -> bool:
        """Read a file that the user named; say whether that went well."""
        try:
            self._read(path)
        except UnreadableError as error:
            self._problem(path, error.problem)
            return False
        return True

    def _read(self, path: Path) -> None:
        """Read what a file holds, also of one that cannot be read to its end.

        Raises:
            UnreadableError: it cannot be read, or not to its end.
        """
        found: Iterable[object]
        if corpus_suffix(path.name):
            from artdiff.documents.corpora.columns import NO_COLUMNS  # noqa: PLC0415  (for corpora only)
            from artdiff.documents.corpora.reading import read_corpus  # noqa: PLC0415

            found = read_corpus(path, self._columns or NO_COLUMNS)
        else:
            found = read_file(path)
        for one in found:
            if isinstance(one, Document):
                self._documents.append(one)
            elif isinstance(one, Problem):
                self._problems.append(one)
            elif isinstance(one, tuple):
                self._documents += (side for side in one if isinstance(side, Document))

    def read_folder(self, folder: Path) -> None:
        """Read what texts a folder holds."""
        if _identity(folder) in self._seen:
            return
        known, texts = len(self._problems), 0
        for path in self._texts_in(folder):
            texts += _identity(path) in self._named or self._read_found(path)
        if not texts and len(self._problems) == known:
            self._problem(folder, f"this folder holds no text that is read here ({known_suffixes()})")

    def _read_found(self, path: Path) -> bool:
        try:
            self._read(path)
        except UnreadableError as error:
            if isinstance(error.__cause__, NotTextError):
                self._passed_over += 1
            else:
                self._problem(path, error.problem)
            return False
        return True

    def _texts_in(self, top: Path) -> Iterator[Path]:
        """Yield the files in a folder and below whose names say text, by name; count the others."""
        waiting = self._entries(top)
        while waiting:
            entry = waiting.pop()
            if entry.name.startswith("."):
                self._passed_over += 1
            elif _is_folder(entry):
                waiting += self._entries(Path(entry.path))
            elif not _is_known(entry.name) or _is_special(entry):
                self._passed_over += entry.name != OWN_FILE
            else:
                yield Path(entry.path)

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        """Return a folder's entries, the last by name first; none for a folder that was read by another way."""
        identity = _identity(folder)
        if identity in self._seen:
            return []
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            self._problem(folder, problem_of(error))
            return []
        if identity is not None:
            self._seen.add(identity)
        return found

    def _problem(self, path: Path, message: str) -> None:
        self._problems.append(Problem(str(path), message))


def _names_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  (Path.is_dir raises where a folder above may not be read)


def _is_known(name: str) -> bool:
    return format_of(name) is not None or corpus_suffix(name) is not None


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file under another name to be the same; None for what is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads back to itself: reading it says so
        return False


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Say whether it is a pipe, a socket or a device, which in a folder nobody meant to be read."""
    try:
        return not stat.S_ISREG(entry.stat().st_mode)
    except OSError:  # gone since it was listed, or a broken link: reading it says what is wrong
        return False
