"""Which documents may tell the same story: those that share what is rare, by an inverted index."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.stories.similarity import Measure
    from artdiff.stories.sketch import Sketch

STEPS: Final = 400
"""A document's words lead to others, the rarest first, until about so many were met."""
COMMON: Final = 50
"""A word that stands in more documents than this leads to the last few only that had it, so that a story of a thousand
rewrites holds together and a word that everybody uses costs no square of pairs."""
LAST: Final = 3
TRIED: Final = 12
"""So many documents are compared with one, those that share most with it."""
ENOUGH: Final = 8
"""What shares less than this part of what another shares is not compared."""


def candidates(sketches: Sequence[Sketch], measure: Measure) -> Iterator[tuple[int, list[int]]]:
    """Yield every document with those before it that may tell its story."""
    having: dict[int, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        shared: Counter[int] = Counter()
        for word in _rarest(sketch, measure.counts):
            places = having[word]
            shared.update(places if len(places) <= COMMON else places[-LAST:])
            places.append(at)
        found = shared.most_common(TRIED)
        yield at, [other for other, count in found if ENOUGH * count >= found[0][1]]


def _rarest(sketch: Sketch, counts: Counter[int]) -> Iterator[int]:
    """Yield a document's rarest words that stand in another too, the rarest first."""
    steps = 0
    for word in sorted(sketch.words, key=counts.__getitem__):
        steps += min(counts[word], COMMON)
        if steps > STEPS:
            return
        if counts[word] > 1:
            yield word
