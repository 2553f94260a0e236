"""Whether a text is English, the language that the engine reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.language.function_words import FUNCTION_WORDS
from artdiff.engine.language.segmentation import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.language.segmentation import TokenKind

ENGLISH = "en"
UNDETERMINED = "und"
MOST = 2000
"""So many of a text's tokens tell its language."""
FEW_WORDS = 20
LEAST_SHARE = 0.2
"""English prose has 40 % function words and more, headlines about 25 %; other languages under 10 % of these."""


def detect(norms: Sequence[str], kinds: Sequence[TokenKind]) -> str:
    """Return ``"en"`` for English tokens, ``"und"`` for what is not recognised as such."""
    norms, kinds = norms[:MOST], kinds[:MOST]
    count = kinds.count(WORD)
    if count < FEW_WORDS:
        ascii_words = sum(norm.isascii() for norm, kind in zip(norms, kinds, strict=True) if kind is WORD)
        return ENGLISH if 2 * ascii_words >= count else UNDETERMINED
    known = sum(map(FUNCTION_WORDS.__contains__, norms))  # no number and no mark is one
    return ENGLISH if known >= LEAST_SHARE * count else UNDETERMINED
