"""The list of stories: sorted, marked, compared and mended, by keys."""

from pathlib import Path

import pytest

from artdiff.batch.messages import Grouped
from artdiff.documents.collection import Collection
from artdiff.documents.document import Document
from artdiff.engine.values import Outline
from artdiff.reader.app import Reader
from artdiff.reader.keeping import Keeper
from artdiff.reviews.store import Store
from artdiff.session.state import Order
from artdiff.stories.story import Story
from tests.reader.driving import answer_with, opened, screen_text, settled
from tests.reader.example import ALONE, SOURCE, VARIANTS
from tests.reader.test_hostile import HOSTILE, assert_clean

pytestmark = pytest.mark.usefixtures("clients")


def count(reader: Reader) -> int:
    return len(reader.session.stories)


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


async def test_what_is_mended_says_so_is_undone_and_is_there_at_the_next_start(tmp_path: Path) -> None:
    reviews = tmp_path / "reviews.sqlite"
    async with opened(keeper=Keeper(reviews)) as (reader, pilot):
        await pilot.press("tab", "G", "m", "tab", "M", "left_square_bracket")
        await settled(pilot)
        shown = screen_text(reader)
        assert reader.session.variant == 1
        await pilot.press("tab", "G", "enter")
        await settled(pilot)
        assert "moved here by you" in screen_text(reader)
        assert "003 ✎" in shown
        await pilot.press("u")
        await settled(pilot)
        assert count(reader) == 2
        await pilot.press("U")
        await settled(pilot)
        assert count(reader) == 1
    async with opened(keeper=Keeper(reviews)) as (reader, pilot):
        (story,) = reader.session.stories
        assert (story.source, story.variants) == (SOURCE, (*VARIANTS, ALONE))
        await pilot.press("B")
        await settled(pilot)
        assert count(reader) == 2
        assert "1 change of the grouping taken back" in screen_text(reader)
    async with opened(keeper=Keeper(reviews)) as (reader, _):
        assert count(reader) == 2


async def test_two_readers_mend_at_once_and_see_each_other(tmp_path: Path) -> None:
    reviews = tmp_path / "reviews.sqlite"
    async with opened(keeper=Keeper(reviews)) as (one, first), opened(keeper=Keeper(reviews)) as (other, second):
        await first.press("b")
        await second.press("tab", "G", "m", "tab", "M")
        for pilot in (first, second):
            await pilot.press("o")
            await settled(pilot)
        assert one.session.stories[0].source == other.session.stories[0].source != SOURCE
        assert one.session.stories == other.session.stories
        assert count(one) == 1


async def test_that_another_program_cleared_the_decisions_is_seen(tmp_path: Path) -> None:
    reviews = tmp_path / "reviews.sqlite"
    async with opened(keeper=Keeper(reviews)) as (reader, pilot):
        await pilot.press("c", "x", "tab", "G", "m", "tab", "M")
        await settled(pilot)
        assert "2/5 decided" in screen_text(reader)
        with Store.open(reviews) as store:
            store.clear()
        reader.backstage.hear()
        await settled(pilot)
        shown = screen_text(reader)
        assert "0/5 decided" in shown
        assert "another program has cleared all decisions" in shown
        assert count(reader) == 2
        await pilot.press("u")
        await settled(pilot)
        assert "there is nothing to undo" in screen_text(reader)


async def test_a_mend_of_a_hostile_name_is_shown_harmlessly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = tuple(Document(f"{at} {HOSTILE}", f"Text {at}.") for at in range(3))
    outlines = tuple(Outline(one.name, one.name, (), None, "en") for one in documents)
    stories = (Story(HOSTILE, 0, (1,), HOSTILE, certain=False), Story(HOSTILE, 2, (), HOSTILE, certain=True))
    answer_with(monkeypatch, [Grouped(stories, outlines)])
    keeper = Keeper(tmp_path / "reviews.sqlite")
    async with opened((100, 30), Collection(documents), keeper=keeper) as (reader, pilot):
        for keys in (("tab", "G", "m", "tab", "M"), ("b",), ("m", "tab", "j", "m", "d"), ("B",), ("u",)):
            await pilot.press(*keys)
            await settled(pilot)
            assert_clean(reader, (100, 30))
