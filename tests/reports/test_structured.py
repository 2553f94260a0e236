import json

from artdiff.documents.collection import Collection, Problem
from artdiff.engine.values import Pair
from artdiff.reports.checked import CheckedPair
from artdiff.reports.structured import pair_line, report
from tests.reports.example import ALONE, COMPARISON, FINDINGS, SOURCE, STORY, VARIANT

COLLECTION = Collection((), (Problem("x\udcff", "gone"),), 3)


def test_the_object() -> None:
    text = report([STORY, ALONE], COLLECTION)
    data = json.loads(text)
    assert data["problems"] == [{"path": "x\udcff", "message": "gone"}]
    assert data["passed_over"] == 3
    story, alone = data["stories"]
    assert story["source"]["path"] == "in/source.txt"
    assert (story["title"], story["certain"], story["reason"]) == ("Ferry stops", True, "It has a date.")
    assert alone["variants"] == []


def test_the_alignment_follows_the_variant_and_names_what_has_no_partner() -> None:
    (variant,) = json.loads(report([STORY], COLLECTION))["stories"][0]["variants"]
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
    rows = json.loads(report([STORY], COLLECTION))["stories"][0]["variants"][0]["findings"]
    assert [row["verdict"] for row in rows] == [found.verdict for found in FINDINGS]
    assert rows[0] == {
        "verdict": "altered",
        "fact": "person",
        "confidence": 0.97,
        "variant": {"start": 16, "end": 21, "text": "Biden"},
        "source": {"start": 17, "end": 22, "text": "Trump"},
        "reason": "Because of person.",
        "rule": "rule.altered",
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
    text = report([STORY], COLLECTION)
    assert text.isascii()
    assert text.isprintable()


def test_a_pair_is_one_line() -> None:
    line = pair_line(CheckedPair({"any": ["id"]}, Pair(SOURCE, VARIANT), COMPARISON))
    data = json.loads(line)
    assert "\n" not in line
    assert list(data) == ["id", "findings"]
    assert data["id"] == {"any": ["id"]}
    assert len(data["findings"]) == len(FINDINGS)
