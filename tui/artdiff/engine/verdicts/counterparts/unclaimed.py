"""What of the source the rest of the variant leaves unsaid.

A paraphrase takes the place of what it says in other words: where it stands, the source has something that no other
sentence of the variant says. An invention finds everything around it said already, and the words that it shares with the
source used by others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.related import weight
from artdiff.engine.verdicts.counterparts.gaps import weights_of
from artdiff.engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.verdicts.counterparts.evidence import Evidence
    from artdiff.engine.vocabulary import Like

BEFORE, BEHIND = 1, 3
"""How many sentences around that of a neighbour a sentence is looked for in."""
WIDEST = 6
"""Neighbours whose sentences stand further apart than this do not bound a place."""
MOSTLY = 0.6
"""A source sentence of which more than this is unsaid is left over."""
LEAST_WORDS = 2
"""A part with fewer content words is no claim."""
LONGEST_WAY = 6
NOWHERE = -1


class Place(NamedTuple):
    """Where in the source a variant's sentence would have to stand.

    Attributes:
        sentences: indices of the source sentences there.
        previous: the source sentence that says most of the sentence before; -1 where none does.
        following: the same for the sentence behind.
        left: the most that one of them leaves unsaid, 0 to 1.
        between: the most that is unsaid of a sentence between those of the neighbours.
        adjoining: whether the neighbours' sentences adjoin, so that nothing is between.
        open: how many sentences there are mostly unsaid.
        clause: the largest share of a clause that is unsaid there.
        mass: the most that an unsaid clause there tells.
    """

    sentences: frozenset[int]
    previous: int
    following: int
    left: float
    between: float
    adjoining: bool
    open: int
    clause: float
    mass: float


class Unclaimed:
    """What each source sentence has that nothing in the variant rests on."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._like = vocabulary(evidence.analyses.source).like
        source, used = evidence.analyses.source, evidence.grounding.used
        clauses = source.clauses
        self._content = [clauses.content_in(*one.tokens) for one in source.text.sentences]
        self._told = weights_of(source)
        self._unsaid = [0.0 if at in used else told for at, told in zip(clauses.places, self._told, strict=True)]
        """How much each content word of the source tells, and how much of that is unsaid."""
        self.shares = [self._share(*one.tokens)[0] for one in source.text.sentences]
        self._free_stems: dict[tuple[int, range], set[str]] = {}
        self._clauses: dict[int, tuple[float, float]] = {}
        """Of each sentence the largest share of a clause that is unsaid, and the most that an unsaid clause tells."""
        for part in clauses.clauses:
            if clauses.ranks[part.last] - clauses.ranks[part.first] >= LEAST_WORDS:
                share, mass = self._share(part.first, part.last)
                most, largest = self._clauses.get(part.sentence, (0.0, 0.0))
                self._clauses[part.sentence] = max(most, share), max(largest, mass)
        supports = evidence.alignment.supports
        self._firsts = [support.sentences[0] if support.sentences else NOWHERE for support in supports]
        self._previous = list(_last_of(self._firsts))
        self._following = list(_last_of(self._firsts[::-1]))[::-1]

    def _share(self, first: int, last: int) -> tuple[float, float]:
        """Return the share of what a stretch of the source tells that is unsaid, and how much that is."""
        ranks = self._evidence.analyses.source.clauses.ranks
        start, end = ranks[first], ranks[last]
        unsaid = sum(self._unsaid[start:end])
        return (unsaid / sum(self._told[start:end]) if unsaid else 0.0), unsaid

    def place(self, sentence: int) -> Place:
        """Return where in the source a variant sentence would have to stand, by its neighbours and its own support."""
        previous, following = self._previous[sentence], self._following[sentence]
        between: Sequence[int] = ()
        if NOWHERE not in {previous, following} and previous < following <= previous + WIDEST:
            between = range(previous + 1, following)
        anchors = [one for one in (previous, following, self._firsts[sentence]) if one != NOWHERE]
        around = {at for one in anchors for at in range(one - BEFORE, one + BEHIND) if 0 <= at < len(self.shares)}
        around.update(between)
        clauses = [self._clauses[one] for one in around if one in self._clauses]
        return Place(
            frozenset(around),
            previous,
            following,
            max([self.shares[one] for one in around], default=0.0),
            max([self.shares[one] for one in between], default=0.0),
            NOWHERE not in {previous, following} and 0 <= following - previous <= 1,
            len([one for one in around if self.shares[one] > MOSTLY]),
            max([share for share, _ in clauses], default=0.0),
            max([mass for _, mass in clauses], default=0.0),
        )

    def free_shares(self, tokens: Sequence[int], own: range, *groups: Iterable[int]) -> list[float]:
        """Return the most of some content tokens that one of each group of source sentences says with words free for them.

        Words are free that no variant sentence but that of the tokens (the range `own`) rests on.
        """
        known = self._evidence.analyses.variant.text.stems
        words = [(known[at], weight(known[at]), self._like(known[at])) for at in tokens]
        total = sum([told for _, told, _ in words])
        free = {one: self._free(words, own, one) for one in set[int]().union(*groups)}
        return [max([free[one] for one in group], default=0.0) / total for group in groups]

    def _free(self, words: Iterable[tuple[str, float, Sequence[Like]]], own: range, sentence: int) -> float:
        """Return how much of some words, with their weights and what says the like, a source sentence says with free ones."""
        free = self._free_stems.get((sentence, own))
        if free is None:
            free = self._free_stems[sentence, own] = self._open(sentence, own)
        return sum([told if stem in free else told * _worth(like, free) for stem, told, like in words]) if free else 0

    def _open(self, sentence: int, own: range) -> set[str]:
        """Return the stems of a source sentence that no variant word outside a range of tokens rests on."""
        used, stems, first, last = (
            self._evidence.grounding.used,
            self._evidence.analyses.source.text.stems,
            own.start,
            own.stop,
        )
        free: set[str] = set()
        for at in self._content[sentence]:
            users = used.get(at)
            if users is None or (first <= users[0] and users[-1] < last):
                free.add(stems[at])
        return free


def _worth(like: Sequence[Like], others: set[str]) -> float:
    """Return how far one of some stems says what a word says, of which it is given what says the like."""
    for other, worth, _ in like:
        if other in others:
            return worth
    return 0.0


def _last_of(firsts: Iterable[int]) -> Iterator[int]:
    """Yield for each sentence what those before it rest on last; -1 where none rests on anything."""
    last = NOWHERE
    for one in firsts:
        yield last
        if one != NOWHERE:
            last = one


def way(from_sentence: int, to_sentence: int) -> float:
    """Return how far apart two source sentences stand, 0 to 1; 1 where there is none."""
    if NOWHERE in {from_sentence, to_sentence}:
        return 1.0
    return min(abs(from_sentence - to_sentence), LONGEST_WAY) / LONGEST_WAY
