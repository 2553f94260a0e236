"""What commands ask of the screen rather than of the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from artdiff.reader import asking
from artdiff.reader.commands import Screen
from artdiff.reader.palettes import PALETTES
from artdiff.session import arranging, commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.reader.app import Reader


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


def _help(reader: Reader) -> None:
    from artdiff.reader.screens.help import HelpScreen  # noqa: PLC0415  (seldom, and not before the first frame)

    reader.push_screen(HelpScreen(reader.commands))


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
    Screen.ADD: lambda reader: asking.ask_finding(reader, reader.main.aligned.place),
    Screen.REPORT: asking.ask_report,
    Screen.FILTER: asking.ask_filter,
    Screen.LIST: asking.ask_finding_of_list,
    Screen.PALETTE: lambda reader: reader.action_command_palette(),
    Screen.FOCUS_NEXT: lambda reader: reader.main.focus_other(),
    Screen.MARK: _mark,
    Screen.OPEN: lambda reader: reader.main.open(),
    Screen.BACK: lambda reader: reader.main.aligned.focus(scroll_visible=False),
    Screen.SUSPEND: lambda reader: reader.action_suspend_process(),
    Screen.QUIT: lambda reader: reader.exit(),
}
"""By what the command asks."""
