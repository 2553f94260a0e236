"""``artdiff check``: the gate for scripts."""

from __future__ import annotations

import argparse
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from artdiff.cli.allowing import add_allowing, allowances_of
from artdiff.cli.corpora import Problems, add_batch, add_corpora, add_resuming, refuse_batch
from artdiff.cli.deciding import add_mends, add_reviews, decisions, mends_of
from artdiff.cli.speaking import Help, Status, add_paths, level, parse, path, say, say_problem
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Verdict
from artdiff.reports.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artdiff.batch.inputs import Inputs
    from artdiff.reports.baseline import Baseline

FORMATS: Final = ("text", "json", "jsonl", "csv", "sarif", "github", "markdown")
COLLECT_EVERY: Final = 200_000
"""New objects between two looks for garbage."""
_SUMMARISED: Final = ("text", "json", "markdown")
_FAILING: Final = tuple(verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED)


def run(words: Sequence[str]) -> int:
    """Print findings."""
    parser = check_parser("artdiff check", "Prints what rewrites altered or made up.")
    add_mends(parser)
    options = parse(parser, words)
    _refuse(parser, options)
    gate = gate_of(options)
    if options.format == "jsonl":
        from artdiff.cli.pairs import check_pairs

        return check_pairs(options, gate, _baseline(options.baseline))
    with _little_to_collect():
        from artdiff.batch.inputs import inputs_of

        inputs = inputs_of(options.paths, options.source, options.map, mends=mends_of(options))
        return check_inputs(inputs, options, gate)


def gate_of(options: argparse.Namespace) -> Gate:
    """Return what was chosen to count."""
    return Gate(options.fail_on, options.min_confidence, options.ignore_dismissed)


def _refuse(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if not options.paths:
        parser.error("at least one PATH is needed")
    if options.format == "jsonl" and options.source:
        parser.error("--source does not go with --format jsonl, where every line has its own")
    if options.resume and options.format != "jsonl":
        parser.error("--resume goes with --format jsonl; what was compared for other formats is in the cache")
    refuse_batch(parser, options)
    if options.summary and options.format not in _SUMMARISED:
        parser.error(f"--summary goes with --format {', '.join(_SUMMARISED)}")


def check_inputs(inputs: Inputs, options: argparse.Namespace, gate: Gate) -> int:
    """Print what is found in what was named, and return the exit status."""
    from artdiff.cli.stories import Beside, check_stories
    from artdiff.reports.checked import Report

    baseline = _baseline(options.baseline)
    problems = Problems(lenient=options.lenient)
    with _little_to_collect(), decisions(options.reviews, wanted=options.ignore_dismissed) as store:
        report = Report(
            (),
            gate,
            reviews=str(store.path) if store else None,
            baseline=str(options.baseline) if baseline else None,
            summary=options.summary,
        )
        beside = Beside(report, problems, baseline, store, allowances_of(options))
        fails = check_stories(inputs, options, beside)
    problems.sum_up()
    for remark in inputs.remarks:
        say_problem(remark)
    if inputs.passed_over and options.format == "text":
        say(f"passed over: {inputs.passed_over} (hidden, or no text that is read here)")
    if problems.wrong:
        return Status.WRONG
    return Status.FINDINGS if fails else Status.NOTHING_FOUND


def _baseline(file: Path | None) -> Baseline | None:
    if file is None:
        return None
    from artdiff.reports.baseline import read_baseline

    return read_baseline(file)


@contextmanager
def _little_to_collect() -> Iterator[None]:
    """Keep the garbage collector from looking, every few objects, through what a short process holds to its end.

    Hardly anything in it is a cycle. It would do so many times while documents are compared, and twice at the
    interpreter's end: a tenth of the whole.
    """
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_EVERY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
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
    add_allowing(parser)
    add_corpora(parser)
    add_batch(parser)
    add_resuming(parser)
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
