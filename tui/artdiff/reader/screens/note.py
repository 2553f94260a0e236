"""A note on a finding: of several lines, in a small editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from artdiff.visible import visible

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class NoteScreen(ModalScreen["str | None"]):
    """Asks for a note; answers None where it is left as it was.

    Args:
        about: the words that the note is on.
        note: what was noted before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "keep", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]

    def __init__(self, about: str, note: str) -> None:
        super().__init__()
        self._about = Content(f"A note on {about}")
        self._before = visible(note)
        self._editor = TextArea(self._before, id="note-text", soft_wrap=True)

    def compose(self) -> ComposeResult:
        """Lay the editor out."""
        keys = Content("Ctrl+S or F2 keeps it · Enter begins a line · Esc leaves it as it was")
        yield Vertical(Static(self._about), self._editor, Static(keys), id="note", classes="asking")

    def on_mount(self) -> None:
        """Write on behind what is there."""
        self._editor.move_cursor(self._editor.document.end)
        self._editor.focus()

    def action_keep(self) -> None:
        """Answer with what stands there."""
        text = self._editor.text.strip()
        self.dismiss(None if text == self._before else text)

    def action_leave(self) -> None:
        """Answer that nothing changes."""
        self.dismiss(None)
