"""Clauses and phrases: a shallow reading of every sentence.

There is no parser here: clauses end at punctuation, relative words, subordinators and coordinators, phrases also at
prepositions.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from functools import partial
from itertools import accumulate, compress
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.language.function_words import (
    COORDINATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from artdiff.engine.language.word_flags import CLAUSE, CONTENT, HAVING, PHRASE, places_with

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
START, MARK = Opener.SENTENCE, Opener.PUNCTUATION
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


_new_part = partial(tuple.__new__, Part)  # Part(...) takes three times as long


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
    content = text.flags.translate(HAVING[CONTENT])
    clauses = _parts(text, places_with(CLAUSE, text.flags), CLAUSE_OPENERS)
    phrases = _parts(text, places_with(PHRASE, text.flags), PHRASE_OPENERS)
    places = tuple(compress(range(len(content)), content))
    ranks = tuple(accumulate(content, initial=0))
    return Clauses(clauses, phrases, tuple(map(bool, content)), _owners(clauses, len(content)), places, ranks)


def _parts(text: Segmentation, cuts: Sequence[int], openers: Mapping[str, Opener]) -> tuple[Part, ...]:
    """Return the parts of a document, of which it is known where marks and words that open a part stand."""
    parts: list[tuple[int, int, int, Opener]] = []
    norms, done = text.norms, 0
    for index, sentence in enumerate(text.sentences):
        (first, last), opener = sentence.tokens, START
        end = bisect_left(cuts, last, done)
        for at in cuts[done:end]:
            if at > first:
                parts.append((first, at, index, opener))
            opener = openers.get(norms[at], MARK)
            first = at + 1 if opener is MARK else at
        if last > first:
            parts.append((first, last, index, opener))
        done = end
    return tuple(map(_new_part, parts))


def _owners(parts: Sequence[Part], count: int) -> tuple[int, ...]:
    owners = [NONE] * count
    for index, part in enumerate(parts):
        owners[part.first : part.last] = [index] * (part.last - part.first)
    return tuple(owners)
