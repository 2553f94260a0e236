"""The forms of a report, by their names and by the ends of files' names."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from artdiff.reports.checked import Report


class UnknownFormError(ArtdiffError):
    """A file's name does not say which form its report is to have."""


class Form(NamedTuple):
    """A form: which function of which module writes it, and the end of its files' names; "" where it is never a file."""

    module: str
    function: str
    suffix: str = ""


FORMS: Final = {
    "html": Form("html", "page", ".html"),
    "markdown": Form("markdown", "markdown", ".md"),
    "json": Form("structured", "document", ".json"),
    "csv": Form("table", "table", ".csv"),
    "sarif": Form("sarif", "sarif", ".sarif"),
    "github": Form("annotations", "workflow_commands"),
}
"""What a form needs is imported when it is written: jinja2 for HTML alone."""
_BY_SUFFIX: Final = {form.suffix: name for name, form in FORMS.items() if form.suffix}


def written(report: Report, form: str) -> str:
    """Return a report in the form of that name, a newline at its end."""
    chosen = FORMS[form]
    write: Callable[[Report], str] = getattr(import_module(f"artdiff.reports.{chosen.module}"), chosen.function)
    return write(report)


def form_of(file: PurePath) -> str:
    """Return the form that a file's name asks for.

    Raises:
        UnknownFormError: its ending is none of those known.
    """
    form = _BY_SUFFIX.get(file.suffix.lower())
    if form is None:
        message = f"{file}: a report's name ends in {', '.join(_BY_SUFFIX)}"
        raise UnknownFormError(message)
    return form
