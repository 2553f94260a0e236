"""The forms of a report, by their names and by the ends of files' names."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.errors import ArtdiffError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import PurePath

    from artdiff.reports.checked import Report


class UnknownFormError(ArtdiffError):
    """A file's name does not say which form its report is to have."""


class Form(NamedTuple):
    """A form: which function of which module writes it, and the end of its files' names; "" where it is never a file.

    The function returns the whole or yields parts, of which none grows with the number of stories.
    """

    module: str
    function: str
    suffix: str = ""


FORMS: Final = {
    "html": Form("html", "page", ".html"),
    "markdown": Form("markdown", "markdown_parts", ".md"),
    "json": Form("structured", "document_parts", ".json"),
    "csv": Form("table", "table", ".csv"),
    "sarif": Form("sarif", "sarif_parts", ".sarif"),
    "github": Form("annotations", "command_parts"),
}
"""What a form needs is imported when it is written: jinja2 for HTML alone."""
_BY_SUFFIX: Final = {form.suffix: name for name, form in FORMS.items() if form.suffix}


def written(report: Report, form: str) -> str:
    """Return a report in the form of that name, a newline at its end."""
    return "".join(parts(report, form))


def parts(report: Report, form: str) -> Iterable[str]:
    """Return a report in the form of that name in parts that follow each other."""
    chosen = FORMS[form]
    write: Callable[[Report], str | Iterator[str]] = getattr(
        import_module(f"artdiff.reports.{chosen.module}"), chosen.function
    )
    made = write(report)
    return (made,) if isinstance(made, str) else made


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
