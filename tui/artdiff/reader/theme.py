"""Themes: the colours and the styles of all that is painted. Every kind of mark has a style besides its sign and colour."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual.theme import Theme

from artdiff.engine.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artdiff.reports.marking import Look


class Ink(StrEnum):
    """What is written with one ink, but for the marks."""

    TEXT = "text"
    STRONG = "strong"
    FAINT = "faint"
    NOTE = "note"
    ACCENT = "accent"
    FRAME = "frame"
    FOCUSED = "focused"


class Ground(StrEnum):
    """What is behind the ink."""

    PAGE = "page"
    BAR = "bar"
    SHOWN = "shown"
    CURSOR = "cursor"


@dataclass(frozen=True, eq=False)
class Palette:
    """The colours of a theme, as ``#rrggbb``; empty strings leave the terminal's own.

    Attributes:
        page: behind text; `bar` behind the bars, `shown` behind the list's row that is shown.
        edited: behind words of the word diff.
        verdicts: the ink of each kind of mark, and the ground of the finding that the reviewer stands on.
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
PALETTES: Final = (DARK, LIGHT)

_MARKS: Final = {
    Verdict.ALTERED: Style(bold=True, underline=True),
    Verdict.HALLUCINATED: Style(bold=True, italic=True),
    Verdict.OMITTED: Style(italic=True),
    Verdict.GENERALISED: Style(underline=True),
    Verdict.REPEATED: Style(italic=True, underline=True),
    Verdict.SUPPORTED: Style(),
}
_COUNTERPART: Final = Style(underline=True)
_CURRENT: Final = Style(bold=True)


def without_colour() -> bool:
    """Say whether the user asked for no colour (https://no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def textual_theme(palette: Palette) -> Theme:
    """Return a palette as Textual's theme, for what is not painted here."""
    return Theme(
        name=palette.name,
        primary=palette.accent,
        secondary=palette.faint,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.page,
        surface=palette.page,
        panel=palette.bar,
        dark=palette.dark,
    )


@lru_cache(maxsize=512)
def style_of(palette: Palette, ink: Ink, ground: Ground = Ground.PAGE) -> Style:
    """Return how something is written that is no mark."""
    if ground is Ground.CURSOR:
        return _colours(palette.page, palette.accent) + Style(bold=True, reverse=palette.is_plain)
    colours = {Ink.FAINT: palette.faint, Ink.NOTE: palette.faint, Ink.FRAME: palette.frame}
    accents = {Ink.ACCENT, Ink.FOCUSED}
    colour = palette.accent if ink in accents else colours.get(ink, palette.text)
    return _colours(colour, _ground(palette, ground)) + _attributes(palette, ink)


def _attributes(palette: Palette, ink: Ink) -> Style:
    bold = ink in {Ink.STRONG, Ink.ACCENT} or None
    dim = (palette.is_plain and ink in {Ink.FAINT, Ink.NOTE, Ink.FRAME}) or None
    return Style(bold=bold, dim=dim, italic=ink is Ink.NOTE or None)


def _ground(palette: Palette, ground: Ground) -> str:
    return {Ground.BAR: palette.bar, Ground.SHOWN: palette.shown}.get(ground, palette.page)


def _colours(ink: str, ground: str) -> Style:
    return Style(color=ink or None, bgcolor=ground or None)


@lru_cache(maxsize=64)
def verdict_style(palette: Palette, verdict: Verdict, ground: Ground = Ground.PAGE) -> Style:
    """Return the ink of a verdict's name or sign outside the text."""
    return _colours(palette.verdicts.get(verdict, palette.text), _ground(palette, ground)) + Style(bold=True)


@lru_cache(maxsize=512)
def look_style(palette: Palette, look: Look, *, current: bool = False, dismissed: bool = False) -> Style:
    """Return how a run of an article is painted.

    The finding that the reviewer stands on stands out on both sides; those that were dismissed keep their sign only.
    """
    style = style_of(palette, Ink.FAINT if look.faint else Ink.TEXT) + Style(bold=look.strong or None)
    if look.edited:
        style += Style(bgcolor=palette.edited or None, dim=palette.is_plain or None)
    if look.verdict is None:
        return style
    colour = palette.verdicts.get(look.verdict, "")
    if current:
        return style + _CURRENT + Style(reverse=palette.is_plain, dim=False) + _colours(palette.page, colour)
    if dismissed:
        return style + _colours(palette.faint, "") + Style(dim=palette.is_plain or None)
    mark = _COUNTERPART if look.counterpart else _MARKS[look.verdict]
    return style + _colours(colour, "") + Style(dim=False) + mark
