"""Findings as JSON, for programs: one object for a check, one line for a pair of a corpus.

All that is not ASCII is escaped, so that nothing in an article can act on a terminal that the JSON is shown on. Offsets
are code points, half open. Fields may be added; those that stand keep their name and meaning.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from artdiff.engine.values import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.documents.collection import Collection
    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison, Finding, Outline
    from artdiff.reports.checked import CheckedPair, CheckedStory, CheckedVariant

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def report(stories: Iterable[CheckedStory], collection: Collection) -> str:
    """Return a check's JSON: stories, what could not be read, and how much was passed over."""
    return _dump(
        {
            "stories": [_story(story) for story in stories],
            "problems": [{"path": problem.path, "message": problem.message} for problem in collection.problems],
            "passed_over": collection.passed_over,
        }
    )


def pair_line(checked: CheckedPair) -> str:
    """Return the JSON of one pair of a corpus, without a newline."""
    return _dump({"id": checked.identity, "findings": _findings(checked.documents, checked.comparison)})


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), check_circular=False)


def _story(checked: CheckedStory) -> Json:
    story = checked.story
    return {
        "title": story.title,
        "certain": story.certain,
        "reason": story.reason,
        "source": {"path": _path(checked.source)},
        "variants": [_variant(checked.source, variant) for variant in checked.variants],
    }


def _variant(source: Document, checked: CheckedVariant) -> Json:
    documents = Pair(source, checked.document)
    return {
        "path": _path(checked.document),
        "alignment": _alignment(checked.comparison),
        "findings": _findings(documents, checked.comparison),
    }


def _path(document: Document) -> str:
    return str(document.path or document.name)


def _alignment(comparison: Comparison) -> list[Json]:
    """Return the rows in the variant's order, its paragraphs without a source among them; what is omitted, last."""
    linked = {index for link in comparison.links for index in link.paragraphs.variant}
    rows: list[tuple[tuple[int, ...], tuple[int, ...]]]
    rows = [(link.paragraphs.variant, link.paragraphs.source) for link in comparison.links]
    rows += [((index,), ()) for index in range(len(comparison.outlines.variant.paragraphs)) if index not in linked]
    rows.sort()
    rows += [((), (index,)) for index in comparison.omitted]
    source, variant = comparison.outlines
    return [{"source": _ranges(source, left), "variant": _ranges(variant, right)} for right, left in rows]


def _ranges(outline: Outline, indices: tuple[int, ...]) -> Json:
    return [list(outline.paragraphs[index].span) for index in indices]


def _findings(documents: Pair[Document], comparison: Comparison) -> Json:
    return [_finding(documents, finding) for finding in comparison.findings]


def _finding(documents: Pair[Document], finding: Finding) -> Json:
    row: dict[str, Json] = {
        "verdict": finding.verdict.value,
        "fact": finding.kind.value,
        "confidence": finding.confidence,
        "variant": _words(documents.variant, finding.spans.variant),
        "source": _words(documents.source, finding.spans.source),
        "reason": finding.reason,
        "rule": finding.rule,
    }
    if finding.first_copy is not None:
        row["first_copy"] = {"start": finding.first_copy.start, "end": finding.first_copy.end}
    return row


def _words(document: Document, span: Span | None) -> Json:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(document.text)}
