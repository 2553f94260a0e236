"""Which of the source's sentences tell what stands around a fact of the variant: where such a fact would have to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.engine.lexicon.related import usage
from artdiff.engine.verdicts.slots import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
        self._keys: dict[int, frozenset[str]] = {}

    def words(self, fact: Fact) -> dict[str, float]:
        """Return the content words of a variant's fact's sentence, its own left out, each with its weight."""
        variant = self._analyses.variant
        first, last = variant.text.sentences[fact.sentence].tokens
        around = max(first, fact.tokens[0] - REACH), min(last, fact.tokens[1] + REACH)
        return {
            key(variant.text.tokens[at].stem): usage(variant.text.tokens[at].stem).weight
            for at in variant.clauses.content_in(*around)
            if not fact.tokens[0] <= at < fact.tokens[1]
        }

    def share(self, words: Mapping[str, float], sentences: Iterable[int]) -> float:
        """Return the largest share of the words' weight that one of the source's sentences has."""
        total = sum(words.values())
        if not total:
            return 0.0
        return (
            max((sum(words[word] for word in words.keys() & self.keys_of(one)) for one in sentences), default=0.0)
            / total
        )

    def clause_words(self, fact: Fact) -> list[str]:
        """Return the content words of a variant's fact's clause, its own left out, synonyms as one."""
        variant = self._analyses.variant
        at = variant.clauses.clause_of[fact.tokens[0]]
        if at < 0:
            return []
        part = variant.clauses.clauses[at]
        return [
            key(variant.text.tokens[place].stem)
            for place in variant.clauses.content_in(part.first, part.last)
            if not fact.tokens[0] <= place < fact.tokens[1]
        ]

    def told_around(self, fact: Fact, sentences: Iterable[int]) -> list[bool]:
        """Return of each content word of a variant's fact's clause, its own left out, whether some of the source's sentences have it."""
        told = frozenset().union(*map(self.keys_of, sentences))
        return [word in told for word in self.clause_words(fact)]

    def is_of_new_clause(self, fact: Fact, sentences: Iterable[int]) -> bool:
        """Say whether the source's sentences tell little of what stands around a variant's fact: its clause was added with it."""
        told = self.told_around(fact, sentences)
        return len(told) > 1 and sum(told) < MOST_TOLD * len(told)

    def keys_of(self, sentence: int) -> frozenset[str]:
        """Return the content words of a source's sentence."""
        known = self._keys.get(sentence)
        if known is None:
            source = self._analyses.source
            known = self._keys[sentence] = frozenset(
                key(source.text.tokens[at].stem)
                for at in source.clauses.content_in(*source.text.sentences[sentence].tokens)
            )
        return known
