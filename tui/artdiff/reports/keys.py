"""What tells a finding again when texts have moved, changed elsewhere, or the engine is newer: what decisions are told by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.reviews.keys import hash_of, texts_of

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding, Pair
    from artdiff.reviews.keys import Text

_SEPARATOR: Final = "\0"


def keys_of(documents: Pair[Document], comparison: Comparison) -> list[str]:
    """Return each finding's key: a hash of its sentence, a hyphen, a hash of its kind and words.

    Neither the verdict nor the confidence nor any offset is in it, nor the file's name.
    """
    texts = texts_of(documents, comparison)
    return [_key(texts, finding) for finding in comparison.findings]


def words_part(key: str) -> str:
    """Return the part of a key that its kind and words make."""
    return key.rpartition("-")[2]


def _key(texts: Pair[Text], finding: Finding) -> str:
    """Return what the finding's subject would give: made here of the two things that are asked of it."""
    sides = [text.told(span) for text, span in zip(texts, finding.spans, strict=True)]
    sentence = sides[1].sentence or sides[0].sentence
    words = _SEPARATOR.join((finding.kind, *(side.words for side in sides)))
    return f"{sentence:016x}-{hash_of(words):016x}"
