"""The list of stories: sorted, marked, compared and mended, by keys."""

import pytest

from artdiff.session.state import Order
from tests.reader.driving import opened, screen_text, settled
from tests.reader.example import ALONE, SOURCE, VARIANTS

pytestmark = pytest.mark.usefixtures("clients")


async def test_two_marked_documents_are_compared() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("m")
        shown = reader.session.variant
        await pilot.press("tab", "G", "m")
        await settled(pilot)
        assert reader.session.marks == (shown, ALONE)
        assert screen_text(reader).count("● ") == 2
        await pilot.press("d")
        await settled(pilot)
        story = reader.session.stories[-1]
        assert (story.source, story.variants) == (shown, (ALONE,))
        assert "You compare" not in screen_text(reader)
        assert "Comparing …" in screen_text(reader)
        assert len(reader.session.marks) == 0


async def test_a_marked_document_is_moved_to_the_story_shown() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("tab", "G", "m", "tab", "M")
        await settled(pilot)
        (story,) = reader.session.stories
        assert (story.source, story.variants) == (SOURCE, (*VARIANTS, ALONE))
        assert "moved here" in screen_text(reader)


async def test_the_list_is_sorted() -> None:
    async with opened() as (reader, pilot):
        before = screen_text(reader)
        await pilot.press("S")
        await settled(pilot)
        assert reader.session.order.value == Order.FLAGGED.value
        assert "stories most altered first" in screen_text(reader)
        await pilot.press("S", "S")
        await settled(pilot)
        assert [row[:32] for row in screen_text(reader).splitlines()][:-1] == [row[:32] for row in before.splitlines()][
            :-1
        ]


async def test_a_title_cannot_be_marked() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("tab", "g", "m")
        await settled(pilot)
        assert reader.session.marks == ()
        assert "there is no document here to mark" in screen_text(reader)
