"""A list over the whole screen, of which one row is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.widgets.rows import RowList
from artdiff.reader.widgets.words import WordsInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widgets import Input

    from artdiff.reader.commands import Command
    from artdiff.reader.listed import Rows
    from artdiff.reader.palettes import Palette


class ListScreen(Dialog["int | None"]):
    """Asks for a row; answers with its index, or None.

    Args:
        commands: the whole table.
        rows: all there are.
        at: the row that the cursor begins on.
        palette: the colours.
    """

    PARTS: ClassVar[tuple[Where, ...]] = (Where.LIST,)
    FIRST: ClassVar[bool] = False

    def __init__(self, commands: Sequence[Command], rows: Rows, at: int, palette: Palette) -> None:
        super().__init__(commands)
        self.list = RowList(rows, at, palette, self.foot())
        self._words = WordsInput(placeholder="words that the rows should have", id="narrowing")
        self._words.display = False

    def compose(self) -> ComposeResult:
        """Lay the list out, and the line that narrows it."""
        yield self.list
        yield self._words

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.list.focus()

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what the list does."""
        return {"choose row": self.list.choose, "narrow list": self._narrow}

    def move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.move(rows)

    def foot(self) -> str:
        """Return the keys that stand in the lower edge."""
        words = {"choose row": "goes there", "narrow list": "narrows", "leave": "leaves", "help": "keys"}
        return " · ".join(f"{self.key_of(name)} {what}" for name, what in words.items())

    def _narrow(self) -> None:
        self._words.display = True
        self._words.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as the words are typed."""
        self.list.narrow(event.value)

    def on_input_submitted(self) -> None:
        """Go back to the list."""
        self.list.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with what was chosen."""
        self.dismiss(message.at)

    def leave(self) -> None:
        """Go back to all rows, or leave."""
        if self._words.display:
            self._words.value = ""
            self._words.display = False
            self.list.focus()
        else:
            self.dismiss(None)
