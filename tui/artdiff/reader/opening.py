"""Opening the reader: reads the documents, refuses what cannot be shown, and keeps the start short."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from artdiff.reader.laying import lay_out, put_away
from artdiff.reader.outfit import read_outfit
from artdiff.reader.palettes import palette_for, without_colour
from artdiff.reader.terminal import Background
from artdiff.reviews.allow_file import files_for
from artdiff.settings import ThemeName
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artdiff.batch.orders import Orders
    from artdiff.documents.collection import Problem
    from artdiff.reader.backstage import Backstage
    from artdiff.settings_file import Mistake

WRONG: Final = 2


def run(paths: Sequence[Path], source: Path | None, reviews: Path | None = None, orders: Orders | None = None) -> int:
    """Open the reader on files and folders, and return the exit status when it is left: 2 where something named could not be read."""
    # Loading Textual makes many objects and hardly any garbage: looking for it takes a sixth of the time.
    gc.disable()
    collection = lay_out(paths, source)
    if not collection.documents and not any(path.is_dir() for path in paths):
        _say(collection.problems)
        return WRONG
    outfit, background = read_outfit()._replace(allow_files=files_for(paths)), Background()
    asking = outfit.settings.theme is ThemeName.AUTOMATIC and not without_colour()
    if asking:
        background.ask()
    from artdiff.reader.app import Reader  # noqa: PLC0415  (a tenth of a second, for nothing where nothing can be read)

    if asking:
        outfit = outfit._replace(palette=palette_for(ThemeName.AUTOMATIC, is_light=background.is_light()))
    named = (*paths, *([source] if source else ())) if outfit.settings.reopen else None

    def backstage(one: Reader) -> Backstage:
        from artdiff.reader.backstage import Backstage  # noqa: PLC0415  (not before the first frame)
        from artdiff.reader.bookmarks import Bookmarks  # noqa: PLC0415
        from artdiff.reader.keeping import Keeper  # noqa: PLC0415

        return Backstage(one, Keeper(reviews), Bookmarks(named), orders)

    reader = Reader(collection, _collect_again, outfit, backstage)
    try:
        status = reader.run() or reader.return_code or 0
    finally:
        put_away(collection)
    _say([*reader.problems, *outfit.mistakes])
    return status or (WRONG if reader.problems else 0)


def _collect_again() -> None:
    """Collect garbage from now on, of what comes from now on."""
    gc.freeze()
    gc.enable()


def _say(problems: Sequence[Problem | Mistake]) -> None:
    for problem in problems:
        print(f"artdiff: {visible_line(str(problem))}", file=sys.stderr)  # noqa: T201
