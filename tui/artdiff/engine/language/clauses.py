"""Clauses and phrases: a shallow reading of every sentence.

There is no parser here: clauses end at punctuation, relative words, subordinators and coordinators, phrases also at
prepositions.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.function_words import (
    COORDINATORS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from artdiff.engine.language.segmentation import NUMBER, PUNCTUATION, WORD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.engine.language.segmentation import Segmentation

NONE = -1


class Opener(IntEnum):
    """What begins a clause or phrase."""

    SENTENCE = 0
    PUNCTUATION = 1
    RELATIVE = 2
    SUBORDINATOR = 3
    COORDINATOR = 4
    PREPOSITION = 5


CLAUSE_OPENERS = (
    dict.fromkeys(SUBORDINATORS, Opener.SUBORDINATOR)
    | dict.fromkeys(RELATIVES, Opener.RELATIVE)
    | dict.fromkeys(COORDINATORS, Opener.COORDINATOR)
)
"""The words that begin a clause; what else a word may begin yields to what stands later here."""
MARK = Opener.PUNCTUATION
PHRASE_OPENERS = dict.fromkeys(PREPOSITIONS, Opener.PREPOSITION) | CLAUSE_OPENERS


class Part(NamedTuple):
    """A clause or a phrase.

    Attributes:
        first: index of its first token, the opening word included, punctuation not.
        last: behind its last token.
        sentence: index of its sentence.
        opener: what begins it.
    """

    first: int
    last: int
    sentence: int
    opener: Opener


class Clauses(NamedTuple):
    """The shallow reading of a document; the per-token tuples run beside `Segmentation.tokens`.

    Attributes:
        clauses: parts between punctuation, relative words, subordinators and coordinators, in order.
        phrases: the same cut at prepositions too.
        content: whether a token is a content word or a number.
        clause_of: index of each token's clause; -1 for punctuation.
        places: indices of the content tokens.
        ranks: for each token, and behind the last, how many content tokens stand before it.
    """

    clauses: tuple[Part, ...]
    phrases: tuple[Part, ...]
    content: tuple[bool, ...]
    clause_of: tuple[int, ...]
    places: tuple[int, ...]
    ranks: tuple[int, ...]

    def content_in(self, first: int, last: int) -> tuple[int, ...]:
        """Return the content tokens from `first` up to `last`."""
        return self.places[self.ranks[first] : self.ranks[last]]


def read_clauses(text: Segmentation) -> Clauses:
    """Return the shallow reading of a segmented document."""
    content = tuple([token.kind is NUMBER or (token.kind is WORD and _tells(token.norm)) for token in text.tokens])
    clauses = _parts(text, CLAUSE_OPENERS)
    clause_of = _owners(clauses, len(text.tokens))
    places = tuple(compress(count(), content))
    ranks = tuple(accumulate(content, initial=0))
    return Clauses(clauses, _parts(text, PHRASE_OPENERS), content, clause_of, places, ranks)


@lru_cache(maxsize=1 << 15)
def _tells(norm: str) -> bool:
    """Say whether a word is more than grammar."""
    return norm not in FUNCTION_WORDS and not norm.endswith("n't")


def _parts(text: Segmentation, openers: Mapping[str, Opener]) -> tuple[Part, ...]:
    parts: list[Part] = []
    tokens = text.tokens
    cuts = [at for at, token in enumerate(tokens) if token.kind is PUNCTUATION or token.norm in openers]
    done = 0
    for index, sentence in enumerate(text.sentences):
        (first, last), opener = sentence.tokens, Opener.SENTENCE
        end = bisect_left(cuts, last, done)
        for at in cuts[done:end]:
            if at > first:
                parts.append(Part(first, at, index, opener))
            mark = tokens[at].kind is PUNCTUATION
            first, opener = (at + 1, MARK) if mark else (at, openers[tokens[at].norm])
        if last > first:
            parts.append(Part(first, last, index, opener))
        done = end
    return tuple(parts)


def _owners(parts: Sequence[Part], count: int) -> tuple[int, ...]:
    owners = [NONE] * count
    for index, part in enumerate(parts):
        owners[part.first : part.last] = [index] * (part.last - part.first)
    return tuple(owners)
