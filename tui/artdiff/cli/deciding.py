"""Where the commands find what reviewers decided."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from artdiff.cli.speaking import path, say
from artdiff.visible import visible_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from artdiff.reviews.mend import Mend
    from artdiff.reviews.store import Store


def add_reviews(parser: argparse.ArgumentParser) -> None:
    """Let a command take ``--reviews``."""
    kept = "the decisions of reviewers; default: the file that the reader keeps them in"
    parser.add_argument("--reviews", metavar="FILE", type=path, help=kept)


def add_mends(parser: argparse.ArgumentParser) -> None:
    """Let a command take ``--no-mends``."""
    found = "stories and sources as they are found, whatever was mended of them in the reader"
    parser.add_argument("--no-mends", action="store_true", help=found)


def mends_of(options: argparse.Namespace) -> tuple[Mend, ...]:
    """Return what reviewers mended of stories and sources; pairs put together to be looked at are no stories here.

    Nobody asked for a file that was not named: where it cannot be read that is told, and the rest goes on.

    Raises:
        ReviewsError: a file that was named cannot be read.
    """
    from artdiff.reviews.errors import ReviewsError

    if options.no_mends or options.source:
        return ()
    try:
        with decisions(options.reviews) as store:
            log = store.mends() if store else []
    except ReviewsError as error:
        if options.reviews:
            raise
        say(f"{visible_line(str(error))}; what was mended of the stories does not count")
        return ()
    if not log:
        return ()
    from artdiff.reviews.mend import Way, standing

    return tuple(mend for mend in standing(log) if mend.way is not Way.COMPARED)


@contextmanager
def decisions(file: Path | None, *, wanted: bool = True) -> Iterator[Store | None]:
    """Give the decisions of a file, only to be read; of the reader's where none is named, if they are wanted at all.

    Nobody may have decided anything yet: the reader's file need not be there, one that is named must.

    Raises:
        ReviewsError: the file cannot be read.
    """
    if file is None and not wanted:
        yield None
        return
    from artdiff.reviews.location import default_path

    place = file or default_path()
    if file is None and not place.exists():
        yield None
        return
    from artdiff.reviews.store import Store

    with Store.open_reading(place) as store:
        yield store
