"""What tells a finding again when texts have moved, changed elsewhere, or the engine is newer: what decisions are told by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.reviews.keys import hash_of, subjects_of, texts_of

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Pair
    from artdiff.reviews.subject import Subject

_SEPARATOR: Final = "\0"


def keys_of(documents: Pair[Document], comparison: Comparison) -> list[str]:
    """Return each finding's key: a hash of its sentence, a hyphen, a hash of its kind and words.

    Neither the verdict nor the confidence nor any offset is in it, nor the file's name.
    """
    return [_key(subject) for subject in subjects_of(texts_of(documents, comparison), comparison)]


def words_part(key: str) -> str:
    """Return the part of a key that its kind and words make."""
    return key.rpartition("-")[2]


def _key(subject: Subject) -> str:
    sentence = subject.sides.variant.sentence or subject.sides.source.sentence
    words = _SEPARATOR.join((subject.kind, *(spot.words for spot in subject.sides)))
    return f"{sentence:016x}-{hash_of(words):016x}"
