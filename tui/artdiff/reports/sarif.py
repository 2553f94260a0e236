"""Findings as SARIF 2.1.0, which code-scanning viewers show.

What is listed is a result, and what was dismissed or is known too, as suppressed and unchanged: what only counts beside
(omitted, vaguer) would bury it. Places are lines and columns in code points of the file as it is decoded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.reports.about import VERSION, ruling_words, signed_words
from artdiff.reports.checked import LIMITS
from artdiff.reports.gate import LISTED, Standing
from artdiff.reports.keys import keys_of
from artdiff.reports.wording import column_of, line_of, said
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
    from artdiff.reports.structured import Json
    from artdiff.reviews.decision import Decision

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "artdiffContent/v1"
_RESULTS: Final = LISTED | {Standing.DISMISSED, Standing.KNOWN}
_MEANINGS: Final = {
    Verdict.ALTERED: "The rewrite conflicts with its source.",
    Verdict.HALLUCINATED: "The source says nothing of the kind.",
    Verdict.OMITTED: "Only the source says this.",
    Verdict.GENERALISED: "The rewrite is vaguer than its source.",
    Verdict.REPEATED: "The rewrite says a block twice.",
    Verdict.SUPPORTED: "The source says the same.",
}


def sarif_parts(report: Report) -> Iterator[str]:
    """Yield the log rewrite by rewrite, all that is not ASCII escaped."""
    run: Json = {
        "tool": {"driver": _driver(_rules(report))},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": address}} for address in _addresses(report)],
        "invocations": [_invocation(report)],
        "results": [],
    }
    yield _dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}).removesuffix("]}]}")
    comma = ""
    for story in report.stories:
        for variant in story.variants:
            rows = [_dump(row) for row in _results(story, variant, report)]
            yield (comma if rows else "") + ",".join(rows)
            comma = "," if rows else comma
    yield "]," + _dump({"properties": {"limits": list(LIMITS)}}).removeprefix("{") + "]}\n"


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _rules(report: Report) -> set[str]:
    """Return the rules of all results."""
    return {
        _rule(finding)
        for variant in report.variants
        for finding, standing in zip(variant.comparison.findings, report.gate.standings(variant), strict=True)
        if standing in _RESULTS
    }


def _rule(finding: Finding) -> str:
    return f"{finding.verdict}/{finding.kind}"


def _driver(used: set[str]) -> Json:
    rules = [(verdict, kind) for verdict in Verdict for kind in FactKind if f"{verdict}/{kind}" in used]
    return {
        "name": "artdiff",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [
            {
                "id": f"{verdict}/{kind}",
                "shortDescription": {"text": f"{verdict.capitalize()}: {kind}"},
                "fullDescription": {"text": _MEANINGS[verdict]},
            }
            for verdict, kind in rules
        ],
    }


def _addresses(report: Report) -> list[str]:
    """Return what was compared."""
    documents = (
        document for story in report.stories for document in (story.source, *(one.document for one in story.variants))
    )
    return list(dict.fromkeys(map(_address, documents)))


def _invocation(report: Report) -> Json:
    return {
        "executionSuccessful": not report.problems,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": plain_message(f"{problem.path}: {problem.message}")}}
            for problem in report.problems
        ],
        "properties": {
            "failOn": [verdict.value for verdict in sorted(report.gate.fail_on)],
            "minConfidence": report.gate.min_confidence,
            "signedOff": {
                _address(variant.document): signed_words(variant.signed)
                for variant in report.variants
                if variant.signed
            },
        },
    }


def _results(story: CheckedStory, variant: CheckedVariant, report: Report) -> Iterator[dict[str, Json]]:
    documents = Pair(story.source, variant.document)
    keys, standings = keys_of(documents, variant.comparison), report.gate.standings(variant)
    for at in range(len(standings)):
        if standings[at] in _RESULTS:
            row = _result(documents, variant, at, standings[at])
            row["partialFingerprints"] = {FINGERPRINT: keys[at]}
            if report.baseline is not None:
                row["baselineState"] = "unchanged" if standings[at] is Standing.KNOWN else "new"
            decision = variant.decisions.get(at)
            if decision and standings[at] is Standing.DISMISSED:
                row["suppressions"] = [_suppression(decision)]
            yield row


def _result(documents: Pair[Document], variant: CheckedVariant, at: int, standing: Standing) -> dict[str, Json]:
    finding = variant.comparison.findings[at]
    source = _location(documents.source, finding.spans.source)
    decision = variant.decisions.get(at)
    return {
        "ruleId": _rule(finding),
        "level": "error" if standing is Standing.FAILS else "warning",
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": plain_message(said(documents, variant.comparison, finding))},
        "locations": [_location(documents.variant, finding.spans.variant)],
        "relatedLocations": [{**source, "message": {"text": "the source"}}] if finding.spans.source else [],
        "properties": {
            "rule": finding.rule,
            "confidence": finding.confidence,
            "decision": ruling_words(decision) if decision else None,
            "expired": ruling_words(variant.expired[at]) if at in variant.expired else None,
        },
    }


def _suppression(decision: Decision) -> Json:
    why = ": ".join(filter(None, (ruling_words(decision), decision.note)))
    return {"kind": "external", "status": "accepted", "justification": plain_message(why)}


def _location(document: Document, span: Span | None) -> dict[str, Json]:
    place: dict[str, Json] = {"artifactLocation": {"uri": _address(document)}}
    if span is not None:
        place["region"] = {
            "startLine": line_of(document, span.start),
            "startColumn": column_of(document, span.start),
            "endLine": line_of(document, span.end),
            "endColumn": column_of(document, span.end),
        }
    return {"physicalLocation": place}


def _address(document: Document) -> str:
    """Return a file's address: relative where its path is; never of another scheme than ``file``."""
    path = document.path
    text = path.as_posix() if path else document.name
    return ("file://" if path and path.is_absolute() else "") + quote(text, errors="surrogateescape")


def plain_message(text: str) -> str:
    """Return text as a SARIF message shows it: no placeholder in it, no link, nothing that acts on a terminal."""
    return visible_line(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")
