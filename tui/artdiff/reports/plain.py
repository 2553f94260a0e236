"""Findings as plain lines, for a pipe: each line says its file and stands for itself, so that grep and sort work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair, Verdict
from artdiff.reports.about import expired_words, ruling_words, signed_words
from artdiff.reports.wording import (
    heading,
    name_of,
    omitted_paragraphs,
    paragraph_of,
    said,
    summary,
    total,
    words_of,
)
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
    from artdiff.reports.gate import Gate


def report_lines(report: Report) -> Iterator[str]:
    """Yield the lines of a report, without newlines; of a summary one for each rewrite and one for all."""
    for checked in report.stories:
        if not report.summary:
            yield _source(checked)
        for variant in checked.variants:
            yield from () if report.summary else _variant(checked, variant, report.gate)
            yield f"{name_of(variant.document)}: {summary([variant], report.gate)}{_signed(variant)}"
    if report.summary:
        yield total(report)


def _source(checked: CheckedStory) -> str:
    name, reason = name_of(checked.source), visible_line(checked.story.reason)
    if not checked.variants:
        return f"{name}: nothing to compare it with"
    certain = "source" if checked.story.certain else "source uncertain"
    return f"{name}: {certain} of “{visible_line(checked.story.title)}”. {reason}"


def _variant(checked: CheckedStory, variant: CheckedVariant, gate: Gate) -> Iterator[str]:
    name = name_of(variant.document)
    for at, finding in gate.listed(variant):
        yield f"{name}:{_finding(checked, variant, finding)}{_said(variant, at)}"
    omitted = omitted_paragraphs(variant.comparison)
    if omitted:
        yield f"{name}: omitted: source {omitted}"


def _signed(variant: CheckedVariant) -> str:
    return f", {visible_line(signed_words(variant.signed))}" if variant.signed else ""


def _said(variant: CheckedVariant, at: int) -> str:
    """Return what reviewers said of a finding."""
    told = [ruling_words(variant.decisions[at])] if at in variant.decisions else []
    told += [expired_words(variant.expired[at])] if at in variant.expired else []
    return "".join(f" [{visible_line(words)}]" for words in told)


def _finding(checked: CheckedStory, variant: CheckedVariant, finding: Finding) -> str:
    comparison, here = variant.comparison, finding.spans.variant
    place = f"¶{paragraph_of(comparison.outlines.variant, here)}: " if here else " "
    if finding.verdict is Verdict.REPEATED and here:
        return f"{place}{finding.verdict}: “{words_of(variant.document, here)}”. {visible_line(finding.reason)}"
    words = said(Pair(checked.source, variant.document), comparison, finding)
    return f"{place}{heading(finding)}: {words}"
