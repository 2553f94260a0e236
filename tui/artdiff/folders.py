"""The folders in which programs keep what is their user's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_ON_LINUX: Final = sys.platform.startswith("linux")


def settings_folder() -> Path:
    """Return the platform's folder for artdiff's settings."""
    if _ON_LINUX:
        return _linux("XDG_CONFIG_HOME", "~/.config")
    from platformdirs import user_config_path  # noqa: PLC0415  (start-up is measured)

    return Path(user_config_path("artdiff", appauthor=False))


def state_folder() -> Path:
    """Return the platform's folder for what artdiff keeps."""
    if _ON_LINUX:
        return _linux("XDG_STATE_HOME", "~/.local/state")
    from platformdirs import user_state_path  # noqa: PLC0415  (start-up is measured)

    return Path(user_state_path("artdiff", appauthor=False))


def _linux(variable: str, usual: str) -> Path:
    """Return a folder as platformdirs has it; to load that costs a check a tenth of its time."""
    return Path(os.environ.get(variable, "").strip() or Path(usual).expanduser(), "artdiff")
