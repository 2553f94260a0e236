"""A run that goes on where a broken one ended: its lines are in a file, in the order of the pairs."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class ResumeError(ArtdiffError):
    """The file is no part of such a run."""


class Done(NamedTuple):
    """A line that is there already: the pair that it is about, and whether the pair failed the check."""

    identity: object
    fails: bool


class Journal:
    """The lines of a run, those of an earlier one first.

    Args:
        file: open for reading and writing; a line that a kill has cut is cut off.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self.kept = 0

    def earlier(self) -> Iterator[Done]:
        """Yield the whole lines that are there, in order, and leave the file behind the last."""
        end = self._file.tell()
        while (line := self._file.readline()).endswith(b"\n"):
            yield self._done(line)
            self.kept += 1
            end = self._file.tell()
        self._file.seek(end)
        self._file.truncate()

    def _done(self, line: bytes) -> Done:
        try:
            row = json.loads(line)
            findings = row.get("findings", [])
            return Done(row["id"], any(finding["standing"] == "fails" for finding in findings))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            message = f"{self._name}: line {self.kept + 1} is none of a check of pairs"
            raise ResumeError(message) from error

    def write(self, line: str) -> None:
        """Add a line, and let it go: a killed run loses no line that was written."""
        self._file.write(line.encode() + b"\n")
        self._file.flush()


@contextmanager
def journal(path: Path) -> Iterator[Journal]:
    """Give the file of a run, a new one where there is none.

    Raises:
        ResumeError: it cannot be opened.
    """
    try:
        path.touch()
        file = path.open("r+b")
    except OSError as error:
        message = f"{path}: it cannot be written: {error.strerror}"
        raise ResumeError(message) from error
    with file:
        yield Journal(file, str(path))
