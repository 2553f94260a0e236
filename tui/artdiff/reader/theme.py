"""Themes: the colours and the styles of all that is painted. Every kind of mark has a style besides its sign and colour."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from artdiff.engine.values import Verdict

if TYPE_CHECKING:
    from artdiff.reader.palettes import Palette
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


def textual_theme(palette: Palette) -> Theme:
    """Return a palette as Textual's theme, for what is not painted here."""
    if palette.ansi:
        return _terminals_own(palette)
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


def _terminals_own(palette: Palette) -> Theme:
    """Return Textual's own theme of the terminal's colours, under another name."""
    own = BUILTIN_THEMES["ansi-dark"]
    return Theme(
        name=palette.name,
        ansi=True,
        primary=own.primary,
        secondary=own.secondary,
        accent=own.primary,
        foreground=own.foreground,
        background=own.background,
        surface=own.surface,
        panel=own.panel,
        boost=own.boost,
        dark=palette.dark,
        variables=own.variables,
    )


@lru_cache(maxsize=512)
def style_of(palette: Palette, ink: Ink, ground: Ground = Ground.PAGE) -> Style:
    """Return how something is written that is no mark."""
    if ground is Ground.CURSOR:
        ends = (palette.accent, "") if palette.reverses else (palette.page, palette.accent)
        return _colours(*ends) + Style(bold=True, reverse=palette.reverses)
    colours = {Ink.FAINT: palette.faint, Ink.NOTE: palette.faint, Ink.FRAME: palette.frame}
    accents = {Ink.ACCENT, Ink.FOCUSED}
    colour = palette.accent if ink in accents else colours.get(ink, palette.text)
    return _colours(colour, _ground(palette, ground)) + _attributes(palette, ink)


def _attributes(palette: Palette, ink: Ink) -> Style:
    bold = ink in {Ink.STRONG, Ink.ACCENT} or None
    dim = (palette.reverses and ink in {Ink.FAINT, Ink.NOTE, Ink.FRAME}) or None
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
        style += Style(bgcolor=palette.edited or None, dim=palette.reverses or None)
    if look.verdict is None:
        return style
    colour = palette.verdicts.get(look.verdict, "")
    if current:
        ends = (colour, "") if palette.reverses else (palette.page, colour)
        return style + _CURRENT + Style(reverse=palette.reverses, dim=False) + _colours(*ends)
    if dismissed:
        return style + _colours(palette.faint, "") + Style(dim=palette.reverses or None)
    mark = _COUNTERPART if look.counterpart else _MARKS[look.verdict]
    return style + _colours(colour, "") + Style(dim=False) + mark
