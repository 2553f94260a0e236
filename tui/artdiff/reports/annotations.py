"""Findings as GitHub workflow commands, which show them beside the lines of a pull request.

What an article or a path holds can end no command and begin none: a value is escaped as the runner un-escapes it, and
stands on one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair
from artdiff.reports.gate import Standing
from artdiff.reports.wording import column_of, heading, line_of, name_of, said, total
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedVariant, Report

_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_OLD_COMMAND: Final = ("##[", "# #[")
"""The runner's older form of a command, which it looks for anywhere in a line."""


def command_parts(report: Report) -> Iterator[str]:
    """Yield the lines."""
    yield from (f"{line}\n" for line in annotation_lines(report))


def annotation_lines(report: Report) -> Iterator[str]:
    """Yield a command for each finding that is listed, those that fail as errors, and the counts on a plain line."""
    for story in report.stories:
        for variant in story.variants:
            documents = Pair(story.source, variant.document)
            for at, finding in report.gate.listed(variant):
                level = "error" if report.gate.standing(variant, at) is Standing.FAILS else "warning"
                yield _command(level, documents, variant, finding)
    yield f"artdiff: {total(report)}"


def _command(level: str, documents: Pair[Document], variant: CheckedVariant, finding: Finding) -> str:
    place = {
        "file": name_of(documents.variant),
        **_place(documents.variant, finding.spans.variant),
        "title": heading(finding),
    }
    properties = ",".join(f"{name}={_inert(str(value), _PROPERTY)}" for name, value in place.items())
    message = _inert(visible_line(said(documents, variant.comparison, finding)), _DATA)
    return f"::{level} {properties}::{message}"


def _place(document: Document, span: Span | None) -> dict[str, int]:
    """Return lines and columns, from 1; columns only where they are of one line, as the runner wants it."""
    if span is None:
        return {"line": 1}
    first, last = line_of(document, span.start), line_of(document, max(span.start, span.end - 1))
    place = {"line": first, "endLine": last}
    if first == last:
        place |= {"col": column_of(document, span.start), "endColumn": column_of(document, span.end)}
    return place


def _inert(text: str, table: dict[int, str]) -> str:
    return text.translate(table).replace(*_OLD_COMMAND)
