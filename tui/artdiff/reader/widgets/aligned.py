"""The aligned view: source and variant paragraph by paragraph, one virtual widget on the line API."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from artdiff.engine.values import Side
from artdiff.reader.layout import LONGEST_LINE, Columns, Page, Place, columns_for
from artdiff.reader.painting import DIVIDER, Manner, look_at, paint, ruler_marks, thumb
from artdiff.reader.selecting import Selection, column_at, lit, spot_at, start_of, text_of
from artdiff.reader.sheet import Sheet
from artdiff.reader.strips import Corners, Piece, frame_line, frame_style, line, strip
from artdiff.reader.theme import Ground, Ink, style_of, verdict_style
from artdiff.reports.marking import SIGNS
from artdiff.session.state import Top

if TYPE_CHECKING:
    from rich.style import Style
    from textual.events import Click, MouseDown, MouseEvent, MouseMove
    from textual.geometry import Region

    from artdiff.engine.values import Pair, Verdict
    from artdiff.reader.palettes import Palette
    from artdiff.reader.selecting import Spot

FRAME: Final = 2
"""Rows and columns that the frame takes; its right side is the ruler."""
THUMB: Final = "┃"
ABOVE: Final = 4
"""A finding is scrolled to so that one row in so many stands above it."""


class Shown(NamedTuple):
    """What the view paints.

    Attributes:
        page: None where there is nothing to read; then `notice` says what to do.
        titles: name and details above each column; the second empty where there is one column.
        manner: how rows are painted.
        longest: cells that a line of a single column has at the most.
    """

    page: Page | None
    titles: Pair[tuple[str, str]]
    manner: Manner
    stacked: bool
    notice: tuple[str, ...] = ()
    longest: int = LONGEST_LINE

    @property
    def palette(self) -> Palette:
        """Return the colours."""
        return self.manner.palette

    @property
    def current(self) -> int:
        """Return the index of the finding that stands out, -1 for none."""
        return self.manner.current


@lru_cache(maxsize=8)
def _sheet(page: Page, columns: Columns) -> Sheet:
    """Lay a page out, or find it laid out: a page equals only itself."""
    return Sheet(page, columns)


class AlignedView(ScrollView, can_focus=True, inherit_bindings=False):
    """Paints a page; knows nothing of how it came about."""

    ALLOW_SELECT = False

    class Asked(Message):
        """A finding was clicked."""

        def __init__(self, finding: int) -> None:
            super().__init__()
            self.finding = finding

    class Selected(Message):
        """Words were selected with the mouse."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._selection: Selection | None = None
        self._pressed: Selection | None = None
        self._shown: Shown | None = None
        self._sheet: Sheet | None = None
        self._strips: dict[int, list[Segment]] = {}
        self._ruler: tuple[int, dict[int, Verdict]] = (0, {})

    def show(self, shown: Shown) -> None:
        """Paint this, and go to the current finding where it is another than before."""
        before, self._shown = self._shown, shown
        if before is None or (before.page, before.stacked) != (shown.page, shown.stacked):
            self._lay_out()
        if before is None or before.manner != shown.manner:
            self._strips.clear()
        if before != shown:  # most of what arrives while others are compared changes nothing here
            self.refresh()

    @property
    def rows(self) -> int:
        """Return how many rows of text are in view."""
        return max(0, self.size.height - FRAME)

    @property
    def place(self) -> Place | None:
        """Return the paragraph at the top of the view."""
        return self._sheet.place_at(self.scroll_offset.y + 1) if self._sheet else None

    @property
    def top(self) -> Top | None:
        """Return what stands at the top of the view; None at the beginning."""
        at, sheet = self.scroll_offset.y, self._sheet
        place = sheet.place_at(at) if sheet and at else None
        row = sheet.row_of(place) if sheet and place else None
        return None if place is None or row is None else Top(place.side, place.paragraph, at - row)

    def return_to(self, top: Top | None) -> None:
        """Scroll so that this stands at the top, where it is still there."""
        row = self._sheet.row_of(Place(top.side, top.paragraph)) if self._sheet and top else None
        if row is not None and top is not None:
            self.go(row + top.rows)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some rows, laid out for the width as it is now: the size is known no earlier than the first frame."""
        self._lay_out()
        return super().render_lines(crop)

    def _lay_out(self) -> None:
        """Lay the page out for the width, with the same paragraph at the top as before."""
        page, width = self._shown.page if self._shown else None, self.size.width - FRAME
        if self._shown is None or page is None or width < 1:
            return
        columns = columns_for(width, page.most_paragraphs, stacked=self._shown.stacked, longest=self._shown.longest)
        if self._sheet is not None and (self._sheet.page, self._sheet.columns) == (page, columns):
            return
        place, watched = self.place, self._is_in_view(self._shown.current)
        self._sheet, self._selection = _sheet(page, columns), None
        self._strips.clear()
        self._ruler = (0, {})
        self.virtual_size = Size(1, self._sheet.height + FRAME)
        row = self._sheet.row_of(place) if place else None
        if self.scroll_offset.y and row is not None:
            self.go(row)
        if watched:
            self.reveal(self._shown.current)

    def _is_in_view(self, finding: int) -> bool:
        rows = self._sheet.find(finding) if self._sheet else None
        return rows is not None and self.scroll_offset.y <= rows[-1] < self.scroll_offset.y + self.rows

    def reveal(self, finding: int) -> None:
        """Scroll so that a finding can be seen on both sides, if it cannot; where that is too much, in the variant."""
        rows = self._sheet.find(finding) if self._sheet else None
        if rows is None:
            return
        top, height = self.scroll_offset.y, self.rows
        first = rows[0] if len(rows) <= max(1, height - 2) else rows[-1]
        if not top < first or not rows[-1] < top + height - 1:
            above = max(1, min(height // ABOVE, height - 2 - (rows[-1] - first)))
            self.go(first - above)

    def reveal_words(self, side: Side, offset: int) -> None:
        """Scroll so that words can be seen, if they cannot."""
        row = self._sheet.row_at(side, offset) if self._sheet else None
        if row is not None and not self.scroll_offset.y < row < self.scroll_offset.y + self.rows - 1:
            self.go(row - max(1, self.rows // ABOVE))

    def go(self, row: int) -> None:
        """Scroll to a row."""
        self.scroll_to(y=row, animate=False)

    def move(self, rows: int) -> None:
        """Scroll by some rows."""
        self.go(self.scroll_offset.y + rows)

    def bottom(self) -> None:
        """Scroll to the end."""
        self.go(self.virtual_size.height)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to select; what was selected before is no more."""
        self._selection = None
        if self._sheet is not None and event.button == 1 and 0 < event.y <= self.rows and event.x < self.size.width - 1:
            column = column_at(self._sheet.columns, event.x - 1)
            spot = self._spot(self._sheet, column, event)
            self._pressed = Selection(column, spot, spot)
            self.capture_mouse()
        self.refresh()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select as far as the mouse goes, beyond the edges by scrolling."""
        if self._sheet is None or self._pressed is None:
            return
        if not 0 < event.y <= self.rows:
            self.move(1 if event.y > 0 else -1)
        spot = self._spot(self._sheet, self._pressed.column, event)
        if self._selection is not None or spot != self._pressed.begun:
            self._selection = self._pressed._replace(end=spot)
            self.refresh()

    def on_mouse_up(self) -> None:
        """Tell what was selected; it stays lit until the next press."""
        self._pressed = None
        self.release_mouse()
        if self._sheet is not None and self._selection is not None:
            text = text_of(self._sheet, self._selection)
            if text:
                self.post_message(self.Selected(text))

    def _spot(self, sheet: Sheet, column: int, event: MouseEvent) -> Spot:
        row = min(max(event.y, 1), self.rows) - 1 + self.scroll_offset.y
        return spot_at(sheet.columns, column, min(row, sheet.height - 1), event.x - 1)

    def on_click(self, event: Click) -> None:
        """Scroll to the place clicked on the ruler, or ask for the finding that was clicked."""
        if self._sheet is None or self._selection is not None or not 0 < event.y <= self.rows:
            return
        if event.x == self.size.width - 1:
            self.go((event.y - 1) * self._sheet.height // self.rows - self.rows // 2)
            return
        row = self._sheet.row(event.y - 1 + self.scroll_offset.y)
        look = look_at(row, self._sheet.columns, event.x - 1)
        if look is not None and look.findings:
            self.post_message(self.Asked(look.findings[0]))

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row on screen."""
        shown, width, height = self._shown, *self.size
        if shown is None:
            return Strip.blank(width)
        frame = frame_style(shown.palette, focused=self.has_focus)
        if y in {0, height - 1}:
            return strip(self._edge(shown, width, frame, top=not y), width)
        left = Segment("│", frame)
        if self._sheet is None:
            return Strip([left, *self._notice(shown, y - 1, width - FRAME), left], width)
        return Strip(
            [left, *self._segments(shown, self._sheet, y - 1 + self.scroll_offset.y), self._mark(shown, y - 1, frame)],
            width,
        )

    def _edge(self, shown: Shown, width: int, frame: Style, *, top: bool) -> list[Piece]:
        """Return the frame's upper or lower line, the titles of the columns in the upper one."""
        ends, middle = ("╭╮", "┬") if top else ("╰╯", "┴")
        titles = [_title(title, shown.palette) if top else [] for title in shown.titles]
        columns = self._sheet.columns if self._sheet else None
        if columns is None or columns.is_stacked:
            return frame_line(Corners(*ends), titles[0], width, frame, titles[1])
        return [
            *frame_line(Corners(ends[0], "─"), titles[0], columns.source + 1, frame),
            *frame_line(Corners(middle, ends[1]), titles[1], columns.variant + 2, frame),
        ]

    def _segments(self, shown: Shown, sheet: Sheet, row: int) -> list[Segment]:
        segments = self._strips.get(row)
        if segments is None:
            segments = self._strips[row] = paint(sheet.row(row), sheet.columns, shown.manner)
        selection = self._selection
        if selection is None:
            return segments
        width = sheet.columns.room(Side.VARIANT if selection.column else Side.SOURCE)
        cells, start = selection.cells(row, width), start_of(sheet.columns, selection.column)
        return list(lit(segments, range(start + cells.start, start + cells.stop))) if cells else segments

    def _mark(self, shown: Shown, at: int, frame: Style) -> Segment:
        """Return a cell of the ruler, the right side of the frame."""
        height, total = self.rows, self._sheet.height if self._sheet else 0
        if self._ruler[0] != height and self._sheet is not None:
            self._ruler = (height, ruler_marks(height, total, self._sheet.overview()))
        verdict, in_view = self._ruler[1].get(at), at in thumb(height, total, self.scroll_offset.y)
        if verdict is None:
            return Segment(THUMB, style_of(shown.palette, Ink.ACCENT)) if in_view else Segment(DIVIDER, frame)
        ground = Ground.SHOWN if in_view else Ground.PAGE
        return Segment(SIGNS[verdict], verdict_style(shown.palette, verdict, ground))

    @staticmethod
    def _notice(shown: Shown, row: int, width: int) -> list[Segment]:
        """Return a row of the notice, which stands at the top with a margin."""
        text = style_of(shown.palette, Ink.STRONG if row == 1 else Ink.TEXT)
        words = shown.notice[row - 1] if 0 < row <= len(shown.notice) else ""
        return list(line([Piece("  ", text), Piece(words, text)], width, text))


def _title(title: tuple[str, str], palette: Palette) -> list[Piece]:
    name, details = title
    if not name:
        return []
    return [Piece(f" {name}", style_of(palette, Ink.STRONG)), Piece(f"{details} ", style_of(palette, Ink.FAINT))]
