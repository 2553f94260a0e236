"""The list of stories, narrowed as one types."""

from dataclasses import replace

import pytest
from textual.widgets import Input

from artdiff.batch.messages import Grouped
from artdiff.documents.collection import Collection
from artdiff.documents.document import Document
from artdiff.engine.values import Outline
from artdiff.reader.app import Reader
from artdiff.session.arranging import next_order
from artdiff.session.commands import next_finding
from artdiff.stories.story import Story
from tests.reader.driving import answer_with, opened, screen_rows, screen_text, settled
from tests.reader.example import SOURCE, compared, grouped
from tests.reader.test_hostile import HOSTILE, assert_clean

WIDTH = 36
"""Of the list on a wide screen."""


def listed(reader: Reader) -> list[str]:
    """Return the rows of the list, without its frame."""
    return [row[1 : WIDTH - 1].rstrip() for row in screen_rows(reader)[2:42] if row[1 : WIDTH - 1].strip()]


@pytest.mark.usefixtures("clients")
async def test_it_follows_what_is_typed_and_comes_back_with_escape() -> None:
    async with opened() as (reader, pilot):
        whole = listed(reader)
        await pilot.press("tab", "slash", "0", "0")
        await settled(pilot)
        assert len(listed(reader)) == len(whole)
        await pilot.press("2")
        await settled(pilot)
        assert [row.split()[0] for row in listed(reader)] == ["▾", "▸"]
        assert "1 / 002" in screen_text(reader)
        await pilot.press("escape")
        await settled(pilot)
        assert listed(reader) == whole
        assert reader.session.narrowed == ""


@pytest.mark.usefixtures("clients")
async def test_enter_keeps_it_and_the_cursor_opens_what_was_found() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("L", *"talks", "down", "enter")
        await settled(pilot)
        assert reader.main.stories.has_focus
        assert reader.main.stories.document == 0
        await pilot.press("enter")
        await settled(pilot)
        assert (reader.session.story, reader.session.variant) == (0, 0)
        assert len(listed(reader)) == 5, "the story, its source and three variants"
        await pilot.press("tab", "escape")
        await settled(pilot)
        assert reader.session.narrowed == ""
        assert reader.main.stories.has_focus, "the next Esc goes to the text"


@pytest.mark.usefixtures("clients")
async def test_slash_in_the_text_still_searches() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("slash", *"Ukraine", "enter")
        await settled(pilot)
        assert reader.session.search is not None
        assert reader.session.narrowed == ""


@pytest.mark.usefixtures("clients")
async def test_what_nobody_is_called_leaves_an_empty_list_that_takes_every_key() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("tab", "slash", *"zzz", "enter", "j", "G", "enter", "m", "k")
        await settled(pilot)
        assert listed(reader) == []
        assert "0 / zzz" in screen_text(reader)
        assert reader.session.marks == ()
        await pilot.press("escape")
        await settled(pilot)
        assert len(listed(reader)) > 4


@pytest.mark.usefixtures("clients")
async def test_a_screen_without_a_list_says_so() -> None:
    async with opened((60, 24)) as (reader, pilot):
        await pilot.press("L")
        await settled(pilot)
        assert "too narrow" in screen_text(reader)


@pytest.mark.usefixtures("clients")
async def test_the_share_of_the_source_stands_in_the_list() -> None:
    async with opened() as (reader, _):
        shares = [row for row in listed(reader) if "%" in row]
        assert len(shares) == 3
        source = reader.session.outlines[SOURCE]
        for variant in (0, 1, 2):
            found = next(one for pair, one in reader.session.comparisons.items() if pair.variant == variant)
            left = sum(source.paragraphs[at].span.length for at in found.omitted)
            carried = {at for link in found.links for at in link.paragraphs.source}
            told = sum(source.paragraphs[at].span.length for at in carried)
            name = reader.session.names[variant]
            assert any(name in row and f"{told / (told + left):.0%}" in row for row in shares)


@pytest.mark.usefixtures("clients")
async def test_a_small_list_has_a_cell_for_it() -> None:
    async with opened((120, 40)) as (reader, _):
        rows = [row[1:23] for row in screen_rows(reader)]
        assert sum(any(sign in row for sign in "▁▂▃▄▅▆▇") for row in rows) >= 2


async def test_hostile_names_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tuple(Document(f"{at} {HOSTILE}", f"Text {at}.") for at in range(3))
    outlines = tuple(Outline(one.name, one.name, (), None, "en") for one in documents)
    stories = (Story(HOSTILE, 0, (1,), HOSTILE, certain=False), Story(HOSTILE, 2, (), HOSTILE, certain=True))
    answer_with(monkeypatch, [Grouped(stories, outlines)])
    for size in ((160, 50), (90, 24)):
        async with opened(size, Collection(documents)) as (reader, pilot):
            await pilot.press("tab", "slash", "[", "/", "x", "]", "enter")
            await settled(pilot)
            assert_clean(reader, size)
            assert reader.session.narrowed == "[/x]"
            await pilot.press("slash")
            reader.screen.query_one("#sought", Input).insert_text_at_cursor(HOSTILE)
            await settled(pilot)
            assert_clean(reader, size)


async def test_what_is_compared_elsewhere_repaints_neither_text_nor_list(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, [grouped(), compared(2), compared(0), compared(1)])
    async with opened() as (reader, pilot):
        painted: list[str] = []
        for widget in (reader.main.aligned, reader.main.stories):
            monkeypatch.setattr(widget, "refresh", lambda *_, name=widget.id, **__: painted.append(name))
        reader.change(replace(reader.session, status="something else was compared"))
        await settled(pilot)
        assert painted == []
        reader.change(next_order(reader.session))
        assert painted == ["stories"]
        reader.change(next_finding(reader.session))
        assert set(painted[1:]) == {"aligned"}
