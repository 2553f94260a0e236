"""``artdiff check --format jsonl``: a line for every pair, as it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.cli.corpora import Problems
from artdiff.cli.deciding import decisions
from artdiff.cli.speaking import Status

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from artdiff.reports.baseline import Baseline
    from artdiff.reports.checked import CheckedPair
    from artdiff.reports.gate import Gate
    from artdiff.reviews.store import Store


def check_pairs(options: argparse.Namespace, gate: Gate, baseline: Baseline | None) -> int:
    """Print a line for every pair of some corpora and folders, and return the exit status."""
    from artdiff.batch.inputs import pairs_of
    from artdiff.batch.work import check_pairs as checked_pairs
    from artdiff.documents.collection import Problem
    from artdiff.documents.corpora.reading import NO_COLUMNS
    from artdiff.reports.structured import pair_line

    status, problems = Status.NOTHING_FOUND, Problems(lenient=options.lenient)
    with decisions(options.reviews, wanted=options.ignore_dismissed) as store:
        look_up = _look_up(baseline, store)
        for found in checked_pairs(pairs_of(options.paths, options.map or NO_COLUMNS)):
            if isinstance(found, Problem):
                problems.tell(found)
                continue
            checked = look_up(found)
            print(pair_line(checked, gate))
            status = max(status, Status.FINDINGS) if gate.fails([checked.variant]) else status
    problems.sum_up()
    return Status.WRONG if problems.wrong else status


def _look_up(baseline: Baseline | None, store: Store | None) -> Callable[[CheckedPair], CheckedPair]:
    """Return what puts beside a pair's findings what was decided and what is known."""
    from artdiff.reports.deciding import variant_with_decisions

    def look_up(pair: CheckedPair) -> CheckedPair:
        if store:
            pair = replace(pair, variant=variant_with_decisions(pair.source, pair.variant, store))
        return baseline.mark_pair(pair) if baseline else pair

    return look_up
