"""Asks for words to narrow the list by, on one line at the bottom; the list follows as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from artdiff.reader.widgets.words import WordsInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class NarrowScreen(ModalScreen[bool]):
    """Asks for words; answers whether the list is to stay narrowed.

    Args:
        words: what the list is narrowed to.
        narrow: narrows it to others.
        move: moves the list's cursor by some rows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, words: str, narrow: Callable[[str], None], move: Callable[[int], None]) -> None:
        super().__init__()
        self._words = WordsInput(
            words, placeholder="words of a title or name; capitals count where there are some", id="sought"
        )
        self._narrow, self._move = narrow, move

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Horizontal(Static(Content(" / "), id="sought-sign"), self._words, id="searching")

    def on_mount(self) -> None:
        """Take words at once."""
        self._words.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Leave the list as it is narrowed."""
        event.stop()
        self.dismiss(result=True)

    def action_move(self, by: int) -> None:
        """Move the list's cursor."""
        self._move(by)

    def action_leave(self) -> None:
        """Answer that the whole list is to be shown again."""
        self.dismiss(result=False)
