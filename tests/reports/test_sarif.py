import json
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from artdiff.documents.document import Document
from artdiff.reports.checked import Report
from artdiff.reports.forms import written
from tests.reports import hostile
from tests.reports.example import REPORT, SOURCE, STORY, VARIANT
from tests.reports.golden import DECIDED

sarif = partial(written, form="sarif")

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
KNOWN = REPORT._replace(
    stories=(STORY._replace(variants=(STORY.variants[0]._replace(known=frozenset({0})),)),), baseline="b.json"
)


def run_of(report: Report) -> dict[str, Any]:
    (run,) = json.loads(sarif(report))["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize(
    "report",
    [REPORT, DECIDED, KNOWN, hostile.REPORT, Report(())],
    ids=["plain", "decided", "known", "hostile", "empty"],
)
def test_the_published_schema_holds(report: Report) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(sarif(report)))


def test_the_schema_would_refuse_what_is_wrong() -> None:
    log = json.loads(sarif(REPORT))
    log["runs"][0]["results"][0]["level"] = "dreadful"
    assert not jsonschema.Draft4Validator(SCHEMA).is_valid(log)


def at(document: Document, place: dict[str, Any]) -> str:
    """Return the words that a region names, by lines and columns."""
    region = place["physicalLocation"]["region"]
    assert region["startLine"] == region["endLine"]
    line = document.text.split("\n")[int(region["startLine"]) - 1]
    return line[int(region["startColumn"]) - 1 : int(region["endColumn"]) - 1]


def test_places_are_the_words() -> None:
    first = run_of(REPORT)["results"][0]
    assert at(VARIANT, first["locations"][0]) == "Biden"
    assert at(SOURCE, first["relatedLocations"][0]) == "Trump"


def test_rules_are_those_that_are_used() -> None:
    run = run_of(REPORT)
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["altered/person", "hallucinated/cause"]
    assert [result["ruleId"] for result in run["results"]] == ["altered/person", "hallucinated/cause"]


def test_what_is_dismissed_is_suppressed_and_what_is_known_unchanged() -> None:
    assert ["suppressions" in result for result in run_of(DECIDED)["results"]] == [False, True]
    assert [result["baselineState"] for result in run_of(KNOWN)["results"]] == ["unchanged", "new"]
    assert not any("baselineState" in result for result in run_of(REPORT)["results"])


def test_it_says_what_was_compared() -> None:
    addresses = [one["location"]["uri"] for one in run_of(REPORT)["artifacts"]]
    assert addresses == ["in/source.txt", "in/variant.txt", "in/o.txt"]
