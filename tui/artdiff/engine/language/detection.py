"""Whether a text is English, the language that the engine reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = "en"
UNDETERMINED = "und"
MOST_WORDS = 2000
"""So many of a text's tokens tell its language."""
FEW_WORDS = 20
LEAST_SHARE = 0.2
"""English prose has 40 % function words and more, headlines about 25 %; other languages under 10 % of these."""


def detect(words: Sequence[str]) -> str:
    """Return ``"en"`` for English words, ``"und"`` for what is not recognised as such."""
    if len(words) < FEW_WORDS:
        ascii_words = sum(word.isascii() for word in words)
        return ENGLISH if 2 * ascii_words >= len(words) else UNDETERMINED
    known = sum(map(FUNCTION_WORDS.__contains__, words))
    return ENGLISH if known >= LEAST_SHARE * len(words) else UNDETERMINED
