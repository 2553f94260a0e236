"""Bookmarks in files: one for each set of paths that the reader is opened on, in the platform's folder for what programs keep.

What cannot be read or written costs the place only, so nothing here raises.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from artdiff.documents.writing import replace_file
from artdiff.engine.values import FactKind, Side, Verdict
from artdiff.reviews.location import default_path
from artdiff.reviews.mend_fields import known_of, known_row
from artdiff.session.bookmark import Bookmark, at_bookmark, bookmark_of
from artdiff.session.filter import Filter
from artdiff.session.state import Order, Top
from artdiff.settings import Layout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artdiff.session.state import Session

FORM: Final = 1
"""Of the file; another form is not read."""
MOST: Final = 200
"""Files that are kept; those written longest ago go first."""
FOLDER: Final = "places"


class Bookmarks:
    """The bookmark of one reader.

    Args:
        paths: that it is opened on, with the document that the user named as the source; None keeps no place.
    """

    def __init__(self, paths: Iterable[Path] | None) -> None:
        self._paths = paths
        self.path: Path | None = None
        self._settings: Session | None = None
        self._kept: Bookmark | None = None

    def opened(self, session: Session) -> Session:
        """Return a session that has just begun, on its way to where the reader was left."""
        if self._paths is None:
            return session
        self.path = path_for(self._paths)
        self._settings, self._kept = session, read(self.path)
        return at_bookmark(session, self._kept) if self._kept else session

    def keep(self, session: Session, top: Top | None) -> None:
        """Keep the place, where it is another than what is kept; one that is still waited for stays."""
        returning = session.returning and session.returning.pair == session.shown
        if self.path is None or self._settings is None or not session.stories or session.bookmark or returning:
            return
        mark = bookmark_of(session, self._settings, top)
        if mark != self._kept:
            self._kept = mark
            write(self.path, mark)


def path_for(paths: Iterable[Path]) -> Path:
    """Return the file for what the reader is opened on."""
    named = "\0".join(str(path.resolve()) for path in paths).encode("utf-8", "surrogatepass")
    return default_path().with_name(FOLDER) / f"{blake2b(named, digest_size=12).hexdigest()}.json"


def read(path: Path) -> Bookmark | None:
    """Return the bookmark of a file; None where there is none, or none that is understood."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return _bookmark(row) if row["form"] == FORM else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def write(path: Path, mark: Bookmark) -> None:
    """Write a bookmark, in one piece whoever else writes it."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, json.dumps(_row(mark)).encode())
        _thin_out(path.parent)


def _thin_out(folder: Path) -> None:
    """Remove the oldest files where there are too many."""
    files = list(folder.glob("*.json"))
    if len(files) > MOST:
        files.sort(key=lambda file: file.stat().st_mtime)
        for file in files[:-MOST]:
            file.unlink(missing_ok=True)


def _row(mark: Bookmark) -> dict[str, Any]:
    chosen = mark.filter
    return {
        "form": FORM,
        "source": mark.source and known_row(mark.source),
        "variant": mark.variant and known_row(mark.variant),
        "words": mark.words,
        "start": mark.start,
        "top": mark.top,
        "filter": chosen and [sorted(chosen.verdicts), chosen.kind, chosen.level, chosen.undecided],
        "layout": mark.layout,
        "omissions": mark.omissions,
        "word_diff": mark.word_diff,
        "folded": mark.folded,
        "order": mark.order,
        "narrowed": mark.narrowed,
    }


def _bookmark(row: dict[str, Any]) -> Bookmark:
    source, variant, layout = row["source"], row["variant"], row["layout"]
    return Bookmark(
        None if source is None else known_of(source),
        None if variant is None else known_of(variant),
        str(row["words"]),
        int(row["start"]),
        _top(row["top"]),
        _filter(row["filter"]),
        None if layout is None else Layout(layout),
        _switch(row["omissions"]),
        _switch(row["word_diff"]),
        bool(row["folded"]),
        Order(row["order"]),
        str(row["narrowed"]),
    )


def _switch(value: object) -> bool | None:
    return None if value is None else bool(value)


def _top(row: Any) -> Top | None:  # noqa: ANN401  (what stands in a file)
    if row is None:
        return None
    side, paragraph, rows = row
    return Top(Side(side), int(paragraph), int(rows))


def _filter(row: Any) -> Filter | None:  # noqa: ANN401
    if row is None:
        return None
    verdicts, kind, level, undecided = row
    return Filter(
        frozenset(map(Verdict, verdicts)), None if kind is None else FactKind(kind), float(level), bool(undecided)
    )
