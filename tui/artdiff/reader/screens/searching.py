"""Asks for words to search for, on one line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from artdiff.reader.widgets.words import WordsInput

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SearchScreen(ModalScreen["str | None"]):
    """Asks for words; answers None where it is left.

    Args:
        words: what was searched for last.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, priority=True)]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = WordsInput(words, placeholder="words; capitals count where there are some", id="sought")

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Horizontal(Static(Content(" / "), id="sought-sign"), self._words, id="searching")

    def on_mount(self) -> None:
        """Take words at once."""
        self._words.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the words."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Answer that nothing is searched for."""
        self.dismiss(None)
