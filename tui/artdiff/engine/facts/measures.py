"""Units: what a number counts, in which base unit, by which factor."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).parent.parent / "data" / "units.tsv"


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        base: the base unit that its values convert to.
        factor: how many base units it is.
    """

    base: str
    factor: float


@cache
def units() -> dict[str, Unit]:
    """Return the units by the casefolded words and signs that name them."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {word: Unit(base, float(factor)) for words, base, factor in rows for word in words.split()}
