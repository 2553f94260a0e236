"""Selecting with the mouse: one column's words, as the article has them."""

import pytest
from textual.pilot import Pilot

from artdiff.documents.document import Document
from artdiff.engine.values import FactKind, Finding, Pair, Side, Verdict
from artdiff.reader.app import Reader
from artdiff.reader.layout import Columns, columns_for
from artdiff.reader.pages import PageMaker
from artdiff.reader.selecting import Selection, Spot, text_of
from artdiff.reader.sheet import Sheet
from artdiff.reviews.location import copies_path
from artdiff.session.answers import with_comparison, with_stories
from artdiff.session.state import opened as opened_session
from tests.reader.driving import opened, screen_rows, settled
from tests.session.example import comparison, link, outline, span, story

pytestmark = pytest.mark.usefixtures("clients")
END = 1_000


def sheet(columns: Columns) -> Sheet:
    """Return two paragraphs a side of which one has a mark, laid out."""
    texts = [f"{word} words\n\nmore of 01" for word in ("anna", "ｗ漢e\u0301")]
    documents = [Document(f"{at}.txt", text) for at, text in enumerate(texts)]
    outlines = tuple(outline(one.name, 2) for one in documents)
    finding = Finding(Verdict.ALTERED, FactKind.OTHER, 0.9, Pair(span(0), span(0)), "Why.", "rule")
    made = comparison(finding, links=[link([0], [0]), link([1], [1])], paragraphs=(2, 2))
    session = with_comparison(with_stories(opened_session(documents), (story(0, 1),), outlines), Pair(0, 1), made)
    page = PageMaker().page(session)
    assert page is not None
    return Sheet(page, columns)


@pytest.mark.parametrize("width", [26, 40, 80])
def test_all_of_a_column_is_its_text_however_its_rows_are_broken(width: int) -> None:
    one = sheet(columns_for(width, 2, stacked=False))
    for column, side in enumerate(Side):
        everything = text_of(one, Selection(column, Spot(0, 0), Spot(one.height, END)))
        paragraphs = [row.span.of(one.page.texts.of(side)) for row in one.page.outlines.of(side).paragraphs]
        assert everything == "\n\n".join(paragraphs)


def test_a_part_of_a_row_keeps_wide_characters_and_leaves_signs_out() -> None:
    one = sheet(columns_for(80, 2, stacked=False))
    row = next(at for at in range(one.height) if (cells := one.row(at)) and cells.cells.variant.runs)
    runs = one.row(row)
    assert runs is not None
    assert runs.cells.variant.runs[0].text.startswith("≠")
    assert text_of(one, Selection(1, Spot(row, 0), Spot(row, 2))) == "ｗ"
    assert text_of(one, Selection(1, Spot(row, 7), Spot(row, 3))) == "漢e\u0301 w"
    assert text_of(one, Selection(1, Spot(row, 0), Spot(row, 0))) == ""


async def drag(reader: Reader, pilot: Pilot[int], start: tuple[int, int], end: tuple[int, int]) -> None:
    view = reader.main.aligned
    await pilot.mouse_down(view, offset=start)
    await pilot.hover(view, offset=end)
    await pilot.mouse_up(view, offset=end)
    await settled(pilot)


async def test_dragging_copies_the_words_of_the_column_it_began_in() -> None:
    async with opened() as (reader, pilot):
        rows = [row[36:] for row in screen_rows(reader)]
        line = next(at for at, row in enumerate(rows) if "│" in row[30:100] and "≠" in row)
        middle = rows[line].index("│", 20)
        await drag(reader, pilot, (middle + 6, line - 1), (middle + 40, line + 1))
        copied = reader.clipboard
        variant = reader.session.documents[reader.session.variant or 0].text
        assert copied
        assert "≠" not in copied
        assert "\n" not in copied.strip() or "\n\n" in copied
        assert all(part in variant for part in copied.split("\n\n"))
        assert copies_path().read_text(encoding="utf-8") == copied
        assert "copied; also in" in screen_rows(reader)[-1]
        source = reader.session.documents[reader.session.stories[0].source].text
        await drag(reader, pilot, (10, 2), (110, 40))
        assert reader.clipboard != copied
        assert all(part.removesuffix(" …") in source for part in reader.clipboard.split("\n\n"))


async def test_a_click_selects_nothing() -> None:
    async with opened() as (reader, pilot):
        await pilot.click(reader.main.aligned, offset=(20, 5))
        await settled(pilot)
        assert reader.clipboard == ""
