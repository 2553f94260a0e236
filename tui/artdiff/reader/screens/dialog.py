"""The base of all that stands over the main screen: its keys come from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingsMap
from textual.screen import ModalScreen, ScreenResultType

from artdiff.reader.commands import Command, Where, key_name
from artdiff.reader.dialogs import HELP, keys_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.containers import VerticalScroll

    from artdiff.session.state import Session

FAR: Final = 1_000_000_000
"""Rows that are more than any dialog has."""


class Dialog(ModalScreen[ScreenResultType]):
    """A question or a page: a subclass names its parts of the table and says what the commands there do.

    Attributes:
        PARTS: of the table.
        TYPES: it takes text.
        FIRST: its keys come before those of the widgets in it.
        body: what the keys that move scroll; None for nothing.
    """

    PARTS: ClassVar[tuple[Where, ...]] = ()
    TYPES: ClassVar[bool] = False
    FIRST: ClassVar[bool] = True
    body: VerticalScroll | None = None

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = commands
        keys = keys_in(commands, self.PARTS, typing=self.TYPES)
        bindings = [Binding(key, f"run({name!r})", show=False, priority=self.FIRST) for key, name in keys.items()]
        self._bindings = BindingsMap.merge([BindingsMap(bindings), self._bindings])

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what the dialog's own commands do."""
        return {}

    def renew(self, session: Session) -> None:
        """Take in what has come since it was opened."""

    def leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

    def move(self, rows: int) -> None:
        """Move by some rows."""
        if self.body is not None:
            self.body.scroll_relative(y=rows, animate=False)

    def action_run(self, name: str) -> None:
        """Run a command."""
        page = max(1, self.size.height // 2)
        moves = {"down": 1, "up": -1, "page down": page, "page up": -page, "top": -FAR, "bottom": FAR}
        if name in moves:
            self.move(moves[name])
        else:
            run = {HELP: self._help, "leave": self.leave, **self.actions()}[name]
            run()

    def keys_of(self, name: str) -> str:
        """Return the keys of a command, as people write them."""
        command = next(one for one in self.commands if one.name == name)
        return " ".join(map(key_name, command.keys))

    def key_of(self, name: str) -> str:
        """Return the first key of a command that it has here."""
        keys = keys_in(self.commands, self.PARTS, typing=self.TYPES)
        return next((key_name(key) for key, command in keys.items() if command == name), "")

    def _help(self) -> None:
        from artdiff.reader.screens.help import HelpScreen  # noqa: PLC0415  (it is a dialog itself)

        self.app.push_screen(HelpScreen.of_dialog(self.commands, self.PARTS, typing=self.TYPES))
