"""A list of any length with a cursor, on the line API: only the rows in view are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from artdiff.reader.strips import BOTTOM, TOP, Piece, frame_line, frame_style, framed, line, strip
from artdiff.reader.theme import Ground, Ink, style_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Click

    from artdiff.reader.listed import Rows
    from artdiff.reader.palettes import Palette

FRAME: Final = 2


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Paints rows; its screen moves a cursor over them, a click chooses.

    Args:
        rows: all there are.
        at: the row that the cursor begins on.
        palette: the colours.
        foot: what stands in the lower edge.
    """

    ALLOW_SELECT = False

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, rows: Rows, at: int, palette: Palette, foot: str) -> None:
        super().__init__(id="listed")
        self._rows, self._palette, self._foot = rows, palette, foot
        self._orders: Sequence[Sequence[int]] = (range(rows.many),)
        self._order, self._narrowed = 0, ""
        self._shown: Sequence[int] = self._orders[0]
        self._cursor = at
        self.virtual_size = Size(1, rows.many + FRAME)

    def on_mount(self) -> None:
        """Bring the cursor into view."""
        self.call_after_refresh(self._reveal)

    def narrow(self, words: str) -> None:
        """Show only the rows that say some words."""
        self._narrowed = words
        wanted = words.casefold().split()
        order = self._orders[self._order]
        said = ((at, self._rows.words(at).casefold()) for at in order) if wanted else ()
        self._shown = [at for at, row in said if all(word in row for word in wanted)] if wanted else order
        self._cursor = 0
        self.virtual_size = Size(1, len(self._shown) + FRAME)
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self._cursor = max(0, min(self._cursor + by, len(self._shown) - 1))
        self._reveal()
        self.refresh()

    def take(self, rows: Rows) -> None:
        """Show other rows, in their order until another is given."""
        is_as_many, self._rows = rows.many == self._rows.many, rows
        if not is_as_many:
            self.order((range(rows.many),))
        self.refresh()

    def order(self, orders: Sequence[Sequence[int]]) -> None:
        """Give the rows' indices in the orders that can be chosen, the first from now on."""
        self._orders, self._order = orders, 0
        self.narrow(self._narrowed)

    def sort(self) -> None:
        """Show the rows in the next order."""
        self._order = (self._order + 1) % len(self._orders)
        self.narrow(self._narrowed)

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self._shown:
            self.post_message(self.Chosen(self._shown[self._cursor]))

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked."""
        at = event.y - 1 + self.scroll_offset.y
        if 0 < event.y < self.size.height - 1 and at < len(self._shown):
            self._cursor = at
            self.choose()

    def _reveal(self) -> None:
        rows = self.size.height - FRAME
        if rows > 0 and not self.scroll_offset.y <= self._cursor < self.scroll_offset.y + rows:
            self.scroll_to(y=max(0, self._cursor - rows // 2), animate=False)

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row on screen."""
        width, frame = self.size.width, frame_style(self._palette, focused=True)
        if y in {0, self.size.height - 1}:
            corners, words = (BOTTOM, self._foot) if y else (TOP, self._rows.title)
            title = Piece(f" {words} ", style_of(self._palette, Ink.FAINT if y else Ink.STRONG))
            return strip(frame_line(corners, [title], width, frame), width)
        return framed([self._row(y - 1 + self.scroll_offset.y, width - FRAME)], width, frame)[0]

    def _row(self, at: int, width: int) -> Strip:
        if at >= len(self._shown):
            return Strip.blank(width, style_of(self._palette, Ink.TEXT))
        ground = Ground.CURSOR if at == self._cursor else Ground.PAGE
        left, right = self._rows.row(self._shown[at], self._palette, ground)
        return line(left, width, style_of(self._palette, Ink.TEXT, ground), right)
