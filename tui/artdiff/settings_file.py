"""Where a user's settings stand, and what can be wrong there; that is all that a check needs of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

NAME: Final = "settings.toml"
_ON_LINUX: Final = sys.platform.startswith("linux")


class Mistake(NamedTuple):
    """Something wrong in the file, and what goes on instead; line 0 means the whole file."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


def default_path() -> Path:
    """Return the file in the platform's folder for settings."""
    if _ON_LINUX:  # as platformdirs has it; to load that costs a check a tenth of its time
        return Path(os.environ.get("XDG_CONFIG_HOME", "").strip() or Path("~/.config").expanduser(), "artdiff", NAME)
    from platformdirs import user_config_path  # noqa: PLC0415  (start-up is measured)

    return Path(user_config_path("artdiff", appauthor=False)) / NAME
