"""``artdiff allow``: what is never flagged, listed, added to and taken back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from artdiff.cli.speaking import Help, Status, parse, path, say
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artdiff.reviews.allowing import Allowance


def run(words: Sequence[str]) -> int:
    """List the entries that hold for some texts, add one, or take one back; 2 where a file or a line is wrong."""
    from pathlib import Path

    from artdiff.reviews.allow_file import files_for, own_file, read_allowing

    parser = _parser()
    options = parse(parser, words)
    files = files_for(options.paths or [Path()])
    if options.add:
        return _add(parser, options.add, own_file() if options.own else files[0])
    allowing = read_allowing(files)
    for mistake in allowing.mistakes:
        say(visible_line(str(mistake)))
    if options.remove:
        return _remove(options.remove, allowing.allowances.entries)
    for entry in allowing.allowances.entries:
        print(f"{visible_line(str(entry.file))}:{entry.line}: {visible_line(entry.text)}")
    return Status.WRONG if allowing.mistakes else Status.NOTHING_FOUND


def _add(parser: argparse.ArgumentParser, words: str, file: Path) -> int:
    from artdiff.reviews.allow_file import add, parsed

    try:
        entry = parsed(words)
    except ValueError as error:
        parser.error(f"{words!r}: {error}")
    add(entry, file)
    say(f"added to {visible_line(str(file))}")
    return Status.NOTHING_FOUND


def _remove(words: str, entries: Sequence[Allowance]) -> int:
    """Take back every entry that says this, or stands there."""
    from artdiff.reviews.allow_file import remove

    meant = [entry for entry in entries if words in {entry.text, f"{entry.file}:{entry.line}"}]
    for entry in meant:
        remove(entry)
        say(f"taken out of {visible_line(str(entry.file))}: {visible_line(entry.text)}")
    if not meant:
        say(f"there is no entry {visible_line(words)!r}; `artdiff allow` lists them")
    return Status.NOTHING_FOUND if meant else Status.WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="artdiff allow",
        description="Lists what is never flagged in some texts: the entries of the files artdiff.allow beside them and in the folder of settings.",
        epilog="entries: 'same: NAME = OTHER NAME', 'words: WORDS', 'rule: RULE'\n"
        "exit status: 0 done, 2 a wrong call, a wrong line, or an entry that is not there",
        formatter_class=Help,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", type=path, help="texts and folders; default: this folder")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="ENTRY", help="write an entry into the file beside the texts")
    what.add_argument("--remove", metavar="ENTRY", help="take an entry out of its file; also as FILE:LINE")
    parser.add_argument("--own", action="store_true", help="with --add: into your own file, which holds everywhere")
    return parser
