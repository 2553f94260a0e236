"""The command line: commands, streams and exit status. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff import __version__
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from artdiff.documents.collection import Collection, Problem
    from artdiff.reports.checked import CheckedStory


HELP_COLUMNS: Final = 100


class Status(IntEnum):
    """The exit status; a wrong call or an unreadable input wins over findings."""

    NOTHING_FOUND = 0
    FINDINGS = 1
    WRONG = 2
    INTERRUPTED = 130
    OUTPUT_CLOSED = 141


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
    except BrokenPipeError:
        _forget_output()
        return Status.OUTPUT_CLOSED
    except OSError as error:  # what cannot be read is a problem in the collection; this is the output
        _forget_output()
        _say(f"the output cannot be written: {error.strerror or error}")
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
    options = _parse(_reader_parser(), words)
    if not _is_terminal():
        _say("the reader needs a terminal; `artdiff check PATH...` prints the findings without one")
        return Status.WRONG
    from artdiff.reader.opening import run

    return run(options.paths or [Path()], options.source)


def _check(words: Sequence[str]) -> int:
    """Print findings."""
    parser = _check_parser()
    options = _parse(parser, words)
    if not options.paths:
        parser.error("at least one PATH is needed")
    if options.format == "jsonl":
        if options.source:
            parser.error("--source does not go with --format jsonl, where every line has its own")
        return _check_pairs(options.paths)
    return _check_paths(options.paths, options.source, options.format)


def _explain(words: Sequence[str]) -> int:
    """Print what every judge says of one rewrite."""
    parser = argparse.ArgumentParser(
        prog="artdiff explain",
        description="Prints every fact of a rewrite with its verdict, the evidence and the rule, supported ones too.",
        formatter_class=_Help,
    )
    parser.add_argument("source", metavar="SOURCE", type=_path)
    parser.add_argument("variant", metavar="VARIANT", type=_path)
    parser.add_argument("--at", metavar="LINE", type=int, help="only what stands in this line of the rewrite")
    options = parser.parse_args(words)
    from artdiff.batch.work import explain_documents
    from artdiff.documents.reading import read_document
    from artdiff.engine.values import Pair
    from artdiff.errors import UnreadableError
    from artdiff.reports.explained import explained_lines

    try:
        documents = Pair(read_document(options.source), read_document(options.variant))
    except UnreadableError as error:
        _say(f"{visible_line(error.path)}: {visible_line(error.problem)}")
        return Status.WRONG
    for line in explained_lines(documents, explain_documents(documents), options.at):
        print(line)
    return Status.NOTHING_FOUND


def _check_paths(paths: Sequence[Path], source: Path | None, form: str) -> int:
    from artdiff.documents.reading import read

    with _nothing_to_collect():
        return _check_collection(read(paths, source), form)


def _check_collection(collection: Collection, form: str) -> int:
    from artdiff.batch.work import check

    for problem in collection.problems:
        _say_problem(problem)
    stories = tuple(check(collection))
    if form == "json":
        _print_json(stories, collection)
    else:
        _print_text(stories)
        if collection.passed_over:
            _say(f"passed over: {collection.passed_over} (hidden, or no text that is read here)")
    if collection.problems:
        return Status.WRONG
    return Status.FINDINGS if any(story.flagged for story in stories) else Status.NOTHING_FOUND


def _check_pairs(paths: Sequence[Path]) -> int:
    from artdiff.batch.work import check_pairs
    from artdiff.documents.collection import Problem
    from artdiff.reports.structured import pair_line

    status = Status.NOTHING_FOUND
    for checked in check_pairs(paths):
        if isinstance(checked, Problem):
            _say_problem(checked)
            status = Status.WRONG
        else:
            print(pair_line(checked))
            status = max(status, Status.FINDINGS) if checked.flagged else status
    return status


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


def _print_json(stories: Iterable[CheckedStory], collection: Collection) -> None:
    from artdiff.reports.structured import report

    print(report(stories, collection))


def _print_text(stories: Iterable[CheckedStory]) -> None:
    if sys.stdout and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from artdiff.reports.terminal import print_report

        print_report(stories)
    else:
        from artdiff.reports.plain import report_lines

        for line in report_lines(stories):
            print(line)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help pages of one width: asking the terminal for its own costs every call of every command 2 ms of imports."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=HELP_COLUMNS)


def _reader_parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  artdiff {command.usage:<34} {command.summary}" for command in COMMANDS.values())
    parser = argparse.ArgumentParser(
        prog="artdiff",
        description="Opens the reader on articles and their rewrites, and walks from one wrong fact to the next.",
        epilog=f"commands:\n{commands}\nA folder that is called like a command: ./check",
        formatter_class=_Help,
    )
    parser.add_argument("--version", action="version", version=f"artdiff {__version__}")
    _add_paths(parser)
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="artdiff check",
        description="Prints what rewrites altered or made up.",
        epilog="exit status: 0 nothing found, 1 findings, 2 a wrong call or an input that cannot be read",
        formatter_class=_Help,
    )
    _add_paths(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help='text (default); json, one object; jsonl reads pair corpora, {"id", "source", "variant"} a line',
    )
    return parser


def _parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parse words of which paths may stand among the options; behind ``--`` there are only paths."""
    end = words.index("--") if "--" in words else len(words)
    options = parser.parse_intermixed_args(words[:end])
    if "" in words[end:]:
        parser.error("a path is empty")
    options.paths += map(Path, words[end + 1 :])
    return options


def _add_paths(parser: argparse.ArgumentParser) -> None:
    paths = "files and folders; of exactly two files the first is the source"
    parser.add_argument("paths", metavar="PATH", nargs="*", type=_path, help=paths)
    parser.add_argument("--source", metavar="FILE", type=_path, help="the article that all others are rewrites of")


def _path(word: str) -> Path:
    if not word:
        message = "a path is empty"
        raise argparse.ArgumentTypeError(message)
    return Path(word)


def _is_terminal() -> bool:
    """Say whether the reader can be shown: it reads keys from standard input and paints on standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream and stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"


def _say(message: str) -> None:
    print(f"artdiff: {message}", file=sys.stderr)


def _say_problem(problem: Problem) -> None:
    _say(f"{visible_line(problem.path)}: {visible_line(problem.message)}")


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
    "explain": Command(_explain, "explain SOURCE VARIANT [--at LINE]", "prints every fact with its evidence"),
}
"""The commands by their name; any other first word is a path for the reader."""
