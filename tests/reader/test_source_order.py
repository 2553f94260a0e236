"""The source by itself in its own order, and what became of each paragraph."""

import pytest

from artdiff.engine.values import Side
from artdiff.reader.pages import PageMaker
from tests.reader.driving import opened, screen_rows, screen_text, settled
from tests.reader.example import SOURCE

pytestmark = pytest.mark.usefixtures("clients")


async def test_every_paragraph_of_the_source_once_in_its_order() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("O")
        await settled(pilot)
        page = PageMaker().page(reader.session)
        assert page is not None
        assert page.is_single
        paragraphs = [index for block in page.blocks for index in block.paragraphs.of(Side.SOURCE)]
        assert paragraphs == list(range(len(reader.session.outlines[SOURCE].paragraphs)))
        assert "in 3 of 3 rewrites" in screen_text(reader)
        for block in page.blocks:
            if block.link is not None:
                assert f"→ ¶{block.link.paragraphs.variant[0] + 1}" in block.note
        await pilot.press("G")
        assert "left out · in " in screen_text(reader)
        await pilot.press("O")
        await settled(pilot)
        assert any("┬" in row for row in screen_rows(reader))


async def test_n_walks_on_and_marks_what_was_altered() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("O")
        while "[Biden]" not in screen_text(reader):
            await pilot.press("n")
        bright = reader.palette.page
        lit = {
            segment.text
            for strip in reader.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color and segment.style.color.name == bright
        }
        assert "Trump" in lit
        assert any("¶12 → " in row and "≠" in row for row in screen_rows(reader))


async def test_the_source_alone_stays_as_it_is() -> None:
    async with opened() as (reader, pilot):
        await pilot.press("right_curly_bracket", "O")
        assert not reader.session.source_only
        assert "already" in screen_rows(reader)[-1]
