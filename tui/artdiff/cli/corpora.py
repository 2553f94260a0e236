"""What the commands are told of corpora: which columns are what, and what a malformed row is worth."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from artdiff.cli.speaking import path, say, say_problem

if TYPE_CHECKING:
    from artdiff.batch.orders import Orders
    from artdiff.documents.collection import Problem
    from artdiff.documents.corpora.columns import Columns

MOST_JOBS: Final = 512
TOLD: Final = 50
"""Malformed rows that are told one by one; the others are counted."""


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """Let a command take ``--map`` and ``--lenient``."""
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN,...",
        type=_columns,
        help="the columns of corpora that are not named text, id, story, role, title, date, url, source, variant",
    )
    parser.add_argument("--lenient", action="store_true", help="malformed rows of corpora do not make the status 2")


def add_batch(parser: argparse.ArgumentParser) -> None:
    """Let a command say who compares."""
    group = parser.add_argument_group("who compares")
    group.add_argument(
        "--jobs", metavar="N", type=_jobs, help="processes that compare and group; default: one a core, where it pays"
    )
    group.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="who compares; default: %(default)s"
    )
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster, tcp://HOST:PORT; default: processes of this machine"
    )
    group.add_argument("--no-cache", action="store_true", help="neither use nor keep comparisons made before")


def add_resuming(parser: argparse.ArgumentParser) -> None:
    """Let a command go on with a broken run."""
    parser.add_argument(
        "--resume",
        metavar="FILE",
        type=path,
        help="with --format jsonl: write to FILE, and go on behind what it has already",
    )


def refuse_batch(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Refuse what does not go together."""
    if options.scheduler and options.engine != "dask":
        parser.error("--scheduler goes with --engine dask")


def orders_of(options: argparse.Namespace) -> Orders:
    """Return who is to compare."""
    from artdiff.batch.orders import Orders

    return Orders(options.jobs, options.engine == "dask", options.scheduler, not options.no_cache)


def _jobs(word: str) -> int:
    if not word.isascii() or not word.isdecimal() or not 1 <= int(word) <= MOST_JOBS:
        message = f"{word!r} is not between 1 and {MOST_JOBS}"
        raise argparse.ArgumentTypeError(message)
    return int(word)


def _columns(words: str) -> Columns:
    from artdiff.documents.corpora.columns import MappingError, columns_of

    try:
        return columns_of(words)
    except MappingError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


class Problems:
    """Tells what cannot be read, as it comes, and counts it.

    Args:
        lenient: malformed rows do not count as wrong.
    """

    def __init__(self, *, lenient: bool) -> None:
        self._lenient = lenient
        self._rows = 0
        self._files = 0

    @property
    def wrong(self) -> bool:
        """Say whether the status is that of an input that cannot be read."""
        return self._files > 0 or (self._rows > 0 and not self._lenient)

    def tell(self, problem: Problem) -> None:
        """Say what is wrong, of very many malformed rows only the first."""
        self._rows += problem.row
        self._files += not problem.row
        if not problem.row or self._rows <= TOLD:
            say_problem(problem)

    def sum_up(self) -> None:
        """Say how many rows were passed over, where they were not all told."""
        if self._rows > 1:
            say(f"{self._rows} malformed rows were passed over")
