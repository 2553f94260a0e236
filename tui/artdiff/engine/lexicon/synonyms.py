"""How two words are related: the same, synonyms, broader and narrower, opposites."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Relation(IntEnum):
    """What the second of two words is to the first."""

    UNRELATED = 0
    SAME = 1
    SYNONYM = 2
    BROADER = 3
    NARROWER = 4
    SIBLING = 5
    ANTONYM = 6


def relation(stem: str, other: str) -> Relation:
    """Return what the other stem is to the first: `BROADER` when it means more things."""
    return Relation.SAME if stem == other else relatives(stem).get(other, Relation.UNRELATED)


def relatives(stem: str) -> Mapping[str, Relation]:
    """Return every stem that is related to this one, with what it is to it."""
    return {}


def cluster(stem: str) -> int | None:
    """Return the number of the group of close synonyms that the stem belongs to; None for a stem in no group."""
    return None


def antonyms(stem: str) -> frozenset[str]:
    """Return the stems of its opposites."""
    return frozenset(other for other, kind in relatives(stem).items() if kind is Relation.ANTONYM)
