"""A sketch of a document: as much of it as grouping needs, made from what stands between its white space.

Analysing a document takes milliseconds and its analysis half a megabyte; ten thousand documents are grouped before
anybody wants to see one of them. A sketch takes a quarter of a millisecond and three kilobytes.
"""

from __future__ import annotations

import re
from array import array
from math import exp
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.language.tokens import norm_of
from artdiff.engine.lexicon.related import frequencies, per_million

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_WORDS: Final = re.compile(r"[^\W_]+(?:[.,][0-9]+)*").findall
_SPACED: Final = bytes(byte if byte > 127 or chr(byte).isalnum() or byte in b".," else 32 for byte in range(256))
"""Which bytes of UTF-8 are taken for white space: all marks but those that stand in figures and those beyond ASCII. A text
is cut into words as bytes, which takes half the time."""
_MARKS: Final = re.compile(rb"\xe2\x80[\x80-\xbf]").sub
"""Dashes, quotation marks and dots beyond ASCII."""
_UNSPACED: Final = 15
"""Code points to a word from which on a text has no white space between its words."""
_KEPT: Final = 40
"""Words up to this length are kept ready; English has no longer ones."""
_SILENT: Final = FUNCTION_WORDS | {word[:-2] for word in FUNCTION_WORDS if word.endswith("n't")}
"""Words without content, also as they are cut here: "isn't" is "isn" and "t"."""
_TYPICAL: Final = 300
"""Content words of an article, for telling in how many articles a word of some frequency stands."""
UNKNOWN: Final = 0.0005
"""The share of articles that have a word, or a pair of words, of which nothing is known."""
_SMALL_NUMBER: Final = 0.1
"""The share of articles that have a figure of two digits, or a year."""
COMMONEST: Final = 0.06
"""A word that stands in a larger share of all articles tells nothing of the event."""
_NEW: Final = -(1 << 30)
"""What is not yet known."""
_COMMON: Final = 1 << 28
"""From here on capitalised words are numbered that are too common to tell anything of the event, but can be altered."""
_is_no_common_one: Final = (-_COMMON).__lt__
_apart: Final = (1021).__mul__
"""Sets the numbers of a pair's two words apart, so that their sum tells the pair; neighbours in number stay neighbours, which
sets of them are the quicker for."""
MOST: Final = (1 << 22) - 1
"""So many stems have numbers of their own, so that a pair's has 32 bits; all others share the last."""
MANY: Final = 5000
"""From so many different words on the table of frequencies is made ready for quick look-ups, which takes milliseconds."""


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


class _Numbers(dict[bytes, int]):
    """Words as they are written to the numbers of their stems.

    The number is less than nothing for figures and capitalised words, and 0 for what has no content.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[float] = [1.0]
        """For each number the share of all articles that have its stem."""
        self.stems: dict[str, int] = {}
        self._common: dict[str, int] = {}
        self._frequency: Callable[[str, float], float] = per_million
        self._new_words: list[bytes] = []

    def of(self, words: list[bytes]) -> list[int]:
        """Return the numbers of words; those that are new are learnt together, which takes half the time."""
        numbers = list(map(self.__getitem__, words))
        if not self._new_words:
            return numbers
        new, self._new_words = self._new_words, []
        self._learn(dict.fromkeys(new))
        at = -1
        for word in new:
            at = numbers.index(_NEW, at + 1)
            numbers[at] = self[word]
        for word in new:
            if len(word) > _KEPT:
                self.pop(word, None)
        return numbers

    def __missing__(self, word: bytes) -> int:
        self._new_words.append(word)
        return _NEW

    def _learn(self, words: Iterable[bytes]) -> None:
        if len(self) > MANY:
            self._frequency = frequencies().get
        written = list(map(_word_of, words))
        norms = list(map(norm_of, written))
        for word, one, norm, stem in zip(words, written, norms, stems(norms), strict=True):
            self[word] = 0
            if _is_telling(norm):
                number = self.stems[stem] if stem in self.stems else self._new(stem)
                self[word] = number if one[0].islower() else -(number or self._common_number(stem))

    def _common_number(self, stem: str) -> int:
        return self._common.setdefault(stem, _COMMON + len(self._common))

    def _new(self, stem: str) -> int:
        share = _share(stem, self._frequency)
        number = 0 if share > COMMONEST else min(len(self.shares), MOST)
        if number == len(self.shares):
            self.shares.append(share)
        self.stems[stem] = number
        return number


def _word_of(word: bytes) -> str:
    """Return the longest word, the first of several, of what stands between marks of ASCII."""
    written = word.decode(errors="replace")
    return written if written.isalnum() else max(_WORDS(written), key=len, default="")


def _is_telling(norm: str) -> bool:
    return norm not in _SILENT and (len(norm) > 1 or norm.isdecimal())


def _share(stem: str, frequency: Callable[[str, float], float]) -> float:
    """Return the share of all articles that have a stem, or a figure, by how often stems stand in English."""
    if stem[:1].isdecimal() and stem.isdecimal() and (len(stem) <= 2 or (len(stem) == 4 and stem[:2] in {"19", "20"})):
        return _SMALL_NUMBER
    million = frequency(stem, 0.0)
    return max(UNKNOWN, 1 - exp(-_TYPICAL * million / 1e6)) if million else UNKNOWN


def _words(text: str) -> list[bytes]:
    """Return the words of a text, as far as white space and the commonest marks tell them."""
    written = text.encode(errors="surrogatepass")
    if len(written) != len(text):
        written = _MARKS(b" ", written)
    words = written.translate(_SPACED).replace(b", ", b" ").replace(b". ", b" ").split()
    return words if len(text) <= _UNSPACED * len(words) else [word.encode() for word in _WORDS(text)]


class Vocabulary:
    """The words of some documents."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    @property
    def shares(self) -> Sequence[float]:
        """Return for each word the share of all articles that have it."""
        return self._numbers.shares

    def number_of(self, stem: str) -> int | None:
        """Return the number of a stem; None for one that has not come yet, 0 for one that tells nothing."""
        return self._numbers.stems.get(stem)

    def sketch(self, text: str) -> Sketch:
        """Return a text's sketch."""
        written = _words(text)
        numbers = list(filter(None, self._numbers.of(written)))
        words = list(map(abs, filter(_is_no_common_one, numbers)))
        pairs = set(map(add, map(_apart, words), words[1:]))
        facts = {-number for number in numbers if number < 0}
        return Sketch(array("I", set(words)), array("I", pairs), array("I", facts), hash(tuple(written)))
