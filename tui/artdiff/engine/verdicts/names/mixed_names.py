"""Names put together from parts of several: "Joseph Mwiza" where the source has a Joseph Kapanda and a Patson Mwiza."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.fact import Name
from artdiff.engine.facts.name_words import CONNECTORS, ORGANISATION_WORDS
from artdiff.engine.language.segmentation import WORD
from artdiff.engine.lexicon.gazetteer import is_given_name
from artdiff.engine.values import FactKind
from artdiff.engine.verdicts.counterparts.places import Nearness
from artdiff.engine.verdicts.names.same_names import forms
from artdiff.engine.verdicts.names.source_names import own_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.facts.fact import Fact
    from artdiff.engine.verdicts.counterparts.places import Candidate, Places
    from artdiff.engine.verdicts.judgement import Features

WINDOW: Final = 3
"""Words of a name that stand so near each other in the source belong together, in whatever order."""
SMALL: Final = CONNECTORS | {"the"}
"""Words inside names that keep no others apart."""
LEAST_PART: Final = 3


class Mixed(NamedTuple):
    """The source's name of which a variant's has a part, with a part of another."""

    fact: Fact
    features: Features


class MixedNames:
    """Knows which words of names stand together in the source."""

    def __init__(self, source: Analysis) -> None:
        self._source = source
        names = [own_words(fact) for fact in source.facts_of(Name)]
        self._names = frozenset(names)
        self._known_pairs: frozenset[tuple[str, str]] | None = None

    @property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Return the words of names that stand near each other, in all their forms, read once somebody asks."""
        if self._known_pairs is None:
            named = {word for name in self._names for word in name}
            self._known_pairs = frozenset(
                pair
                for one, other in set(_near(self._source, named))
                for first in forms(one)
                for pair in _both(first, forms(other))
            )
        return self._known_pairs

    def find(self, fact: Fact, places: Places) -> Mixed | None:
        """Return the source's name that a variant's was mixed from; None where it is a name of the source.

        Args:
            fact: a name of which the source has every word.
            places: of the source's names.
        """
        words = own_words(fact)
        if words in self._names and len(words) > 1:
            return None
        if len(words) == 1:
            halves = _halves(words[0])
            return self._halved(words[0], halves, places.candidates(fact)) if halves else None
        broken = [at for at, (one, other) in enumerate(pairwise(words), 1) if not self._together(one, other)]
        if not broken or self._is_of_two(words, broken):
            return None
        known = set(words)
        for row in places.candidates(fact):
            theirs = own_words(row.fact)
            if len(theirs) > 1 and not known.isdisjoint(theirs) and not known.issuperset(theirs):
                return Mixed(
                    row.fact, (*_features(words, theirs, row, fact), ("alone", float(words[:1] in self._names)))
                )
        return None

    def _together(self, one: str, other: str) -> bool:
        if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
            return True
        if any((first, second) in self._pairs for first in forms(one) for second in forms(other)):
            return True
        return {one, other} <= ORGANISATION_WORDS or self._stand_together(
            frozenset(forms(one)), frozenset(forms(other))
        )

    def _stand_together(self, ones: frozenset[str], others: frozenset[str]) -> bool:
        """Say whether the source has two words near each other in whatever case: "Atlanta police", "federal Homeland"."""
        last = {True: -WINDOW - 1, False: -WINDOW - 1}
        for at, token in enumerate(self._source.text.tokens):
            if token.norm in ones or token.norm in others:
                last[token.norm in ones] = at
                if abs(last[True] - last[False]) <= WINDOW:
                    return True
        return False

    def _is_of_two(self, words: Sequence[str], broken: Sequence[int]) -> bool:
        """Say whether a name is two of the source's, one behind the other: the team's and the player's."""
        return len(broken) == 1 and 1 < broken[0] < len(words) - 1

    def _halved(self, word: str, halves: frozenset[str], rows: Sequence[Candidate]) -> Mixed | None:
        """Return the source's name that shares a half with one of two joined by a hyphen: "German-Japanese"."""
        for row in rows:
            for other in own_words(row.fact):
                theirs = _halves(other)
                if other == word or (theirs and halves <= theirs) or self._are_beside(halves, row.fact):
                    return None
                if theirs and halves & theirs:
                    return Mixed(row.fact, (("hyphen", 1.0), ("support", float(row.nearness is Nearness.SUPPORT))))
        return None

    def _are_beside(self, halves: frozenset[str], theirs: Fact) -> bool:
        """Say whether one sentence of the source has both halves: "Chinese-born, American-based"."""
        text = self._source.text
        norms = [token.norm for token in text.words_of(text.sentences[theirs.sentence])]
        return all(any(half in norm.split("-") for norm in norms) for half in halves)


def _near(source: Analysis, named: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of names that stand near each other in a sentence."""
    for sentence in source.text.sentences:
        last: list[tuple[int, str]] = []
        words = [token for token in source.text.words_of(sentence) if token.kind is not WORD or token.norm not in SMALL]
        for at, token in enumerate(words):
            if token.norm in named or token.text[0].isupper():
                last = [(place, norm) for place, norm in last if at - place <= WINDOW]
                yield from ((norm, token.norm) for _, norm in last)
                last.append((at, token.norm))


def _both(one: str, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    for other in others:
        yield one, other
        yield other, one


def _halves(word: str) -> frozenset[str]:
    parts = word.split("-")
    return frozenset(parts) if len(parts) == 2 and min(map(len, parts)) >= LEAST_PART else frozenset()


def _features(words: Sequence[str], theirs: Sequence[str], row: Candidate, fact: Fact) -> Features:
    return (
        ("support", float(row.nearness is Nearness.SUPPORT)),
        ("far", float(row.nearness is Nearness.DOCUMENT)),
        ("person", float(FactKind.PERSON in {fact.kind, row.fact.kind})),
        ("given", float(is_given_name(words[0]) and is_given_name(theirs[0]))),
        ("last", float(words[-1] == theirs[-1])),
        ("shape", float(len(words) == len(theirs))),
        ("body", float(words[-1] in ORGANISATION_WORDS)),
        ("same body", float(words[-1] in ORGANISATION_WORDS and words[-1] == theirs[-1])),
        ("head", float(words[0] == theirs[0])),
    )
