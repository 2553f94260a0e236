"""What the commands share: exit status, talk on standard error, words that are paths, help pages."""

from __future__ import annotations

import argparse
import os
import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.documents.collection import Problem

HELP_COLUMNS: Final = 100
STANDARD_INPUT: Final = Path("/dev/stdin")
"""What ``-`` names; files know it for a pipe that is open at its other end."""


class Status(IntEnum):
    """The exit status; a wrong call or an unreadable input wins over findings."""

    NOTHING_FOUND = 0
    FINDINGS = 1
    WRONG = 2
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


class Help(argparse.RawDescriptionHelpFormatter):
    """Help pages of one width: asking the terminal for its own costs every call of every command 2 ms of imports."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=HELP_COLUMNS)


def say(message: str) -> None:
    """Talk to the user, beside the results."""
    print(f"artdiff: {message}", file=sys.stderr)


def say_problem(problem: Problem) -> None:
    """Say what could not be read, and why."""
    say(f"{visible_line(problem.path)}: {visible_line(problem.message)}")


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parse words of which paths may stand among the options; behind ``--`` there are only paths."""
    end = words.index("--") if "--" in words else len(words)
    options = parser.parse_intermixed_args(words[:end])
    if "" in words[end:]:
        parser.error("a path is empty")
    options.paths += map(Path, words[end + 1 :])
    return options


def add_paths(parser: argparse.ArgumentParser) -> None:
    """Let a command take paths and ``--source``."""
    paths = "files and folders; of exactly two files the first is the source"
    parser.add_argument("paths", metavar="PATH", nargs="*", type=path, help=paths)
    parser.add_argument("--source", metavar="FILE", type=path, help="the article that all others are rewrites of")


def path(word: str) -> Path:
    """Return the path that a word names; ``-`` is standard input."""
    if not word:
        message = "a path is empty"
        raise argparse.ArgumentTypeError(message)
    return STANDARD_INPUT if word == "-" else Path(word)


def to_terminal() -> bool:
    """Say whether results go to a terminal that shows more than plain lines."""
    return bool(sys.stdout and sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def level(word: str) -> float:
    """Return the confidence that a word names."""
    try:
        number = float(word)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        message = f"{word!r} is not between 0 and 1"
        raise argparse.ArgumentTypeError(message)
    return number
