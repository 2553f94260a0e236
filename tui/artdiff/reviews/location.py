"""Where decisions are kept when nobody says otherwise, and who takes them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

NAME: Final = "reviews.sqlite"
NOBODY: Final = "unknown"
_ON_LINUX: Final = sys.platform.startswith("linux")


def default_path() -> Path:
    """Return the file in the platform's folder for what programs keep."""
    if _ON_LINUX:  # as platformdirs has it; to load that costs a check a tenth of its time
        return Path(
            os.environ.get("XDG_STATE_HOME", "").strip() or Path("~/.local/state").expanduser(), "artdiff", NAME
        )
    from platformdirs import user_state_path  # noqa: PLC0415  (start-up is measured)

    return Path(user_state_path("artdiff", appauthor=False)) / NAME


def copies_path() -> Path:
    """Return the file that holds what was copied last, for terminals without a clipboard."""
    return default_path().with_name("copied.txt")


def user_name() -> str:
    """Return the name of who is logged in."""
    import getpass  # noqa: PLC0415  (start-up is measured)

    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user that the system has no entry for
        return NOBODY
    return name.encode("utf-8", "replace").decode()
