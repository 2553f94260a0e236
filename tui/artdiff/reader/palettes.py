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


DARK: Final = Palette(
    name="artdiff-dark",
    dark=True,
    page="#12151a",
    bar="#1c212a",
    shown="#232b37",
    text="#d9dee7",
    faint="#8d97a8",
    accent="#7cc4ff",
    frame="#3b4554",
    edited="#222c39",
    verdicts={
        Verdict.ALTERED: "#ffb454",
        Verdict.HALLUCINATED: "#ff8f87",
        Verdict.OMITTED: "#93b7ee",
        Verdict.GENERALISED: "#c9b4f2",
        Verdict.REPEATED: "#86cfc5",
    },
)
LIGHT: Final = Palette(
    name="artdiff-light",
    dark=False,
    page="#fcfbf8",
    bar="#efede7",
    shown="#e3eaf3",
    text="#1f2329",
    faint="#5a626e",
    accent="#0a569f",
    frame="#b9b5aa",
    edited="#e6edf5",
    verdicts={
        Verdict.ALTERED: "#834700",
        Verdict.HALLUCINATED: "#a31d18",
        Verdict.OMITTED: "#1e4ca0",
        Verdict.GENERALISED: "#5f3f98",
        Verdict.REPEATED: "#0e5c55",
    },
)
HIGH_CONTRAST: Final = Palette(
    name="artdiff-high-contrast",
    dark=True,
    page="#000000",
    bar="#1a1a1a",
    shown="#00274d",
    text="#ffffff",
    faint="#d6d6d6",
    accent="#ffff5c",
    frame="#a0a0a0",
    edited="#262b33",
    verdicts={
        Verdict.ALTERED: "#ffc46b",
        Verdict.HALLUCINATED: "#ffb3ad",
        Verdict.OMITTED: "#a9d1ff",
        Verdict.GENERALISED: "#dfcbff",
        Verdict.REPEATED: "#8ff0e0",
    },
)
COLOUR_BLIND: Final = Palette(
    name="artdiff-colour-blind",
    dark=True,
    page="#10141a",
    bar="#1a202a",
    shown="#222c3a",
    text="#e2e5ea",
    faint="#98a2b3",
    accent="#d9e4ff",
    frame="#445065",
    edited="#222b38",
    verdicts={
        Verdict.ALTERED: "#ff9f40",
        Verdict.HALLUCINATED: "#5fb0ff",
        Verdict.OMITTED: "#b4bcc8",
        Verdict.GENERALISED: "#ffd9a8",
        Verdict.REPEATED: "#b5d6ff",
    },
)
"""Orange and blue, which nearly everybody tells apart; no two kinds of mark differ by red and green alone."""
TERMINAL: Final = Palette(
    name="artdiff-terminal",
    dark=True,
    page="default",
    bar="default",
    shown="default",
    text="default",
    faint="default",
    accent="blue",
    frame="default",
    edited="",
    verdicts={
        Verdict.ALTERED: "yellow",
        Verdict.HALLUCINATED: "red",
        Verdict.OMITTED: "blue",
        Verdict.GENERALISED: "magenta",
        Verdict.REPEATED: "cyan",
    },
    ansi=True,
)
"""The terminal's own sixteen colours, on its own ground."""
PLAIN: Final = Palette(
    name="ansi-dark",
    dark=True,
    page="",
    bar="",
    shown="",
    text="",
    faint="",
    accent="",
    frame="",
    edited="",
    verdicts={},
)
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
