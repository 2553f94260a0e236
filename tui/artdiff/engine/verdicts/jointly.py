"""Whether one sentence of the source says together what a stretch of the variant says.

Common words stand somewhere in every article. A stretch that was made up finds its words scattered; a faithful one finds
most of them, or words for them, in one sentence, wherever that stands.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.related import usage
from artdiff.engine.vocabulary import vocabulary

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
        self._places = evidence.grounding.places
        self._like = vocabulary(evidence.analyses.source).like
        self._stems_there = frozenset(self._places)
        self._sentence_of = evidence.analyses.source.text.sentence_of
        self._stems = evidence.analyses.variant.text.stems
        self._sentences: dict[str, frozenset[int]] = {}
        self._known: dict[str, _Said] = {}

    def best(self, places: Iterable[int]) -> Joint:
        """Return the source sentence that says most of some content tokens of the variant."""
        stems, said = self._stems, self.said
        rows = [said(stems[at]) for at in places]
        if not rows:
            return NOWHERE
        weights, told, strict, pairs, loosely, _ = zip(*rows, strict=True)
        total = sum(weights)
        loosest = max(_summed(loosely).values(), default=0.0) / total
        share_told = sum([weight for weight, row in zip(weights, loosely, strict=True) if row]) / total
        sums = _summed(told)
        if not sums:
            return NOWHERE._replace(loosely=loosest, told=share_told)
        ranked = sorted(sorted(sums), key=sums.__getitem__, reverse=True)
        alone = sums if strict == told else _summed(strict)
        return Joint(
            ranked[0],
            sums[ranked[0]] / total,
            max(alone.values(), default=0.0) / total,
            max(_summed(pairs).values()) / total,
            max(_counted(strict).values(), default=0) / len(rows),
            tuple(ranked[:LIKELY]),
            {one: share / total for one, share in sums.items()},
            loosest,
            share_told,
        )

    def said(self, stem: str) -> _Said:
        """Return where the source says a stem of the variant."""
        found = self._known.get(stem)
        if found is None:
            found = self._known[stem] = self._read(stem)
        return found

    def _read(self, stem: str) -> _Said:
        """Return where the source says a stem, and how much that is of what it tells."""
        weight, told = usage(stem).weight, dict.fromkeys(self._sentences_with(stem), 1.0)
        for other, worth, _ in self._like(stem):
            self._add(told, other, worth)
        row = [(sentence, weight * worth) for sentence, worth in told.items()]
        strict = [(sentence, weight * worth) for sentence, worth in told.items() if worth >= WORTH_OF_SYNONYMS]
        others = self._stems_there & paraphrases(stem)
        if not others:
            return _Said(weight, row, strict, _pairs(weight, told), row, frozenset(told))
        loosely = dict(told)
        for other in others:
            self._add(loosely, other, WORTH_OF_PARAPHRASES)
        loose = [(sentence, weight * worth) for sentence, worth in loosely.items()]
        return _Said(weight, row, strict, _pairs(weight, told), loose, frozenset(loosely))

    def _add(self, found: dict[int, float], stem: str, worth: float) -> None:
        for sentence in self._sentences_with(stem):
            if found.get(sentence, 0.0) < worth:
                found[sentence] = worth

    def _sentences_with(self, stem: str) -> frozenset[int]:
        """Return the source sentences that have a stem; none for one that too many have."""
        sentences = self._sentences.get(stem)
        if sentences is None:
            sentence_of = self._sentence_of
            sentences = frozenset([sentence_of[at] for at in self._places.get(stem, ())])
            if len(sentences) > MANY:
                sentences = frozenset()
            self._sentences[stem] = sentences
        return sentences


def _pairs(weight: float, told: Mapping[int, float]) -> Row:
    """Return what each sentence says of a stem together with the sentence behind it."""
    pairs: Row = []
    for sentence, worth in told.items():
        behind = told.get(sentence + 1, 0.0)
        pairs.append((sentence, weight * max(worth, behind)))
        if sentence - 1 not in told:
            pairs.append((sentence - 1, weight * worth))
    return pairs


def _summed(rows: Iterable[Row]) -> dict[int, float]:
    """Return what each sentence says of several stems together."""
    sums: dict[int, float] = {}
    for row in rows:
        for sentence, more in row:
            sums[sentence] = sums[sentence] + more if sentence in sums else more
    return sums


def _counted(rows: Iterable[Row]) -> dict[int, int]:
    """Return how many of several stems each sentence says."""
    counts: dict[int, int] = {}
    for row in rows:
        for sentence, _ in row:
            counts[sentence] = counts[sentence] + 1 if sentence in counts else 1
    return counts
