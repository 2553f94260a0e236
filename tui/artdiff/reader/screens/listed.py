"""A list over the whole screen, of which one row is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input

from artdiff.reader.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from artdiff.reader.listed import Rows
    from artdiff.reader.palettes import Palette

FOOT: Final = "j k move · Enter goes there · / narrows · Esc leaves"


SORTED_FOOT: Final = f"s sorts · {FOOT}"


class ListScreen(ModalScreen["int | None"]):
    """Asks for a row; answers with its index, or None.

    Args:
        rows: all there are.
        at: the row that the cursor begins on.
        palette: the colours.
        orders: the rows' indices in other orders that `s` goes through.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "narrow", show=False),
        Binding("escape", "leave", show=False, priority=True),
        Binding("q,F", "leave", show=False),
    ]

    def __init__(self, rows: Rows, at: int, palette: Palette, orders: Sequence[Sequence[int]] = ()) -> None:
        super().__init__()
        self._list = RowList(rows, at, palette, SORTED_FOOT if orders else FOOT, orders)
        self._words = Input(placeholder="words that the rows should have", id="narrowing")
        self._words.display = False

    def compose(self) -> ComposeResult:
        """Lay the list out, and the line that narrows it."""
        yield self._list
        yield self._words

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self._list.focus()

    def action_narrow(self) -> None:
        """Take words to narrow the list by."""
        self._words.display = True
        self._words.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as the words are typed."""
        self._list.narrow(event.value)

    def on_input_submitted(self) -> None:
        """Go back to the list."""
        self._list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with what was chosen."""
        self.dismiss(message.at)

    def action_leave(self) -> None:
        """Go back to all rows, or leave."""
        if self._words.display:
            self._words.value = ""
            self._words.display = False
            self._list.focus()
        else:
            self.dismiss(None)
