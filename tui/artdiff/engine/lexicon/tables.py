"""How the tables of engine/data are read: whole files, once, at the first look-up that needs them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent.parent / "data"


@cache
def read_rows(name: str) -> dict[str, str]:
    """Return the lines of a table that is one class a line: its name, a tab, its entries."""
    rows = (line.partition("\t") for line in read_lines(name))
    return {key: entries for key, _, entries in rows}


def read_lines(name: str) -> list[str]:
    """Return a table's lines in their order, without the comments at its head."""
    lines = (FOLDER / name).read_bytes().decode().split("\n")
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    return lines[first : len(lines) if lines[-1] else -1]


def find_line(lines: Sequence[str], stem: str) -> str | None:
    """Return the line that a stem begins, of a table whose lines are in order; None where there is none."""
    key = stem + "\t"
    at = bisect_left(lines, key)
    return lines[at] if at < len(lines) and lines[at].startswith(key) else None
