import json
from datetime import datetime
from functools import partial
from typing import Any

import jsonschema
import pytest

from artdiff import __version__
from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Finding, Pair, Verdict
from artdiff.reports.checked import LIMITS, CheckedPair, Report
from artdiff.reports.forms import written
from artdiff.reports.gate import Gate
from artdiff.reports.structured import pair_line
from artdiff.reviews.decision import Decision, Ground, Ruling
from tests.program import ROOT
from tests.reports import hostile
from tests.reports.example import FINDINGS, REPORT, SOURCE, STORY, VARIANT
from tests.reports.golden import DECIDED, DECISIONS, EXPIRED, SIGNED

document = partial(written, form="json")


def test_the_object() -> None:
    data = json.loads(document(REPORT))
    assert data["problems"] == [{"path": "x\udcff", "message": "gone"}]
    assert data["passed_over"] == 3
    story, alone = data["stories"]
    assert story["source"]["path"] == "in/source.txt"
    assert (story["title"], story["certain"], story["reason"]) == ("Ferry stops", True, "It has a date.")
    assert alone["variants"] == []


def test_the_alignment_follows_the_variant_and_names_what_has_no_partner() -> None:
    (variant,) = json.loads(document(REPORT))["stories"][0]["variants"]
    assert variant["path"] == "in/variant.txt"
    texts = [
        (
            [SOURCE.text[start:end] for start, end in row["source"]],
            [VARIANT.text[start:end].partition(",")[0] for start, end in row["variant"]],
        )
        for row in variant["alignment"]
    ]
    assert texts == [
        (["Ferry stops"], ["Ferry stops"]),
        (["The Trump administration agreed in March."], ["The Biden administration"]),
        ([], ["More."]),
        ([], ["More."]),
        (["Nobody was hurt."], []),
    ]


def test_the_findings() -> None:
    rows = json.loads(document(REPORT))["stories"][0]["variants"][0]["findings"]
    assert [row["verdict"] for row in rows] == [found.verdict for found in FINDINGS]
    assert rows[0] == {
        "verdict": "altered",
        "fact": "person",
        "confidence": 0.97,
        "variant": {"start": 16, "end": 21, "text": "Biden"},
        "source": {"start": 17, "end": 22, "text": "Trump"},
        "reason": "Because of person.",
        "rule": "rule.altered",
        "key": rows[0]["key"],
        "standing": "fails",
        "decision": None,
    }
    assert rows[1]["source"] is None
    assert rows[5]["variant"] is None
    repeated = rows[4]
    assert repeated["fact"] == "other"
    first = repeated["first_copy"]
    assert VARIANT.text[first["start"] : first["end"]] == repeated["variant"]["text"]
    assert first["end"] < repeated["variant"]["start"]
    assert all("first_copy" not in row for row in rows if row is not repeated)


def test_nothing_in_the_text_acts_on_a_terminal() -> None:
    text = document(REPORT).removesuffix("\n")
    assert text.isascii()
    assert text.isprintable()


def test_a_pair_is_one_line() -> None:
    line = pair_line(CheckedPair({"any": ["id"]}, SOURCE, STORY.variants[0]), Gate())
    data = json.loads(line)
    assert "\n" not in line
    assert list(data) == ["id", "findings"]
    assert data["id"] == {"any": ["id"]}
    assert len(data["findings"]) == len(FINDINGS)


def test_read_back_it_gives_the_same_findings_and_decisions() -> None:
    (variant,) = json.loads(document(DECIDED))["stories"][0]["variants"]
    assert tuple(map(finding_of, variant["findings"])) == FINDINGS
    decisions = {at: decision_of(row["decision"]) for at, row in enumerate(variant["findings"]) if row["decision"]}
    assert decisions == DECISIONS


def finding_of(row: dict[str, Any]) -> Finding:
    spans = Pair(*(row[side] and Span(row[side]["start"], row[side]["end"]) for side in Pair._fields))
    first = row.get("first_copy")
    return Finding(
        Verdict(row["verdict"]),
        FactKind(row["fact"]),
        row["confidence"],
        spans,
        row["reason"],
        row["rule"],
        first and Span(**first),
    )


def decision_of(row: dict[str, Any]) -> Decision:
    return Decision(
        row["ruling"] and Ruling(row["ruling"]),
        datetime.fromisoformat(row["when"]),
        row["who"],
        row["ground"] and Ground(row["ground"]),
        row["note"],
    )


def test_it_says_with_what_it_was_made() -> None:
    data = json.loads(document(DECIDED))
    assert (data["schema"], data["artdiff"], data["made"]) == (1, __version__, "2025-07-27T12:30:00+00:00")
    assert data["settings"] == {
        "fail_on": ["altered", "hallucinated"],
        "min_confidence": 0.5,
        "ignore_dismissed": True,
        "reviews": "reviews.sqlite",
        "baseline": None,
    }
    assert data["limits"] == list(LIMITS)
    assert data["summary"] == {
        "altered": 1,
        "hallucinated": 0,
        "generalised": 1,
        "omitted": 1,
        "repeated": 1,
        "dismissed": 1,
        "fails": True,
    }


@pytest.mark.parametrize("report", [REPORT, DECIDED, hostile.REPORT, REPORT._replace(summary=True)], ids=range(4))
def test_the_documented_schema_holds(report: Report) -> None:
    schema = json.loads((ROOT / "docs" / "report-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(document(report)))


def test_what_expired_and_who_signed_off() -> None:
    (variant,) = json.loads(document(DECIDED))["stories"][0]["variants"]
    assert variant["signed"] == {"who": SIGNED.who, "when": SIGNED.when.isoformat()}
    assert [finding["expired"]["who"] for finding in variant["findings"] if "expired" in finding] == [EXPIRED[0].who]
