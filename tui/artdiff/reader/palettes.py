"""The palettes: the colours of each theme. What is written with them, and in which style, is the theme module's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Verdict
from artdiff.settings import ThemeName

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False)
class Palette:
    """The colours of a theme, as ``#rrggbb``; empty strings leave the terminal's own.

    Attributes:
        page: behind text; `bar` behind the bars, `shown` behind the list's row that is shown.
        edited: behind words of the word diff.
        verdicts: the ink of each kind of mark, and the ground of the finding that the reviewer stands on.
        ansi: the colours are the terminal's own, by their names.
    """

    name: str
    dark: bool
    page: str
    bar: str
    shown: str
    text: str
    faint: str
    accent: str
    frame: str
    edited: str
    verdicts: Mapping[Verdict, str]
    ansi: bool = False

    @property
    def reverses(self) -> bool:
        """Say whether what stands out is reversed, for want of a ground that the ink is known to be read on."""
        return self.ansi or self.is_plain

    @property
    def is_plain(self) -> bool:
        """Say whether it has no colours at all."""
        return not self.text


_MARKED: Final = (Verdict.ALTERED, Verdict.HALLUCINATED, Verdict.OMITTED, Verdict.GENERALISED, Verdict.REPEATED)


def _palette(name: str, colours: str, marks: str, *, dark: bool = True, ansi: bool = False) -> Palette:
    """Return a palette.

    Args:
        name: of Textual's theme.
        colours: page, bar, shown, text, faint, accent, frame, edited; a hyphen for none.
        marks: the ink of what is altered, hallucinated, omitted, generalised, repeated.
        dark: the page is.
        ansi: the colours are the terminal's own.
    """
    page, bar, shown, text, faint, accent, frame, edited = (one.strip("-") for one in colours.split())
    verdicts = {verdict: ink.strip("-") for verdict, ink in zip(_MARKED, marks.split(), strict=True)}
    return Palette(name, dark, page, bar, shown, text, faint, accent, frame, edited, verdicts, ansi)


DARK: Final = _palette(
    "artdiff-dark",
    "#12151a #1c212a #232b37 #d9dee7 #8d97a8 #7cc4ff #3b4554 #222c39",
    "#ffb454 #ff8f87 #93b7ee #c9b4f2 #86cfc5",
)
LIGHT: Final = _palette(
    "artdiff-light",
    "#fcfbf8 #efede7 #e3eaf3 #1f2329 #5a626e #0a569f #b9b5aa #e6edf5",
    "#834700 #a31d18 #1e4ca0 #5f3f98 #0e5c55",
    dark=False,
)
HIGH_CONTRAST: Final = _palette(
    "artdiff-high-contrast",
    "#000000 #1a1a1a #00274d #ffffff #d6d6d6 #ffff5c #a0a0a0 #262b33",
    "#ffc46b #ffb3ad #a9d1ff #dfcbff #8ff0e0",
)
COLOUR_BLIND: Final = _palette(
    "artdiff-colour-blind",
    "#10141a #1a202a #222c3a #e2e5ea #98a2b3 #d9e4ff #445065 #222b38",
    "#ff9f40 #5fb0ff #b4bcc8 #ffd9a8 #b5d6ff",
)
"""Orange and blue, which nearly everybody tells apart; no two kinds of mark differ by red and green alone."""
TERMINAL: Final = _palette(
    "artdiff-terminal",
    "default default default default default blue default -",
    "yellow red blue magenta cyan",
    ansi=True,
)
"""The terminal's own sixteen colours, on its own ground."""
PLAIN: Final = _palette("ansi-dark", "- - - - - - - -", "- - - - -")
"""No colours: for NO_COLOR. Its name is that of Textual's theme of the terminal's own colours."""
PALETTES: Final = (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND, TERMINAL)
"""All with colours, in the order in which a key walks them."""
_NAMED: Final = {
    ThemeName.AUTOMATIC: DARK,
    ThemeName.DARK: DARK,
    ThemeName.LIGHT: LIGHT,
    ThemeName.HIGH_CONTRAST: HIGH_CONTRAST,
    ThemeName.COLOUR_BLIND: COLOUR_BLIND,
    ThemeName.TERMINAL: TERMINAL,
}


def without_colour() -> bool:
    """Say whether the user asked for no colour (https://no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def palette_for(name: ThemeName, *, is_light: bool = False) -> Palette:
    """Return the palette of a theme, or none at all where the user wants no colour.

    Args:
        name: as the settings have it.
        is_light: the terminal is; what is automatic goes by it.
    """
    if without_colour():
        return PLAIN
    return LIGHT if name is ThemeName.AUTOMATIC and is_light else _NAMED[name]
