"""How many times: "twice", "tripled", "half as many", "three times"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.facts.numerals import and_half, read_plain
from artdiff.engine.language.segmentation import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

TIMES: Final = "times"
WORDS: Final = {
    word: value
    for value, words in (
        (0.5, "halved halving"),
        (2.0, "twice doubled doubling twofold"),
        (3.0, "thrice tripled tripling trebled trebling threefold"),
        (4.0, "quadrupled quadrupling fourfold"),
        (5.0, "fivefold quintupled"),
        (10.0, "tenfold"),
    )
    for word in words.split()
}
COMPARING: Final = {"half": 0.5, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}
"""What makes one figure so many times another before "as many", "the price", "what"."""
BASES: Final = frozenset("the his her its their our that what".split())
AS: Final = frozenset("many much big large high long often fast expensive".split())


class Multiple(NamedTuple):
    """How many times, and where its words end."""

    value: float
    last: int


def begins_multiple(norm: str) -> bool:
    """Say whether a multiple may begin with a word that begins no number."""
    return norm in WORDS or norm in COMPARING


def read_multiple(tokens: Sequence[Token], at: int, end: int) -> Multiple | None:
    """Return the multiple that begins at a token; None where none does."""
    norm = tokens[at].norm
    if norm in WORDS:
        return Multiple(WORDS[norm], at + 1)
    if norm in COMPARING and (found := _comparing(tokens, at, end)):
        return found
    number = read_plain(tokens, at)
    if number is None or number.currency or number.last >= end or tokens[at].kind is TokenKind.PUNCTUATION:
        return None
    last = and_half(tokens, number.last, end) or number.last
    return Multiple(number.value, last + 1) if last < end and tokens[last].norm == "times" else None


def _comparing(tokens: Sequence[Token], at: int, end: int) -> Multiple | None:
    """Read "half as many", "double the price"; "half the price" is a share."""
    behind = [token.norm for token in tokens[at + 1 : min(end, at + 3)]]
    as_many = behind[:1] == ["as"] and behind[1:] and behind[1] in AS
    based = tokens[at].norm != "half" and behind[:1] and behind[0] in BASES
    return Multiple(COMPARING[tokens[at].norm], at + 1) if as_many or based else None
