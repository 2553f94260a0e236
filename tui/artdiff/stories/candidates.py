"""Which documents may tell the same story: those that share what is rare, by an inverted index."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from heapq import nlargest
from itertools import accumulate, chain, compress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.stories.similarity import Measure
    from artdiff.stories.sketch import Sketch

STEPS: Final = 250
"""A document's words lead to others, the rarest first, until about so many were met."""
COMMON: Final = 50
"""A word that stands in more documents than this leads to the last few only that had it, so that a story of a thousand
rewrites holds together and a word that everybody uses costs no square of pairs."""
LAST: Final = 3
PLENTY: Final = 40
"""From so many words on that stand in few documents, those that stand in many are not asked for."""
TRIED: Final = 12
"""So many documents are compared with one, those that share most with it."""
ENOUGH: Final = 8
"""What shares less than this part of what another shares is not compared."""
LITTLE_OF_RARE: Final = 0.1
MUCH_OF_WORDS: Final = 0.03
"""What shares less than both these parts, of a document's rare words and of all words of the shorter one, is not compared:
on tests/stories what belongs together shares .06 of those words and more."""


def candidates(sketches: Sequence[Sketch], measure: Measure) -> Iterator[tuple[int, list[int]]]:
    """Yield every document with those before it that may tell its story."""
    rare = _Rare(measure.counts)
    having: dict[int, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        places = [having[word] for word in rare.of(sketch)]
        shared = Counter(chain.from_iterable([some if len(some) <= COMMON else some[-LAST:] for some in places]))
        for some in places:
            some.append(at)
        little = LITTLE_OF_RARE * len(places)
        yield (
            at,
            [other for count, other in _most(shared) if count >= little or _is_much(count, sketch, sketches[other])],
        )


def _most(shared: Counter[int]) -> list[tuple[int, int]]:
    """Return how much the documents share that share most, and which they are."""
    most = max(shared.values(), default=0)
    return nlargest(TRIED, [(count, other) for other, count in shared.items() if ENOUGH * count >= most])


def _is_much(count: int, *sketches: Sketch) -> bool:
    return count >= MUCH_OF_WORDS * min(len(sketch.words) for sketch in sketches)


class _Rare:
    """Tells the rarest words of documents.

    Args:
        counts: in how many documents each word stands.
    """

    def __init__(self, counts: Sequence[int]) -> None:
        self._counts = counts
        # A byte for each word: sets, which lie scattered in memory, take half as long again.
        self._several = bytes([count > 1 for count in counts])
        self._few = bytes([1 < count <= COMMON for count in counts])
        self._steps = bytes([min(count, COMMON) for count in counts])

    def of(self, sketch: Sketch) -> list[int]:
        """Return a document's rarest words that stand in another too, the rarest first."""
        few = list(compress(sketch.words, map(self._few.__getitem__, sketch.words)))
        several = few if len(few) >= PLENTY else compress(sketch.words, map(self._several.__getitem__, sketch.words))
        found = sorted(several, key=self._counts.__getitem__)
        return found[: bisect_right(list(accumulate(map(self._steps.__getitem__, found))), STEPS)]
