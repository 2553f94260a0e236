"""What a user chose once for all: one TOML file, the default where it is silent or wrong.

What is wrong is a `Mistake` with its line, never an exception: a slip in the file must not keep anybody from reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Verdict
from artdiff.settings_file import Mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

KEYS: Final = "keys"
"""The table that gives commands other keys."""
_LINE: Final = re.compile(r"\(at line (\d+)")


class ThemeName(StrEnum):
    """The themes; automatic is dark or light, as the terminal is."""

    AUTOMATIC = "automatic"
    DARK = "dark"
    LIGHT = "light"
    HIGH_CONTRAST = "high-contrast"
    COLOUR_BLIND = "colour-blind"
    TERMINAL = "terminal"


class Layout(StrEnum):
    """How the two sides stand; automatic goes by the width of the screen."""

    AUTOMATIC = "automatic"
    SIDE_BY_SIDE = "side by side"
    STACKED = "stacked"


class Keys(NamedTuple):
    """The keys that a command is given, and the line that says so."""

    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set.

    Attributes:
        wrap: cells that a line of a single column has at the most.
        side_by_side_from: cells of the screen from which on the sides stand beside each other.
        list_width: cells of the story list; 0 for what fits the screen.
        verdicts: what the keys for the next and the previous finding walk.
        confidence: from which on a finding is walked, 0 to 1.
        omissions: what a variant leaves out is shown, not folded.
        watch: changed files are compared again.
        reopen: the reader opens where it was left.
        keys: by the command's name; what is not named keeps its own.
    """

    theme: ThemeName = ThemeName.AUTOMATIC
    layout: Layout = Layout.AUTOMATIC
    wrap: int = 92
    side_by_side_from: int = 100
    list_width: int = 0
    verdicts: tuple[Verdict, ...] = (Verdict.ALTERED, Verdict.HALLUCINATED)
    confidence: float = 0.5
    omissions: bool = True
    word_diff: bool = True
    watch: bool = True
    reopen: bool = True
    keys: Mapping[str, Keys] = field(default_factory=dict)


class Setting(NamedTuple):
    """One setting.

    Attributes:
        parse: makes its value of TOML's, or raises `ValueError` with what it should be.
        about: a line for the file that is made for the user.
    """

    parse: Callable[[object], object]
    about: str


def _choice(choices: type[StrEnum]) -> Callable[[object], object]:
    def parse(value: object) -> object:
        if isinstance(value, str) and value in list(choices):
            return choices(value)
        message = f"one of {', '.join(choices)}"
        raise ValueError(message)

    return parse


def _number(least: int, most: int, *, or_nothing: bool = False) -> Callable[[object], object]:
    def parse(value: object) -> object:
        if (
            isinstance(value, int)
            and not isinstance(value, bool)
            and (least <= value <= most or (or_nothing and not value))
        ):
            return value
        message = f"a whole number from {least} to {most}{', or 0' if or_nothing else ''}"
        raise ValueError(message)

    return parse


def _share(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    message = "a number from 0 to 1"
    raise ValueError(message)


def _switch(value: object) -> object:
    if isinstance(value, bool):
        return value
    message = "true or false"
    raise ValueError(message)


def _verdicts(value: object) -> object:
    walked = [verdict for verdict in Verdict if verdict is not Verdict.SUPPORTED]
    if isinstance(value, list) and value and all(one in walked for one in value):
        return tuple(verdict for verdict in walked if verdict in value)
    message = f"a list of {', '.join(walked)}"
    raise ValueError(message)


SETTINGS: Final[Mapping[str, Setting]] = {
    "theme": Setting(_choice(ThemeName), f"one of {', '.join(ThemeName)}"),
    "layout": Setting(_choice(Layout), f"one of {', '.join(Layout)}"),
    "wrap": Setting(_number(20, 400), "the longest line of a single column, in cells"),
    "side-by-side-from": Setting(_number(24, 1000), "the width of the screen from which on the sides stand beside each other"),
    "list-width": Setting(_number(12, 80, or_nothing=True), "the width of the story list; 0: what fits the screen"),
    "verdicts": Setting(_verdicts, "what n walks: altered, hallucinated, generalised, omitted, repeated"),
    "confidence": Setting(_share, "from this confidence on a finding is walked, 0 to 1"),
    "omissions": Setting(_switch, "show what a rewrite leaves out"),
    "word-diff": Setting(_switch, "show the word diff"),
    "watch": Setting(_switch, "compare changed files again"),
    "reopen": Setting(_switch, "open where the reader was left"),
}  # fmt: skip
"""By their names in the file, which are the fields' with hyphens."""


def read_settings(path: Path) -> tuple[Settings, tuple[Mistake, ...]]:
    """Return the settings of a file and what is wrong in it; where there is no file, the defaults."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return Settings(), (Mistake(path, 0, f"cannot be read: {reason}; the defaults are used"),)
    return parsed(text, path)


def parsed(text: str, path: Path) -> tuple[Settings, tuple[Mistake, ...]]:
    """Return the settings that a file's text says, and what is wrong in it."""
    import tomllib  # noqa: PLC0415  (most have no such file, and start-up is measured)

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        return Settings(), (
            Mistake(path, int(line[1]) if line else 0, f"this is not TOML: {error}; the defaults are used"),
        )
    mistakes: list[Mistake] = []
    values = dict(_values(table, text, path, mistakes))
    return Settings(**values), tuple(sorted(mistakes, key=lambda mistake: mistake.line))  # type: ignore[arg-type]


def _values(
    table: Mapping[str, object], text: str, path: Path, mistakes: list[Mistake]
) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        line = line_of(text, name)
        if name == KEYS and isinstance(value, dict):
            yield KEYS, dict(_keys(value, text, path, mistakes))
        elif name not in SETTINGS:
            mistakes.append(Mistake(path, line, f"there is no setting {name!r}; there are {', '.join(SETTINGS)}"))
        else:
            try:
                yield _field(name), SETTINGS[name].parse(value)
            except ValueError as error:
                default = written(getattr(Settings(), _field(name)))
                mistakes.append(Mistake(path, line, f"{name} must be {error}, not {value!r}; {default} is used"))


def _keys(table: Mapping[str, object], text: str, path: Path, mistakes: list[Mistake]) -> Iterator[tuple[str, Keys]]:
    for command, value in table.items():
        line = line_of(text, command, KEYS)
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            yield command, Keys(tuple(keys), line)
        else:
            mistakes.append(Mistake(path, line, f"{command} must be a key or a list of keys, not {value!r}"))


def _field(name: str) -> str:
    return name.replace("-", "_")


def line_of(text: str, name: str, table: str = "") -> int:
    """Return the line, from 1, that sets a name in a table of a TOML text; 0 where it cannot be told."""
    here = ""
    head = re.compile(rf"""\s*(?:{re.escape(table)}\s*\.\s*)?(["']?){re.escape(name)}\1\s*[=.]""")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("["):
            here = line.strip().strip("[]").strip()
            if here == name and not table:
                return number
        elif (here == table or line.lstrip().startswith(table or "\0")) and head.match(line):
            return number
    return 0


def written(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def as_file(settings: Settings, *, commented: bool = False) -> str:
    """Return settings as a file that says them, each with a word on it; `commented` has every line changed before it counts."""
    lead = "# " if commented else ""
    named = {one.name for one in fields(Settings)}
    rows = [
        f"# {setting.about}\n{lead}{name} = {written(getattr(settings, _field(name)))}\n"
        for name, setting in SETTINGS.items()
        if _field(name) in named
    ]
    return "\n".join(rows)
