"""Words in front of a noun of which one excludes the other: "county judge" is no "federal judge"."""

from __future__ import annotations

from functools import cache

from artdiff.engine.lexicon.gazetteer import country_of
from artdiff.engine.lexicon.tables import read_lines

TABLE = "qualifiers.tsv"
SAME_START = 6
"""Words that begin with so many letters alike mean the same: "economic", "economics"."""

RANKS = frozenset(
    "deputy vice acting former ex assistant associate interim junior honorary co- outgoing incoming retired emeritus "
    "trainee aspiring would-be".split()
)
"""Qualifiers that make another office of the same word, whether they come, go or change."""
VAGUE = frozenset(
    "senior top lead leading longtime long-time new old young former local veteran key high-ranking one-time chief "
    "executive principal main fellow close".split()
)
"""Qualifiers that do not tell what an office is of."""
NOW = frozenset("current sitting incumbent present serving today's".split())
"""Words that say that somebody holds an office still."""
BROAD = frozenset("european american african asian".split())


@cache
def _classes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in read_lines(TABLE))


def is_rank(norm: str) -> bool:
    """Say whether a qualifier makes another office of the word behind it."""
    return norm in RANKS


def without_rank(norm: str) -> str:
    """Return a word without the rank that a hyphen joins to it: "chancellor" of "vice-chancellor"."""
    rank, _, rest = norm.partition("-")
    return rest if rest and is_rank(rank) else norm


def exclude(norm: str, other: str) -> bool:
    """Say whether of two qualifiers in front of one noun one excludes the other."""
    if norm[:SAME_START] == other[:SAME_START]:
        return False
    if any(norm in members and other in members for members in _classes()):
        return True
    ours, theirs = country_of(norm), country_of(other)
    return bool(ours or norm in BROAD) and bool(theirs or other in BROAD) and ours != theirs
