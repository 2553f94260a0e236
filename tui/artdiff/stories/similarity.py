"""How alike two documents are in what they tell: the measure that groups documents into stories.

What two documents share is weighed by how few documents have it. How few that are is told by the documents at hand and
by what is known of English, as if they stood among a thousand articles on anything: so two documents are about as
alike in a folder of five as among a million, and what all articles of a large corpus talk of joins none of them.
"""

from __future__ import annotations

from array import array
from collections import Counter
from math import log
from typing import TYPE_CHECKING, Final

from artdiff.stories.vocabulary import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.stories.sketch import Sketch
    from artdiff.stories.vocabulary import Vocabulary

OTHERS: Final = 1000
"""Articles on anything that the documents are thought to stand among."""
PAIR_WEIGHT: Final = 2.0
"""Two neighbouring words tell an event, one word a topic."""
SHORTER: Final = 0.85
"""How much the shorter document's weight counts beside the longer one's: a summary has little of its article, but the
article has nearly all of the summary."""
ASKED: Final = 2500
"""Of so many documents at most pairs are counted: the rest of them is taken to have the same ones in common use."""


class Measure:
    """Weighs what some documents' sketches share.

    Args:
        sketches: of all documents, each of different words.
    """

    def __init__(self, sketches: Sequence[Sketch], vocabulary: Vocabulary) -> None:
        counted: Counter[int] = Counter()
        for sketch in sketches:
            counted.update(sketch.words)
        self.counts = array("I", map(counted.__getitem__, range(len(vocabulary.shares))))
        """In how many documents each word stands."""
        self._whole = log(len(sketches) + OTHERS + 1)
        self._words = array("d", map(self._weight, self.counts, vocabulary.shares))
        self._rare = PAIR_WEIGHT * self._weight(1, UNKNOWN)
        self._pairs = self._weigh_pairs(sketches)
        """What pairs weigh beside the rarest, of those that are not: less than nothing."""
        self._known = frozenset(self._pairs)
        self._sketches = sketches
        self._told: list[array[int]] = []
        """The pairs of each document that stand in another too, where all were asked."""
        self._shared: dict[int, float] = {}
        """What two have in common, of those that were compared: who tell one story are compared again for its source."""
        self._totals = array("d", map(self._total, sketches))

    def _weight(self, count: float, share: float) -> float:
        return self._whole - log(count + OTHERS * share)

    def _weigh_pairs(self, sketches: Sequence[Sketch]) -> dict[int, float]:
        """Return what the pairs weigh that stand in several documents, as far as those were asked."""
        self._step = -(-len(sketches) // ASKED) or 1
        counted: Counter[int] = Counter()
        for sketch in sketches[:: self._step]:
            counted.update(set(sketch.pairs))
        return {
            pair: PAIR_WEIGHT * self._weight(count * self._step, UNKNOWN) - self._rare
            for pair, count in counted.items()
            if count > 1
        }

    def _total(self, sketch: Sketch) -> float:
        pairs = sketch.pairs
        known = self._known.intersection(pairs)
        if self._step == 1:
            self._told.append(array("I", known))
        return self._weigh(sketch.words, known, len(pairs))

    def _pairs_of(self, document: int) -> array[int]:
        """Return the pairs that may stand in another document too."""
        return self._told[document] if self._told else self._sketches[document].pairs

    def _weigh(self, words: Iterable[int], known: Iterable[int], pairs: int) -> float:
        """Return what words and so many pairs weigh, some of them known."""
        return sum(map(self._words.__getitem__, words)) + self._rare * pairs + sum(map(self._pairs.__getitem__, known))

    def shared(self, one: int, others: Sequence[int]) -> list[float]:
        """Return what a document and each of some others have in common, by its weight."""
        new = [other for other in others if self._key(one, other) not in self._shared]
        if new:
            self._learn_shared(one, new)
        return [self._shared[self._key(one, other)] for other in others]

    def _key(self, one: int, other: int) -> int:
        return (one * len(self._sketches) + other) if one < other else (other * len(self._sketches) + one)

    def _learn_shared(self, one: int, others: Sequence[int]) -> None:
        words, pairs = set(self._sketches[one].words), set(self._pairs_of(one))
        known = self._known & pairs
        for other in others:
            its = self._sketches[other]
            shared = pairs.intersection(self._pairs_of(other))
            self._shared[self._key(one, other)] = self._weigh(
                words.intersection(its.words), known & shared, len(shared)
            )

    def similarities(self, one: int, others: Sequence[int]) -> list[float]:
        """Return how alike a document and each of some others are, 0 to 1."""
        return [
            self.similarity(one, other, shared) for other, shared in zip(others, self.shared(one, others), strict=True)
        ]

    def similarity(self, one: int, other: int, shared: float) -> float:
        """Return how alike two documents are that have so much in common."""
        short, long = sorted((self._totals[one], self._totals[other]))
        return shared / (short**SHORTER * long ** (1 - SHORTER)) if short > 0 else 0.0

    def total(self, document: int) -> float:
        """Return the weight of all that a document has."""
        return self._totals[document]
