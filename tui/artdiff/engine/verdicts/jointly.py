"""Whether one sentence of the source says together what a stretch of the variant says.

Common words stand somewhere in every article. A stretch that was made up finds its words scattered; a faithful one finds
most of them, or words for them, in one sentence, wherever that stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.grounding import CLOSE, WORTH
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.synonyms import relatives

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
    """

    sentence: int
    share: float
    lone: float


NOWHERE = Joint(-1, 0.0, 0.0)


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
        for at in places:
            weight, sayers = self._said(tokens[at].stem)
            total += weight
            for sentence, worth in sayers.items():
                more = weight * worth
                sums[sentence] = sums.get(sentence, 0.0) + more
                if worth >= WORTH_OF_SYNONYMS:
                    strict[sentence] = strict.get(sentence, 0.0) + more
        if not sums:
            return NOWHERE
        most = max(sums.values())
        best = min(one for one, total_of in sums.items() if total_of == most)
        return Joint(best, most / total, max(strict.values(), default=0.0) / total)

    def _said(self, stem: str) -> tuple[float, Mapping[int, float]]:
        """Return how much a stem tells, and the source sentences that have it or a word for it, with what that is worth."""
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = usage(stem).weight, self._sayers(stem)
        return found

    def _sayers(self, stem: str) -> Mapping[int, float]:
        found: dict[int, float] = {}
        near, kin = usage(stem).near, relatives(stem)
        for other in near.keys() & self._sentences.keys():
            self._add(found, other, near[other])
        for other in kin.keys() & self._sentences.keys():
            if kin[other] in CLOSE:
                self._add(found, other, WORTH[kin[other]])
        self._add(found, stem, 1.0)
        return found

    def _add(self, found: dict[int, float], stem: str, worth: float) -> None:
        sentences = self._sentences.get(stem, ())
        if len(sentences) <= MANY:
            for sentence in sentences:
                if found.get(sentence, 0.0) < worth:
                    found[sentence] = worth


WORTH_OF_SYNONYMS = 0.8
