"""The commands of the dialogs: the second part of the one table, with the same names in settings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.reader.commands import COMMANDS, KEY_NAMES, Command, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

DIALOGS: Final[tuple[Command, ...]] = (
    Command("filter altered", ("1",), "", "altered facts, or not", Where.FILTER),
    Command("filter hallucinated", ("2",), "", "hallucinated facts, or not", Where.FILTER),
    Command("filter generalised", ("3",), "", "generalised facts, or not", Where.FILTER),
    Command("filter omitted", ("4",), "", "omitted facts, or not", Where.FILTER),
    Command("filter repeated", ("5",), "", "repeated blocks, or not", Where.FILTER),
    Command("filter next kind", ("k",), "", "only the next kind of fact", Where.FILTER),
    Command("filter previous kind", ("K",), "", "only the kind before", Where.FILTER),
    Command("filter surer", ("plus", "equals_sign"), "", "a higher confidence", Where.FILTER),
    Command("filter less sure", ("minus",), "", "a lower confidence", Where.FILTER),
    Command("filter undecided", ("u",), "", "only what nobody has decided, or all", Where.FILTER),
    Command("filter reset", ("0",), "", "altered and hallucinated, as at the beginning", Where.FILTER),
    Command("take filter", ("enter", "f"), "", "walk what is chosen", Where.FILTER),
    Command("choose row", ("enter",), "", "go there", Where.LIST),
    Command("narrow list", ("slash",), "", "only the rows that have some words", Where.LIST),
    Command("all facts", ("a",), "", "also what all rewrites keep, or not", Where.FACTS),
    Command("next column", ("right",), "", "begin with the next rewrite", Where.FACTS),
    Command("previous column", ("left",), "", "begin with the rewrite before", Where.FACTS),
    Command("sort facts", ("s",), "", "sort: worst first, by place, by kind", Where.FACTS),
    Command("next paragraph", ("n", "right"), "", "the source's next paragraph", Where.VERSIONS),
    Command("previous paragraph", ("N", "left"), "", "the source's paragraph before", Where.VERSIONS),
    Command("next row", ("down", "ctrl+n"), "", "go to the list's next row", Where.NARROW),
    Command("previous row", ("up", "ctrl+p"), "", "go to the list's row before", Where.NARROW),
    Command("keep note", ("ctrl+s", "f2"), "", "keep the note", Where.NOTE),
    Command("confirm all", ("c",), "", "the rewrites are wrong there", Where.SAME),
    Command("dismiss all", ("x",), "", "they are false alarms", Where.SAME),
    Command("unsure of all", ("s",), "", "it cannot be said", Where.SAME),
    Command("never these names", ("1",), "", "the two are names for one thing", Where.NEVER),
    Command("never these words", ("2",), "", "a rewrite may always have these words", Where.NEVER),
    Command("never this rule", ("3",), "", "the rule is not to be heard", Where.NEVER),
    Command("other file", ("tab",), "", "keep it in the other file", Where.NEVER),
    Command("take back", ("d", "delete"), "", "flag it again: take the entry out of its file", Where.ALLOWED),
    Command("word before", ("left", "h"), "", "go to the word before", Where.ADDING),
    Command("word behind", ("right", "l"), "", "go to the next word", Where.ADDING),
    Command("mark back", ("shift+left", "H"), "", "mark the word before too", Where.ADDING),
    Command("mark on", ("shift+right", "L"), "", "mark the next word too", Where.ADDING),
    Command("paragraph above", ("up", "k"), "", "go to the paragraph above", Where.ADDING),
    Command("paragraph below", ("down", "j"), "", "go to the paragraph below", Where.ADDING),
    Command("begin to mark", ("space",), "", "begin to mark, or forget what is marked", Where.ADDING),
    Command("other side", ("tab",), "", "go to the other side", Where.ADDING),
    Command("choose verdict", ("v",), "", "altered or hallucinated", Where.ADDING),
    Command("choose kind", ("t",), "", "the next kind of fact", Where.ADDING),
    Command("choose kind before", ("T",), "", "the kind of fact before", Where.ADDING),
    Command("add marked", ("enter",), "", "add what is marked", Where.ADDING),
    Command("leave", ("escape", "q"), "", "leave it, and change nothing", Where.DIALOG),
)  # fmt: skip
EVERY: Final = (*COMMANDS, *DIALOGS)
"""The whole table."""
MOVES: Final = ("down", "up", "page down", "page up", "top", "bottom")
"""The main screen's commands that move in dialogs too, by the same keys."""
HELP: Final = "help"


def is_dialog(where: Where) -> bool:
    """Say whether commands have their keys in a dialog, where other commands have nothing to say."""
    return list(Where).index(where) >= list(Where).index(Where.FILTER)


def share_keys(one: Command, other: Command) -> bool:
    """Say whether two commands cannot have one key: both are of the main screen, or of dialogs that have both."""
    if is_dialog(one.where) and is_dialog(other.where):
        return one.where is other.where or Where.DIALOG in {one.where, other.where}
    return is_dialog(one.where) is is_dialog(other.where)


def keys_in(commands: Iterable[Command], parts: Iterable[Where], *, typing: bool = False) -> dict[str, str]:
    """Return which command each key runs in a dialog: its own commands before those that move, help and leave.

    Args:
        commands: the whole table.
        parts: of the table, the dialog's.
        typing: the dialog takes text, for which the keys that write and move stay free.
    """
    table = list(commands)
    shared = [one for one in table if one.name == HELP or one.where is Where.DIALOG]
    moves = [] if typing else [one for one in table if one.name in MOVES]
    own = [one for part in parts for one in table if one.where is part]
    keys = {key: one.name for one in (*moves, *shared, *own) for key in one.keys}
    return {key: name for key, name in keys.items() if not (typing and _writes(key))}


def _writes(key: str) -> bool:
    """Say whether a key writes a character."""
    name = KEY_NAMES.get(key, key)
    return key == "space" or (len(name) == 1 and name.isascii())
