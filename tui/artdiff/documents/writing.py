"""Files that are replaced in one piece: whoever reads one meanwhile, or finds it after a crash, has all of the old or the new."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(file: Path, data: bytes) -> None:
    """Write a file, or put another in its place.

    Raises:
        OSError: it cannot be written there; what was there is as it was.
    """
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(file)
    except OSError:
        half.unlink(missing_ok=True)
        raise
