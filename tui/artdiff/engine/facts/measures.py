"""Units: what a number counts, in which base unit, by which factor."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.facts.numerals import Numeral
    from artdiff.engine.language.segmentation import Token

SECONDS = "s"
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


@cache
def units_of_time() -> frozenset[str]:
    """Return the words that name a length of time."""
    return frozenset(word for word, unit in units().items() if unit.base == SECONDS)


class Degrees(NamedTuple):
    """How a temperature turns into degrees Celsius, and where its unit ends.

    Attributes:
        factor: first the number is multiplied by this.
        offset: then this is added.
        last: behind the unit's last token.
    """

    factor: float
    offset: float
    last: int


SCALES = {"c": (1.0, 0.0), "celsius": (1.0, 0.0), "f": (5 / 9, -160 / 9), "fahrenheit": (5 / 9, -160 / 9)}


def read_degrees(tokens: Sequence[Token], numeral: Numeral, end: int) -> Degrees | None:
    """Read the unit of "25C", "13 °F", "20 degrees Celsius"; None where the number is no temperature."""
    at = numeral.last
    if numeral.rest.strip("°") in {"c", "f"}:
        return Degrees(*SCALES[numeral.rest.strip("°")], at)
    if at < end and tokens[at].norm in {"degrees", "degree", "°"}:
        at += 1
    elif at < end and tokens[at].text not in {"C", "F"}:
        return None
    norm = tokens[at].norm if at < end else ""
    return Degrees(*SCALES[norm], at + 1) if norm in SCALES else None
