"""What is to be known of every word of a document, told by its spelling alone: asked once a word, read as one byte each.

A document's flags are one `bytes`, a byte a token. Which tokens have a flag is found without a step of Python for each.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final

from artdiff.engine.language.function_words import (
    COORDINATORS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from artdiff.engine.language.segmentation import PUNCTUATION, WORD
from artdiff.engine.lexicon.words import modality, polarity

if TYPE_CHECKING:
    from artdiff.engine.language.segmentation import TokenKind

CAPITAL: Final = 1
"""Begins with a capital."""
CONTENT: Final = 2
"""More than grammar: a number or a content word."""
CLAUSE: Final = 4
"""A mark, or may begin a clause."""
PHRASE: Final = 8
"""A mark, or may begin a phrase or a clause."""
CERTAIN: Final = 16
"""May begin what says how certain something is."""
DENYING: Final = 32
"""May begin what denies."""
SMALL: Final = 64
"""A word without a capital."""
LEXICAL: Final = 128
"""A word that is none of the closed classes."""

CLAUSE_WORDS = SUBORDINATORS | RELATIVES | COORDINATORS
PHRASE_WORDS = CLAUSE_WORDS | PREPOSITIONS
HAVING: Final = {flag: bytes(bool(byte & flag) for byte in range(256)) for flag in (1 << bit for bit in range(8))}
"""For each flag which bytes have it."""


def flags_of(written: str, norm: str, stem: str, kind: TokenKind) -> int:
    """Return the flags of a word, number or mark."""
    capital, word = written[0].isupper(), kind is WORD
    lexical = word and norm not in FUNCTION_WORDS
    told = (
        (CAPITAL, capital),
        (CONTENT, (lexical and not norm.endswith("n't")) if word else kind is not PUNCTUATION),
        (CLAUSE, kind is PUNCTUATION or norm in CLAUSE_WORDS),
        (PHRASE, kind is PUNCTUATION or norm in PHRASE_WORDS),
        (CERTAIN, modality().begins(stem)),
        (DENYING, polarity().begins(stem)),
        (SMALL, word and not capital),
        (LEXICAL, lexical),
    )
    return sum(flag for flag, holds in told if holds)


def places_with(flag: int, flags: bytes) -> list[int]:
    """Return the indices of the tokens that have a flag."""
    return list(compress(range(len(flags)), flags.translate(HAVING[flag])))
