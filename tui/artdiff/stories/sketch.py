"""A sketch of a document: as much of it as grouping needs, made from what stands between its white space.

Analysing a document takes milliseconds and its analysis half a megabyte; ten thousand documents are grouped before
anybody wants to see one of them. A sketch takes a quarter of a millisecond and three kilobytes.
"""

from __future__ import annotations

import re
from array import array
from itertools import filterfalse, pairwise
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.language.tokens import norm_of
from artdiff.engine.lexicon.related import per_million

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*").findall
_JOINTS: Final = ("-", "–", "—", ", ", ". ")
"""What is taken for white space: it joins words, or makes of each word several."""
_UNSPACED: Final = 15
"""Code points to a piece from which on a text has no white space between its words."""
_KEPT: Final = 40
"""Pieces up to this length are kept ready; English has no longer words."""
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
_FACT: Final = 1 << 29
"""Set in the number of a figure or a capitalised word."""
_COMMON: Final = 1 << 28
"""Set in the number of a capitalised word that is too common to tell anything of the event, but can be altered."""
_is_common: Final = _COMMON.__and__
_is_fact: Final = _FACT.__and__
_stem_of: Final = (_COMMON - 1).__and__


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
    """What stands between white space to the number of its longest word, filled as it comes; 0 where that has no content."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[float] = [1.0]
        """For each number the share of all articles that have its stem."""
        self.stems: dict[str, int] = {}
        self._common: dict[str, int] = {}

    def __missing__(self, piece: str) -> int:
        word = max(_WORDS(piece), key=len, default="")
        number = self._number_of(word) if word else 0
        if len(piece) <= _KEPT:
            self[piece] = number
        return number

    def _number_of(self, written: str) -> int:
        norm = norm_of(written)
        if norm in _SILENT or (len(norm) == 1 and not norm.isdecimal()):
            return 0
        stem = norm if norm[0].isdecimal() else stems([norm])[0]
        number = self.stems[stem] if stem in self.stems else self._new(stem)
        if written[0].islower():
            return number
        return number | _FACT if number else self._common.setdefault(stem, len(self._common)) | _FACT | _COMMON

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


def _pieces(text: str) -> list[str]:
    """Return what stands between white space, of a text that has hardly any its words."""
    spaced = text
    for joint in _JOINTS:
        spaced = spaced.replace(joint, " ")
    pieces = spaced.split()
    return pieces if len(text) <= _UNSPACED * len(pieces) else _WORDS(text)


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
        pieces = _pieces(text)
        numbers = list(filter(None, map(self._numbers.__getitem__, pieces)))
        words = list(map(_stem_of, filterfalse(_is_common, numbers)))
        pairs = {(one * _FACTOR + other) & _MASK for one, other in pairwise(words)}
        facts = set(filter(_is_fact, numbers))
        return Sketch(array("I", set(words)), array("I", pairs), array("I", facts), hash(tuple(pieces)))
