"""The footer: the next useful keys, from the table of commands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.text import Text

from artdiff.reader.commands import COMMANDS, key_name
from artdiff.reader.theme import bar_style

if TYPE_CHECKING:
    from artdiff.reader.theme import Palette


@lru_cache(maxsize=8)
def footer(palette: Palette) -> Text:
    """Return the footer's line."""
    line = Text(" ", bar_style(palette), no_wrap=True, overflow="ellipsis", end="")
    for command in COMMANDS:
        if command.label:
            line.append(key_name(command.keys[0]), bar_style(palette, accent=True))
            line.append(f" {command.label}  ", bar_style(palette))
    return line
