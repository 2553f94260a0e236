"""Findings for a person at a terminal: grouped, coloured, with what stands around each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reports.about import expired_words, ruling_words, signed_words
from artdiff.reports.marking import SIGNS
from artdiff.reports.wording import (
    excerpt,
    name_of,
    omitted_paragraphs,
    paragraph_of,
    percent,
    summary,
    total,
)
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
    from artdiff.reports.gate import Gate

AROUND: Final = 60
"""Code points of the paragraph shown on either side of a fact."""

_STYLES: Final = {
    Verdict.ALTERED: "bold red",
    Verdict.HALLUCINATED: "bold magenta",
    Verdict.REPEATED: "bold yellow",
}


def print_report(report: Report) -> None:
    """Print a report on standard output, as wide as the terminal, in colour where the terminal has it."""
    console = Console(highlight=False, markup=False, emoji=False)
    for checked in report.stories:
        for part in _summary(checked, report.gate) if report.summary else _story(checked, report.gate):
            console.print(part)
    if report.summary:
        console.print(Text(total(report), style="bold"))


def _summary(checked: CheckedStory, gate: Gate) -> Iterator[RenderableType]:
    yield Text(visible_line(checked.story.title), style="bold")
    for variant in checked.variants:
        yield Padding(_counted(variant, gate), (0, 0, 0, 2))
    yield Text()


def _story(checked: CheckedStory, gate: Gate) -> Iterator[RenderableType]:
    yield Text(visible_line(checked.story.title), style="bold")
    reason = visible_line(checked.story.reason) if checked.variants else "Nothing to compare it with."
    label = "source" if checked.story.certain else "source uncertain"
    yield Padding(Text.assemble((label, "dim"), "  ", name_of(checked.source), "  ", (reason, "dim")), (0, 0, 1, 2))
    for variant in checked.variants:
        yield from _variant(checked, variant, gate)


def _variant(checked: CheckedStory, variant: CheckedVariant, gate: Gate) -> Iterator[RenderableType]:
    yield _counted(variant, gate)
    for at, finding in gate.listed(variant):
        yield from _finding(checked, variant, finding)
        yield from (Padding(Text(words, style="dim"), (0, 0, 0, 4)) for words in _said(variant, at))
    omitted = omitted_paragraphs(variant.comparison)
    if omitted:
        head = f"{SIGNS[Verdict.OMITTED]} omitted"
        yield Padding(Text.assemble((head, "bold"), "  ", f"source {omitted}"), (0, 0, 0, 2))
    yield Text()


def _counted(variant: CheckedVariant, gate: Gate) -> Text:
    signed = f"  ✓ {visible_line(signed_words(variant.signed))}" if variant.signed else ""
    return Text.assemble(
        (name_of(variant.document), "bold underline"), "  ", (summary([variant], gate), "dim"), (signed, "bold")
    )


def _said(variant: CheckedVariant, at: int) -> Iterator[str]:
    """Yield what reviewers said of a finding."""
    if at in variant.decisions:
        yield visible_line(f"→ {ruling_words(variant.decisions[at])}")
    if at in variant.expired:
        yield visible_line(f"→ {expired_words(variant.expired[at])}")


def _finding(checked: CheckedStory, variant: CheckedVariant, finding: Finding) -> Iterator[RenderableType]:
    style = _STYLES.get(finding.verdict, "bold")
    head = f"{SIGNS[finding.verdict]} {finding.verdict}"
    kind = "" if finding.verdict is Verdict.REPEATED else f"  {finding.kind}  {percent(finding.confidence)}"
    yield Padding(Text.assemble((head, style), kind), (0, 0, 0, 2))
    documents = Pair(checked.source, variant.document)
    for side in (Side.VARIANT, Side.SOURCE):
        span = finding.spans.of(side)
        if span is not None:
            outline = variant.comparison.outlines.of(side)
            around = excerpt(documents.of(side), outline, span, AROUND)
            label = f"{side} ¶{paragraph_of(outline, span)}"
            words = Text.assemble((f"{label:<13}", "dim"), around.before, (around.words, style), around.after)
            yield Padding(words, (0, 0, 0, 4))
    yield Padding(Text(visible_line(finding.reason), style="italic"), (0, 0, 0, 4))
