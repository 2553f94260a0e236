"""Nouns that stand for somebody, for a body of people or for a place, and how two of them are related."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from artdiff.engine.lexicon.synonyms import AKIN, relation
from artdiff.engine.lexicon.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "kinds.tsv"
REMEMBERED = 1 << 15
WIDE = "w"
"""Marks a noun so wide that it contradicts nothing: "official", "place"."""


class Word(Protocol):
    """A token, as far as it is looked at here."""

    @property
    def norm(self) -> str:
        """Return it casefolded."""

    @property
    def stem(self) -> str:
        """Return its stem."""


class Kind(NamedTuple):
    """What the table says of a noun.

    Attributes:
        letters: "p" for a person, "k" for kin, "g" for a body of people, "l" for a place, "w" for one that is very wide.
        same: stems that mean the same.
        wider: stems of what it is a kind of.
    """

    letters: frozenset[str]
    same: frozenset[str]
    wider: frozenset[str]


NO_KIND = Kind(frozenset(), frozenset(), frozenset())


@cache
def _stems() -> Mapping[str, str]:
    """Return what is told of the nouns by their stems, of the first of several."""
    rows = (row.split("\t", 1) for row in reversed(read_rows(TABLE).values()))
    return dict(rows)


@lru_cache(REMEMBERED)
def kind_of_stem(stem: str) -> Kind:
    """Return what a noun with this stem stands for."""
    row = _stems().get(stem)
    return NO_KIND if row is None else _read(row)


@lru_cache(REMEMBERED)
def kind(norm: str) -> Kind:
    """Return what a noun, singular or plural, stands for; no letters for a word that is none of these."""
    nouns = read_rows(TABLE)
    row = next((row for word in _singulars(norm) if (row := nouns.get(word)) is not None), None)
    return NO_KIND if row is None else _read(row.partition("\t")[2])


def _read(row: str) -> Kind:
    letters, _, names = row.partition("\t")
    parts = names.split()
    same, wider = (frozenset(part[1:] for part in parts if part[0] == sign) for sign in "=>")
    return Kind(frozenset(letters), same, wider)


def _singulars(norm: str) -> tuple[str, ...]:
    """Return a word, and what it may be the plural of."""
    if norm.endswith("men"):
        return norm, norm[:-3] + "man"
    if not norm.endswith("s") or norm.endswith("ss"):
        return (norm,)
    return norm, norm[:-1], norm.removesuffix("es"), norm.removesuffix("ies") + "y"


def kindred(ours: Word, theirs: Word) -> bool:
    """Say whether two nouns may mean the same one: synonyms, or one a kind of the other."""
    return _kindred((ours.norm, ours.stem), (theirs.norm, theirs.stem))


@lru_cache(REMEMBERED)
def _kindred(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    (norm, stem), (other_norm, other) = ours, theirs
    if relation(stem, other) in AKIN:
        return True
    own, of_other = kind(norm), kind(other_norm)
    return other in own.same | own.wider or stem in of_other.same | of_other.wider


def siblings(norm: str, other: str) -> bool:
    """Say whether two nouns are kinds of the same."""
    return not kind(norm).wider.isdisjoint(kind(other).wider)
