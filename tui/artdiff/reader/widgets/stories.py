"""The list of stories and their documents, one virtual widget on the line API."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from artdiff.reader.theme import DARK, bar_style

if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType
    from textual.events import Click

    from artdiff.reader.theme import Palette


class ListRow(NamedTuple):
    """A line of the list.

    Attributes:
        story: which story it belongs to.
        variant: the document that Enter shows; None for a story's title and its source.
        counts: at the right end, "" while nothing is known.
        shown: it is what the view shows.
        title: it is a story's title.
    """

    words: str
    counts: str
    story: int
    variant: int | None
    shown: bool
    title: bool


class StoryList(ScrollView, can_focus=True):
    """Paints rows; j and k move a cursor over them, Enter asks for the one under it."""

    DEFAULT_CSS = """
    StoryList { overflow-x: hidden; scrollbar-size-vertical: 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("g,home", "move(-1000000)", show=False),
        Binding("G,end", "move(1000000)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Opened(Message):
        """A row was asked for."""

        def __init__(self, row: ListRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        super().__init__(id="stories")
        self._rows: tuple[ListRow, ...] = ()
        self._cursor = 0
        self._palette: Palette = DARK

    def show(self, rows: tuple[ListRow, ...], palette: Palette) -> None:
        """Paint these rows; the cursor follows what is shown unless the list has the focus."""
        self._rows, self._palette = rows, palette
        if not self.has_focus:
            self._cursor = next((at for at, row in enumerate(rows) if row.shown), 0)
        self._cursor = max(0, min(self._cursor, len(rows) - 1))
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        self._cursor = max(0, min(self._cursor + by, len(self._rows) - 1))
        height = self.scrollable_content_region.height
        if not self.scroll_offset.y <= self._cursor < self.scroll_offset.y + height:
            self.scroll_to(y=self._cursor - height // 2, animate=False, immediate=True)
        self.refresh()

    def action_open(self) -> None:
        """Ask for the row under the cursor."""
        if self._rows:
            self.post_message(self.Opened(self._rows[self._cursor]))

    def on_click(self, event: Click) -> None:
        """Ask for the row that was clicked."""
        at = event.y + self.scroll_offset.y
        if 0 <= at < len(self._rows):
            self._cursor = at
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row on screen."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        ground = bar_style(self._palette)
        if at >= len(self._rows):
            return Strip.blank(width, ground)
        row = self._rows[at]
        style = bar_style(self._palette, accent=row.title or row.shown)
        if at == self._cursor and self.has_focus:
            style += Style(reverse=True)
        room = max(0, width - cell_len(row.counts) - 1)
        words = row.words if cell_len(row.words) <= room else set_cell_size(row.words, max(0, room - 1)) + "…"
        return Strip([Segment(set_cell_size(words, room) + " " + row.counts, style)]).adjust_cell_length(
            width, ground
        )
