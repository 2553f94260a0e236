"""How near two words are in use, how rare a word is, and whether it is mostly a verb.

Words are the engine's stems. Nearness soothes suspicions and aligns words; it never vouches that two words mean the same:
opposites and members of one class ("three", "four") are near as well.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.tables import read_lines, read_sorted

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "related.tsv"
REMEMBERED = 1 << 15
"""How many stems' entries are kept ready; far more than two articles have."""
GRADES = {"5": 0.35, "6": 0.5, "7": 0.65, "8": 0.75, "9": 0.8}
"""What a digit of the table is worth, where 1 is the same word."""
CLASS_SHARE = 0.6
"""So much of its worth keeps the nearness of two members of one class."""
RAREST, COMMONEST = 3.0, 6.5
"""On Zipf's scale: what is rarer weighs no more, what is commoner no less."""
LEAST_WEIGHT = 0.25


class Usage(NamedTuple):
    """What the table says of a stem.

    Attributes:
        weight: how much it tells, from .25 for the commonest words to 1 for rare ones.
        verb: 0 to 1, the share of its uses that are verbs.
        near: the stems that are near it, each with its nearness, below 1.
    """

    weight: float
    verb: float
    near: Mapping[str, float]


RARE = Usage(1.0, 0.0, {})


@lru_cache(maxsize=REMEMBERED)
def usage(stem: str) -> Usage:
    """Return what is known of a stem; one that the table lacks is rare."""
    row = read_sorted(TABLE).get(stem)
    if row is None:
        return RARE
    frequency, verb, near = row.split("\t")
    return Usage(_weight(int(frequency) / 10), int(verb) / 9, dict(_near(near)))


@lru_cache(maxsize=REMEMBERED)
def weight(stem: str) -> float:
    """Return how much a stem tells."""
    return usage(stem).weight


def use_alike(stem: str, other: str) -> float:
    """Return how near two stems are in use, as either's entry in the table tells it; 0 where neither does."""
    return max(usage(stem).near.get(other, 0.0), usage(other).near.get(stem, 0.0))


def per_million(stem: str, unknown: float = 0.0) -> float:
    """Return how often a stem stands among a million English words; `unknown` for one that the table lacks."""
    row = read_sorted(TABLE).get(stem)
    return _per_million(row.partition("\t")[0]) if row else unknown


@cache
def frequencies() -> dict[str, float]:
    """Return how often each stem of the table stands among a million English words."""
    rows = (line.split("\t", 2) for line in read_lines(TABLE))
    return {stem: _per_million(tenths) for stem, tenths, _ in rows}


@cache
def _per_million(tenths: str) -> float:
    return math.pow(10.0, int(tenths) / 10 - 3)


def _weight(frequency: float) -> float:
    place = (min(max(frequency, RAREST), COMMONEST) - RAREST) / (COMMONEST - RAREST)
    return 1.0 - (1.0 - LEAST_WEIGHT) * place


def _near(row: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for group in row.split("|") if row else ():
        mark, *others = group.split(" ")
        worth = GRADES[mark[-1]] * (CLASS_SHARE if mark[0] == "~" else 1.0)
        found.extend((other, worth) for other in others)
    return found
