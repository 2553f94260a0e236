"""A report as Markdown: for a pull request, a wiki, a mail. It reads well as plain text too.

Text of articles is escaped, so that nothing in it becomes markup, a link, a mention, an entity or a table's edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reports.about import decided, details, expired_words, ruling_words, signed_words
from artdiff.reports.checked import LIMITS
from artdiff.reports.inert import inert
from artdiff.reports.marking import SIGNS
from artdiff.reports.wording import (
    COUNTED,
    counts,
    excerpt,
    heading,
    is_copy,
    name_of,
    omitted_paragraphs,
    paragraph_of,
    total,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report

AROUND: Final = 80


def markdown_parts(report: Report) -> Iterator[str]:
    """Yield the report's lines; of a summary only what stands above the stories."""
    for lines in (_head(report), () if report.summary else _body(report)):
        yield from (f"{line}\n" for line in lines)


def _head(report: Report) -> Iterator[str]:
    yield from ("# What the rewrites did to the facts", "", f"**{total(report, copies=False)}.**", "")
    yield from (f"- {inert(name)}: {inert(value)}" for name, value in details(report))
    columns = [f"{SIGNS[verdict]} {verdict}" for verdict in COUNTED]
    yield from ("", f"| rewrite | {' | '.join(columns)} | decided |", f"| --- |{' ---: |' * (len(COUNTED) + 1)}")
    for variant in report.variants:
        found = counts([variant], report.gate, copies=False)
        cells = [inert(name_of(variant.document)), *(str(found[verdict]) for verdict in COUNTED)]
        yield f"| {' | '.join([*cells, decided([variant], report.gate)])} |"


def _body(report: Report) -> Iterator[str]:
    for story in report.stories:
        yield from _story(story, report)
    if report.problems:
        yield from ("", "## Not read", "")
        yield from (f"- {inert(str(problem))}" for problem in report.problems)
    yield from ("", "## What artdiff cannot see", "")
    yield from (f"- {limit}" for limit in LIMITS)


def _story(story: CheckedStory, report: Report) -> Iterator[str]:
    certain = "Source" if story.story.certain else "Source uncertain"
    yield from ("", f"## {inert(story.story.title) or 'Untitled'}", "")
    yield f"{certain}: {inert(name_of(story.source))}. {inert(story.story.reason)}"
    if not story.variants:
        yield "There is nothing to compare it with."
    for variant in story.variants:
        yield from ("", f"### {inert(name_of(variant.document))}", "")
        if variant.signed:
            yield from (f"✓ {inert(signed_words(variant.signed))}", "")
        yield from _variant(story, variant, report)


def _variant(story: CheckedStory, variant: CheckedVariant, report: Report) -> Iterator[str]:
    listed = [(at, finding) for at, finding in report.gate.listed(variant) if not is_copy(finding)]
    for number, (at, _) in enumerate(listed, start=1):
        yield from _finding(story, variant, number, at)
    if not listed:
        yield "Nothing altered, nothing hallucinated."
    omitted = omitted_paragraphs(variant.comparison)
    if omitted:
        yield from ("", f"{SIGNS[Verdict.OMITTED]} Omitted: source {omitted}.")


def _finding(story: CheckedStory, variant: CheckedVariant, number: int, at: int) -> Iterator[str]:
    finding = variant.comparison.findings[at]
    yield f"{number}. **{SIGNS[finding.verdict]} {heading(finding)}**  "
    documents = Pair(story.source, variant.document)
    for side in (Side.VARIANT, Side.SOURCE):
        span = finding.spans.of(side)
        if span is not None:
            outline = variant.comparison.outlines.of(side)
            before, words, after = map(inert, excerpt(documents.of(side), outline, span, AROUND))
            yield f"   {side} ¶{paragraph_of(outline, span)}: {before}{_strong(words)}{after}  "
    yield f"   *{inert(finding.reason)}*"
    decision = variant.decisions.get(at)
    if decision:
        yield f"   → {inert(ruling_words(decision))}{': ' if decision.note else ''}{inert(decision.note)}"
    if at in variant.expired:
        yield f"   → {inert(expired_words(variant.expired[at]))}"


def _strong(words: str) -> str:
    """Return words in bold; Markdown wants the stars to touch them."""
    inner = words.strip()
    start = words.index(inner)
    return f"{words[:start]}**{inner}**{words[start + len(inner) :]}" if inner else words
