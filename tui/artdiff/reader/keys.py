"""The keys of the commands: those of the table, or those that the settings give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.reader.commands import KEY_NAMES
from artdiff.reader.dialogs import EVERY, share_keys
from artdiff.settings_file import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from artdiff.reader.commands import Command
    from artdiff.settings import Settings

FIXED: Final = ("ctrl+q", "ctrl+c")
"""Keys that always leave artdiff: no settings may lock anybody in."""
_WRITTEN: Final = {name.casefold(): key for key, name in KEY_NAMES.items() if len(name) > 1}
_SIGNS: Final = {name: key for key, name in KEY_NAMES.items() if len(name) == 1} | {",": "comma"}
_OTHERS: Final = frozenset(
    "enter backspace delete insert left right up down home end pageup pagedown tab space escape".split()
    + [f"f{number}" for number in range(1, 13)]
)
_MODIFIERS: Final = ("ctrl+", "alt+", "shift+")


def key_of(written: str) -> str | None:
    """Return the key that a user writes (``n``, ``]``, ``Ctrl+P``, ``PageDown``) as Textual names it; None for no key."""
    if len(written) == 1:
        return _SIGNS.get(written, written) if written.isprintable() and written != " " else None
    key = written.casefold().strip()
    if key in _WRITTEN or key in _OTHERS:
        return _WRITTEN.get(key, key)
    for modifier in _MODIFIERS:
        rest = key.removeprefix(modifier)
        if rest != key and (rest in _OTHERS or rest in _WRITTEN or (len(rest) == 1 and modifier != "shift+")):
            return modifier + _WRITTEN.get(rest, rest)
    return key if key in KEY_NAMES else None


def remapped(settings: Settings, path: Path) -> tuple[tuple[Command, ...], tuple[Mistake, ...]]:
    """Return the commands with their keys, and what is wrong in the settings' table of keys.

    A key that the settings give to a command is taken from the one that had it there.
    """
    mistakes: list[Mistake] = []
    chosen = _chosen(settings, path, mistakes)
    given = [command for command in EVERY if command.name in chosen]
    commands = []
    for command in EVERY:
        taken = {key for one in given if share_keys(one, command) for key in chosen[one.name]}
        keys = chosen[command.name] if command.name in chosen else _left(command.keys, taken)
        commands.append(command._replace(keys=keys))
    mistakes += _keyless(commands, chosen, settings, path)
    return tuple(commands), tuple(mistakes)


def _left(keys: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in taken)


def _chosen(settings: Settings, path: Path, mistakes: list[Mistake]) -> dict[str, tuple[str, ...]]:
    """Return the keys of the commands that are given some, by the command's name."""
    names = {command.name: command for command in EVERY}
    chosen: dict[str, tuple[str, ...]] = {}
    for name, (words, line) in settings.keys.items():
        if name not in names:
            mistakes.append(Mistake(path, line, f"there is no command {name!r}; `artdiff config --show` lists them"))
            continue
        others = (names[other] for other in chosen if share_keys(names[other], names[name]))
        wrong, keys = _read(words, {key: other.name for other in others for key in chosen[other.name]})
        mistakes += (Mistake(path, line, f"{name}: {reason}; its keys stay") for reason in wrong)
        if not wrong:
            chosen[name] = keys
    return chosen


def _read(words: Sequence[str], owners: Mapping[str, str]) -> tuple[list[str], tuple[str, ...]]:
    """Return what is wrong with some keys as a user writes them, and the keys."""
    wrong, keys = [], []
    for word in words:
        key = key_of(word)
        if key is None:
            wrong.append(f"{word!r} is no key")
        elif key in FIXED:
            wrong.append(f"{word} always leaves artdiff")
        elif key in owners:
            wrong.append(f"{word} is the key of {owners[key]} above")
        else:
            keys.append(key)
    return wrong, tuple(keys)


def _keyless(
    commands: Iterable[Command], chosen: Mapping[str, object], settings: Settings, path: Path
) -> Iterable[Mistake]:
    """Yield the commands that lost their last key to another."""
    before = {command.name: command.keys for command in EVERY}
    for command in commands:
        if not command.keys and command.name not in chosen:
            thief = next(
                one.name
                for one in commands
                if one.name in chosen and share_keys(one, command) and set(before[command.name]) & set(one.keys)
            )
            message = f"{thief} takes the last key of {command.name}; the palette still has it"
            yield Mistake(path, settings.keys[thief].line, message)
