"""The aligned view's rows: level, unbroken, as wide as they should be, at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from artdiff.documents.document import Document, Span
from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reader.layout import Columns, Page, Place, Row, columns_for
from artdiff.reader.pages import PageMaker, first_lines
from artdiff.reader.painting import Manner, look_at, paint, ruler_marks, thumb
from artdiff.reader.palettes import DARK
from artdiff.reader.sheet import Sheet
from artdiff.reports.marking import in_a_row, marks_of
from artdiff.reports.view import blocks
from artdiff.session.answers import answered
from artdiff.session.commands import show, toggle_omissions
from artdiff.session.state import Session, opened
from tests.reader.example import SOURCE, VARIANTS, collection, compared, grouped
from tests.reports.test_view import comparisons
from tests.session.example import comparison, document

WIDTHS = (20, 38, 60, 78, 98, 100, 118, 126, 158, 198, 238)


def session() -> Session:
    one = answered(opened(collection().documents), grouped())
    for variant in VARIANTS:
        one = answered(one, compared(variant))
    return one


def page_of(variant: int) -> Page:
    page = PageMaker().page(show(session(), 0, variant))
    assert page is not None
    return page


def rows_of(sheet: Sheet) -> list[Row]:
    rows = [sheet.row(at) for at in range(sheet.height)]
    assert sheet.row(-1) is None
    assert sheet.row(sheet.height) is None
    return [row for row in rows if row is not None]


def words_of(row: Row, side: Side) -> str:
    return "".join(run.text for run in row.cells.of(side).runs)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("variant", VARIANTS)
def test_rows_are_as_wide_as_the_view_and_no_word_is_broken(width: int, stacked: bool, variant: int) -> None:  # noqa: FBT001
    page = page_of(variant)
    sheet = Sheet(page, columns_for(width, page.most_paragraphs, stacked=stacked))
    rows = rows_of(sheet)
    assert len(rows) == sheet.height
    for row in rows:
        segments = paint(row, sheet.columns, Manner(DARK))
        assert sum(cell_len(segment.text) for segment in segments) == width
    for side in Side:
        wanted = set(" ".join(page.texts).split())
        shown = {word.strip("≠+−~") for row in rows for word in words_of(row, side).split()}
        longest = max(map(cell_len, wanted))
        if longest + 2 <= sheet.columns.room(side):
            assert shown - {word.strip("≠+−~") for word in wanted} <= {"…"} | _inside(shown, wanted)


def _inside(shown: set[str], wanted: set[str]) -> set[str]:
    """Return words with signs inside, where a mark ends before a comma or full stop."""
    bare = {word for word in shown if any(sign in word for sign in "≠+−~")}
    return {word for word in bare if word.translate({ord(sign): None for sign in "≠+−~"}) in wanted}


@pytest.mark.parametrize("width", [78, 126, 198])
def test_a_paragraph_begins_on_the_row_on_which_its_counterpart_does(width: int) -> None:
    page = page_of(2)
    sheet = Sheet(page, columns_for(width, page.most_paragraphs, stacked=False))
    for at, block in enumerate(page.blocks):
        if block.link:
            first = sheet.row(sheet.rows_of(at)[1])
            assert first is not None
            numbers = [cell.gutter.number for cell in first.cells]
            assert numbers == [str(indices[0] + 1) for indices in block.paragraphs]


@given(comparisons(), st.integers(1, 60), st.booleans(), st.booleans())
def test_what_is_counted_is_what_is_laid(one: object, width: int, stacked: bool, omissions_shown: bool) -> None:  # noqa: FBT001
    assert isinstance(one, type(comparison()))
    texts = Pair(*(document("x", len(outline.paragraphs)).text.replace("\n", " ") for outline in one.outlines))
    marks = Pair(marks_of(one, Side.SOURCE), marks_of(one, Side.VARIANT))
    page = Page(texts, one.outlines, marks, blocks(one, omissions_shown=omissions_shown))
    sheet = Sheet(page, columns_for(width, page.most_paragraphs, stacked=stacked))
    assert len(rows_of(sheet)) == sum(len(sheet._lay(at)) for at in range(len(page.blocks)))
    for at in range(sheet.height):
        assert sum(segment.cell_length for segment in paint(sheet.row(at), sheet.columns, Manner(DARK, 0))) == width


def test_findings_are_found_where_they_are_painted() -> None:
    one = show(session(), 0, 2)
    page = page_of(2)
    sheet = Sheet(page, columns_for(158, page.most_paragraphs, stacked=False))
    for stop in one.stops:
        rows = sheet.find(stop.at)
        assert rows is not None
        row = sheet.row(rows[-1])
        assert row is not None
        assert any(stop.at in run.look.findings for cell in row.cells for run in cell.runs)
    assert sheet.find(999) is None


def test_a_place_is_found_again_in_another_layout() -> None:
    page = page_of(1)
    wide = Sheet(page, columns_for(158, page.most_paragraphs, stacked=False))
    narrow = Sheet(page, columns_for(60, page.most_paragraphs, stacked=True))
    for at in range(wide.height):
        place = wide.place_at(at)
        if place is not None:
            row = narrow.row_of(place)
            assert row is not None
            assert narrow.block_at(row) == wide.block_at(at)
    assert wide.place_at(-1) is None
    assert wide.row_of(Place(Side.SOURCE, 999)) is None


def test_the_page_is_kept_until_something_else_is_shown() -> None:
    maker, one = PageMaker(), session()
    page = maker.page(one)
    assert maker.page(one) is page
    folded = maker.page(toggle_omissions(one))
    assert folded is not page
    assert maker.page(one) is page
    assert maker.page(opened([])) is None


def test_before_anything_is_known_a_document_is_its_lines() -> None:
    outline = first_lines(Document("a", "  One \n\n\ttwo\n three"))
    assert [paragraph.span for paragraph in outline.paragraphs] == [Span(2, 5), Span(9, 12), Span(14, 19)]
    assert len(first_lines(Document("a", "x\n" * 10_000)).paragraphs) <= 200
    assert first_lines(Document("a", "y" * 2_000_000)).paragraphs[0].span.length <= 20_000


@pytest.mark.parametrize(
    ("width", "paragraphs", "stacked", "columns"),
    [
        (121, 20, False, Columns(60, 60, (0, 0), 5)),
        (121, 2000, False, Columns(60, 60, (0, 0), 7)),
        (121, 20, True, Columns(98, 0, (11, 12), 5)),
        (60, 20, True, Columns(60, 0, (0, 0), 5)),
        (16, 20, True, Columns(16, 0, (0, 0), 0)),
        (1, 20, False, Columns(1, 0, (0, 0), 0)),
    ],
)
def test_columns(width: int, paragraphs: int, stacked: bool, columns: Columns) -> None:  # noqa: FBT001
    assert columns_for(width, paragraphs, stacked=stacked) == columns


def test_the_finding_under_the_mouse() -> None:
    page = page_of(2)
    sheet = Sheet(page, columns_for(158, page.most_paragraphs, stacked=False))
    row = next(row for row in rows_of(sheet) if "≠Biden≠" in words_of(row, Side.VARIANT))
    painted = "".join(segment.text for segment in paint(row, sheet.columns, Manner(DARK)))
    look = look_at(row, sheet.columns, painted.index("Biden"))
    assert look is not None
    assert look.verdict is Verdict.ALTERED
    before = look_at(row, sheet.columns, painted.index("Biden") - 3)
    assert before is not None
    assert before.verdict is None
    assert look_at(row, sheet.columns, 0) is None
    assert look_at(None, sheet.columns, 9) is None


def test_the_ruler_shows_the_gravest_verdict_of_a_place() -> None:
    places = [(0, Verdict.OMITTED), (1, Verdict.ALTERED), (50, Verdict.OMITTED), (99, Verdict.HALLUCINATED)]
    assert ruler_marks(10, 100, places) == {0: Verdict.ALTERED, 5: Verdict.OMITTED, 9: Verdict.HALLUCINATED}
    assert ruler_marks(10, 4, [(3, Verdict.ALTERED)]) == {3: Verdict.ALTERED}


@pytest.mark.parametrize(
    ("height", "total", "top", "cells"),
    [(10, 100, 0, range(1)), (10, 100, 45, range(4, 6)), (10, 100, 90, range(9, 10)), (10, 10, 0, range(0))],
)
def test_the_ruler_shows_what_is_in_view(height: int, total: int, top: int, cells: range) -> None:
    assert thumb(height, total, top) == cells


def test_rows_show_what_the_document_says() -> None:
    page = page_of(0)
    assert page.texts.source == in_a_row(collection().documents[SOURCE].text)
    assert not page.is_single
