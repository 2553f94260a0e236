"""The checks whose output is stories: each is printed when it is done where the format allows it, else all at the end."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.cli.corpora import orders_of
from artdiff.cli.progress import Progress
from artdiff.cli.speaking import to_terminal
from artdiff.documents.collection import Problem
from artdiff.reports.held import HeldStories

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from artdiff.batch.inputs import Inputs
    from artdiff.cli.corpora import Problems
    from artdiff.reports.baseline import Baseline
    from artdiff.reports.checked import CheckedStory, Report
    from artdiff.reviews.allowing import Allowances
    from artdiff.reviews.store import Store

STREAMED: Final = frozenset({"text", "csv"})
"""The formats in which a story says nothing of the others, so that none need be held."""


class Beside(NamedTuple):
    """What is put beside the findings, and where complaints go.

    Attributes:
        frame: the report without its stories.
    """

    frame: Report
    problems: Problems
    baseline: Baseline | None
    store: Store | None
    allowances: Allowances


def check_stories(inputs: Inputs, options: argparse.Namespace, beside: Beside) -> bool:
    """Print what is found, and say whether it fails the check."""
    if options.format in STREAMED and not options.summary and not beside.baseline:
        return _stream(inputs, options, beside)
    with closing(HeldStories()) as stories:
        found: list[Problem] = []
        for one in _checked(inputs, options, beside):
            if isinstance(one, Problem):
                beside.problems.tell(one)
                found.append(one)
            else:
                stories.append(one)
        marked = beside.baseline.mark(stories) if beside.baseline else stories
        report = beside.frame._replace(stories=marked, problems=tuple(found), passed_over=inputs.passed_over)
        _print(report, options.format)
        return report.fails


def _stream(inputs: Inputs, options: argparse.Namespace, beside: Beside) -> bool:
    """Print each story as it is done, and say whether any fails the check."""
    fails = False
    write = _writer(options.format, beside.frame)
    for one in _checked(inputs, options, beside):
        if isinstance(one, Problem):
            beside.problems.tell(one)
        else:
            write((one,))
            fails = fails or beside.frame.gate.fails(one.variants)
    return fails


def _checked(inputs: Inputs, options: argparse.Namespace, beside: Beside) -> Iterator[CheckedStory | Problem]:
    """Yield every story with what reviewers said of it, and what cannot be read; nothing else is on the screen meanwhile."""
    from artdiff.batch.checking import check
    from artdiff.reports.allowing import with_allowances
    from artdiff.reports.deciding import with_decisions

    with Progress(inputs) as progress, closing(check(inputs, orders_of(options), progress.take)) as results:
        for one in results:
            progress.clear()
            if isinstance(one, Problem):
                yield one
            else:
                decided = with_decisions((one,), beside.store)[0] if beside.store else one
                yield with_allowances(decided, beside.allowances)


def _writer(form: str, frame: Report) -> Callable[[tuple[CheckedStory, ...]], None]:
    """Return what prints some stories of a report that are followed by others."""
    if form != "csv":
        return lambda stories: _print(frame._replace(stories=stories), form)
    from artdiff.reports.table import head, rows

    print(head(), end="")
    return lambda stories: print(rows(frame._replace(stories=stories)), end="")


def _print(report: Report, form: str) -> None:
    if form != "text":
        from artdiff.reports.forms import parts

        for part in parts(report, form):
            print(part, end="")
    elif to_terminal():
        from artdiff.reports.terminal import print_report

        print_report(report)
    else:
        from artdiff.reports.plain import report_lines

        for line in report_lines(report):
            print(line)
