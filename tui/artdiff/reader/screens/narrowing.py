"""Asks for words to narrow the list by, on one line at the bottom; the list follows as they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.widgets.words import WordsInput

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command


class NarrowScreen(Dialog[bool]):
    """Asks for words; answers whether the list is to stay narrowed.

    Args:
        commands: the whole table.
        words: what the list is narrowed to.
        narrow: narrows it to others.
        move: moves the list's cursor by some rows.
    """

    PARTS: ClassVar[tuple[Where, ...]] = (Where.NARROW,)
    TYPES: ClassVar[bool] = True

    def __init__(
        self,
        commands: Sequence[Command],
        words: str,
        narrow: Callable[[str], None],
        move: Callable[[int], None],
    ) -> None:
        super().__init__(commands)
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

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what moves the list's cursor."""
        return {"next row": partial(self._move, 1), "previous row": partial(self._move, -1)}

    def leave(self) -> None:
        """Answer that the whole list is to be shown again."""
        self.dismiss(result=False)
