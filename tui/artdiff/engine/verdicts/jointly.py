"""Whether one sentence of the source says together what a stretch of the variant says.

Common words stand somewhere in every article. A stretch that was made up finds its words scattered; a faithful one finds
most of them, or words for them, in one sentence, wherever that stands.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import sayers
from artdiff.engine.lexicon.related import usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from artdiff.engine.verdicts.evidence import Evidence

MANY = 25
"""A stem in more sentences than this tells nothing about which one is meant."""


class Joint(NamedTuple):
    """The source sentence that says most of a stretch.

    Attributes:
        sentence: its index; -1 when none says anything of it.
        share: the share of the stretch's weight that it carries.
        lone: the share that it carries without words that are merely near in use.
        pair: the share that it and the sentence behind it carry, or another such pair if that is more.
        kept: the largest share of the words, not their weight, that one sentence has or has a word for.
        likely: the sentences that say most, at most four.
        shares: what each sentence says.
    """

    sentence: int
    share: float
    lone: float
    pair: float = 0.0
    kept: float = 0.0
    likely: tuple[int, ...] = ()
    shares: Mapping[int, float] = MappingProxyType({})


NOWHERE = Joint(-1, 0.0, 0.0)
LIKELY = 4


class Sayings:
    """Which source sentences say what, by the variant's words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        sentence_of = evidence.analyses.source.text.sentence_of
        self._sentences: dict[str, frozenset[int]] = {
            stem: frozenset([sentence_of[at] for at in places]) for stem, places in evidence.grounding.places.items()
        }
        self._known: dict[str, tuple[float, Mapping[int, float]]] = {}

    def best(self, places: Iterable[int]) -> Joint:
        """Return the source sentence that says most of some content tokens of the variant."""
        tokens, sums, total = self._evidence.analyses.variant.text.tokens, dict[int, float](), 0.0
        strict: dict[int, float] = {}
        pairs: dict[int, float] = {}
        kept: dict[int, int] = {}
        count = 0
        for at in places:
            count += 1
            weight, told = self._said(tokens[at].stem)
            total += weight
            for sentence, worth in told.items():
                more = weight * worth
                sums[sentence] = sums.get(sentence, 0.0) + more
                pairs[sentence] = pairs.get(sentence, 0.0) + max(more, weight * told.get(sentence + 1, 0.0))
                if sentence - 1 not in told:
                    pairs[sentence - 1] = pairs.get(sentence - 1, 0.0) + more
                if worth >= WORTH_OF_SYNONYMS:
                    strict[sentence] = strict.get(sentence, 0.0) + more
                    kept[sentence] = kept.get(sentence, 0) + 1
        if not sums:
            return NOWHERE
        ranked = sorted(sums, key=lambda one: (-sums[one], one))
        return Joint(
            ranked[0],
            sums[ranked[0]] / total,
            max(strict.values(), default=0.0) / total,
            max(pairs.values()) / total,
            max(kept.values(), default=0) / count,
            tuple(ranked[:LIKELY]),
            {one: share / total for one, share in sums.items()},
        )

    def _said(self, stem: str) -> tuple[float, Mapping[int, float]]:
        """Return how much a stem tells, and the source sentences that have it or a word for it, with what that is worth."""
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = usage(stem).weight, self._sayers(stem)
        return found

    def _sayers(self, stem: str) -> Mapping[int, float]:
        found: dict[int, float] = {}
        for other, worth in sayers(stem, self._sentences.keys()):
            self._add(found, other, worth)
        self._add(found, stem, 1.0)
        return found

    def _add(self, found: dict[int, float], stem: str, worth: float) -> None:
        sentences = self._sentences.get(stem, ())
        if len(sentences) <= MANY:
            for sentence in sentences:
                if found.get(sentence, 0.0) < worth:
                    found[sentence] = worth


WORTH_OF_SYNONYMS = 0.8
