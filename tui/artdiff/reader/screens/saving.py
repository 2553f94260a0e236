"""Asks where a report is to be saved; the name's ending says which form it has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.widgets.words import WordsInput
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command

FIRST: Final = "report.html"
FORMS: Final = ".html  .md  .json  .csv  .sarif, and .svg for a picture of the screen"


class SavingScreen(Dialog["Path | None"]):
    """Asks for a file; answers None where nothing is to be saved.

    Args:
        commands: the whole table.
        missing: says what the report will lack; "" for nothing.
    """

    TYPES: ClassVar[bool] = True

    def __init__(self, commands: Sequence[Command], missing: str) -> None:
        super().__init__(commands)
        self._missing = missing
        self._file = WordsInput(FIRST, id="saving-file", select_on_focus=False)
        self._remark = Static(self._remarks(FIRST))

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        title = Content.styled("Save a report: findings and decisions", "bold")
        yield Vertical(Static(title), self._file, self._remark, id="saving", classes="asking")

    def on_mount(self) -> None:
        """Take the name at once."""
        self._file.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what will happen to a file that is there."""
        self._remark.update(self._remarks(event.value))

    def _remarks(self, name: str) -> Content:
        there = bool(name.strip()) and Path(name).expanduser().exists()
        replaced = f"{visible_line(name)} is there and will be replaced." if there else ""
        rows = (FORMS, self._missing, replaced, f"Enter saves · {self.key_of('leave')} leaves")
        return Content("\n").join(Content(row) for row in rows if row)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the file."""
        name = event.value.strip()
        self.dismiss(Path(name).expanduser() if name else None)
