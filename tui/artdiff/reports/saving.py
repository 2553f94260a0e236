"""Saving a report: the form follows the file's name, and a file that was there stays whole until the new one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.documents.writing import replace_file
from artdiff.errors import ArtdiffError
from artdiff.reports.forms import form_of, written
from artdiff.reports.picture import self_contained

if TYPE_CHECKING:
    from pathlib import Path

    from artdiff.reports.checked import Report


class UnsavedError(ArtdiffError):
    """A report could not be written where it was to be."""


def save(report: Report, file: Path) -> None:
    """Write a report.

    Raises:
        UnknownFormError: the name's ending is that of no report; before anything is written.
        UnsavedError: it cannot be written there.
    """
    form = form_of(file)
    _write(file, written(report, form))


def save_picture(picture: str, file: Path) -> None:
    """Write the picture of a screen, an SVG as Textual exports it, without what it would have fetched.

    Raises:
        UnsavedError: it cannot be written there.
    """
    _write(file, self_contained(picture))


def _write(file: Path, text: str) -> None:
    try:
        if file.exists() and not file.is_file():  # a device or a pipe takes the text itself
            file.write_text(text, encoding="utf-8", newline="")
            return
        replace_file(file, text.encode())
    except OSError as error:
        message = f"{file}: the report cannot be written: {error.strerror or error}"
        raise UnsavedError(message) from error
