"""Phrases that say the same as others or as single words: "call off" is "cancel", "as well as" is "in addition to".

Two wordings mean the same when they stand in one group; a phrase or a word may stand in several. Words are the engine's
stems, function words included. "His", "her", "their" and their like count as one word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TABLE = "phrases.tsv"
POSSESSIVES = dict.fromkeys("his her hers their its my our your one".split(), "one")
REMEMBERED = 1 << 15
"""For how many first words the phrases are kept ready; far more than two articles have."""


class PhraseMatch(NamedTuple):
    """A phrase of two words or more found in a sequence of stems.

    Attributes:
        start: index of its first stem.
        end: behind its last stem.
        groups: numbers of the groups that it stands in.
    """

    start: int
    end: int
    groups: frozenset[int]


class _Known(NamedTuple):
    """The phrases that begin with one stem.

    Attributes:
        seconds: what may come second, with how many words may stand behind the first then, the most first.
        groups: by all that stands behind the first word, joined by spaces, as the table lists them.
    """

    seconds: Mapping[str, tuple[int, ...]]
    groups: Mapping[str, str]


_NOTHING = _Known({}, {})


def phrases(stems: Sequence[str]) -> tuple[PhraseMatch, ...]:
    """Return the phrases in a sequence of stems, by their start, at each start the longest first; they may overlap."""
    words = [POSSESSIVES.get(stem, stem) for stem in stems]
    starts = [start for start, (first, second) in enumerate(pairwise(words)) if second in _seconds(first)]
    return tuple([match for start in starts for match in _starting_at(words, start)])


@lru_cache(maxsize=REMEMBERED)
def word_groups(stem: str) -> frozenset[int]:
    """Return the groups in which a single word stands beside phrases; none for most words."""
    listed = _known(stem).groups.get("")
    return _numbers(listed) if listed else frozenset()


@lru_cache(maxsize=REMEMBERED)
def group_words(groups: frozenset[int]) -> frozenset[str]:
    """Return the single words that stand in some groups: "reject", "refuse" for the groups of "turn down"."""
    return frozenset().union(*(_words_by_group().get(group, ()) for group in groups))


@cache
def _words_by_group() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for first, row in read_rows(TABLE).items():
        if row[0] == "=":  # it stands for something by itself, and does not only begin phrases
            for number in row[1:].partition("|")[0].split(","):
                found.setdefault(int(number), []).append(first)
    return found


def _starting_at(words: Sequence[str], start: int) -> Iterator[PhraseMatch]:
    known = _known(words[start])
    for count in known.seconds[words[start + 1]]:
        end = start + 1 + count
        listed = known.groups.get(" ".join(words[start + 1 : end])) if end <= len(words) else None
        if listed:
            yield PhraseMatch(start, end, _numbers(listed))


@lru_cache(maxsize=REMEMBERED)
def _numbers(listed: str) -> frozenset[int]:
    return frozenset(map(int, listed.split(",")))


@lru_cache(maxsize=REMEMBERED)
def _seconds(first: str) -> Mapping[str, tuple[int, ...]]:
    return _known(first).seconds


@lru_cache(maxsize=REMEMBERED)
def _known(first: str) -> _Known:
    row = read_rows(TABLE).get(first)
    if not row:
        return _NOTHING
    groups = {rest: listed for rest, _, listed in (entry.rpartition("=") for entry in row.split("|"))}
    counts: dict[str, set[int]] = {}
    for rest in filter(None, groups):
        counts.setdefault(rest.partition(" ")[0], set()).add(rest.count(" ") + 1)
    return _Known({second: tuple(sorted(found, reverse=True)) for second, found in counts.items()}, groups)
