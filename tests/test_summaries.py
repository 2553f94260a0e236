"""The short summaries: every key stands where it says, and few places are flagged that are faithful."""

import json

import pytest

from tests.accuracy import summary_names
from tests.scoring import SUMMARIES, find, line_spans, read, score

MOST_FALSE = 3.0
"""False flags per 1,000 words; the weights are fitted on these summaries too."""


@pytest.mark.parametrize("name", summary_names())
def test_keys_stand_where_they_say(name: str) -> None:
    folder = SUMMARIES / name
    key = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    source = read(folder / key["source"]).text
    assert set(key["variants"]) == {path.name for path in folder.glob("summary-*.txt")}
    for variant, wanted in key["variants"].items():
        text = read(folder / variant).text
        for row in (*wanted["alterations"], *wanted["traps"]):
            find(text, line_spans(text)[row["paragraph"]], row["span"])
        for row in wanted["alterations"]:
            if row["verdict"] == "altered":
                find(source, line_spans(source)[row["source_paragraph"]], row["source_span"])


def test_faithful_summaries_are_mostly_left_alone() -> None:
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in SUMMARIES.glob("*/summary-*.txt"))
    assert 1000 * score(summary_names(), SUMMARIES).counts["false"] <= MOST_FALSE * words
