"""What words stand for: things, people, deeds, notions, states of mind; and of which words two are kinds of the same.

Somebody who makes things up tells of people, things and deeds; somebody who sums up tells of notions and states.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.tables import read_sorted

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "classes.tsv"
REMEMBERED = 1 << 15
LETTERS = "cpabdsmtj"
"""Thing, somebody or somewhere, deed or event, notion; verbs of doing, saying, mind, becoming; adjective or adverb."""


class WordClass(NamedTuple):
    """What the table says of a stem.

    Attributes:
        shares: 0 to 1 by the class's letter, the share of its uses.
        kinds: numbers of what it is a kind of.
        wider: numbers of what that is a kind of.
    """

    shares: Mapping[str, float]
    kinds: frozenset[str]
    wider: frozenset[str]


UNKNOWN = WordClass({}, frozenset(), frozenset())


@lru_cache(REMEMBERED)
def word_class(stem: str) -> WordClass:
    """Return what a stem stands for; nothing for one that the table lacks."""
    row = read_sorted(TABLE).get(stem)
    if row is None:
        return UNKNOWN
    classes, kinds, wider = row.split("\t")
    shares = {letter: int(tenths) / 10 for letter, tenths in zip(classes[::2], classes[1::2], strict=True)}
    return WordClass(shares, frozenset(kinds.split()), frozenset(wider.split()))


@lru_cache(REMEMBERED)
def likeness(stem: str, other: str) -> float:
    """Return how far two stems stand for the same class of things, 0 to 1."""
    ours, theirs = word_class(stem).shares, word_class(other).shares
    return sum(min(share, theirs[letter]) for letter, share in ours.items() if letter in theirs)


@lru_cache(REMEMBERED)
def kinship(stem: str, other: str) -> float:
    """Return 1 for two kinds of the same ("truck", "bus"), .5 for cousins, 0 for others."""
    ours, theirs = word_class(stem), word_class(other)
    if not ours.kinds.isdisjoint(theirs.kinds):
        return 1.0
    cousins = not (ours.kinds | ours.wider).isdisjoint(theirs.kinds | theirs.wider)
    return 0.5 if cousins else 0.0
