"""``artdiff config``: where the settings are, what they say, and an editor on them."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
from typing import TYPE_CHECKING, Final

from artdiff.cli.speaking import Help, Status, say
from artdiff.errors import ArtdiffError
from artdiff.reader.outfit import Outfit, read_outfit
from artdiff.settings import KEYS, Settings, as_file, written
from artdiff.settings_file import default_path
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EDITOR: Final = "vi"
_HEAD: Final = "# Settings of artdiff. A line counts once the sign in front of it is gone.\n\n"


class EditorError(ArtdiffError):
    """The editor cannot be started."""


def run(words: Sequence[str]) -> int:
    """Show, name or edit the settings; 2 where something is wrong in them."""
    options = _parser().parse_args(words)
    path = default_path()
    if options.path:
        print(path)
        return Status.NOTHING_FOUND
    if options.edit:
        _edit(path)
    outfit = read_outfit(path)
    if not options.edit:
        print(_shown(outfit), end="")
    for mistake in outfit.mistakes:
        say(visible_line(str(mistake)))
    return Status.WRONG if outfit.mistakes else Status.NOTHING_FOUND


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="artdiff config", description="Shows the settings that hold, as a file of settings.", formatter_class=Help
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--show", action="store_true", help="print the settings that hold; what happens without a word")
    what.add_argument("--path", action="store_true", help="print the path of the file")
    what.add_argument(
        "--edit", action="store_true", help="open the file in $VISUAL, $EDITOR or vi, a new one where there is none"
    )
    return parser


def _shown(outfit: Outfit) -> str:
    return f"{as_file(outfit.settings)}\n{_keys(outfit)}"


def _keys(outfit: Outfit, lead: str = "") -> str:
    """Return the table of keys, every command with its description."""
    from artdiff.reader.commands import key_name

    rows = [
        f"{lead}{written(command.name)} = {written([*map(key_name, command.keys)])}  # {command.description}\n"
        for command in outfit.commands
    ]
    return f"{lead}[{KEYS}]\n{''.join(rows)}"


def _edit(path: Path) -> None:
    """Open an editor on the file and wait until it is left."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{_HEAD}{as_file(Settings(), commented=True)}\n{_keys(Outfit(), '# ')}", encoding="utf-8")
    command = [*shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or EDITOR), str(path)]
    try:
        subprocess.run(command, check=False)  # noqa: S603  (the user's own editor)
    except OSError as error:
        message = f"the editor {command[0]!r} cannot be started: {error.strerror}; set $EDITOR, or edit {path}"
        raise EditorError(message) from error
