"""The Textual app: holds the session, turns keys into commands, shows what comes of them."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message

from artdiff.reader.commands import BY_NAME
from artdiff.reader.dialogs import is_dialog
from artdiff.reader.keys import FIXED
from artdiff.reader.outfit import Outfit
from artdiff.reader.palettes import PALETTES, PLAIN, without_colour
from artdiff.reader.screens.main import MainScreen
from artdiff.reader.theme import textual_theme
from artdiff.reviews.allow_file import own_file, read_allowing
from artdiff.session.state import opened

# What is imported in functions is not needed for the first frame, which start-up is measured by.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual import screen
    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.timer import Timer

    from artdiff.batch.messages import Event
    from artdiff.documents.collection import Collection
    from artdiff.reader.backstage import Backstage
    from artdiff.reader.commands import Command
    from artdiff.reader.widgets.aligned import AlignedView
    from artdiff.reader.widgets.stories import StoryList
    from artdiff.session.state import Session

SOON: Final = 0.1
"""Seconds until it is shown what came in of stories that nobody looks at."""
ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals that end the reader in order: Textual handles none of them, and would leave the terminal as it is."""


class Reader(App[int]):
    """One session on one screen.

    Args:
        collection: what to read.
        painted: called once the first frame is on the screen.
        outfit: settings, keys and colours; None for the defaults.
        backstage: makes what works for the reader; None for one that keeps decisions in the platform's file, and no place.
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
        outfit: Outfit | None = None,
        backstage: Callable[[Reader], Backstage] | None = None,
    ) -> None:
        self.outfit = outfit = outfit or Outfit()
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
        self.collection = collection
        self.problems = list(collection.problems)
        self._painted = painted
        self._showing: Timer | None = None
        self._make_backstage = backstage
        self.main: MainScreen = MainScreen(outfit.commands, outfit.settings)

    @cached_property
    def backstage(self) -> Backstage:
        """Return what works for the reader, made behind the first frame."""
        from artdiff.reader.backstage import Backstage

        return (self._make_backstage or Backstage)(self)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for the platform, or the one whose terminal may go away."""
        found = super().get_driver_class()
        if sys.platform == "win32":
            return found
        from textual.drivers.linux_driver import LinuxDriver  # not on every platform

        from artdiff.reader.lasting import LastingDriver

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
            self.backstage.begin()
        import artdiff.reader.acting  # noqa: F401  (while the worker begins, so that no key waits for it)

    def tell(self, event: Event) -> None:
        """Take an event from the client's thread to the app's."""
        self.post_message(self.Answered(event))

    def on_reader_answered(self, message: Answered) -> None:
        """Take in an answer of the worker."""
        self.backstage.take(message.event)

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self.backstage.close()

    def change(self, session: Session, *, at_once: bool = True) -> None:
        """Make a session the one that is shown, and have the worker do first what it shows.

        Args:
            session: the session.
            at_once: else it is shown with what comes soon: painting every answer would keep the keys waiting.
        """
        before, self.session = self.session, self.backstage.saved(session)
        self.backstage.attend(before, session)
        if at_once:
            self._show()
        elif self._showing is None:
            self._showing = self.set_timer(SOON, self._show)

    def _show(self) -> None:
        if self._showing is not None:
            self._showing.stop()
            self._showing = None
        self.main.show(self.session, self.palette)
        if len(self.screen_stack) > 1:
            from artdiff.reader.screens.dialog import Dialog

            over = self.screen_stack[-1]
            if isinstance(over, Dialog):
                over.renew(self.session)

    def on_story_list_opened(self, message: StoryList.Opened) -> None:
        """Show what was chosen in the list."""
        from artdiff.reader.acting import show_entry

        show_entry(self, message.entry)

    def on_aligned_view_asked(self, message: AlignedView.Asked) -> None:
        """Stand on a finding that was clicked."""
        from artdiff.session.commands import stand_on

        self.change(stand_on(self.session, message.finding))

    def on_aligned_view_selected(self, message: AlignedView.Selected) -> None:
        """Copy what was selected."""
        from artdiff.reader.acting import copy

        copy(self, message.text)

    def on_finding_panel_elsewhere(self) -> None:
        """Go to another variant with the same departure."""
        self.action_command("next same")

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        command = BY_NAME[name]
        if command.step is not None:
            self.run_step(command.step)
        elif command.screen is not None:
            from artdiff.reader.acting import ACTIONS

            self.session = replace(self.session, status="", moved=True)
            ACTIONS[command.screen](self)

    def run_step(self, step: Callable[[Session], Session]) -> None:
        """Make the next session, save what was decided, and show it."""
        self.change(step(self.backstage.timed(replace(self.session, status="", moved=True))))

    def say(self, words: str) -> None:
        """Say something in the status line."""
        self.change(replace(self.session, status=words))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as SVG; unlike Textual's own it names the reader's fonts and loads none from the web."""
        from artdiff.reports.picture import self_contained

        return self_contained(super().export_screenshot(title=title, simplify=simplify))

    def get_system_commands(self, screen: screen.Screen[object]) -> Iterable[SystemCommand]:
        """Yield every command for the palette."""
        del screen
        for command in self._main_commands():
            run = lambda name=command.name: self.action_command(name)  # noqa: E731
            yield SystemCommand(command.name.capitalize(), command.description, run)
