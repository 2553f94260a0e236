"""The Textual app: holds the session, turns keys into commands, takes in what the worker answers."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message

from artdiff.batch.messages import Compared, Grouped, Unreadable
from artdiff.batch.orders import Orders
from artdiff.documents.shelf import replaced
from artdiff.reader.acting import ACTIONS, copy
from artdiff.reader.bookmarks import Bookmarks
from artdiff.reader.commands import BY_NAME
from artdiff.reader.dialogs import is_dialog
from artdiff.reader.keeping import EVERY, Keeper
from artdiff.reader.keys import FIXED
from artdiff.reader.outfit import Outfit
from artdiff.reader.palettes import PALETTES, PLAIN, without_colour
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.screens.main import MainScreen
from artdiff.reader.theme import textual_theme
from artdiff.reader.watching import EVERY as LOOK_EVERY
from artdiff.reader.watching import Watcher
from artdiff.reader.working import attend
from artdiff.reports.picture import self_contained
from artdiff.reviews.allow_file import own_file, read_allowing
from artdiff.session import answers, commands, deciding, refreshing
from artdiff.session.state import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual import screen
    from textual.binding import BindingType
    from textual.driver import Driver

    from artdiff.batch.client import Client
    from artdiff.batch.messages import Event
    from artdiff.documents.collection import Collection
    from artdiff.documents.document import Document
    from artdiff.reader.commands import Command
    from artdiff.reader.widgets.aligned import AlignedView
    from artdiff.reader.widgets.stories import StoryList
    from artdiff.session.state import Session

SLOW: Final = 0.5
"""After so many seconds the reader says what it is still doing."""
SETTLED: Final = 3.0
"""After so many seconds the place stays, though a variant with more findings may still come."""
ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals that end the reader in order: Textual handles none of them, and would leave the terminal as it is."""


