"""A line to type words in; what is pasted cannot steer the terminal."""

from __future__ import annotations

from textual.widgets import Input


class WordsInput(Input):
    """Takes what can be seen, and leaves out control characters and what turns text around; its cursor stays still."""

    def on_mount(self) -> None:
        """Keep the cursor from blinking: to paint it anew twice a second says nothing."""
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert what can be seen of a text."""
        super().insert_text_at_cursor("".join(sign for sign in text if sign.isprintable()))

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a selection by what can be seen of a text."""
        super().replace("".join(sign for sign in text if sign.isprintable()), start, end)
