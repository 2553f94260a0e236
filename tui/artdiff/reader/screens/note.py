"""A note on a finding: of several lines, in a small editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command


class NoteScreen(Dialog["str | None"]):
    """Asks for a note; answers None where it is left as it was.

    Args:
        commands: the whole table.
        about: the words that the note is on.
        note: what was noted before.
    """

    PARTS: ClassVar[tuple[Where, ...]] = (Where.NOTE,)
    TYPES: ClassVar[bool] = True

    def __init__(self, commands: Sequence[Command], about: str, note: str) -> None:
        super().__init__(commands)
        self._about = Content(f"A note on {about}")
        self._before = visible(note)
        self._editor = TextArea(self._before, id="note-text", soft_wrap=True)

    def compose(self) -> ComposeResult:
        """Lay the editor out."""
        keep = self.keys_of("keep note").replace(" ", " or ")
        keys = Content(f"{keep} keeps it · Enter begins a line · {self.key_of('leave')} leaves it as it was")
        yield Vertical(Static(self._about), self._editor, Static(keys), id="note", classes="asking")

    def on_mount(self) -> None:
        """Write on behind what is there."""
        self._editor.cursor_blink = False
        self._editor.move_cursor(self._editor.document.end)
        self._editor.focus()

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what keeps the note."""
        return {"keep note": self._keep}

    def _keep(self) -> None:
        text = self._editor.text.strip()
        self.dismiss(None if text == self._before else text)
