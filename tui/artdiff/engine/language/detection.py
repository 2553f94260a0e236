"""Whether a text is English, the language that the engine reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import Token

ENGLISH = "en"
UNDETERMINED = "und"
FEW_WORDS = 20
LEAST_SHARE = 0.2
"""English prose has 40 % function words and more, headlines about 25 %; other languages under 10 % of these."""


def detect(tokens: Sequence[Token]) -> str:
    """Return ``"en"`` for English, ``"und"`` for what is not recognised as such."""
    words = [token.norm for token in tokens[:2000] if token.kind is WORD]
    if len(words) < FEW_WORDS:
        ascii_words = sum(word.isascii() for word in words)
        return ENGLISH if 2 * ascii_words >= len(words) else UNDETERMINED
    known = sum(map(FUNCTION_WORDS.__contains__, words))
    return ENGLISH if known >= LEAST_SHARE * len(words) else UNDETERMINED
