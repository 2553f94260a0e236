"""A sketch of a document: as much of it as grouping needs, in numbers.

Analysing a document takes milliseconds and its analysis half a megabyte; ten thousand documents are grouped before
anybody wants to see one of them. A sketch takes a third of a millisecond and three kilobytes.
"""

from __future__ import annotations

from array import array
from sys import byteorder
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON: Final = 1024
"""The numbers below are for words too common to tell anything of the event; capitalised they can be altered all the same."""
MOST: Final = (1 << 22) - 1
"""So many stems have numbers of their own, so that a pair's has 32 bits; all others share the last."""
END: Final = 1
"""The code that ends a text. Other codes are twice the number of a word, one more where it is a fact: a figure or capitalised."""
_APART: Final = 1021
"""Sets the numbers of a pair's two words apart, so that their sum tells the pair; neighbours in number stay neighbours, which
sets of them are the quicker for."""
_BYTES: Final = array("I").itemsize
_is_telling: Final = (2 * COMMON - 1).__lt__
_is_fact: Final = (1).__and__


class Sketch(NamedTuple):
    """A document's content as numbers; what they stand for its vocabulary knows.

    Attributes:
        words: stems and figures, each once.
        order: the same as they stand in the text, as often as they do.
        facts: figures and capitalised words, each once: what a rewrite can only lose or alter.
    """

    words: array[int]
    order: array[int]
    facts: array[int]

    @property
    def print(self) -> int:
        """Return a number that is the same for documents of the same content in the same order."""
        return hash(self.order.tobytes() + self.facts.tobytes())

    @property
    def pairs(self) -> array[int]:
        """Return the numbers of neighbouring words; two different pairs may share one, as they seldom do."""
        # All sums at once, as two long numbers: none of 32 bits flows over into the next.
        first, second = (int.from_bytes(part, byteorder) for part in (self.order[:-1], self.order[1:]))
        size = max(0, len(self.order) - 1) * _BYTES
        return array("I", (first * _APART + second).to_bytes(size, byteorder)) if size else array("I")


class Coded(NamedTuple):
    """A chunk of texts by the numbers of whoever took it.

    Attributes:
        sender: who that was.
        numbers: of all sketches, part after part.
        sizes: how many numbers each part has.
        stems: those that the sender has not told of before, in the order of their numbers.
        shares: for each of these the share of all articles that have it.
        common: the same, of stems that count only where they are capitalised.
    """

    sender: int
    numbers: array[int]
    sizes: array[int]
    stems: str
    shares: array[float]
    common: str


def sketches_of(codes: array[int]) -> Iterator[Sketch]:
    """Yield the sketches of some texts by the codes of their content, each text's with an end."""
    start = 0
    for _ in range(codes.count(END)):
        end = codes.index(END, start)
        yield _sketch(codes[start:end])
        start = end + 1


def _sketch(codes: array[int]) -> Sketch:
    order = _halves(array("I", filter(_is_telling, codes)))
    facts = _halves(array("I", filter(_is_fact, codes)))
    return Sketch(array("I", dict.fromkeys(order)), order, array("I", dict.fromkeys(facts)))


def _halves(codes: array[int]) -> array[int]:
    """Return the numbers of codes, all at once: of each the last bit goes, then there is room for it."""
    size = len(codes) * _BYTES
    kept = int.from_bytes(array("I", [2 * MOST]) * len(codes), byteorder)
    return array("I", ((int.from_bytes(codes, byteorder) & kept) >> 1).to_bytes(size, byteorder))
