"""Deciding by keys; what was decided is read from the file and from the screen."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from artdiff.reader.app import Reader
from artdiff.reader.backstage import Backstage
from artdiff.reader.keeping import Keeper
from artdiff.reader.screens.adding import AddScreen
from artdiff.reader.screens.note import NoteScreen
from artdiff.reader.screens.same import SameScreen
from artdiff.reader.screens.saving import SavingScreen
from artdiff.reviews.store import Store
from artdiff.session import commands
from tests.reader.driving import screen_rows, screen_text, settled
from tests.reader.example import collection

pytestmark = pytest.mark.usefixtures("clients")
NOW = dt.datetime(2026, 5, 12, 8, 30, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.sqlite"


@asynccontextmanager
async def opened(path: Path, size: tuple[int, int] = (160, 50)) -> AsyncIterator[tuple[Reader, Pilot[int]]]:
    reader = Reader(collection(), backstage=partial(Backstage, keeper=Keeper(path, lambda: NOW)))
    async with reader.run_test(size=size) as pilot:
        await settled(pilot)
        yield reader, pilot


def saved(path: Path) -> list[tuple[str, str, str, str]]:
    with Store.open_reading(path) as store:
        return [
            (one.subject.sides.variant.words, one.decision.ruling or "", one.decision.ground or "", one.decision.note)
            for one in store.all()
        ]


def footer(reader: Reader) -> str:
    return screen_rows(reader)[-1]


async def test_a_decision_is_saved_and_shown_and_the_next_comes(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("c")
        assert saved(path) == [("russia's allies", "confirmed", "", "")]
        assert reader.session.stop == 1
        assert "1/5 decided" in screen_rows(reader)[0]
        assert "confirmed: “Russia's allies”" in footer(reader)
        await pilot.press("N")
        shown = screen_text(reader)
        assert "· ✓ confirmed" in shown
        assert "anna, 2026-05-12 08:30 UTC" in shown
        assert "█───" in shown


async def test_the_story_decided_says_so(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("c", "x", "3", "s", "c", "c")
        assert "all 5 decided: 3 confirmed, 1 dismissed, 1 unsure" in footer(reader)
        assert "5/5 decided" in screen_rows(reader)[0]
        assert [row[1:3] for row in saved(path)].count(("dismissed", "engine's mistake")) == 1


async def test_another_reader_opens_on_what_is_left(path: Path) -> None:
    async with opened(path) as (_, pilot):
        await pilot.press("c", "x")
    async with opened(path) as (reader, _):
        assert reader.session.stop == 2
        assert "2/5 decided" in screen_rows(reader)[0]


async def test_undo_and_redo(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("c", "x", "u", "u")
        assert reader.session.stop == 0
        assert "undone: confirmed" in footer(reader)
        assert "0/5 decided" in screen_rows(reader)[0]
        await pilot.press("U")
        assert "1/5 decided" in screen_rows(reader)[0]
    async with opened(path) as (reader, _):
        assert "1/5 decided" in screen_rows(reader)[0]


async def test_a_note_of_two_lines(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("e")
        await settled(pilot)
        assert isinstance(reader.screen, NoteScreen)
        await pilot.press("n", "o", "enter", "q", "ctrl+s")
        await settled(pilot)
        assert saved(path)[0][3] == "no\nq"
        assert "note: no" in screen_text(reader)
        await pilot.press("c", "N", "e")
        await settled(pilot)
        await pilot.press("!", "escape")
        await settled(pilot)
        assert [row[1:] for row in saved(path)] == [("", "", "no\nq"), ("confirmed", "", "no\nq")]


async def test_the_same_everywhere_is_asked_first(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        for _ in range(5):
            await pilot.press("A")
            await settled(pilot)
            if isinstance(reader.screen, SameScreen):
                break
            assert "nowhere else" in footer(reader)
            await pilot.press("n")
        assert isinstance(reader.screen, SameScreen)
        assert "the same departure in" in screen_text(reader)
        await pilot.press("escape")
        await settled(pilot)
        assert saved(path) == []
        await pilot.press("A")
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert {row[1] for row in saved(path)} == {"dismissed"}
        assert "dismissed in" in footer(reader)


async def test_a_missed_finding_is_added_and_there_again(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("a")
        await settled(pilot)
        assert isinstance(reader.screen, AddScreen)
        await pilot.press("space", "right", "tab", "down", "space", "t", "enter")
        await settled(pilot)
        assert "added: “" in footer(reader)
        assert "of 6 · ≠ altered" in screen_text(reader)
        assert "Added by anna." in screen_text(reader)
    async with opened(path) as (reader, _):
        assert len(reader.session.stops) == 6
        assert "1/6 decided" in screen_rows(reader)[0]


async def test_nothing_is_added_when_it_is_left(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("a")
        await settled(pilot)
        await pilot.press("space", "escape")
        await settled(pilot)
        assert len(reader.session.stops) == 5
        assert saved(path) == []


async def test_what_another_reader_decides_is_shown(path: Path) -> None:
    async with opened(path) as (one, pilot), opened(path) as (_, other):
        await other.press("c")
        one.backstage.hear()
        await pilot.pause()
        assert "1/5 decided" in screen_rows(one)[0]
        assert one.session.stop == 0, "the place stays"


async def test_unsaved_decisions_are_said_and_taken_all_the_same() -> None:
    async with opened(Path("/proc/artdiff/reviews.sqlite")) as (reader, pilot):
        await pilot.press("c")
        assert "NOT SAVED" in screen_rows(reader)[0]
        assert "1/5 decided" in screen_rows(reader)[0]


async def test_a_variant_is_signed_off_once_it_is_decided(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("D")
        assert "to be decided before it can be signed off" in footer(reader)
        await pilot.press(*"ccccc")
        reader.change(commands.show(reader.session, 0, 2))
        await pilot.press("D")
        assert "002 is signed off" in footer(reader)
        assert any("002" in row and "✔" in row for row in screen_rows(reader))
    async with opened(path) as (reader, pilot):
        assert any("002" in row and "✔" in row for row in screen_rows(reader))
        reader.change(commands.show(reader.session, 0, 2))
        await pilot.press("D")
        assert "no longer signed off" in footer(reader)
    async with opened(path) as (reader, _):
        assert not any("✔" in row for row in screen_rows(reader))


@pytest.mark.parametrize("name", ["out.html", "out.json", "out.svg"])
async def test_a_report_of_what_was_decided(path: Path, tmp_path: Path, name: str) -> None:
    async with opened(path) as (reader, pilot):
        await pilot.press("c", "r")
        await settled(pilot)
        assert isinstance(reader.screen, SavingScreen)
        reader.screen._file.value = str(tmp_path / name)
        await pilot.press("enter")
        await reader.workers.wait_for_complete()
        await settled(pilot)
        assert f"{name} is written" in footer(reader)
        assert "confirmed" in (tmp_path / name).read_text(encoding="utf-8")


async def test_a_report_that_cannot_be_saved_is_said(path: Path) -> None:
    async with opened(path) as (reader, pilot):
        for name in ("/proc/out.html", "out.pdf"):
            await pilot.press("r")
            await settled(pilot)
            assert isinstance(reader.screen, SavingScreen)
            reader.screen._file.value = name
            await pilot.press("enter")
            await reader.workers.wait_for_complete()
            await settled(pilot)
            assert name in footer(reader)
            assert "is written" not in footer(reader)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_question_fits_every_screen(path: Path, size: tuple[int, int]) -> None:
    async with opened(path, size) as (reader, pilot):
        for key in ("e", "a"):
            await pilot.press(key)
            await settled(pilot)
            assert "Esc" in screen_text(reader)
            await pilot.press("escape")
            await settled(pilot)
