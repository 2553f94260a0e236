"""Long work is stopped and gone on with."""

from pathlib import Path

import pytest

from artdiff.batch.messages import Progress
from artdiff.engine.values import Pair
from tests.bench_reader import long_pair
from tests.reader.driving import answer_with, opened, screen_rows, screen_text, settled
from tests.reader.example import SOURCE, compared, grouped
from tests.reader.terminal import Terminal


async def test_by_its_key_and_by_escape_where_there_is_nothing_to_go_back_from(monkeypatch: pytest.MonkeyPatch) -> None:
    clients = answer_with(monkeypatch, [grouped(), compared(2)])
    async with opened() as (reader, pilot):
        reader.backstage.say_slow()
        await settled(pilot)
        assert "comparing 1 of 3" in screen_rows(reader)[-1]
        assert "K stops" in screen_rows(reader)[-1]
        for key in ("K", "escape"):
            await pilot.press(key)
            await settled(pilot)
            assert clients[0].wanted[-1] == []
            assert "stopped comparing 1 of 3" in screen_rows(reader)[-1]
            assert "K goes on" in screen_rows(reader)[-1]
            await pilot.press("right_square_bracket")
            await settled(pilot)
            assert clients[0].wanted[-1] == [Pair(SOURCE, 0)]
            assert "Comparing …" in screen_text(reader)
            await pilot.press("left_square_bracket", "K")
            await settled(pilot)
            assert clients[0].wanted[-1] == [Pair(SOURCE, 0), Pair(SOURCE, 1)]
            assert "K stops" in screen_rows(reader)[-1]


async def test_escape_goes_back_first(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, [grouped(), compared(2)])
    async with opened() as (reader, pilot):
        reader.backstage.say_slow()
        await pilot.press("slash", *"Ukraine", "enter", "tab", "escape")
        await settled(pilot)
        assert reader.session.search is None
        assert reader.session.stopped is None


async def test_what_is_shown_when_it_is_stopped_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, [grouped()])
    async with opened() as (reader, pilot):
        await pilot.press("K")
        await settled(pilot)
        assert "Not compared: stopped." in screen_text(reader)


async def test_reading_is_stopped_and_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    clients = answer_with(monkeypatch, [Progress(2, 5)])
    async with opened() as (reader, pilot):
        await pilot.press("K")
        await settled(pilot)
        assert "stopped reading 2 of 5" in screen_rows(reader)[-1]
        assert "Not read: stopped." in screen_text(reader)
        clients[0].answers = [grouped(), compared(2)]
        await pilot.press("K")
        await settled(pilot)
        assert len(reader.session.stories) == 2
        assert reader.session.stopped is None


def test_a_long_comparison_is_stopped_in_a_terminal(tmp_path: Path) -> None:
    terminal = Terminal(long_pair(tmp_path, 2500), (160, 40))
    terminal.until_shown("K stops")
    terminal.child.send("K")
    terminal.until_shown("stopped ")
    terminal.until_shown("K goes on")
    terminal.child.send("\t/")  # in one go: the key behind is the list's at once
    terminal.until_shown("words of a title")
    terminal.child.send("vari")
    terminal.until_shown("1 / vari")
    terminal.child.send("\x1b")
    terminal.until(lambda: "/ vari" not in terminal.text)
    terminal.child.send("K")
    terminal.until_shown("1 of ")
    terminal.child.send("q")
    assert terminal.end() == 0
