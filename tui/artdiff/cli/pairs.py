"""``artdiff check --format jsonl``: a line for every pair, as it is done."""

from __future__ import annotations

from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.cli.corpora import Problems
from artdiff.cli.deciding import decisions
from artdiff.cli.progress import Progress
from artdiff.cli.speaking import Status

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from artdiff.batch.engines import Engine
    from artdiff.batch.resuming import Journal
    from artdiff.documents.collection import Problem
    from artdiff.documents.corpora.columns import TextPair
    from artdiff.reports.baseline import Baseline
    from artdiff.reports.checked import CheckedPair
    from artdiff.reports.gate import Gate
    from artdiff.reviews.store import Store


def check_pairs(options: argparse.Namespace, gate: Gate, baseline: Baseline | None) -> int:
    """Print a line for every pair of some corpora and folders, and return the exit status."""
    from artdiff.batch.engines import compared
    from artdiff.batch.inputs import pairs_of
    from artdiff.documents.corpora.reading import NO_COLUMNS

    rows = pairs_of(options.paths, options.map or NO_COLUMNS)
    run = _Run(gate, Problems(lenient=options.lenient))
    with decisions(options.reviews, wanted=options.ignore_dismissed) as store, _lines(options) as journal:
        run.look_up = _look_up(baseline, store)
        if journal:
            run.write = journal.write
            run.pass_by(rows, journal)
        engine, rows = _engine(options, rows)
        engine = engine if options.no_cache else _cached(engine)
        with closing(compared(rows, engine)) as results, Progress(options.paths) as progress:
            for result in results:
                run.take(result)
                progress.show(run.pairs, run.size, run.findings)
    run.problems.sum_up()
    return Status.WRONG if run.problems.wrong else run.status


def _engine(
    options: argparse.Namespace, rows: Iterator[TextPair | Problem]
) -> tuple[Engine, Iterator[TextPair | Problem]]:
    if options.engine == "dask":
        from artdiff.batch.cluster import Cluster

        return Cluster(options.scheduler, options.jobs), rows
    from artdiff.batch.engines import engine_for

    return engine_for(rows, options.jobs)


def _cached(engine: Engine) -> Engine:
    """Return an engine that knows what was compared before; the bare engine where nothing can be kept."""
    import sqlite3

    from platformdirs import user_cache_path

    from artdiff.batch.cache import Cache, Cached

    try:
        return Cached(engine, Cache(user_cache_path("artdiff") / "comparisons.sqlite"))
    except (OSError, sqlite3.Error):
        return engine


@contextmanager
def _lines(options: argparse.Namespace) -> Iterator[Journal | None]:
    """Give the file that the lines go to; None for standard output."""
    if options.resume is None:
        with nullcontext():
            yield None
        return
    from artdiff.batch.resuming import journal

    with journal(options.resume) as lines:
        yield lines


class _Run:
    """A run over pairs: what came of it so far."""

    def __init__(self, gate: Gate, problems: Problems) -> None:
        from artdiff.reports.structured import pair_line

        self._gate, self._line = gate, pair_line
        self.problems = problems
        self.status = Status.NOTHING_FOUND
        self.pairs, self.size, self.findings = 0, 0, 0
        self.look_up: Callable[[CheckedPair], CheckedPair] = lambda pair: pair
        self.write: Callable[[str], None] = lambda line: print(line, flush=True)

    def pass_by(self, rows: Iterator[TextPair | Problem], journal: Journal) -> None:
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

    def _next_pair(self, rows: Iterator[TextPair | Problem]) -> TextPair | None:
        from artdiff.documents.collection import Problem

        for row in rows:
            if not isinstance(row, Problem):
                return row
            self.problems.tell(row)
        return None

    def take(self, result: object) -> None:
        """Write the line of a pair that is done, or tell what is wrong with a row."""
        from artdiff.batch.engines import NotCompared
        from artdiff.documents.collection import Problem
        from artdiff.reports.checked import CheckedPair, CheckedVariant
        from artdiff.reports.structured import failed_line

        if isinstance(result, Problem):
            self.problems.tell(result)
            return
        if not isinstance(result, tuple):
            return
        row, comparison = result
        self.size += len(row.source.text) + len(row.variant.text)
        if isinstance(comparison, NotCompared):
            self.problems.tell(Problem(row.variant.name, str(comparison)))
            self.write(failed_line(row.identity, str(comparison)))
            self._count(fails=False)
            return
        checked = self.look_up(CheckedPair(row.identity, row.source, CheckedVariant(row.variant, comparison)))
        self.write(self._line(checked, self._gate))
        self.findings += sum(finding.flagged for finding in comparison.findings)
        self._count(fails=self._gate.fails([checked.variant]))

    def _count(self, *, fails: bool) -> None:
        self.pairs += 1
        self.status = max(self.status, Status.FINDINGS) if fails else self.status


def _look_up(baseline: Baseline | None, store: Store | None) -> Callable[[CheckedPair], CheckedPair]:
    """Return what puts beside a pair's findings what was decided and what is known."""
    from artdiff.reports.deciding import variant_with_decisions

    def look_up(pair: CheckedPair) -> CheckedPair:
        if store:
            pair = replace(pair, variant=variant_with_decisions(pair.source, pair.variant, store))
        return baseline.mark_pair(pair) if baseline else pair

    return look_up
