"""Opening a file where words stand, in the editor that the user has chosen."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from artdiff.session.state import Session

FALLBACK: Final = "vi"
_WITH_COLON: Final = frozenset({"code", "codium", "subl", "zed", "hx", "helix", "cursor"})
"""Editors that take ``FILE:LINE``; all others take ``+LINE FILE``."""
_GOING: Final = {
    "code": ["--wait", "--goto"],
    "codium": ["--wait", "--goto"],
    "cursor": ["--wait", "--goto"],
    "subl": ["--wait"],
    "zed": ["--wait"],
}


class Spot(NamedTuple):
    """A place in a file; the line counts from 1."""

    file: Path
    line: int


def spot_of(session: Session) -> Spot | None:
    """Return where the finding stands in the variant, or the document shown begins; None for text without a file."""
    stop = session.current
    index = (
        session.variant
        if session.variant is not None
        else (session.current_story.source if session.current_story else 0)
    )
    if not session.documents or (path := session.documents[index].path) is None:
        return None
    is_here = stop is not None and stop.variant == index
    span = stop.finding.spans.variant if stop and is_here else None
    return Spot(path, session.documents[index].text.count("\n", 0, span.start) + 1 if span else 1)


def editor_command(spot: Spot) -> list[str]:
    """Return the words that start the user's editor there."""
    chosen = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK) or [FALLBACK]
    name = Path(chosen[0]).name
    file = str(spot.file.absolute())
    if name in _WITH_COLON:
        return [*chosen, *_GOING.get(name, ()), f"{file}:{spot.line}"]
    return [*chosen, f"+{spot.line}", file]
