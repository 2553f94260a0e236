"""Asks for words to search for, on one line at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.widgets.words import WordsInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command


class SearchScreen(Dialog["str | None"]):
    """Asks for words; answers None where it is left.

    Args:
        commands: the whole table.
        words: what was searched for last.
    """

    TYPES: ClassVar[bool] = True

    def __init__(self, commands: Sequence[Command], words: str) -> None:
        super().__init__(commands)
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
