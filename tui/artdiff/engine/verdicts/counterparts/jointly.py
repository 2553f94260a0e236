"""Whether one sentence of the source says together what a stretch of the variant says.

Common words stand somewhere in every article. A stretch that was made up finds its words scattered; a faithful one finds
most of them, or words for them, in one sentence, wherever that stands.
"""

from __future__ import annotations

from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from artdiff.engine.lexicon.paraphrases import paraphrases
from artdiff.engine.lexicon.related import weight as weight_of
from artdiff.engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from artdiff.engine.verdicts.counterparts.evidence import Evidence

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


Groups: TypeAlias = "list[tuple[float, Collection[int]]]"
"""What sentences of the source say, and those that say so much: each sentence in one group."""
Rows: TypeAlias = "list[tuple[Collection[int], float]]"
"""Sentences, and what a word that they have is worth: the best first."""


class _Told(NamedTuple):
    """Where the source has a stem of a weight or a word for it.

    Attributes:
        rows: for each of these words the sentences that have it.
        told: what each sentence says of the stem.
        places: all the sentences.
    """

    weight: float
    rows: Rows
    told: Groups
    places: Collection[int]


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
    told: Groups
    strict: Groups
    pairs: Groups
    loosely: Groups
    places: Collection[int]


class Sayings:
    """Which source sentences say what, by the variant's words."""

    def __init__(self, evidence: Evidence) -> None:
        words = vocabulary(evidence.analyses.source)
        self._like = words.like
        self._sentences = words.sentences
        self._there = frozenset(words.sentences)
        self._stems = evidence.analyses.variant.text.stems
        self._words: dict[str, _Told] = {}
        self._known: dict[str, _Said] = {}

    def share(self, places: Iterable[int]) -> float:
        """Return the largest share that one source sentence says of what some content tokens of the variant tell."""
        told = [self._told(self._stems[at]) for at in places]
        sums = _summed([one.told for one in told])
        return max(sums.values()) / sum([one.weight for one in told]) if sums else 0.0

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
        weight, rows, told, places = self._told(stem)
        pairs, _ = _spread(weight, [({*there, *[one - 1 for one in there]}, worth) for there, worth in rows])
        strict = told
        if rows and rows[-1][1] < WORTH_OF_SYNONYMS:
            strict, _ = _spread(weight, [row for row in rows if row[1] >= WORTH_OF_SYNONYMS])
        others = self._there & paraphrases(stem)
        if not others:
            return _Said(weight, told, strict, pairs, told, places)
        wider = [(there, WORTH_OF_PARAPHRASES) for other in others if (there := self._sentences_with(other))]
        loosely, places = _spread(weight, sorted([*rows, *wider], key=_worth, reverse=True))
        return _Said(weight, told, strict, pairs, loosely, places)

    def _told(self, stem: str) -> _Told:
        """Return where the source has a stem or a word for it."""
        found = self._words.get(stem)
        if found is None:
            weight, own = weight_of(stem), self._sentences_with(stem)
            rows: Rows = [(own, 1.0)] if own else []
            rows += [(there, worth) for other, worth, _ in self._like(stem) if (there := self._sentences_with(other))]
            found = self._words[stem] = _Told(weight, rows, *_spread(weight, rows))
        return found

    def _sentences_with(self, stem: str) -> Collection[int]:
        """Return the source sentences that have a stem; none for one that too many have."""
        sentences = self._sentences.get(stem, ())
        return sentences if len(sentences) <= MANY else ()


_worth = itemgetter(1)


def _spread(weight: float, rows: Rows) -> tuple[Groups, Collection[int]]:
    """Return what sentences say of a stem of a weight, each as much as the best of its words, and all the sentences."""
    if len(rows) == 1:
        there, worth = rows[0]
        return [(weight * worth, there)], there
    groups: Groups = []
    covered: set[int] = set()
    for there, worth in rows:
        new = [one for one in there if one not in covered]
        if new:
            covered.update(new)
            groups.append((weight * worth, new))
    return groups, covered


def _summed(said: Iterable[Groups]) -> dict[int, float]:
    """Return what each sentence says of several stems together."""
    sums: dict[int, float] = {}
    for groups in said:
        for more, there in groups:
            for sentence in there:
                sums[sentence] = sums[sentence] + more if sentence in sums else more
    return sums


def _counted(said: Iterable[Groups]) -> dict[int, int]:
    """Return how many of several stems each sentence says."""
    counts: dict[int, int] = {}
    for groups in said:
        for _, there in groups:
            for sentence in there:
                counts[sentence] = counts[sentence] + 1 if sentence in counts else 1
    return counts
