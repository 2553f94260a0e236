"""The Textual app: holds the session, turns keys into commands, takes in what the worker answers."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message

from artdiff.batch.client import Client
from artdiff.batch.messages import Compare, Compared, Failed, Grouped, Lost
from artdiff.documents.reading import read
from artdiff.reader.commands import BY_NAME, COMMANDS, Screen
from artdiff.reader.screens.help import HelpScreen
from artdiff.reader.screens.main import MainScreen
from artdiff.reader.text import WELCOME
from artdiff.reader.theme import PALETTES, PLAIN, textual_theme, without_colour
from artdiff.session import commands
from artdiff.session.state import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from textual import screen
    from textual.binding import BindingType

    from artdiff.batch.messages import Event
    from artdiff.documents.collection import Collection
    from artdiff.reader.commands import Command
    from artdiff.reader.theme import Palette
    from artdiff.reader.widgets.stories import StoryList

SLOW = 0.5
"""After so many seconds the reader says that it is still comparing."""
ENDING = (signal.SIGTERM, signal.SIGHUP)


class Reader(App[int]):
    """One session on one screen."""

    CSS_PATH = "reader.tcss"
    TITLE = "artdiff"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(command.keys), f"command({command.name!r})", command.label or command.name, show=False
        )
        for command in COMMANDS
    ]

    class Answered(Message):
        """The worker has something to say."""

        def __init__(self, event: Event) -> None:
            super().__init__()
            self.event = event

    def __init__(self, collection: Collection) -> None:
        super().__init__(ansi_color=True if without_colour() else None)
        self.session = Session(collection.documents)
        if collection.problems:
            self.session = replace(self.session, status="; ".join(map(str, collection.problems)))
        self._collection = collection
        self.palette: Palette = PLAIN if without_colour() else PALETTES[0]
        self.client = Client(self._tell)
        self._main = MainScreen()
        self._started = monotonic()

    def _tell(self, event: Event) -> None:
        """Take an event from the client's thread to the app's."""
        self.post_message(self.Answered(event))

    def get_default_screen(self) -> screen.Screen[None]:
        """Return the screen that everything happens on."""
        return self._main

    def on_mount(self) -> None:
        """Show what is there, and ask the worker for the rest."""
        for palette in PALETTES:
            self.register_theme(textual_theme(palette))
        self.theme = self.palette.name
        for number in ENDING:
            asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)
        self._paint()
        if self.session.documents:
            self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        self.client.start()
        self.client.open(self.session.documents, self._collection.source)
        self.set_timer(SLOW, self._say_slow)

    def _say_slow(self) -> None:
        if self._is_working():
            self.change(replace(self.session, slow=True))

    def _is_working(self) -> bool:
        return not self.session.stories or bool(commands.wanted(self.session))

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.client.close()

    def change(self, session: Session) -> None:
        """Make a session the one that is shown."""
        self.session = session
        self._paint()

    def _paint(self) -> None:
        self._main.show(self.session, self.palette)

    def on_reader_answered(self, message: Answered) -> None:
        """Take in an answer of the worker."""
        event, session = message.event, self.session
        match event:
            case Grouped(stories, outlines):
                session = commands.with_stories(session, stories, outlines)
                self.client.want(commands.wanted(session))
            case Compared(documents, comparison):
                session = commands.with_comparison(session, documents, comparison)
            case Failed(Compare(documents), reason):
                session = commands.with_failure(session, documents, reason)
            case Lost(reason) | Failed(_, reason):
                session = replace(session, status=f"the comparing process died ({reason})")
        self.change(session)

    def on_story_list_opened(self, message: StoryList.Opened) -> None:
        """Show what was chosen in the list."""
        row = message.row
        if self.session.stories:
            self._main.aligned.focus()
            self._go(commands.show(self.session, row.story, row.variant))

    def _go(self, session: Session) -> None:
        """Change to a session, and have the worker do first what it shows."""
        if session.pair != self.session.pair or session.stories is not self.session.stories:
            self.client.want(commands.wanted(session))
        self.change(session)

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        command = BY_NAME[name]
        if command.step is not None:
            self._go(command.step(replace(self.session, status="")))
        else:
            self._on_screen(command)

    def _on_screen(self, command: Command) -> None:
        view = self._main.aligned
        page = max(1, view.size.height - 2)
        actions: dict[Screen, Callable[[], object]] = {
            Screen.DOWN: lambda: view.move(1),
            Screen.UP: lambda: view.move(-1),
            Screen.PAGE_DOWN: lambda: view.move(page),
            Screen.PAGE_UP: lambda: view.move(-page),
            Screen.TOP: view.top,
            Screen.BOTTOM: view.bottom,
            Screen.LAYOUT: self._turn,
            Screen.THEME: self._next_theme,
            Screen.HELP: lambda: self.push_screen(HelpScreen()),
            Screen.FOCUS_NEXT: self._main.focus_other,
            Screen.BACK: view.focus,
            Screen.QUIT: self.exit,
        }
        actions[command.screen or Screen.BACK]()

    def _turn(self) -> None:
        stacked = self._main.is_stacked(self.session)
        self.change(commands.toggle_layout(self.session, stacked=stacked))

    def _next_theme(self) -> None:
        if self.palette in PALETTES:
            self.palette = PALETTES[(PALETTES.index(self.palette) + 1) % len(PALETTES)]
            self.theme = self.palette.name
        self.change(replace(self.session, status=f"theme {self.palette.name}"))

    def get_system_commands(self, screen: screen.Screen[object]) -> Iterable[SystemCommand]:
        """Yield every command for the palette."""
        del screen
        for command in COMMANDS:
            yield SystemCommand(
                command.name.capitalize(),
                command.description,
                lambda name=command.name: self.action_command(name),
            )


def run(paths: Sequence[Path], source: Path | None) -> int:
    """Open the reader on files and folders and return the exit status when it is left."""
    app = Reader(read(paths, source))
    return app.run() or 0


__all__ = ["WELCOME", "Reader", "run"]
