"""Where a user's settings stand, and what can be wrong there; that is all that a check needs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.folders import settings_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "settings.toml"


class Mistake(NamedTuple):
    """Something wrong in the file, and what goes on instead; line 0 means the whole file."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


def default_path() -> Path:
    """Return the file in the platform's folder for settings."""
    return settings_folder() / NAME
