"""``artdiff check --format jsonl``: a line for every pair, as it is done."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from artdiff.cli.allowing import allowances_of
from artdiff.cli.corpora import Problems, orders_of
from artdiff.cli.deciding import decisions, mends_of
from artdiff.cli.progress import Progress
from artdiff.cli.speaking import Status, say_problem
from artdiff.engine.values import Pair

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from artdiff.batch.engines import NotCompared, Row
    from artdiff.batch.lines import Lines, Told
    from artdiff.batch.resuming import Journal
    from artdiff.documents.collection import Problem
    from artdiff.documents.corpora.columns import TextPair
    from artdiff.engine.values import Comparison
    from artdiff.reports.baseline import Baseline
    from artdiff.reports.checked import CheckedPair
    from artdiff.reports.gate import Gate
    from artdiff.reviews.allowing import Allowances
    from artdiff.reviews.store import Store


def check_pairs(options: argparse.Namespace, gate: Gate, baseline: Baseline | None) -> int:
    """Print a line for every pair of some corpora and folders, and return the exit status."""
    from artdiff.batch.choice import engine_of, kept
    from artdiff.batch.engines import compared
    from artdiff.batch.inputs import inputs_of, rows_of
    from artdiff.batch.lines import Lines

    inputs = inputs_of(options.paths, None, options.map, rows=True, mends=mends_of(options))
    orders = orders_of(options)
    run = _Run(gate, Problems(lenient=options.lenient))
    with (
        decisions(options.reviews, wanted=options.ignore_dismissed) as store,
        _lines(options) as journal,
        kept(orders) as cache,
        Progress(inputs) as progress,
    ):
        rows = rows_of(inputs.plans(cache, orders.jobs))
        allowances = allowances_of(options)
        run.look_up = _look_up(baseline, store, allowances)
        run.write = journal.write if journal else run.write
        if journal:
            run.pass_by(rows, journal)
        engine, rows = engine_of(orders, rows, cache, inputs.analysis)
        if cache and baseline is None and store is None and not allowances.entries:
            run.lines = Lines(engine, cache, gate)
        with closing(compared(rows, run.lines or engine)) as results:
            for result in results:
                progress.take(result)
                if not journal:
                    progress.clear()
                run.take(result)
    run.problems.sum_up()
    for remark in inputs.remarks:
        say_problem(remark)
    return Status.WRONG if run.problems.wrong else run.status


@contextmanager
def _lines(options: argparse.Namespace) -> Iterator[Journal | None]:
    """Give the file that the lines go to; None for standard output."""
    if options.resume is None:
        yield None
        return
    from artdiff.batch.resuming import journal

    with journal(options.resume) as lines:
        yield lines


class _Run:
    """A run over pairs: what came of it so far."""

    def __init__(self, gate: Gate, problems: Problems) -> None:
        self._gate = gate
        self.problems = problems
        self.status = Status.NOTHING_FOUND
        self.lines: Lines | None = None
        self.look_up: Callable[[CheckedPair], CheckedPair] = lambda pair: pair
        self.write: Callable[[str], None] = lambda line: print(line, flush=True)

    def pass_by(self, rows: Iterator[Row], journal: Journal) -> None:
        """Pass by the pairs that an earlier run has done.

        Raises:
            ResumeError: the lines are about other pairs.
        """
        from artdiff.batch.resuming import ResumeError

        for done in journal.earlier():
            row = self._next_pair(rows)
            if row is None or row.identity != done.identity:
                message = f"line {journal.kept + 1} of the earlier run is about another pair than this input has there"
                raise ResumeError(message)
            self._count(fails=done.fails)

    def _next_pair(self, rows: Iterator[Row]) -> TextPair | None:
        from artdiff.documents.collection import Problem

        for row in rows:
            if not isinstance(row, Problem):
                return row
            self.problems.tell(row)
        return None

    def take(self, result: tuple[TextPair, Comparison | NotCompared | Told] | Problem) -> None:
        """Write the line of a pair that is done, or tell what is wrong with a row."""
        from artdiff.batch.engines import NotCompared
        from artdiff.batch.lines import Told
        from artdiff.documents.collection import Problem
        from artdiff.reports.structured import failed_line, line_of

        if isinstance(result, Problem):
            self.problems.tell(result)
            return
        row, made = result
        if isinstance(made, NotCompared):
            self.problems.tell(Problem(row.variant.name, str(made)))
            self.write(failed_line(row.identity, str(made)))
            return
        findings, fails = (made.words, made.fails) if isinstance(made, Told) else self._findings(row, made)
        self.write(line_of(row.identity, findings))
        self._count(fails=fails)

    def _findings(self, row: TextPair, comparison: Comparison) -> tuple[str, bool]:
        """Return a pair's findings as JSON, kept for the next time, and whether they fail the check."""
        from artdiff.reports.checked import CheckedPair, CheckedVariant
        from artdiff.reports.structured import pair_findings

        checked = self.look_up(CheckedPair(row.identity, row.source, CheckedVariant(row.variant, comparison)))
        findings, fails = pair_findings(checked, self._gate), self._gate.fails([checked.variant])
        if self.lines:
            flagged = sum(finding.flagged for finding in comparison.findings)
            self.lines.keep(Pair(row.source, row.variant), findings, flagged=flagged, fails=fails)
        return findings, fails

    def _count(self, *, fails: bool) -> None:
        self.status = max(self.status, Status.FINDINGS) if fails else self.status


def _look_up(
    baseline: Baseline | None, store: Store | None, allowances: Allowances
) -> Callable[[CheckedPair], CheckedPair]:
    """Return what puts beside a pair's findings what was decided, what is never flagged and what is known."""
    from artdiff.reports.allowing import variant_with_allowances
    from artdiff.reports.deciding import variant_with_decisions

    def look_up(pair: CheckedPair) -> CheckedPair:
        if store:
            pair = pair._replace(variant=variant_with_decisions(pair.source, pair.variant, store))
        pair = pair._replace(variant=variant_with_allowances(pair.source, pair.variant, allowances))
        return baseline.mark_pair(pair) if baseline else pair

    return look_up
