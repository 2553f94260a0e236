"""Pictures of the whole screen and of every dialog; after a change that is meant: `pytest tests/reader --snapshot-update`, and look at them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot

from artdiff.reader.app import Reader
from artdiff.reader.backstage import Backstage
from artdiff.reader.keeping import Keeper
from artdiff.reader.outfit import Outfit
from artdiff.reader.palettes import COLOUR_BLIND, DARK, HIGH_CONTRAST, LIGHT, TERMINAL, Palette
from tests.reader.driving import settled
from tests.reader.example import collection

pytestmark = pytest.mark.usefixtures("clients")
Compare = Callable[..., bool]
NO_COLOUR: Final = "no-colour"
THEMES: Final = {"dark": DARK, "light": LIGHT, NO_COLOUR: DARK}
SIZES: Final = ((60, 20), (80, 24), (120, 40), (200, 60))
DIALOGS: Final = {
    "help": ("question_mark",),
    "filter": ("f",),
    "findings": ("F",),
    "facts": ("v", "a"),
    "versions": ("n", "p"),
    "note": ("e",),
    "add": ("a",),
    "never": ("n", "n", "n", "X"),
    "allowed": ("n", "X", "2", "H"),
    "same": ("n", "n", "n", "A"),
    "report": ("r",),
    "search": ("slash",),
    "narrow": ("L",),
}
"""What opens each dialog."""
COMBINED: Final = tuple(zip(SIZES, (NO_COLOUR, "dark", "light", "dark"), strict=True))
"""A theme for each size: the dialogs are painted by the same few styles."""


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str | Palette], Reader]:
    """Return what makes a reader of a theme, whose files have short names that are the same everywhere."""
    monkeypatch.chdir(tmp_path)

    def make(theme: str | Palette) -> Reader:
        if theme == NO_COLOUR:
            monkeypatch.setenv("NO_COLOR", "1")
        palette = THEMES[theme] if isinstance(theme, str) else theme
        outfit = Outfit(palette=palette, allow_files=(Path("artdiff.allow"),))
        return Reader(collection(), outfit=outfit, backstage=partial(Backstage, keeper=Keeper(Path("reviews.sqlite"))))

    return make


def pressing(*keys: str) -> Callable[[Pilot[int]], object]:
    """Return what presses keys once the reader is there, and waits for what they do."""

    async def press(pilot: Pilot[int]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await settled(pilot)

    return press


Make = Callable[[str | Palette], Reader]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_screen(snap_compare: Compare, reader: Make, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(reader(theme), terminal_size=size, run_before=pressing())


@pytest.mark.parametrize("palette", [HIGH_CONTRAST, COLOUR_BLIND, TERMINAL], ids=lambda palette: palette.name)
def test_the_other_themes(snap_compare: Compare, reader: Make, palette: Palette) -> None:
    assert snap_compare(reader(palette), terminal_size=(120, 40), run_before=pressing("n"))


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((160, 50), ("n", "n", "o"), id="folded"),
        pytest.param((160, 50), ("z",), id="agreeing-folded"),
        pytest.param((120, 40), ("O",), id="source-order"),
        pytest.param((80, 24), ("right_curly_bracket", "tab"), id="alone"),
        pytest.param((120, 40), ("tab", "question_mark"), id="help-of-the-list"),
        pytest.param((120, 40), ("f", "question_mark"), id="help-of-a-dialog"),
    ],
)
def test_what_is_shown_otherwise(
    snap_compare: Compare, reader: Make, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    assert snap_compare(reader("dark"), terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("dialog", DIALOGS)
@pytest.mark.parametrize(("size", "theme"), COMBINED, ids=["x".join(map(str, size)) for size, _ in COMBINED])
def test_the_dialogs(snap_compare: Compare, reader: Make, size: tuple[int, int], theme: str, dialog: str) -> None:
    assert snap_compare(reader(theme), terminal_size=size, run_before=pressing(*DIALOGS[dialog]))


def test_no_picture_loads_anything(reader: Make) -> None:
    """A stylesheet's font would be fetched by whoever looks at the README."""
    from textual._doc import take_svg_screenshot  # noqa: PLC0415  (loads the whole of Textual's documentation tools)

    assert "url(http" not in take_svg_screenshot(reader("dark"), terminal_size=(80, 24))
