"""Fits the confidence model's weights: ``python -m tests.tables.make_confidence [--fit STORY...]``.

A logistic model with a ridge, fitted on every flag of every judge over the stories with keys and over the short
summaries of them, each labelled by whether it points at a departure. Printed beside it: the same measured story by story
on a model that was fitted without that story and its summaries.
"""

from __future__ import annotations

import argparse
import json
import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from artdiff.engine.analysis import Analysis, analyse
from artdiff.engine.confidence import TABLE, Features, features_of, setting_of
from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.judges import judge
from tests.accuracy import FIRST, HARD, story_names, summary_names
from tests.scoring import STORIES, SUMMARIES, find, line_spans, locates, read
from tests.tables.logistic import chances, fit

if TYPE_CHECKING:
    from pathlib import Path


RIDGE: Final = 0.2
"""How small a weight is kept that a rule has as a whole, or a family of rules shares."""
OWN_RIDGE: Final = 0.6
"""What one rule alone tells is learned from fewer flags than what its family shares: it is kept smaller."""
LATER: Final = 0.5
"""How often a flag of the stories written since the first counts: their rewrites are freer than most."""
HARDEST: Final = 0.15
"""The same for those written to be hard, of which there are as many as of all others."""
OTHERS: Final = "later"
"""What sets them apart, as a whole and in each family of rules, so that it is not learned as something else.

No text that is checked has it."""


class Row(NamedTuple):
    """A flag with its features and whether it was right; and how often it counts."""

    story: str
    features: Features
    right: bool
    times: float = 1.0


def rows_of(story: str) -> list[Row]:
    """Return every flag of a story's variants and summaries; what points at an optional departure is left out."""
    rows = _rows_in(STORIES / story) if story in story_names() else []
    if story not in FIRST:
        times = HARDEST if story in HARD else LATER
        rows = [row._replace(features=row.features | _set_apart(row.features), times=times) for row in rows]
    return rows + (_rows_in(SUMMARIES / story) if story in summary_names() else [])


def _set_apart(features: Features) -> Features:
    """Return what tells a flag of the later stories from others of its family."""
    families = {name.partition(".")[0] for name in features if "." in name}
    return {OTHERS: 1.0} | {f"{OTHERS} {family}": 1.0 for family in families}


def _rows_in(folder: Path) -> list[Row]:
    key = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    source = analyse(read(folder / key["source"]))
    rows: list[Row] = []
    for name, wanted in key["variants"].items():
        variant = analyse(read(folder / name))
        rows += _label(folder.name, Pair(source, variant), wanted)
    return rows


def _label(story: str, analyses: Pair[Analysis], wanted: dict[str, Any]) -> list[Row]:
    text = analyses.variant.text.document.text
    lines = line_spans(text)
    departures = [(find(text, lines[row["paragraph"]], row["span"]), row) for row in wanted["alterations"]]
    alignment = align(analyses)
    setting = setting_of(analyses, alignment)
    rows: list[Row] = []
    for judgement in judge(analyses, alignment):
        span = judgement.spans.variant
        if judgement.verdict not in FLAGGED or span is None:
            continue
        hits = [row for place, row in departures if locates(span, place)]
        if not hits or not all(row.get("optional") for row in hits):
            rows.append(Row(story, features_of(judgement, setting, alignment), bool(hits)))
    return rows


def weights_of(rows: list[Row], begin: Features | None = None) -> Features:
    """Return the weights that make the labels of some flags most likely; the search begins with those of other flags."""
    table = [{**row.features, "all": 1.0} for row in rows]
    counts = [row.times for row in rows]
    return fit(table, [row.right for row in rows], free=("all", OTHERS), ridge_of=_ridge_of, counts=counts, begin=begin)


def _ridge_of(name: str) -> float:
    """Return how small a weight is kept: that of a rule's own feature more than a rule's and a family's."""
    return OWN_RIDGE if "." in name and " " in name else RIDGE


def predict(weights: Features, rows: list[Row]) -> list[float]:
    """Return the probability of each flag."""
    return chances(weights, [{**row.features, "all": 1.0} for row in rows])


def report(rows: list[Row], whole: Features) -> None:
    """Print how well flags of a story are weighed by a model that never saw the story."""
    scored: list[tuple[float, bool]] = []
    for story in sorted({row.story for row in rows}):
        weights = weights_of([row for row in rows if row.story != story], begin=whole)
        own = [row for row in rows if row.story == story]
        scored += zip(predict(weights, own), (row.right for row in own), strict=True)
    for least in (0.4, 0.5, 0.6, 0.7):
        kept = [right for confidence, right in scored if confidence >= least]
        print(f"from {least}: {len(kept)} flags, {sum(kept)} right of {sum(right for _, right in scored)}")
    loss = -sum(math.log(max(1e-9, c if right else 1 - c)) for c, right in scored) / len(scored)
    print(f"log loss {loss:.3f}")
    bins = sorted(scored)
    for n in range(5):
        part = bins[n * len(bins) // 5 : (n + 1) * len(bins) // 5]
        said, found = (sum(column) / len(part) for column in zip(*part, strict=True))
        print(f"said {said:.2f}, right {found:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = sorted({*story_names(), *summary_names()})
    parser.add_argument("--fit", nargs="+", choices=names, default=names)
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()
    rows = [row for story in args.fit for row in rows_of(story)]
    weights = weights_of(rows)
    if args.report:
        report(rows, weights)
    head = "# Weights of the confidence model; made by tests/tables/make_confidence.py from tests/stories and tests/summaries.\n"
    body = "".join(f"{name}\t{weight:.4f}\n" for name, weight in sorted(weights.items()) if not name.startswith(OTHERS))
    TABLE.write_text(head + body, encoding="utf-8")
    print(f"{len(rows)} flags, {len(weights)} weights")


if __name__ == "__main__":
    main()
