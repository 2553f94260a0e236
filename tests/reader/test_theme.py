"""Marks are told apart by sign and style as well as colour, and can be read on their ground."""

import math
from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.style import Style

from artdiff.engine.values import Verdict
from artdiff.reader.palettes import (
    COLOUR_BLIND,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    PALETTES,
    PLAIN,
    TERMINAL,
    Palette,
    palette_for,
    without_colour,
)
from artdiff.reader.theme import Ground, Ink, look_style, style_of, verdict_style
from artdiff.reports.marking import SIGNS, Look
from artdiff.settings import ThemeName

MARKED = [verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED]
READ = [Ink.TEXT, Ink.STRONG, Ink.FAINT, Ink.NOTE, Ink.ACCENT]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """Return the contrast ratio of WCAG 2."""
    assert style.color is not None
    assert style.bgcolor is not None
    lights = sorted((luminance(style.color.name), luminance(style.bgcolor.name)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def styles(palette: Palette) -> Iterator[tuple[str, Style]]:
    for ground in Ground:
        for ink in READ:
            yield f"{ink} on {ground}", style_of(palette, ink, ground)
        for verdict in MARKED if ground is not Ground.CURSOR else ():
            yield f"{verdict} on {ground}", verdict_style(palette, verdict, ground)
    for edited in (False, True):
        for faint in (False, True):
            yield f"text {edited} {faint}", look_style(palette, Look(edited=edited, faint=faint))
            for verdict in MARKED:
                for counterpart in (False, True):
                    look = Look(verdict, (0,), counterpart, edited, faint)
                    yield f"{look}", look_style(palette, look)
                    yield f"{look} current", look_style(palette, look, current=True)


@pytest.mark.parametrize("palette", [one for one in PALETTES if not one.ansi], ids=lambda palette: palette.name)
def test_everything_can_be_read(palette: Palette) -> None:
    weak = {name: round(contrast(style), 2) for name, style in styles(palette) if contrast(style) < 4.5}
    assert not weak


def test_high_contrast_is_high() -> None:
    weak = {name: round(contrast(style), 2) for name, style in styles(HIGH_CONTRAST) if contrast(style) < 7}
    assert not weak


def test_the_terminal_theme_has_only_the_terminals_own_colours() -> None:
    colours = {colour for _, style in styles(TERMINAL) for colour in (style.color, style.bgcolor) if colour}
    assert {colour.name for colour in colours} <= {"default", "yellow", "red", "blue", "magenta", "cyan"}
    assert all(colour.number is None or colour.number < 16 for colour in colours)
    assert look_style(TERMINAL, Look(Verdict.ALTERED, (0,)), current=True).reverse


def test_no_kinds_of_mark_of_the_colour_blind_theme_differ_by_red_and_green_alone() -> None:
    """What is left for those who see no difference of red and green: lightness, and blue against yellow."""
    seen = {verdict: as_deuteranopes_see(COLOUR_BLIND.verdicts[verdict]) for verdict in MARKED}
    near = [(one, other) for one, other in combinations(MARKED, 2) if math.dist(seen[one], seen[other]) < 0.1]
    assert not near


def as_deuteranopes_see(colour: str) -> tuple[float, ...]:
    """Return a colour in linear light as Viénot, Brettel and Mollon (1999) have it seen without the green cones."""
    red, green, blue = (((int(colour[at : at + 2], 16) / 255) ** 2.2) for at in (1, 3, 5))
    yellow = 0.29275 * red + 0.70725 * green
    return yellow, yellow, -0.02234 * red + 0.02234 * green + blue


@pytest.mark.parametrize(
    ("name", "is_light", "palette"),
    [
        (ThemeName.AUTOMATIC, False, DARK),
        (ThemeName.AUTOMATIC, True, LIGHT),
        (ThemeName.DARK, True, DARK),
        (ThemeName.HIGH_CONTRAST, True, HIGH_CONTRAST),
    ],
)
def test_a_theme_by_its_name(name: ThemeName, is_light: bool, palette: Palette) -> None:  # noqa: FBT001
    assert palette_for(name, is_light=is_light) is palette


def test_every_theme_can_be_named() -> None:
    assert {palette_for(name) for name in ThemeName} | {LIGHT} == set(PALETTES)


@pytest.mark.parametrize("palette", [*PALETTES, PLAIN], ids=lambda palette: palette.name)
def test_kinds_of_mark_differ_without_colour(palette: Palette) -> None:
    attributes = {verdict: without(look_style(palette, Look(verdict, (0,)))) for verdict in MARKED}
    for one, other in combinations(MARKED, 2):
        assert SIGNS[one] != SIGNS[other]
        assert attributes[one] != attributes[other]
    assert without(style_of(palette, Ink.TEXT)) not in attributes.values()


def without(style: Style) -> tuple[bool, ...]:
    """Return what is left of a style without colours."""
    return tuple(map(bool, (style.bold, style.italic, style.underline, style.dim, style.reverse)))


def test_without_colours_there_are_none() -> None:
    for name, style in styles(PLAIN):
        assert (style.color, style.bgcolor) == (None, None), name
    current = look_style(PLAIN, Look(Verdict.ALTERED, (0,)), current=True)
    assert current.reverse
    assert style_of(PLAIN, Ink.TEXT, Ground.CURSOR).reverse


@pytest.mark.parametrize(("value", "plain"), [(None, False), ("", False), ("1", True)])
def test_no_color_counts_when_it_is_not_empty(value: str | None, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    assert without_colour() is plain
