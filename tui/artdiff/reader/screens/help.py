"""The help page: all keys, from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.reader.commands import COMMANDS, Where, key_name

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class HelpScreen(ModalScreen[None]):
    """Shows the keys until any of its own closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with VerticalScroll(id="help"):
            yield Static(help_text(), markup=False)

    def action_scroll(self, by: int) -> None:
        """Scroll the page."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def help_text() -> Text:
    """Return the help page's words."""
    text = Text()
    for where in Where:
        text.append(f"{where}\n", "bold")
        for command in COMMANDS:
            if command.where is where:
                keys = " ".join(map(key_name, command.keys))
                text.append(f"  {keys:<16}{command.description}\n")
        text.append("\n")
    text.append("  Ctrl+P          every command by name\n\n")
    text.append("≠ altered   + hallucinated   − omitted   ~ generalised   ⟳ repeated\n")
    return text
