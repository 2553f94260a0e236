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
from artdiff.engine.lexicon.related import frequencies, per_million

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
_NEW: Final = -1
"""What is not yet known."""
_MASK: Final = 0xFFFF_FFFF
"""Of what is made of two words' numbers so much is kept."""
MANY: Final = 5000
"""From so many different words on the table of frequencies is made ready for quick look-ups, which takes milliseconds."""
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
    """What stands between white space to the number of its longest word; 0 where that has no content."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[float] = [1.0]
        """For each number the share of all articles that have its stem."""
        self.stems: dict[str, int] = {}
        self._common: dict[str, int] = {}
        self._frequency: Callable[[str, float], float] = per_million
        self._new_pieces: list[str] = []

    def of(self, pieces: list[str]) -> list[int]:
        """Return the numbers of pieces; those that are new are learnt together, which takes half the time."""
        numbers = list(map(self.__getitem__, pieces))
        if not self._new_pieces:
            return numbers
        new, self._new_pieces = dict.fromkeys(self._new_pieces), []
        self._learn(new)
        numbers = [self[piece] if number == _NEW else number for piece, number in zip(pieces, numbers, strict=True)]
        for piece in new:
            if len(piece) > _KEPT:
                del self[piece]
        return numbers

    def __missing__(self, piece: str) -> int:
        self._new_pieces.append(piece)
        return _NEW

    def _learn(self, pieces: Iterable[str]) -> None:
        written = {piece: _word_of(piece) for piece in pieces}
        norms = {piece: norm_of(word) for piece, word in written.items() if word}
        telling = [norm for norm in norms.values() if _is_telling(norm)]
        found = dict(zip(telling, stems(telling), strict=True))
        for piece, word in written.items():
            norm = norms.get(piece, "")
            self[piece] = self._number_of(word, found[norm]) if norm in found else 0

    def _number_of(self, written: str, stem: str) -> int:
        number = self.stems[stem] if stem in self.stems else self._new(stem)
        if written[0].islower():
            return number
        return number | _FACT if number else self._common.setdefault(stem, len(self._common)) | _FACT | _COMMON

    def _new(self, stem: str) -> int:
        if len(self.stems) == MANY:
            self._frequency = frequencies().get
        share = _share(stem, self._frequency)
        number = 0 if share > COMMONEST else len(self.shares)
        if number:
            self.shares.append(share)
        self.stems[stem] = number
        return number


def _word_of(piece: str) -> str:
    """Return the longest word of a piece, the first of several."""
    return piece if piece.isalnum() else max(_WORDS(piece), key=len, default="")


def _is_telling(norm: str) -> bool:
    return norm not in _SILENT and (len(norm) > 1 or norm.isdecimal())


def _share(stem: str, frequency: Callable[[str, float], float]) -> float:
    """Return the share of all articles that have a stem, or a figure, by how often stems stand in English."""
    if stem.isdecimal() and (len(stem) <= 2 or (len(stem) == 4 and stem[:2] in {"19", "20"})):
        return _SMALL_NUMBER
    return max(_UNKNOWN, 1 - exp(-_TYPICAL * frequency(stem, 0.0) / 1e6))


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
        numbers = list(filter(None, self._numbers.of(pieces)))
        words = list(map(_stem_of, filterfalse(_is_common, numbers)))
        pairs = set(map(_MASK.__and__, map(hash, pairwise(words))))
        facts = set(filter(_is_fact, numbers))
        return Sketch(array("I", set(words)), array("I", pairs), array("I", facts), hash(tuple(pieces)))
