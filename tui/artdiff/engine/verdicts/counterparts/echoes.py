"""Which of the source's sentences tell what stands around a fact of the variant: where such a fact would have to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.remembering import remembered
from artdiff.engine.verdicts.counterparts.gaps import weights_of
from artdiff.engine.verdicts.counterparts.slots import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.values import Pair

REACH: Final = 100
"""How many tokens on each side are looked at: to no fact of a longer sentence all of it belongs."""
MOST_TOLD: Final = 0.42
"""A clause of which less stands in the source's sentences is new."""


class Echoes:
    """The content words of the source's sentences, synonyms as one."""

    def __init__(self, analyses: Pair[Analysis]) -> None:
        self._analyses = analyses

    def words(self, fact: Fact) -> dict[str, float]:
        """Return the content words of a variant's fact's sentence, its own left out, each with its weight."""
        variant = self._analyses.variant
        (first, last), (start, end) = variant.text.sentences[fact.sentence].tokens, fact.tokens
        ranks, keys, weights = variant.clauses.ranks, keys_of(variant), weights_of(variant)
        before = slice(ranks[max(first, start - REACH)], ranks[start])
        behind = slice(ranks[end], ranks[min(last, end + REACH)])
        return dict(zip(keys[before] + keys[behind], weights[before] + weights[behind], strict=True))

    def share(self, words: Mapping[str, float], sentences: Iterable[int]) -> float:
        """Return the largest share of the words' weight that one of the source's sentences has."""
        total = sum(words.values())
        if not total:
            return 0.0
        shares = [sum([words[word] for word in words.keys() & self.keys_of(one)]) for one in sentences]
        return max(shares, default=0.0) / total

    def clause_words(self, fact: Fact) -> list[str]:
        """Return the content words of a variant's fact's clause, its own left out, synonyms as one."""
        variant = self._analyses.variant
        at = variant.clauses.clause_of[fact.tokens[0]]
        if at < 0:
            return []
        part = variant.clauses.clauses[at]
        ranks, keys, (start, end) = variant.clauses.ranks, keys_of(variant), fact.tokens
        if end > part.last:
            return [*keys[ranks[part.first] : ranks[start]]]
        return [*keys[ranks[part.first] : ranks[start]], *keys[ranks[end] : ranks[part.last]]]

    def told_around(self, fact: Fact, sentences: Iterable[int]) -> list[bool]:
        """Return of each content word of a variant's fact's clause, its own left out, whether some of the source's sentences have it."""
        told = frozenset().union(*map(self.keys_of, sentences))
        return [word in told for word in self.clause_words(fact)]

    def is_of_new_clause(self, fact: Fact, sentences: Iterable[int]) -> bool:
        """Say whether the source's sentences tell little of what stands around a variant's fact: its clause was added with it."""
        return is_new(self.told_around(fact, sentences))

    def keys_of(self, sentence: int) -> frozenset[str]:
        """Return the content words of a source's sentence."""
        return _keys_of(self._analyses.source, sentence)


def is_new(told: Sequence[bool]) -> bool:
    """Say whether so little of a clause is told that it was added."""
    return len(told) > 1 and sum(told) < MOST_TOLD * len(told)


@remembered(1 << 10)
def _keys_of(source: Analysis, sentence: int) -> frozenset[str]:
    first, last = source.text.sentences[sentence].tokens
    return frozenset(keys_of(source)[source.clauses.ranks[first] : source.clauses.ranks[last]])
