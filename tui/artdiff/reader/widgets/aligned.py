"""The aligned view: source and variant paragraph by paragraph, one virtual widget on the line API."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from artdiff.reader.layout import Columns, Page, Sheet, columns_for
from artdiff.reader.painting import paint
from artdiff.reader.theme import DARK

if TYPE_CHECKING:
    from textual.events import Resize

    from artdiff.reader.theme import Palette

SCROLL_MARGIN = 3
"""Rows that stay visible above a finding that is scrolled to, as a share: a third of the view."""


@lru_cache(maxsize=8)
def _sheet(page: Page, columns: Columns) -> Sheet:
    """Lay a page out, or find it laid out: pages are kept, and equal only to themselves."""
    return Sheet(page, columns)


class AlignedView(ScrollView, can_focus=True):
    """Paints a page; knows nothing of how it came about."""

    DEFAULT_CSS = """
    AlignedView { height: 1fr; overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="aligned")
        self._page: Page | None = None
        self._sheet: Sheet | None = None
        self._stacked = False
        self._current = -1
        self._palette: Palette = DARK
        self._strips: dict[tuple[int, int], Strip] = {}

    def show(self, page: Page, palette: Palette, current: int, *, stacked: bool) -> None:
        """Paint a page; `current` is the index of the finding to stand on, -1 for none."""
        if page is not self._page or stacked != self._stacked:
            self._page, self._stacked = page, stacked
            self._lay_out()
        if palette is not self._palette:
            self._palette = palette
            self._strips.clear()
        if current != self._current:
            self._current = current
            self._strips.clear()
        self.refresh()

    @property
    def columns(self) -> Columns:
        """Return the columns as they are now."""
        return columns_for(max(1, self.scrollable_content_region.width), stacked=self._stacked)

    def on_resize(self, event: Resize) -> None:
        """Lay the page out again when the width has changed."""
        del event
        if self._sheet is not None and self._sheet.columns != self.columns:
            self._lay_out()

    def _lay_out(self) -> None:
        if self._page is None or not self.size.width:
            return
        self._strips.clear()
        self._sheet = _sheet(self._page, self.columns)
        self.virtual_size = Size(self.scrollable_content_region.width, self._sheet.height)

    def reveal(self, finding: int) -> None:
        """Scroll so that a finding can be seen, a third from the top, if it is not in view."""
        row = self._sheet.find(finding) if self._sheet else None
        height = self.scrollable_content_region.height
        if row is None or self.scroll_offset.y + 1 <= row < self.scroll_offset.y + height - 2:
            return
        self.scroll_to(y=max(0, row - height // SCROLL_MARGIN), animate=False, immediate=True)

    def top(self) -> None:
        """Scroll to the beginning."""
        self.scroll_to(y=0, animate=False, immediate=True)

    def bottom(self) -> None:
        """Scroll to the end."""
        self.scroll_to(y=self.virtual_size.height, animate=False, immediate=True)

    def move(self, rows: int) -> None:
        """Scroll by some rows."""
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row on screen."""
        if self._sheet is None:
            return Strip.blank(self.size.width, self.rich_style)
        at = y + self.scroll_offset.y
        width = self._sheet.columns.source
        strip = self._strips.get((at, width))
        if strip is None:
            strip = paint(self._sheet.row(at), self._sheet.columns, self._palette, self._current)
            self._strips[at, width] = strip
        return strip
