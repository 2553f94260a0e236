"""The command line: commands, streams and exit status. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff import __version__
from artdiff.cli.corpora import add_batch, orders_of, refuse_batch
from artdiff.cli.deciding import add_reviews
from artdiff.cli.speaking import Help, Status, add_paths, parse, say
from artdiff.errors import ArtdiffError
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Command(NamedTuple):
    """A command: the words behind its name to an exit status."""

    run: Callable[[Sequence[str]], int]
    usage: str
    summary: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the words name and return the exit status; without words, those of the process."""
    words = sys.argv[1:] if arguments is None else arguments
    _escape_what_the_output_cannot_encode()
    try:
        status = _run(words)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except ArtdiffError as error:
        say(visible_line(str(error)))
        return Status.WRONG
    except BrokenPipeError:
        _forget_output()
        return Status.OUTPUT_CLOSED
    except OSError as error:  # what cannot be read is a problem in the collection; this is the output
        _forget_output()
        say(f"the output cannot be written: {error.strerror or error}")
        return Status.WRONG
    return status


def _run(words: Sequence[str]) -> int:
    name, rest = (words[0], words[1:]) if words and words[0] in COMMANDS else ("", words)
    try:
        return COMMANDS[name].run(rest) if name else _read(rest)
    except SystemExit as leave:  # argparse, after a help page or a complaint
        return leave.code if isinstance(leave.code, int) else Status.NOTHING_FOUND


def _read(words: Sequence[str]) -> int:
    """Open the reader."""
    parser = _reader_parser()
    options = parse(parser, words)
    refuse_batch(parser, options)
    if not _is_terminal():
        say("the reader needs a terminal; `artdiff check PATH...` prints the findings without one")
        return Status.WRONG
    from artdiff.reader.opening import run

    return run(options.paths or [Path()], options.source, options.reviews, orders_of(options))


def _check(words: Sequence[str]) -> int:
    from artdiff.cli.check import run

    return run(words)


def _report(words: Sequence[str]) -> int:
    from artdiff.cli.report import run

    return run(words)


def _git(words: Sequence[str]) -> int:
    from artdiff.cli.git import run

    return run(words)


def _explain(words: Sequence[str]) -> int:
    from artdiff.cli.explain import run

    return run(words)


def _reviews(words: Sequence[str]) -> int:
    from artdiff.cli.reviews import run

    return run(words)


def _allow(words: Sequence[str]) -> int:
    from artdiff.cli.allow import run

    return run(words)


def _config(words: Sequence[str]) -> int:
    from artdiff.cli.config import run

    return run(words)


def _reader_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  artdiff {command.usage:<34} {command.summary}" for command in COMMANDS.values())
    parser = argparse.ArgumentParser(
        prog="artdiff",
        description="Opens the reader on articles and their rewrites, and walks from one wrong fact to the next.",
        epilog=f"commands:\n{commands}\nA folder that is called like a command: ./check",
        formatter_class=Help,
    )
    parser.add_argument(
        "--version", action=_Version, nargs=0, help="show the version, and whether the engine is compiled"
    )
    add_paths(parser)
    add_reviews(parser)
    add_batch(parser)
    return parser


class _Version(argparse.Action):
    """Prints the version; the engine is looked for when somebody asks, and not imported."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.util import find_spec

        found = find_spec("artdiff.engine.comparison")
        plain = found is None or str(found.origin).endswith(".py")
        print(f"artdiff {__version__}, the engine {'in plain Python' if plain else 'compiled'}")
        parser.exit()


def _is_terminal() -> bool:
    """Say whether the reader can be shown: it reads keys from standard input and paints on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _escape_what_the_output_cannot_encode() -> None:
    """Let a terminal without Unicode show an escape for a curly quote, rather than end with an error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Let what is still buffered go nowhere when the reader of a pipe has gone, also at the interpreter's end."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


COMMANDS: Final = {
    "check": Command(_check, "check PATH... [--format F]", "prints findings, for people and for programs"),
    "report": Command(_report, "report PATH... -o FILE", "writes findings and decisions to one file"),
    "git": Command(_git, "git REV [REV] -- PATH...", "findings between two versions in a repository"),
    "explain": Command(_explain, "explain SOURCE VARIANT [--at LINE]", "prints every fact with its evidence"),
    "reviews": Command(_reviews, "reviews export|import|clear|stats", "decisions as JSON lines, and in figures"),
    "allow": Command(
        _allow, "allow [--add E|--remove E] [PATH...]", "what is never flagged: listed, added, taken back"
    ),
    "config": Command(_config, "config [--show|--path|--edit]", "shows the settings, names their file, edits it"),
}
"""The commands by their name; any other first word is a path for the reader."""
