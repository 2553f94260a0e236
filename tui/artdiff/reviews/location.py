"""Where decisions are kept when nobody says otherwise, and who takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.folders import state_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "reviews.sqlite"
NOBODY: Final = "unknown"


def default_path() -> Path:
    """Return the file in the platform's folder for what programs keep."""
    return state_folder() / NAME


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
