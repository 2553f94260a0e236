"""What is painted can be read: the contrast of every word on the screen and in the dialogs, as the terminal gets it."""

from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.constants import DIM_FACTOR

from artdiff.reader.app import Reader
from artdiff.reader.outfit import Outfit
from artdiff.reader.palettes import PALETTES, Palette
from artdiff.reader.screens.dialog import Dialog
from tests.reader.driving import opened, settled
from tests.reader.test_theme import luminance

pytestmark = pytest.mark.usefixtures("clients")
DIALOGS = ("question_mark", "f", "F", "v", "p", "a", "X", "A", "r")
LINES = frozenset([*map(chr, range(0x2500, 0x25A0)), " "])
"""Frames, rulers and scrollbars: nobody reads them."""


def inked(style: Style) -> tuple[str, str] | None:
    """Return ink and ground of a style in true colour, dim ink as it is painted."""
    if not style.color or not style.bgcolor or not style.color.triplet or not style.bgcolor.triplet:
        return None
    ink, ground = style.color.triplet, style.bgcolor.triplet
    if style.dim:
        mixed = (round(one * DIM_FACTOR + other * (1 - DIM_FACTOR)) for one, other in zip(ink, ground, strict=True))
        ink = type(ink)(*mixed)
    return (ground.hex, ink.hex) if style.reverse else (ink.hex, ground.hex)


def painted(reader: Reader) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what is written on the screen, or in the dialog that stands over it, with ink and ground."""
    screen = reader.screen
    body = screen.children[0].region if isinstance(screen, Dialog) else screen.region
    for y, strip in enumerate(screen._compositor.render_strips()):
        if body.y <= y < body.bottom:
            for segment in strip.crop(body.x, body.right):
                colours = inked(segment.style) if segment.style else None
                if colours and not LINES.issuperset(segment.text):
                    yield segment.text, colours


def weak(reader: Reader) -> dict[str, float]:
    """Return what cannot be read well."""
    found = {}
    for words, colours in painted(reader):
        lights = sorted(map(luminance, colours), reverse=True)
        ratio = (lights[0] + 0.05) / (lights[1] + 0.05)
        if ratio < 4.5:
            found[f"{words.strip()} {colours}"] = round(ratio, 2)
    return found


@pytest.mark.parametrize("palette", [one for one in PALETTES if not one.ansi], ids=lambda palette: palette.name)
async def test_everything_painted_can_be_read(palette: Palette) -> None:
    async with opened((120, 40), outfit=Outfit(palette=palette)) as (reader, pilot):
        assert sum(1 for _ in painted(reader)) > 100
        assert weak(reader) == {}
        for _ in range(3):
            await pilot.press("n")
        for key in DIALOGS:
            await pilot.press(key)
            await settled(pilot)
            assert isinstance(reader.screen, Dialog), key
            assert weak(reader) == {}, key
            await pilot.press("escape")
            await settled(pilot)
