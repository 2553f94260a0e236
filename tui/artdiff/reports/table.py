"""Findings as CSV: one finding a row, for spreadsheets and data teams.

A spreadsheet takes a cell that begins like a formula for one, also one from an article. Such a cell gets an apostrophe
in front, which spreadsheets take for the sign of plain text.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair, Side
from artdiff.reports.about import VERSION, expired_words, signed_words
from artdiff.reports.keys import keys_of
from artdiff.reports.wording import line_of, name_of, paragraph_of
from artdiff.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Document
    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
    from artdiff.reviews.decision import Decision

COLUMNS: Final = (
    *("story", "source", "variant", "verdict", "fact", "confidence", "standing"),
    *("variant_paragraph", "variant_line", "variant_words", "source_paragraph", "source_line", "source_words"),
    *("reason", "rule", "key", "ruling", "ground", "note", "who", "when"),
    *("expired", "signed_off", "artdiff", "settings"),
)
_FORMULA: Final = tuple("=+-@\t\r|%＝＋－＠")
"""What a spreadsheet takes for a formula's beginning, the wide forms too; ``|`` and ``%`` for old ones that run commands."""


def table(report: Report) -> str:
    """Return the rows with a line of names above them."""
    return head() + rows(report)


def head() -> str:
    """Return the line of names."""
    return _lines([COLUMNS])


def rows(report: Report) -> str:
    """Return the rows of a report's findings."""
    return _lines(row for story in report.stories for one in story.variants for row in _rows(story, one, report))


def _lines(cells: Iterable[Sequence[str | float]]) -> str:
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerows(cells)
    return out.getvalue()


def _rows(story: CheckedStory, variant: CheckedVariant, report: Report) -> Iterator[list[str | float]]:
    head = [story.story.title, name_of(story.source), name_of(variant.document)]
    documents = Pair(story.source, variant.document)
    keys, standings = keys_of(documents, variant.comparison), report.gate.standings(variant)
    signed, settings = signed_words(variant.signed) if variant.signed else "", _settings(report)
    for at, finding in enumerate(variant.comparison.findings):
        yield [
            *map(plain_cell, head),
            *(finding.verdict.value, finding.kind.value, finding.confidence, standings[at].value),
            *_side(documents, variant, finding, Side.VARIANT),
            *_side(documents, variant, finding, Side.SOURCE),
            *map(plain_cell, (finding.reason, finding.rule, keys[at])),
            *map(plain_cell, _decision(variant.decisions.get(at))),
            *map(plain_cell, (_expired(variant, at), signed, VERSION, settings)),
        ]


def _side(
    documents: Pair[Document], variant: CheckedVariant, finding: Finding, side: Side
) -> tuple[str | int, str | int, str]:
    span, document = finding.spans.of(side), documents.of(side)
    if span is None:
        return "", "", ""
    paragraph = paragraph_of(variant.comparison.outlines.of(side), span)
    return paragraph, line_of(document, span.start), plain_cell(span.of(document.text))


def _decision(decision: Decision | None) -> tuple[str, ...]:
    if decision is None:
        return ("",) * 5
    ruling, ground = (str(value) if value else "" for value in (decision.ruling, decision.ground))
    return ruling, ground, visible(decision.note), decision.who, decision.when.isoformat()


def _expired(variant: CheckedVariant, at: int) -> str:
    return expired_words(variant.expired[at]) if at in variant.expired else ""


def _settings(report: Report) -> str:
    """Return what was chosen, in the words of the command line."""
    gate = report.gate
    chosen = [f"fail-on {','.join(sorted(gate.fail_on)) or 'none'}", f"min-confidence {gate.min_confidence:g}"]
    chosen += ["ignore-dismissed"] if gate.ignore_dismissed else []
    named = (("reviews", report.reviews), ("baseline", report.baseline))
    return "; ".join([*chosen, *(f"{name} {value}" for name, value in named if value)])


def plain_cell(text: str) -> str:
    """Return text that no spreadsheet takes for a formula and no terminal for a command, on one line."""
    line = visible_line(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line
