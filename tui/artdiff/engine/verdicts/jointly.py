"""Whether one sentence of the source says together what a stretch of the variant says.

Common words stand somewhere in every article. A stretch that was made up finds its words scattered; a faithful one finds
most of them, or words for them, in one sentence, wherever that stands.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from artdiff.engine.grounding import sayers
from artdiff.engine.lexicon.paraphrases import paraphrases
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
        loosely: the largest share that one sentence carries when words count that a rewrite may put for others.
        told: the share that the whole source carries so.
    """

    sentence: int
    share: float
    lone: float
    pair: float = 0.0
    kept: float = 0.0
    likely: tuple[int, ...] = ()
    shares: Mapping[int, float] = MappingProxyType({})
    loosely: float = 0.0
    told: float = 0.0


NOWHERE = Joint(-1, 0.0, 0.0)
LIKELY = 4
WORTH_OF_SYNONYMS = 0.8
WORTH_OF_PARAPHRASES = 0.7


Row: TypeAlias = "list[tuple[int, float]]"
"""Sentences of the source, each with what it says."""


class _Said(NamedTuple):
    """Where the source says a stem, and how much that is of what the stem tells.

    Attributes:
        weight: how much the stem tells.
        told: the sentences that have it or a word for it.
        strict: those that have it or a word that means the same.
        pairs: the sentences that have it or stand before one that has it.
        loosely: the sentences that have it, a word for it, or what a rewrite may put for it.
        places: these sentences.
    """

    weight: float
    told: Row
    strict: Row
    pairs: Row
    loosely: Row
    places: frozenset[int]


class Sayings:
    """Which source sentences say what, by the variant's words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._places = evidence.grounding.places
        self._sentences: dict[str, frozenset[int]] = {}
        self._known: dict[str, _Said] = {}

    def best(self, places: Iterable[int]) -> Joint:
        """Return the source sentence that says most of some content tokens of the variant."""
        tokens = self._evidence.analyses.variant.text.tokens
        said = [self.said(tokens[at].stem) for at in places]
        total = sum([one.weight for one in said])
        loosely = max(_summed([one.loosely for one in said]).values(), default=0.0)
        told = sum([one.weight for one in said if one.loosely])
        sums = _summed([one.told for one in said])
        strict = [one.strict for one in said]
        kept: dict[int, int] = {}
        for row in strict:
            for sentence, _ in row:
                kept[sentence] = kept.get(sentence, 0) + 1
        if not sums:
            return NOWHERE._replace(loosely=loosely / total, told=told / total) if total else NOWHERE
        ranked = sorted(sums, key=lambda one: (-sums[one], one))
        return Joint(
            ranked[0],
            sums[ranked[0]] / total,
            max(_summed(strict).values(), default=0.0) / total,
            max(_summed([one.pairs for one in said]).values()) / total,
            max(kept.values(), default=0) / len(said),
            tuple(ranked[:LIKELY]),
            {one: share / total for one, share in sums.items()},
            loosely / total,
            told / total,
        )

    def said(self, stem: str) -> _Said:
        """Return where the source says a stem of the variant."""
        found = self._known.get(stem)
        if found is None:
            told = self._sayers(stem)
            found = self._known[stem] = _read(usage(stem).weight, told, self._loosely(stem, told))
        return found

    def _loosely(self, stem: str, told: Mapping[int, float]) -> Mapping[int, float]:
        loosely = dict(told)
        for other in self._places.keys() & paraphrases(stem):
            self._add(loosely, other, WORTH_OF_PARAPHRASES)
        return loosely

    def _sayers(self, stem: str) -> Mapping[int, float]:
        found: dict[int, float] = {}
        for other, worth in sayers(stem, self._places.keys()):
            self._add(found, other, worth)
        self._add(found, stem, 1.0)
        return found

    def _add(self, found: dict[int, float], stem: str, worth: float) -> None:
        sentences = self._sentences.get(stem)
        if sentences is None:
            sentence_of = self._evidence.analyses.source.text.sentence_of
            sentences = frozenset([sentence_of[at] for at in self._places.get(stem, ())])
            self._sentences[stem] = sentences
        if len(sentences) <= MANY:
            for sentence in sentences:
                if found.get(sentence, 0.0) < worth:
                    found[sentence] = worth


def _read(weight: float, told: Mapping[int, float], loosely: Mapping[int, float]) -> _Said:
    """Return where a stem of a weight is said, of the sentences that say it and what that is worth."""
    pairs: Row = []
    for sentence, worth in told.items():
        behind = told.get(sentence + 1, 0.0)
        pairs.append((sentence, weight * (max(worth, behind))))
        if sentence - 1 not in told:
            pairs.append((sentence - 1, weight * worth))
    return _Said(
        weight,
        [(sentence, weight * worth) for sentence, worth in told.items()],
        [(sentence, weight * worth) for sentence, worth in told.items() if worth >= WORTH_OF_SYNONYMS],
        pairs,
        [(sentence, weight * worth) for sentence, worth in loosely.items()],
        frozenset(loosely),
    )


def _summed(rows: Iterable[Row]) -> dict[int, float]:
    """Return what each sentence says of several stems together."""
    sums: dict[int, float] = {}
    for row in rows:
        for sentence, more in row:
            sums[sentence] = sums.get(sentence, 0.0) + more
    return sums
