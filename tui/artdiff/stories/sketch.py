"""A sketch of a document: as much of it as grouping needs, made by one pass of one expression.

Analysing a document takes milliseconds and its analysis half a megabyte; ten thousand documents are grouped before
anybody wants to see one of them. A sketch takes a sixth of a millisecond and three kilobytes.
"""

from __future__ import annotations

import re
from array import array
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.language.tokens import norm_of
from artdiff.engine.lexicon.related import per_million

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*").findall
_SILENT: Final = FUNCTION_WORDS | {word[:-2] for word in FUNCTION_WORDS if word.endswith("n't")}
"""Words without content, also as the expression cuts them: "isn't" is "isn" and "t"."""
_TYPICAL: Final = 300
"""Content words of an article, for telling in how many articles a word of some frequency stands."""
_UNKNOWN: Final = 0.0005
"""The share of articles that have a word, or a pair of words, of which nothing is known."""
_SMALL_NUMBER: Final = 0.1
"""The share of articles that have a figure of two digits, or a year."""
COMMONEST: Final = 0.06
"""A word that stands in a larger share of all articles tells nothing of the event."""
_FACTOR: Final = 2_654_435_769
"""Knuth's multiplicative constant: spreads pairs of words over the numbers that stand for them."""


_MASK: Final = 0xFFFF_FFFF


class Sketch(NamedTuple):
    """A document's content as numbers; what they stand for its vocabulary knows.

    Attributes:
        words: stems and figures, each once.
        pairs: of neighbouring content words, each once; two different ones may share a number, as they seldom do.
        facts: figures and capitalised words, each once: what a rewrite can only lose or alter.
        print: the same for documents of the same words in the same order.
    """

    words: array[int]
    pairs: array[int]
    facts: array[int]
    print: int


class _Numbers(dict[str, int]):
    """Written words to the numbers of their stems, filled as words come; 0 for words without content."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[float] = [1.0]
        """For each number the share of all articles that have its stem."""
        self.facts: dict[str, int] = {}
        """Of the words that are figures or capitalised."""
        self.stems: dict[str, int] = {}
        self._fact_numbers: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        norm = norm_of(written)
        number = 0
        if norm not in _SILENT and (len(norm) > 1 or norm.isdecimal()):
            stem = norm if norm[0].isdecimal() else stems([norm])[0]
            number = self.stems[stem] if stem in self.stems else self._new(stem)
            if not written[0].islower():
                self.facts[written] = self._fact_numbers.setdefault(stem, len(self._fact_numbers))
        self[written] = number
        return number

    def _new(self, stem: str) -> int:
        share = _share(stem)
        number = 0 if share > COMMONEST else len(self.shares)
        if number:
            self.shares.append(share)
        self.stems[stem] = number
        return number


def _share(stem: str) -> float:
    """Return the share of all articles that have a stem, or a figure."""
    if stem.isdecimal() and (len(stem) <= 2 or (len(stem) == 4 and stem[:2] in {"19", "20"})):
        return _SMALL_NUMBER
    return max(_UNKNOWN, 1 - exp(-_TYPICAL * per_million(stem) / 1e6))


class Vocabulary:
    """The words of some documents."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    @property
    def shares(self) -> Sequence[float]:
        """Return for each word the share of all articles that have it."""
        return self._numbers.shares

    @property
    def pair_share(self) -> float:
        """Return the share of all articles that have a pair of words."""
        return _UNKNOWN

    def number_of(self, stem: str) -> int | None:
        """Return the number of a stem; None for one that has not come yet, 0 for one that tells nothing."""
        return self._numbers.stems.get(stem)

    def sketch(self, text: str) -> Sketch:
        """Return a text's sketch."""
        written = _WORDS(text)
        numbers = list(filter(None, map(self._numbers.__getitem__, written)))
        pairs = {(one * _FACTOR + other) & _MASK for one, other in pairwise(numbers)}
        facts = set(map(self._numbers.facts.get, set(written)))
        known = [fact for fact in facts if fact is not None]
        return Sketch(array("I", set(numbers)), array("I", pairs), array("I", known), hash(tuple(written)))
