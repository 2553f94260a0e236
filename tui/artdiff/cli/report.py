"""``artdiff report``: findings and decisions as one file."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from artdiff.cli.allowing import add_allowing, allowances_of
from artdiff.cli.corpora import Problems, add_batch, add_corpora, orders_of, refuse_batch
from artdiff.cli.deciding import add_mends, add_reviews, decisions, mends_of
from artdiff.cli.progress import Progress
from artdiff.cli.speaking import Help, Status, add_paths, level, parse, path, say
from artdiff.engine.values import FLAG_LEVEL
from artdiff.reports.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artdiff.documents.collection import Collection
    from artdiff.reports.checked import Report


def run(words: Sequence[str]) -> int:
    """Write a report."""
    parser = _parser()
    options = parse(parser, words)
    if not options.paths:
        parser.error("at least one PATH is needed")
    refuse_batch(parser, options)
    from artdiff.reports.forms import form_of
    from artdiff.reports.saving import save

    form_of(options.output)
    report = _report(options)
    problems = Problems(lenient=options.lenient)
    for problem in report.problems:
        problems.tell(problem)
    problems.sum_up()
    save(report, options.output)
    say(_written(report, options.output))
    return Status.WRONG if problems.wrong else Status.NOTHING_FOUND


def _report(options: argparse.Namespace) -> Report:
    from artdiff.batch.checking import check
    from artdiff.batch.inputs import Inputs
    from artdiff.documents.collection import Problem
    from artdiff.documents.corpora.columns import NO_COLUMNS
    from artdiff.documents.reading import read
    from artdiff.reports.allowing import with_allowances
    from artdiff.reports.checked import Report
    from artdiff.reports.deciding import with_decisions

    inputs = Inputs(
        (),
        NO_COLUMNS,
        lambda: _without(read(options.paths, options.source, options.map), options.output),
        mends_of(options),
    )
    with decisions(options.reviews) as store, Progress(inputs) as progress:
        found = list(check(inputs, orders_of(options), progress.take))
        stories = tuple(one for one in found if not isinstance(one, Problem))
        stories = with_decisions(stories, store) if store else stories
        allowances = allowances_of(options)
        stories = tuple(with_allowances(story, allowances) for story in stories)
    return Report(
        stories,
        Gate(min_confidence=options.min_confidence),
        tuple(one for one in found if isinstance(one, Problem)),
        inputs.passed_over,
        made=datetime.now(UTC),
        reviews=str(store.path) if store else None,
    )


def _without(collection: Collection, file: Path) -> Collection:
    """Return what was read but for an earlier report that stands in a named folder and is about to be replaced."""
    chosen = None if collection.source is None else collection.documents[collection.source]
    kept = tuple(
        one for one in collection.documents if one is chosen or not one.path or one.path.resolve() != file.resolve()
    )
    return collection._replace(documents=kept)


def _written(report: Report, file: object) -> str:
    from artdiff.reports.wording import total
    from artdiff.visible import visible_line

    return f"{visible_line(str(file))}: {total(report, copies=False)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="artdiff report",
        description="Writes findings and decisions to one file; its form follows the file's ending.",
        epilog="endings: .html .md .json .csv .sarif\nexit status: 0 written, 2 a wrong call or something that cannot be read or written",
        formatter_class=Help,
    )
    add_paths(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=path, required=True, help="the file to write")
    parser.add_argument(
        "--min-confidence",
        metavar="LEVEL",
        type=level,
        default=FLAG_LEVEL,
        help="from which confidence, 0 to 1, a finding is listed; default: %(default)s",
    )
    add_reviews(parser)
    add_mends(parser)
    add_allowing(parser)
    add_corpora(parser)
    add_batch(parser)
    return parser