class Reader(App[int]):
    """One session on one screen.

    Args:
        collection: what to read.
        painted: called once the first frame is on the screen.
        keeper: keeps the decisions; None for the platform's file.
        outfit: settings, keys and colours; None for the defaults.
        bookmarks: keeps the place; None for nowhere.
        orders: who compares; None for the worker, or as many processes as suit.
    """

    CSS_PATH = "reader.tcss"
    TITLE = "artdiff"
    ALLOW_SELECT = False
    COMMAND_PALETTE_BINDING = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(FIXED), "command('quit')", "quit", show=False, system=True)
    ]

    class Answered(Message):
        """The worker has something to say."""

        def __init__(self, event: Event) -> None:
            super().__init__()
            self.event = event

    def __init__(
        self,
        collection: Collection,
        painted: Callable[[], object] = lambda: None,
        keeper: Keeper | None = None,
        outfit: Outfit | None = None,
        orders: Orders | None = None,
        bookmarks: Bookmarks | None = None,
    ) -> None:
        outfit = outfit or Outfit()
        self.palette = PLAIN if without_colour() else outfit.palette
        self.commands = outfit.commands
        super().__init__(ansi_color=True if self.palette.is_plain else None)
        for palette in PALETTES:
            self.register_theme(textual_theme(palette))
        self._begin_with_theme(self.palette.name)
        self._bind()
        self.allow_files = outfit.allow_files or (own_file(),)
        begun = opened(collection.documents, "; ".join(map(str, collection.problems)))
        self.session: Session = outfit.worn(begun, read_allowing(self.allow_files))
        self._collection = collection
        self.problems = list(collection.problems)
        self._orders = orders or Orders()
        self._painted = painted
        self.keeper = keeper or Keeper()
        self.bookmarks = bookmarks or Bookmarks(None)
        self._client: Client | None = None
        self._watcher = Watcher(collection.documents) if outfit.settings.watch else None
        self._changed: dict[int, Document] = {}
        self.main: MainScreen = MainScreen(outfit.commands, outfit.settings)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for the platform, or the one whose terminal may go away."""
        found = super().get_driver_class()
        if sys.platform == "win32":
            return found
        from textual.drivers.linux_driver import LinuxDriver  # noqa: PLC0415  (not on every platform)

        from artdiff.reader.lasting import LastingDriver  # noqa: PLC0415

        return LastingDriver if found is LinuxDriver else found

    def _main_commands(self) -> Iterator[Command]:
        """Yield the commands that do not belong to a dialog."""
        return (command for command in self.commands if not is_dialog(command.where))

    def _bind(self) -> None:
        """Give the commands their keys."""
        for command in self._main_commands():
            keys = ",".join(key for key in command.keys if key not in FIXED)
            for binding in Binding.make_bindings([Binding(keys, f"command({command.name!r})")] if keys else ()):
                self.bind(binding.key, binding.action, show=False)

    def _begin_with_theme(self, name: str) -> None:
        """Choose a theme before anything is styled; assigning it would parse the style sheets a second time."""
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> screen.Screen[None]:
        """Return the screen that everything happens on."""
        return self.main

    def on_mount(self) -> None:
        """Show what is there at once; all else comes behind it."""
        for number in ENDING:
            asyncio.get_running_loop().add_signal_handler(number, self.exit, 128 + number)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self._show()
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        self._painted()
        if self.session.documents:
            self.change(self.bookmarks.opened(self.keeper.opened(self.session)))
            self.set_interval(EVERY, self._hear)
            self.set_interval(LOOK_EVERY, self._look)
            self._start_worker()
            self.set_timer(SLOW, self._say_slow)
            self.set_timer(SETTLED, self._settle)

    def _start_worker(self) -> None:
        from artdiff.batch.client import Client  # noqa: PLC0415  (not before the first frame)

        self._client = Client(self._tell, orders=self._orders)
        self._client.start()
        self._client.open(self.session.documents, self._collection.source)

    def _tell(self, event: Event) -> None:
        """Take an event from the client's thread to the app's."""
        self.post_message(self.Answered(event))

    def _say_slow(self) -> None:
        self.change(replace(self.session, slow=True))

    def _settle(self) -> None:
        self.session = replace(self.session, moved=self.session.moved or self.session.stop is not None)

    def on_unmount(self) -> None:
        """Leave nothing running."""
        if self._client is not None:
            self._client.close()
        self.keeper.close()
        self.bookmarks.keep(self.session, self.main.aligned.top)

    def change(self, session: Session) -> None:
        """Make a session the one that is shown, and have the worker do first what it shows."""
        before, self.session = self.session, self.keeper.saved(session)
        if self._client is not None:
            attend(self._client, before, session, self._collection.source)
        self._show()

    def _show(self) -> None:
        self.main.show(self.session, self.palette)
        over = self.screen_stack[-1] if self.screen_stack else None
        if isinstance(over, Dialog):
            over.renew(self.session)

    def on_reader_answered(self, message: Answered) -> None:
        """Take in an answer of the worker."""
        event, session = message.event, self.session
        if isinstance(event, Unreadable):
            self.problems += event.problems
        if isinstance(event, Grouped) and self._changed:
            self._take_changed(event)
            return
        taken = (
            self.keeper.compared(session, event) if isinstance(event, Compared) else answers.answered(session, event)
        )
        self.change(refreshing.returned(taken))

    def _take_changed(self, event: Grouped) -> None:
        """Show changed documents, now that the worker has read them, and have them compared."""
        changed, self._changed = self._changed, {}
        self.change(refreshing.with_changed(self.session, changed, event.outlines))
        if self._client is not None:
            self._client.want(answers.wanted(self.session))

    def on_story_list_opened(self, message: StoryList.Opened) -> None:
        """Show what was chosen in the list."""
        if self.session.stories:
            self.main.aligned.focus(scroll_visible=False)
            self.change(commands.show(self.session, message.entry.story, message.entry.variant))

    def on_aligned_view_asked(self, message: AlignedView.Asked) -> None:
        """Stand on a finding that was clicked."""
        self.change(commands.stand_on(self.session, message.finding))

    def on_aligned_view_selected(self, message: AlignedView.Selected) -> None:
        """Copy what was selected."""
        copy(self, message.text)

    def on_finding_panel_elsewhere(self) -> None:
        """Go to another variant with the same departure."""
        self.run_step(deciding.next_same)

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        command = BY_NAME[name]
        if command.step is not None:
            self.run_step(command.step)
        elif command.screen is not None:
            self.session = replace(self.session, status="", moved=True)
            ACTIONS[command.screen](self)

    def run_step(self, step: Callable[[Session], Session]) -> None:
        """Make the next session, save what was decided, and show it."""
        self.change(step(self.keeper.timed(replace(self.session, status="", moved=True))))

    def say(self, words: str) -> None:
        """Say something in the status line."""
        self.change(replace(self.session, status=words))

    def read_facts(self, document: int) -> None:
        """Have the facts of a document read, if they are not known."""
        if self._client is not None and document not in self.session.facts:
            self._client.read_facts(document)

    def timed(self) -> Session:
        """Return the session at this moment."""
        return self.keeper.timed(self.session)

    def _look(self) -> None:
        """Have what has changed on the disk read and compared again."""
        if self._watcher is None or self._client is None or not self.session.stories:
            return
        news = self._watcher.look(self.session.documents)
        if news.gone:
            self.change(refreshing.with_gone(self.session, news.gone))
        if news.changed:
            self._changed |= news.changed
            self._client.open(replaced(self.session.documents, self._changed), self._collection.source)

    def _hear(self) -> None:
        """Show what others have decided."""
        heard = self.keeper.heard(self.session)
        if heard is not self.session:
            self.change(heard)
        self.bookmarks.keep(self.session, self.main.aligned.top)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as SVG; unlike Textual's own it names the reader's fonts and loads none from the web."""
        return self_contained(super().export_screenshot(title=title, simplify=simplify))

    def get_system_commands(self, screen: screen.Screen[object]) -> Iterable[SystemCommand]:
        """Yield every command for the palette."""
        del screen
        for command in self._main_commands():
            run = lambda name=command.name: self.action_command(name)  # noqa: E731
            yield SystemCommand(command.name.capitalize(), command.description, run)
