"""Themes: how each look is painted. Every kind of mark has a style of its own besides its sign and colour."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.style import Style
from textual.theme import Theme

from artdiff.engine.values import Verdict
from artdiff.reader.marking import Look, Part

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Palette:
    """The colours of a theme; empty strings leave the terminal's own.

    Attributes:
        ground: behind text; `panel` behind bars and panels.
        edited: behind words of the word diff.
        verdicts: the ink of each kind of mark.
    """

    name: str
    dark: bool
    ground: str
    panel: str
    text: str
    faint: str
    accent: str
    edited: str
    verdicts: Mapping[Verdict, str]

    def __hash__(self) -> int:
        return hash(self.name)


DARK = Palette(
    name="artdiff-dark",
    dark=True,
    ground="#14171c",
    panel="#1d222a",
    text="#dfe3ea",
    faint="#98a2b3",
    accent="#7cc4ff",
    edited="#2a3340",
    verdicts={
        Verdict.ALTERED: "#ffb454",
        Verdict.HALLUCINATED: "#ff8a80",
        Verdict.OMITTED: "#8ab4f8",
        Verdict.GENERALISED: "#c5b0f0",
        Verdict.REPEATED: "#80cbc4",
    },
)
LIGHT = Palette(
    name="artdiff-light",
    dark=False,
    ground="#fbfaf7",
    panel="#eeece6",
    text="#20242a",
    faint="#5a626e",
    accent="#0b5cad",
    edited="#e4ebf3",
    verdicts={
        Verdict.ALTERED: "#8a4b00",
        Verdict.HALLUCINATED: "#a8201a",
        Verdict.OMITTED: "#1f4fa8",
        Verdict.GENERALISED: "#63429c",
        Verdict.REPEATED: "#0f625b",
    },
)
PLAIN = Palette(
    name="ansi-dark", dark=True, ground="", panel="", text="", faint="", accent="", edited="", verdicts={}
)
PALETTES = (DARK, LIGHT)
ATTRIBUTES = {
    Verdict.ALTERED: Style(bold=True, underline=True),
    Verdict.HALLUCINATED: Style(bold=True, italic=True),
    Verdict.OMITTED: Style(italic=True),
    Verdict.GENERALISED: Style(underline=True),
    Verdict.REPEATED: Style(dim=True, italic=True),
    Verdict.SUPPORTED: Style(),
}


def without_colour() -> bool:
    """Say whether the user asked for no colour (https://no-color.org: set and not empty)."""
    return bool(os.environ.get("NO_COLOR"))


def textual_theme(palette: Palette) -> Theme:
    """Return a palette as Textual's theme, for the widgets that are not painted here."""
    return Theme(
        name=palette.name,
        primary=palette.accent,
        secondary=palette.faint,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.panel,
        dark=palette.dark,
    )


@lru_cache(maxsize=512)
def style_of(palette: Palette, look: Look, *, current: bool = False) -> Style:
    """Return how a look is painted; the current finding stands out on both sides."""
    style = _ground(palette) + _part(palette, look.part)
    if look.verdict is None:
        return style
    ink = palette.verdicts.get(look.verdict, "")
    if current:
        return style + Style(bold=True, reverse=not ink) + _ink(palette.ground, ink)
    marked = Style(underline=True) if look.counterpart else ATTRIBUTES[look.verdict]
    return style + _ink(ink) + marked


def _ground(palette: Palette) -> Style:
    return _ink(palette.text, palette.ground)


def _ink(colour: str, ground: str = "") -> Style:
    return Style(color=colour or None, bgcolor=ground or None)


def _part(palette: Palette, part: Part) -> Style:
    if part is Part.EDITED:
        return _ink("", palette.edited) if palette.edited else Style(dim=True)
    if part in {Part.FAINT, Part.GUTTER}:
        return _ink(palette.faint) if palette.faint else Style(dim=True)
    if part is Part.NOTE:
        return _ink(palette.faint) + Style(italic=True)
    return Style()


def bar_style(palette: Palette, *, accent: bool = False) -> Style:
    """Return how bars and panels are painted."""
    return _ink(palette.accent if accent else palette.text, palette.panel) + Style(bold=accent)


def verdict_style(palette: Palette, verdict: Verdict) -> Style:
    """Return the ink of a verdict on a bar or panel."""
    return _ink(palette.verdicts.get(verdict, ""), palette.panel) + Style(bold=True)
