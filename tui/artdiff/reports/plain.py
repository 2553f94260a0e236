"""Findings as plain lines, for a pipe: each line says its file and stands for itself, so that grep and sort work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Verdict
from artdiff.reports.wording import (
    name_of,
    omitted_paragraphs,
    paragraph_of,
    percent,
    shown,
    summary,
    words_of,
)
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant


def report_lines(stories: Iterable[CheckedStory]) -> Iterator[str]:
    """Yield the lines of a report, without newlines."""
    for checked in stories:
        yield _source(checked)
        for variant in checked.variants:
            yield from _variant(checked, variant)


def _source(checked: CheckedStory) -> str:
    name, reason = name_of(checked.source), visible_line(checked.story.reason)
    if not checked.variants:
        return f"{name}: nothing to compare it with"
    certain = "source" if checked.story.certain else "source uncertain"
    return f"{name}: {certain} of “{visible_line(checked.story.title)}”. {reason}"


def _variant(checked: CheckedStory, variant: CheckedVariant) -> Iterator[str]:
    name = name_of(variant.document)
    for finding in shown(variant.comparison):
        yield f"{name}:{_finding(checked, variant, finding)}"
    omitted = omitted_paragraphs(variant.comparison)
    if omitted:
        yield f"{name}: omitted: source {omitted}"
    yield f"{name}: {summary(variant.comparison)}"


def _finding(checked: CheckedStory, variant: CheckedVariant, finding: Finding) -> str:
    outlines, reason = variant.comparison.outlines, visible_line(finding.reason)
    here, there = finding.spans.variant, finding.spans.source
    place = f"¶{paragraph_of(outlines.variant, here)}: " if here else " "
    words = f"“{words_of(variant.document, here)}”" if here else ""
    counterpart = (
        f", source ¶{paragraph_of(outlines.source, there)} “{words_of(checked.source, there)}”" if there else ""
    )
    if finding.verdict is Verdict.REPEATED:
        return f"{place}{finding.verdict}: {words}. {reason}"
    return f"{place}{finding.verdict} {finding.kind} ({percent(finding.confidence)}): {words}{counterpart}. {reason}"
