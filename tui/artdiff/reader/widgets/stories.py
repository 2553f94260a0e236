"""The list of stories and their documents, one virtual widget on the line API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from artdiff.reader.palettes import DARK
from artdiff.reader.strips import BOTTOM, TOP, Piece, frame_line, frame_style, framed, line, strip
from artdiff.reader.theme import Ground, Ink, style_of, verdict_style
from artdiff.reports.marking import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click

    from artdiff.reader.listing import Entry, Listing, ListRow
    from artdiff.reader.palettes import Palette

FRAME: Final = 2
"""Rows and columns that the frame takes."""
ROOMY: Final = 30
"""From this width on there is a bar for the share that is decided."""
BAR: Final = 4
"""Cells of that bar."""
DECIDED: Final = "✓"
PARTLY: Final = "◐"
SIGNED: Final = "✔"
BY_HAND: Final = "✎"
COUNT: Final = 4
"""Cells for a count and its sign."""
LEVELS: Final = "▁▂▃▄▅▆▇█"


def level(share: float) -> str:
    """Return a share, 0 to 1, as one cell that is so full."""
    return LEVELS[round(share * (len(LEVELS) - 1))]


class StoryList(ScrollView, can_focus=True, inherit_bindings=False):
    """Paints a listing; j and k move a cursor over it, Enter asks for the row under it.

    Attributes:
        narrowing: words to narrow it by are being typed: it shows its cursor as if it had the focus.
    """

    ALLOW_SELECT = False

    class Opened(Message):
        """A row was asked for."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._listing: Listing | None = None
        self._shown: tuple[object, ...] = ()
        self._cursor = 0
        self._palette: Palette = DARK
        self.narrowing = False

    def show(self, listing: Listing, palette: Palette) -> None:
        """Paint these rows; the cursor follows what is shown unless the list has the focus."""
        before, self._listing, self._palette = self._listing, listing, palette
        if before is not None and before.narrowed != listing.narrowed:
            self._cursor = listing.first if listing.narrowed else listing.shown
        elif not self.has_focus and not self.narrowing:
            self._cursor = listing.shown
        self._cursor = max(0, min(self._cursor, len(listing.entries) - 1))
        self.virtual_size = Size(1, len(listing.entries) + FRAME)
        self._reveal()
        in_view = self._in_view()
        if in_view != self._shown:  # nor does what is compared far from what is in view
            self._shown = in_view
            self.refresh()

    def _in_view(self) -> tuple[object, ...]:
        """Return all that is painted."""
        listing, top = self._listing, self.scroll_offset.y
        rows = range(top, min(top + self.rows, len(listing.entries))) if listing else ()
        return (
            self._palette,
            self._cursor,
            self.narrowing,
            self._foot(),
            top,
            tuple(map(listing.row, rows)) if listing else (),
        )

    @property
    def rows(self) -> int:
        """Return how many rows are in view."""
        return max(0, self.size.height - FRAME)

    def go(self, row: int) -> None:
        """Set the cursor on a row."""
        if self._listing is not None:
            self._cursor = max(0, min(row, len(self._listing.entries) - 1))
            self._reveal()
            self.refresh()

    def move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.go(self._cursor + rows)

    def bottom(self) -> None:
        """Set the cursor on the last row."""
        self.go(self.virtual_size.height)

    def on_focus(self) -> None:
        """Show the cursor for having the focus from now on."""
        self.narrowing = False

    def _reveal(self) -> None:
        rows = self.size.height - FRAME
        if rows > 0 and not self.scroll_offset.y <= self._cursor < self.scroll_offset.y + rows:
            self.scroll_to(y=max(0, self._cursor - rows // 2), animate=False)

    @property
    def document(self) -> int | None:
        """Return the document under the cursor; None where it stands on a story's title."""
        return self._listing.entries[self._cursor].document if self._listing and self._listing.entries else None

    def open(self) -> None:
        """Ask for the row under the cursor."""
        if self._listing is not None and self._listing.entries:
            self.post_message(self.Opened(self._listing.entries[self._cursor]))

    def on_click(self, event: Click) -> None:
        """Ask for the row that was clicked."""
        at = event.y - 1 + self.scroll_offset.y
        if self._listing is not None and 0 < event.y < self.size.height - 1 and at < len(self._listing.entries):
            self._cursor = at
            self.open()

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row on screen."""
        width, frame = self.size.width, frame_style(self._palette, focused=self.has_focus)
        if y == 0:
            title = Piece(" Stories ", style_of(self._palette, Ink.STRONG))
            return strip(frame_line(TOP, [title], width, frame), width)
        if y == self.size.height - 1:
            return strip(frame_line(BOTTOM, self._foot(), width, frame), width)
        return framed([self._row(y - 1 + self.scroll_offset.y, width - FRAME)], width, frame)[0]

    def _foot(self) -> list[Piece]:
        """Return what the list is narrowed to, and how many documents are left."""
        if self._listing is None or not self._listing.narrowed:
            return []
        count = sum(entry.document is not None for entry in self._listing.entries)
        words = Piece(f" {count:,} / {self._listing.narrowed} ", style_of(self._palette, Ink.STRONG, Ground.SHOWN))
        return [words]

    def _row(self, at: int, width: int) -> Strip:
        if self._listing is None or at >= len(self._listing.entries):
            return Strip.blank(width, style_of(self._palette, Ink.TEXT))
        row = self._listing.row(at)
        cursor = (self.has_focus or self.narrowing) and at == self._cursor
        ground = Ground.CURSOR if cursor else Ground.SHOWN if row.shown else Ground.PAGE
        ink = Ink.STRONG if row.is_title or row.shown else Ink.TEXT
        lead = "● " if row.marked else "▾ " if row.is_title else "▸ " if row.shown else "  "
        left = [
            Piece(lead, style_of(self._palette, Ink.ACCENT, ground)),
            Piece(row.words, style_of(self._palette, ink, ground)),
            *([Piece(f" {BY_HAND}", style_of(self._palette, Ink.ACCENT, ground))] if row.by_hand else ()),
        ]
        return line(left, width, style_of(self._palette, Ink.TEXT, ground), list(self._tail(row, ground)))

    def _tail(self, row: ListRow, ground: Ground) -> Iterator[Piece]:
        faint = style_of(self._palette, Ink.FAINT, ground)
        if row.counts is None:
            yield Piece(f" {row.remark} ", faint)
            return
        for verdict, count in row.counts:
            plain = not count or ground is Ground.CURSOR
            style = faint if plain else verdict_style(self._palette, verdict, ground)
            yield Piece(f"{f'{count}{SIGNS[verdict]}':>{COUNT}}", style)
        if self.size.width < ROOMY:
            yield Piece(f" {level(row.carried)}{self._share(row)}", faint)
        else:
            yield Piece(f" {row.carried:>4.0%} {self._share(row)} ", faint)

    def _share(self, row: ListRow) -> str:
        """Return how much is decided: a bar where there is room, else a sign."""
        total = sum(count for _, count in row.counts or ())
        if row.signed:
            return SIGNED if self.size.width < ROOMY else f"{SIGNED:^{BAR}}"
        if self.size.width < ROOMY:
            return " " if not row.decided else DECIDED if row.decided == total else PARTLY
        filled = -(-BAR * row.decided // max(1, total)) if row.decided < total else BAR
        filled = min(filled, BAR - (row.decided < total)) if total else 0
        return "█" * filled + ("─" if total else " ") * (BAR - filled)
