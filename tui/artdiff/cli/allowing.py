"""Where the commands find what is never to be flagged, and the options that say so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from artdiff.cli.speaking import path, say
from artdiff.errors import UnreadableError
from artdiff.visible import visible_line

if TYPE_CHECKING:
    import argparse

    from artdiff.reviews.allowing import Allowances


def add_allowing(parser: argparse.ArgumentParser) -> None:
    """Let a command take ``--allow`` and ``--no-allow``."""
    parser.add_argument(
        "--allow",
        metavar="FILE",
        type=path,
        action="append",
        default=[],
        help="what is never flagged, beside the files artdiff.allow next to the texts and in the folder of settings",
    )
    parser.add_argument("--no-allow", action="store_true", help="none of those files counts, only --allow")


def allowances_of(options: argparse.Namespace) -> Allowances:
    """Return what is never to be flagged in what was named; what is wrong in the files is told.

    Raises:
        UnreadableError: a file that was named is not there.
    """
    from artdiff.reviews.allow_file import files_for, read_allowing

    for file in options.allow:
        if not file.exists():
            raise UnreadableError(str(file), "there is no such file")
    found = () if options.no_allow else files_for(options.paths or [Path()])
    allowing = read_allowing([*options.allow, *found])
    for mistake in allowing.mistakes:
        say(visible_line(str(mistake)))
    return allowing.allowances
