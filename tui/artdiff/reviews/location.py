"""Where decisions are kept when nobody says otherwise, and who takes them."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Final

NAME: Final = "reviews.sqlite"
NOBODY: Final = "unknown"


def default_path() -> Path:
    """Return the file in the platform's folder for what programs keep."""
    from platformdirs import user_state_path  # noqa: PLC0415  (seldom needed, and start-up is measured)

    return Path(user_state_path("artdiff", appauthor=False)) / NAME


def copies_path() -> Path:
    """Return the file that holds what was copied last, for terminals without a clipboard."""
    return default_path().with_name("copied.txt")


def user_name() -> str:
    """Return the name of who is logged in."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user that the system has no entry for
        return NOBODY
    return name.encode("utf-8", "replace").decode()
