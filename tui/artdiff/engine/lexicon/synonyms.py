"""How two words are related: synonyms, broader and narrower words, opposites.

Words are the engine's stems (`artdiff.engine.language.stems`). The table is one line a stem, sorted; a stem's line is found
and read at its first look-up, so that loading costs about a millisecond however large the table grows.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.tables import read_sorted

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "relations.tsv"
REMEMBERED = 1 << 15
"""How many stems' entries are kept ready; far more than two articles have."""


class Relation(IntEnum):
    """What the second of two words is to the first."""

    UNRELATED = 0
    SAME = 1
    SYNONYM = 2
    BROADER = 3
    NARROWER = 4
    ANTONYM = 5


AKIN = frozenset({Relation.SAME, Relation.SYNONYM, Relation.BROADER, Relation.NARROWER})
"""What a word may be to another that it stands for."""
SIGNS = {"=": Relation.SYNONYM, ">": Relation.BROADER, "<": Relation.NARROWER, "!": Relation.ANTONYM}


class _Entry(NamedTuple):
    """What the table says of a stem."""

    cluster: int | None
    relatives: Mapping[str, Relation]


UNKNOWN = _Entry(None, {})


def relation(stem: str, other: str) -> Relation:
    """Return what the other stem is to the first: `BROADER` when it means more things."""
    return Relation.SAME if stem == other else _entry(stem).relatives.get(other, Relation.UNRELATED)


def relatives(stem: str) -> Mapping[str, Relation]:
    """Return every stem that is related to this one, with what it is to it."""
    return _entry(stem).relatives


def cluster(stem: str) -> int | None:
    """Return the number of the group of close synonyms that the stem belongs to; None for a stem in no group."""
    return _entry(stem).cluster


@lru_cache(maxsize=REMEMBERED)
def antonyms(stem: str) -> frozenset[str]:
    """Return the stems of its opposites."""
    return frozenset(other for other, kind in _entry(stem).relatives.items() if kind is Relation.ANTONYM)


@lru_cache(maxsize=REMEMBERED)
def _entry(stem: str) -> _Entry:
    row = read_sorted(TABLE).get(stem)
    if row is None:
        return UNKNOWN
    number, _, relatives = row.partition("\t")
    return _Entry(int(number) if number else None, {item[1:]: SIGNS[item[0]] for item in relatives.split()})
