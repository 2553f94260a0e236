"""Phrases that say the same as others or as single words: "call off" is "cancel", "as well as" is "in addition to".

Two wordings mean the same when they stand in one group; a phrase or a word may stand in several. Words are the engine's
stems, function words included. "His", "her", "their" and their like count as one word.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from itertools import compress, count, islice
from operator import contains
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.spellings import Spellings
from artdiff.engine.lexicon.tables import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    return phrases_of_all(stems, [(0, len(stems))])[0]


def phrases_of_all(stems: Sequence[str], sentences: Iterable[tuple[int, int]]) -> tuple[tuple[PhraseMatch, ...], ...]:
    """Return the same for each sentence of a document, counted from its first word."""
    words = list(map(POSSESSIVES.get, stems, stems))
    starts = list(compress(count(), map(contains, _seconds.of(words), islice(words, 1, None))))
    rows: list[tuple[PhraseMatch, ...]] = []
    done = 0
    for first, last in sentences:
        end = bisect_left(starts, last - 1, done)
        rows.append(tuple(_starting(words, starts[done:end], first, last)) if end > done else ())
        done = bisect_left(starts, last, end)
    return tuple(rows)


@lru_cache(maxsize=REMEMBERED)
def word_groups(stem: str) -> frozenset[int]:
    """Return the groups in which a single word stands beside phrases; none for most words."""
    listed = _known(stem).groups.get("")
    return _numbers(listed) if listed else frozenset()


@cache
def single_words() -> frozenset[str]:
    """Return the stems that stand in groups beside phrases by themselves."""
    return frozenset([first for first, row in read_rows(TABLE).items() if row[0] == "="])


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


def _starting(words: Sequence[str], starts: Iterable[int], first: int, last: int) -> list[PhraseMatch]:
    """Return the phrases that begin at some words of a sentence."""
    found: list[PhraseMatch] = []
    for start in starts:
        seconds, groups = _known(words[start])
        for length in seconds[words[start + 1]]:
            end = start + 1 + length
            listed = groups.get(" ".join(words[start + 1 : end]) if length > 1 else words[start + 1])
            if listed and end <= last:
                found.append(PhraseMatch(start - first, end - first, _numbers(listed)))
    return found


@lru_cache(maxsize=REMEMBERED)
def _numbers(listed: str) -> frozenset[int]:
    return frozenset(map(int, listed.split(",")))


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


def _seconds_of(first: str) -> Mapping[str, tuple[int, ...]]:
    return _known(first).seconds


_seconds = Spellings(_seconds_of)
