"""What commands ask of the screen rather than of the session."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from artdiff.reader import asking, narrowing
from artdiff.reader.commands import Screen
from artdiff.reader.copying import finding_as_markdown, finding_as_text
from artdiff.reader.editing import editor_command, spot_of
from artdiff.reader.palettes import PALETTES
from artdiff.reviews.location import copies_path
from artdiff.session import arranging, commands, search, stopping
from artdiff.session.answers import is_working
from artdiff.session.narrowing import widened

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.reader.app import Reader
    from artdiff.reader.listing import Entry


def _page(reader: Reader) -> int:
    return max(1, reader.main.mover.rows - 2)


def _turn(reader: Reader) -> None:
    reader.change(commands.toggle_layout(reader.session, stacked=reader.main.is_stacked(reader.session)))


def _mark(reader: Reader) -> None:
    reader.change(arranging.toggle_mark(reader.session, reader.main.document(reader.session)))


def _next_theme(reader: Reader) -> None:
    if not reader.palette.is_plain:
        reader.palette = PALETTES[(PALETTES.index(reader.palette) + 1) % len(PALETTES)]
        reader.theme = reader.palette.name
    reader.change(replace(reader.session, status=f"theme {reader.palette.name}"))


def _back(reader: Reader) -> None:
    """Show the whole list again where it is narrowed and has the focus; else go to the text, and end the search there.

    Where there is nothing to go back from, stop what takes long.
    """
    if reader.main.in_list and reader.session.narrowed:
        reader.change(widened(reader.session))
        return
    session = reader.session
    if not reader.main.in_list and session.search is None and session.slow and is_working(session):
        reader.run_step(stopping.stop)
        return
    reader.main.aligned.focus(scroll_visible=False)
    reader.change(search.cleared(session))


def show_entry(reader: Reader, entry: Entry) -> None:
    """Show what was chosen in the list."""
    if reader.session.stories:
        reader.main.aligned.focus(scroll_visible=False)
        reader.change(commands.show(reader.session, entry.story, entry.variant))


def copy(reader: Reader, text: str) -> None:
    """Copy text to the terminal's clipboard, and to a file: no terminal says whether it has taken it."""
    if not text:
        reader.say("there is nothing here to copy")
        return
    reader.copy_to_clipboard(text)
    file = copies_path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        reader.say(f"copied to the clipboard; not to {file}: {error.strerror}")
    else:
        reader.say(f"copied; also in {file}")


def _edit(reader: Reader) -> None:
    """Open the file in the user's editor, and come back when it is left."""
    spot = spot_of(reader.session)
    if spot is None:
        reader.say("this text has no file")
        return
    command = editor_command(spot)
    try:
        with reader.suspend():
            status = subprocess.call(command)  # noqa: S603  (the user's own editor)
    except (OSError, SuspendNotSupported) as error:
        reader.say(f"{command[0]} cannot be started: {error}")
    else:
        reader.say(f"{command[0]} ended with {status}" if status else "back from the editor")


def _never(reader: Reader) -> None:
    from artdiff.reader.allowing import ask  # noqa: PLC0415  (seldom, and not before the first frame)

    ask(reader)


def _allowed(reader: Reader) -> None:
    from artdiff.reader.allowing import show  # noqa: PLC0415  (seldom, and not before the first frame)

    show(reader)


def _help(reader: Reader) -> None:
    from artdiff.reader.screens.help import HelpScreen  # noqa: PLC0415  (seldom, and not before the first frame)

    reader.push_screen(HelpScreen.of_main(reader.commands, in_list=reader.main.in_list))


ACTIONS: Final[dict[Screen, Callable[[Reader], object]]] = {
    Screen.DOWN: lambda reader: reader.main.mover.move(1),
    Screen.UP: lambda reader: reader.main.mover.move(-1),
    Screen.PAGE_DOWN: lambda reader: reader.main.mover.move(_page(reader)),
    Screen.PAGE_UP: lambda reader: reader.main.mover.move(-_page(reader)),
    Screen.TOP: lambda reader: reader.main.mover.go(0),
    Screen.BOTTOM: lambda reader: reader.main.mover.bottom(),
    Screen.LAYOUT: _turn,
    Screen.THEME: _next_theme,
    Screen.HELP: _help,
    Screen.NOTE: asking.ask_note,
    Screen.SAME: asking.ask_same,
    Screen.NEVER: _never,
    Screen.ALLOWED: _allowed,
    Screen.ADD: lambda reader: asking.ask_finding(reader, reader.main.aligned.place),
    Screen.REPORT: asking.ask_report,
    Screen.SEARCH: lambda reader: narrowing.ask(reader) if reader.main.in_list else asking.ask_words(reader),
    Screen.NARROW: narrowing.ask,
    Screen.COPY: lambda reader: copy(reader, finding_as_text(reader.session)),
    Screen.COPY_MARKDOWN: lambda reader: copy(reader, finding_as_markdown(reader.session)),
    Screen.EDIT: _edit,
    Screen.FACTS: asking.ask_fact,
    Screen.VERSIONS: lambda reader: asking.show_versions(reader, reader.main.aligned.place),
    Screen.FILTER: asking.ask_filter,
    Screen.LIST: asking.ask_finding_of_list,
    Screen.PALETTE: lambda reader: reader.action_command_palette(),
    Screen.FOCUS_NEXT: lambda reader: reader.main.focus_other(),
    Screen.MARK: _mark,
    Screen.OPEN: lambda reader: reader.main.open(),
    Screen.BACK: _back,
    Screen.SUSPEND: lambda reader: reader.action_suspend_process(),
    Screen.QUIT: lambda reader: reader.exit(),
}
"""By what the command asks."""
