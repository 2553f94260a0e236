"""``artdiff check``: the gate for scripts."""

from __future__ import annotations

import argparse
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from artdiff.cli.corpora import Problems, add_batch, add_corpora, refuse_batch
from artdiff.cli.deciding import add_reviews, decisions
from artdiff.cli.speaking import Help, Status, add_paths, level, parse, path, say, to_terminal
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Verdict
from artdiff.reports.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artdiff.documents.collection import Collection
    from artdiff.reports.baseline import Baseline
    from artdiff.reports.checked import Report

FORMATS: Final = ("text", "json", "jsonl", "csv", "sarif", "github", "markdown")
_SUMMARISED: Final = ("text", "json", "markdown")
_FAILING: Final = tuple(verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED)


def run(words: Sequence[str]) -> int:
    """Print findings."""
    parser = check_parser("artdiff check", "Prints what rewrites altered or made up.")
    options = parse(parser, words)
    _refuse(parser, options)
    gate = gate_of(options)
    if options.format == "jsonl":
        from artdiff.cli.pairs import check_pairs

        return check_pairs(options, gate, _baseline(options.baseline))
    from artdiff.documents.reading import read

    with _nothing_to_collect():
        return check_collection(read(options.paths, options.source, options.map), options, gate)


def gate_of(options: argparse.Namespace) -> Gate:
    """Return what was chosen to count."""
    return Gate(options.fail_on, options.min_confidence, options.ignore_dismissed)


def _refuse(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if not options.paths:
        parser.error("at least one PATH is needed")
    if options.format == "jsonl" and options.source:
        parser.error("--source does not go with --format jsonl, where every line has its own")
    refuse_batch(parser, options)
    if options.summary and options.format not in _SUMMARISED:
        parser.error(f"--summary goes with --format {', '.join(_SUMMARISED)}")


def check_collection(collection: Collection, options: argparse.Namespace, gate: Gate) -> int:
    """Print what is found in some documents, and return the exit status."""
    from artdiff.batch.work import check
    from artdiff.reports.checked import Report
    from artdiff.reports.deciding import with_decisions

    baseline = _baseline(options.baseline)
    problems = Problems(lenient=options.lenient)
    for problem in collection.problems:
        problems.tell(problem)
    problems.sum_up()
    with decisions(options.reviews, wanted=options.ignore_dismissed) as store:
        stories = with_decisions(check(collection), store) if store else tuple(check(collection))
    report = Report(
        baseline.mark(stories) if baseline else stories,
        gate,
        collection.problems,
        collection.passed_over,
        reviews=str(store.path) if store else None,
        baseline=str(options.baseline) if baseline else None,
        summary=options.summary,
    )
    _print(report, options.format)
    if problems.wrong:
        return Status.WRONG
    return Status.FINDINGS if report.fails else Status.NOTHING_FOUND


def _baseline(file: Path | None) -> Baseline | None:
    if file is None:
        return None
    from artdiff.reports.baseline import read_baseline

    return read_baseline(file)


def _print(report: Report, form: str) -> None:
    if form != "text":
        from artdiff.reports.forms import written

        print(written(report, form), end="")
        return
    if to_terminal():
        from artdiff.reports.terminal import print_report

        print_report(report)
    else:
        from artdiff.reports.plain import report_lines

        for line in report_lines(report):
            print(line)
    if report.passed_over:
        say(f"passed over: {report.passed_over} (hidden, or no text that is read here)")


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Keep the garbage collector from looking through what a short process holds to its end, in which hardly anything is a cycle.

    It would do so several times while documents are compared and twice at the interpreter's end: a tenth of the whole.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def check_parser(command: str, description: str) -> argparse.ArgumentParser:
    """Return what reads the options of a check."""
    parser = argparse.ArgumentParser(
        prog=command,
        description=description,
        epilog="exit status: 0 nothing found, 1 findings, 2 a wrong call or an input that cannot be read",
        formatter_class=Help,
    )
    add_paths(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text (default) and markdown for people; json, one object; csv, one finding a row; sarif 2.1.0; github, workflow commands; jsonl, a line for every pair as it is done",
    )
    parser.add_argument(
        "--fail-on",
        metavar="VERDICTS",
        type=_verdicts,
        default=FLAGGED,
        help=f"what makes the exit status 1, separated by commas: {', '.join(_FAILING)}, or none; default: altered,hallucinated",
    )
    parser.add_argument(
        "--min-confidence",
        metavar="LEVEL",
        type=level,
        default=FLAG_LEVEL,
        help="from which confidence, 0 to 1, a finding counts; default: %(default)s",
    )
    parser.add_argument("--ignore-dismissed", action="store_true", help="what a reviewer dismissed does not count")
    add_reviews(parser)
    add_corpora(parser)
    add_batch(parser)
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        type=path,
        help="only what is new counts: what FILE, an earlier check as json or jsonl, has too is let through",
    )
    parser.add_argument("--summary", action="store_true", help="only the counts; with text, json and markdown")
    return parser


def _verdicts(words: str) -> frozenset[Verdict]:
    if words == "none":
        return frozenset()
    try:
        chosen = frozenset(Verdict(word.strip()) for word in words.split(","))
    except ValueError:
        chosen = frozenset({Verdict.SUPPORTED})
    if not chosen.issubset(_FAILING):
        message = f"{words!r} should be some of {', '.join(_FAILING)}, or none"
        raise argparse.ArgumentTypeError(message)
    return chosen
