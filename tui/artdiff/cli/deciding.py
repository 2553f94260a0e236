"""Where the commands find what reviewers decided."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from artdiff.cli.speaking import path

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from artdiff.reviews.store import Store


def add_reviews(parser: argparse.ArgumentParser) -> None:
    """Let a command take ``--reviews``."""
    kept = "the decisions of reviewers; default: the file that the reader keeps them in"
    parser.add_argument("--reviews", metavar="FILE", type=path, help=kept)


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
    from artdiff.reviews.store import Store

    place = file or default_path()
    if file is None and not place.exists():
        yield None
        return
    with Store.open_reading(place) as store:
        yield store
