"""Fits the confidence model's weights: ``python -m tests.tables.make_confidence [--fit STORY...]``.

A logistic model with a ridge, fitted on every flag of every judge over the stories with keys and over the short
summaries of them, each labelled by whether it points at a departure. Printed beside it: the same measured story by story
on a model that was fitted without that story and its summaries. Then the model that weighs flags together is
fitted.
"""

from __future__ import annotations

import argparse
import json
import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from artdiff.engine.analysis import Analysis, analyse
from artdiff.engine.confidence import features_of, setting_of
from artdiff.engine.corroboration import MARK, features_together
from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.judges import judge
from artdiff.engine.weights import TABLE, Features, probability
from tests.accuracy import FIRST, HARD, story_names, summary_names
from tests.scoring import STORIES, SUMMARIES, find, line_spans, locates, read
from tests.tables.logistic import chances, fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from artdiff.engine.verdicts.judgement import Judgement


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
    """A flag with its features and whether it was right.

    Attributes:
        times: how often it counts.
        open: it points at an optional departure and is neither right nor wrong.
    """

    story: str
    features: Features
    right: bool
    times: float = 1.0
    open: bool = False


class Case(NamedTuple):
    """One variant or summary.

    Attributes:
        starts: where the variant's sentences begin.
        flags: every flag of it.
        rows: one for each flag.
    """

    story: str
    starts: Sequence[int]
    flags: list[Judgement]
    rows: list[Row]


def rows_of(story: str) -> list[Row]:
    """Return every flag of a story's variants and summaries; what points at an optional departure is left out."""
    return rows_in(cases_of(story))


def cases_of(story: str) -> list[Case]:
    """Return a story's variants and summaries."""
    cases = list(_cases_in(STORIES / story)) if story in story_names() else []
    if story not in FIRST:
        times = HARDEST if story in HARD else LATER
        cases = [case._replace(rows=[_later(row, times) for row in case.rows]) for case in cases]
    return cases + (list(_cases_in(SUMMARIES / story)) if story in summary_names() else [])


def rows_in(cases: Iterable[Case]) -> list[Row]:
    """Return the flags of some variants that are right or wrong."""
    return [row for case in cases for row in case.rows if not row.open]


def _later(row: Row, times: float) -> Row:
    return row._replace(features=row.features | _set_apart(row.features), times=times)


def _set_apart(features: Features) -> Features:
    """Return what tells a flag of the later stories from others of its family."""
    families = {name.partition(".")[0] for name in features if "." in name}
    return {OTHERS: 1.0} | {f"{OTHERS} {family}": 1.0 for family in families}


def _cases_in(folder: Path) -> Iterator[Case]:
    key = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    source = analyse(read(folder / key["source"]))
    for name, wanted in key["variants"].items():
        yield _label(folder.name, Pair(source, analyse(read(folder / name))), wanted)


def _label(story: str, analyses: Pair[Analysis], wanted: dict[str, Any]) -> Case:
    text = analyses.variant.text.document.text
    lines = line_spans(text)
    departures = [(find(text, lines[row["paragraph"]], row["span"]), row) for row in wanted["alterations"]]
    alignment = align(analyses)
    setting = setting_of(analyses, alignment)
    case = Case(story, setting.starts, [], [])
    for judgement in judge(analyses, alignment):
        span = judgement.spans.variant
        if judgement.verdict not in FLAGGED or span is None:
            continue
        hits = [row for place, row in departures if locates(span, place)]
        optional = bool(hits) and all(row.get("optional") for row in hits)
        case.flags.append(judgement)
        case.rows.append(Row(story, features_of(judgement, setting, alignment), bool(hits), open=optional))
    return case


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


FOLDS: Final = 8
"""How many times the first model is fitted without some stories, to see what it says of them."""
MISSED: Final = 1.5
"""A flag that is right counts so often where flags are weighed together: a reader loses more by a departure that is not
told than by a false flag, and what is told is what has a confidence of at least one half. More finds more and is less often
right: on five blind stories 1 found .69 with a precision of .80, 1.4 .71 with .77, 1.8 .72 with .73."""


def weights_together(cases: Sequence[Case], begin: Features) -> Features:
    """Return the weights of the model that weighs flags together, by what the first model says of stories it never saw."""
    names = sorted({case.story for case in cases})
    table: list[Features] = []
    right: list[bool] = []
    counts: list[float] = []
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        weights = weights_of(rows_in(case for case in cases if case.story not in out), begin)
        for case in (case for case in cases if case.story in out):
            for row, features in zip(case.rows, _together(case, weights), strict=True):
                if not row.open:
                    table.append({**features, "all": 1.0} | ({OTHERS: 1.0} if OTHERS in row.features else {}))
                    right.append(row.right)
                    counts.append(row.times * (MISSED if row.right else 1.0))
    return fit(table, right, free=("all", OTHERS), counts=counts)


def _together(case: Case, weights: Features) -> list[Features]:
    """Return what is weighed of a case's flags together, each as likely by itself as some weights make it."""
    plain = {name: weight for name, weight in weights.items() if not name.startswith(OTHERS)}
    told = [
        flag._replace(strength=probability(plain, row.features.items()))
        for flag, row in zip(case.flags, case.rows, strict=True)
    ]
    return features_together(told, case.starts)


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
    cases = [case for story in args.fit for case in cases_of(story)]
    rows = rows_in(cases)
    weights = weights_of(rows)
    if args.report:
        report(rows, weights)
    together = {f"{MARK}{name}": weight for name, weight in weights_together(cases, weights).items()}
    head = "# Weights of the confidence model; made by tests/tables/make_confidence.py from tests/stories and tests/summaries.\n"
    found = sorted({**weights, **together}.items())
    body = "".join(f"{name}\t{weight:.4f}\n" for name, weight in found if OTHERS not in name.removeprefix(MARK).split())
    TABLE.write_text(head + body, encoding="utf-8")
    print(f"{len(rows)} flags, {len(weights)} weights, {len(together)} of flags together")


if __name__ == "__main__":
    main()
