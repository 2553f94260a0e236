"""Figures that share a unit told once: "from 410 to 455 euros", "two or three days", "4-7%"; and cents of the dollar."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from artdiff.engine.facts.fact import Fact, Quantity
from artdiff.engine.facts.numerals import MAGNITUDES, read_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

JOINTS = frozenset({"to", "or", "–", "-", "—"})
BETWEEN = frozenset({"between", "from"})
UNSHARED = frozenset({"", "ordinal", "score", "streak", "degC"})
SPREAD = re.compile(r"(\d{1,4}(?:\.\d+)?)%?[-–](\d{1,4}(?:\.\d+)?)%$")
CENTS = frozenset({"cents", "cent", "pence", "p", "c"})
OF = frozenset({"on", "of", "in", "for", "to", "from"})
WHOLE = frozenset({"the", "each", "every", "a"})
COINS = frozenset({"dollar", "pound", "euro", "franc", "dollars", "pounds", "euros"})
BEHIND = 4
"""How many tokens behind the cents their whole may stand."""


def with_units(tokens: Sequence[Token], facts: list[Fact]) -> list[Fact]:
    """Return the figures of a sentence, a bare one joined to another with a unit in that unit."""
    found = list(facts)
    for at in range(len(found) - 2, -1, -1):
        shared = _in_unit_of(tokens, found[at], found[at + 1])
        if shared:
            found[at] = shared
    return found


def _in_unit_of(tokens: Sequence[Token], one: Fact, other: Fact) -> Fact | None:
    ours, theirs = one.value, other.value
    if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity) or ours.unit:
        return None
    if not _joined(tokens, one, other):
        return None
    large = _magnitude(tokens, one, other) if ours.value < theirs.value else 1.0
    if theirs.unit in UNSHARED and (theirs.unit or large == 1.0):
        return None
    told = next((found for at in range(*other.tokens) if (found := read_plain(tokens, at))), None)
    if told is None or not told.value:
        return None
    factor = theirs.value / told.value * large
    if (
        ours.value > 0 and factor >= 1e3 and len(theirs.unit) in {0, 3} and ours.value >= 1e3
    ):  # "from 900,000 to $2 million"
        return None
    scaled = ours._replace(
        value=ours.value * factor, low=ours.low * factor, high=ours.high * factor, unit=theirs.unit, noun=theirs.noun
    )
    return one._replace(kind=other.kind, value=scaled)


def _magnitude(tokens: Sequence[Token], one: Fact, other: Fact) -> float:
    """Return what "five" in "between five and seven million" is to be multiplied by; 1 where it tells it itself."""
    if one.tokens[1] > one.tokens[0] + 1:
        return 1.0
    return math.prod(MAGNITUDES.get(token.norm, 1.0) for token in tokens[slice(*other.tokens)])


def _joined(tokens: Sequence[Token], one: Fact, other: Fact) -> bool:
    """Say whether nothing but "to" and the like stands between two figures."""
    first, between = one.tokens
    if between + 1 != other.tokens[0]:
        return False
    joint = tokens[between].norm
    return joint in JOINTS or (joint == "and" and first > 0 and tokens[first - 1].norm in BETWEEN)


def read_spread(written: str) -> tuple[float, float] | None:
    """Return both ends of a range of percentages in one token, as shares of 1."""
    match = SPREAD.match(written)
    return (float(match[1]) / 100, float(match[2]) / 100) if match else None


def is_part_of_coin(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Say whether "on the dollar" or "of every pound" begins at a token, behind cents or pence."""
    behind = [token.norm for token in tokens[at : min(end, at + BEHIND)]]
    if len(behind) < 3 or behind[0] not in OF or behind[1] not in WHOLE:
        return False
    return not COINS.isdisjoint(behind[2:])
