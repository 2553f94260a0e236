"""The words of documents and their numbers, looked up for what stands between white space and marks."""

from __future__ import annotations

import re
from array import array
from math import exp
from typing import TYPE_CHECKING, Final

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.stems import stems
from artdiff.engine.language.tokens import norm_of
from artdiff.engine.lexicon.related import frequencies, per_million
from artdiff.stories.sketch import COMMON, END, MOST, sketches_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from artdiff.stories.sketch import Sketch

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
_NEW: Final = (1 << 32) - 1
"""What is not yet known."""
_ENDS: Final = b" \xff "
"""What stands behind a text; there is no such byte in any."""
MANY: Final = 5000
"""From so many different words on the table of frequencies is made ready for quick look-ups, which takes milliseconds."""


class _Codes(dict[bytes, int]):
    """Words as they are written to their codes; 0 is for what has no content."""

    def __init__(self) -> None:
        super().__init__({_ENDS.strip(): END})
        self.shares = [1.0] * COMMON
        """For each number the share of all articles that have its stem."""
        self.names = [""] * COMMON
        """For each number its stem."""
        self.stems: dict[str, int] = {}
        self.common: dict[str, int] = {}
        self._frequency: Callable[[str, float], float] = per_million
        self._new_words: list[bytes] = []

    def of(self, words: Iterable[bytes]) -> array[int]:
        """Return the codes of words that have content; new ones are learnt together, which takes half the time."""
        codes = list(filter(None, map(self.__getitem__, words)))
        new, self._new_words = self._new_words, []
        if new:
            self._learn(list(dict.fromkeys(new)))
            at = -1
            for word in new:
                at = codes.index(_NEW, at + 1)
                codes[at] = self[word]
            for word in new:
                if len(word) > _KEPT:
                    self.pop(word, None)
        return array("I", filter(None, codes))

    def __missing__(self, word: bytes) -> int:
        self._new_words.append(word)
        return _NEW

    def _learn(self, words: list[bytes]) -> None:
        if len(self) > MANY:
            self._frequency = frequencies().get
        written = [_word_of(one) for one in b" ".join(words).decode(errors="replace").split(" ")]
        norms = list(map(norm_of, written))
        known = self.stems.get
        for word, one, norm, stem in zip(words, written, norms, stems(norms), strict=True):
            code = 0
            if norm not in _SILENT and (len(norm) > 1 or norm.isdecimal()):
                number = known(stem)
                if number is None:
                    number = self._new(stem)
                code = 2 * number if one[0].islower() else 2 * (number or self.learn_common(stem)) + 1
            self[word] = code

    def _new(self, stem: str) -> int:
        share = _share(stem, self._frequency)
        return self.learn(stem, share) if share <= COMMONEST else self.stems.setdefault(stem, 0)

    def learn(self, stem: str, share: float) -> int:
        """Return the number of a stem that so many articles have."""
        number = self.stems.get(stem)
        if number is None:
            number = self.stems[stem] = min(len(self.shares), MOST)
            if number == len(self.shares):
                self.shares.append(share)
                self.names.append(stem)
        return number

    def learn_common(self, stem: str) -> int:
        """Return the number of a stem that says nothing where it is not capitalised."""
        return self.common.setdefault(stem, min(1 + len(self.common), COMMON - 1))


def _word_of(written: str) -> str:
    """Return the longest word, the first of several, of what stands between marks of ASCII."""
    return written if written.isalnum() else max(_WORDS(written), key=len, default="")


def _share(stem: str, frequency: Callable[[str, float], float]) -> float:
    """Return the share of all articles that have a stem, or a figure, by how often stems stand in English."""
    if stem[:1].isdecimal() and stem.isdecimal() and (len(stem) <= 2 or (len(stem) == 4 and stem[:2] in {"19", "20"})):
        return _SMALL_NUMBER
    million = frequency(stem, 0.0)
    return max(UNKNOWN, 1 - exp(-_TYPICAL * million / 1e6)) if million else UNKNOWN


def _spaced(text: str) -> bytes:
    """Return a text with white space in the place of the commonest marks."""
    written = text.encode(errors="surrogatepass")
    if len(written) != len(text):
        written = _MARKS(b" ", written)
    spaced = written.translate(_SPACED)
    return spaced if len(text) <= _UNSPACED * (1 + spaced.count(b" ")) else " ".join(_WORDS(text)).encode()


class Vocabulary:
    """The words of some documents."""

    def __init__(self) -> None:
        self._codes = _Codes()

    @property
    def shares(self) -> Sequence[float]:
        """Return for each number of a word the share of all articles that have it."""
        return self._codes.shares

    @property
    def names(self) -> Sequence[str]:
        """Return for each number of a word its stem."""
        return self._codes.names

    @property
    def common(self) -> Collection[str]:
        """Return the stems that count only where they are capitalised, in the order of their numbers."""
        return self._codes.common.keys()

    def number_of(self, stem: str) -> int | None:
        """Return the number of a stem; None for one that has not come yet, 0 for one that tells nothing."""
        return self._codes.stems.get(stem)

    def codes(self, texts: Iterable[str]) -> array[int]:
        """Return the codes of the texts' content, each text's with an end."""
        spaced = _ENDS.join([*map(_spaced, texts), b""])
        # As long as it was, which takes half the time.
        return self._codes.of(spaced.replace(b", ", b"  ").replace(b". ", b"  ").split())

    def learn(self, stems: Sequence[str], shares: Sequence[float]) -> Iterator[int]:
        """Yield the numbers of stems, for each the share of all articles that have it."""
        known, learn = self._codes.stems.get, self._codes.learn
        return (known(stem) or learn(stem, share) for stem, share in zip(stems, shares, strict=True))

    def learn_common(self, stem: str) -> int:
        """Return the number of a stem that says nothing where it is not capitalised."""
        return self._codes.learn_common(stem)

    def sketch(self, text: str) -> Sketch:
        """Return a text's sketch."""
        return next(sketches_of(self.codes([text])))
