"""Pictures of the whole screen; after a change that is meant: `pytest tests/reader --snapshot-update`, and look at them."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from artdiff.reader.app import Reader
from tests.reader.driving import settled
from tests.reader.example import collection

pytestmark = pytest.mark.usefixtures("clients")
Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((80, 24), (), id="opened-80x24"),
        pytest.param((120, 40), (), id="opened-120x40"),
        pytest.param((160, 50), (), id="opened-160x50"),
        pytest.param((160, 50), ("n", "n", "o", "t"), id="light-folded"),
        pytest.param((80, 24), ("right_curly_bracket", "tab"), id="alone"),
        pytest.param((120, 40), ("question_mark",), id="help"),
    ],
)
def test_the_screen(snap_compare: Compare, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async def press(pilot: Pilot[int]) -> None:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)

    assert snap_compare(Reader(collection()), terminal_size=size, run_before=press)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(Reader(collection()), terminal_size=(100, 30), run_before=settled)


def test_no_picture_loads_anything() -> None:
    """A stylesheet's font would be fetched by whoever looks at the README."""
    assert "url(http" not in _picture()


def _picture() -> str:
    from textual._doc import take_svg_screenshot  # noqa: PLC0415  (loads the whole of Textual's documentation tools)

    return take_svg_screenshot(Reader(collection()), terminal_size=(80, 24))
