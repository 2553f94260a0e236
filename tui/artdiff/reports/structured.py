"""Findings as JSON, for programs: one object for a check or a report, one line for a pair of a corpus.

All that is not ASCII is escaped, so that nothing in an article can act on a terminal that the JSON is shown on. Offsets
are code points, half open. `docs/json.md` is the contract: fields may be added; those that stand keep name and meaning,
or `SCHEMA` rises.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeAlias

from artdiff.engine.values import Pair
from artdiff.reports.about import VERSION
from artdiff.reports.checked import LIMITS
from artdiff.reports.keys import keys_of
from artdiff.reports.wording import counts, passed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison, Finding, Outline
    from artdiff.reports.checked import CheckedPair, CheckedStory, CheckedVariant, Report
    from artdiff.reports.gate import Gate
    from artdiff.reviews.decision import Decision

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
SCHEMA: Final = 1
"""Rises when a field changes its name or meaning, or goes."""


def document_parts(report: Report) -> Iterator[str]:
    """Yield a report's JSON story by story: with what it was made, the counts, every story with all its findings."""
    head = {
        "schema": SCHEMA,
        "artdiff": VERSION,
        "made": report.made.isoformat() if report.made else None,
        "settings": _settings(report),
        "limits": list(LIMITS),
        "summary": _summary(report.variants, report),
    }
    tail = {
        "problems": [{"path": problem.path, "message": problem.message} for problem in report.problems],
        "passed_over": report.passed_over,
    }
    yield _dump(head).removesuffix("}") + ',"stories":['
    for at, story in enumerate(report.stories):
        yield "," * (at > 0) + _dump(_story(story, report))
    yield "]," + _dump(tail).removeprefix("{") + "\n"


def pair_line(checked: CheckedPair, gate: Gate) -> str:
    """Return the JSON of one pair of a corpus, without a newline."""
    return line_of(checked.identity, pair_findings(checked, gate))


def pair_findings(checked: CheckedPair, gate: Gate) -> str:
    """Return the JSON of a pair's findings."""
    return _dump(_findings(checked.source, checked.variant, gate))


def line_of(identity: object, findings: str) -> str:
    """Return the JSON of a pair whose findings are JSON already, without a newline."""
    return f'{{"id":{_dump(identity)},"findings":{findings}}}'


def failed_line(identity: object, reason: str) -> str:
    """Return the JSON of a pair that could not be compared, without a newline."""
    return _dump({"id": identity, "error": reason})


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), check_circular=False)


def _settings(report: Report) -> Json:
    gate = report.gate
    return {
        "fail_on": [verdict.value for verdict in sorted(gate.fail_on)],
        "min_confidence": gate.min_confidence,
        "ignore_dismissed": gate.ignore_dismissed,
        "reviews": report.reviews,
        "baseline": report.baseline,
    }


def _summary(variants: Collection[CheckedVariant], report: Report) -> Json:
    rows: dict[str, Json] = {verdict.value: count for verdict, count in counts(variants, report.gate).items()}
    rows.update((standing.value, count) for standing, count in passed(variants, report.gate).items())
    rows["fails"] = report.gate.fails(variants)
    return rows


def _story(checked: CheckedStory, report: Report) -> Json:
    story = checked.story
    return {
        "title": story.title,
        "certain": story.certain,
        "reason": story.reason,
        "source": _document(checked.source),
        "variants": [_variant(checked.source, variant, report) for variant in checked.variants],
    }


def _variant(source: Document, checked: CheckedVariant, report: Report) -> Json:
    row = {**_document(checked.document), "summary": _summary([checked], report)}
    if checked.signed:
        row["signed"] = {"who": checked.signed.who, "when": checked.signed.when.isoformat()}
    if not report.summary:
        row["alignment"] = _alignment(checked.comparison)
        row["findings"] = _findings(source, checked, report.gate)
    return row


def _document(document: Document) -> dict[str, Json]:
    text = document.text.encode("utf-8", "surrogatepass")
    return {"path": _path(document), "sha256": sha256(text).hexdigest()}


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


def _findings(source: Document, checked: CheckedVariant, gate: Gate) -> Json:
    documents = Pair(source, checked.document)
    findings, keys = checked.comparison.findings, keys_of(documents, checked.comparison)
    standings = gate.standings(checked)
    return [
        {
            **_finding(documents, finding),
            "key": key,
            "standing": standing.value,
            "decision": _decision(checked.decisions.get(at)),
            **({"expired": _decision(checked.expired[at])} if at in checked.expired else {}),
        }
        for at, (finding, key, standing) in enumerate(zip(findings, keys, standings, strict=True))
    ]


def _finding(documents: Pair[Document], finding: Finding) -> dict[str, Json]:
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


def _decision(decision: Decision | None) -> Json:
    if decision is None:
        return None
    return {
        "ruling": decision.ruling.value if decision.ruling else None,
        "when": decision.when.isoformat(),
        "who": decision.who,
        "ground": decision.ground.value if decision.ground else None,
        "note": decision.note,
    }


def _words(document: Document, span: Span | None) -> Json:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(document.text)}
