"""What tells a finding again when texts have moved, changed elsewhere, or the engine is newer: its content."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair, Side
from artdiff.reports.view import paragraph_at

if TYPE_CHECKING:
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding

_BYTES: Final = 8
_SEPARATOR: Final = "\0"


def keys_of(documents: Pair[Document], comparison: Comparison) -> list[str]:
    """Return each finding's key: a hash of its paragraph, a hyphen, a hash of its kind and words.

    Neither the verdict nor the confidence nor any offset is in it, nor the file's name.
    """
    hashes: dict[tuple[Side, int], str] = {}
    keys = []
    for finding in comparison.findings:
        side, at = _paragraph(comparison, finding)
        if (side, at) not in hashes:
            span = comparison.outlines.of(side).paragraphs[at].span
            hashes[side, at] = _hash(_normal(span.of(documents.of(side).text)))
        keys.append(f"{hashes[side, at]}-{_hash(_words(documents, finding))}")
    return keys


def words_part(key: str) -> str:
    """Return the part of a key that its kind and words make."""
    return key.rpartition("-")[2]


def _paragraph(comparison: Comparison, finding: Finding) -> tuple[Side, int]:
    side = Side.VARIANT if finding.spans.variant else Side.SOURCE
    span = finding.spans.of(side)
    return side, paragraph_at(comparison.outlines.of(side), span.start if span else 0)


def _words(documents: Pair[Document], finding: Finding) -> str:
    sides = zip(documents, finding.spans, strict=True)
    words = [_normal(span.of(document.text)) if span else "" for document, span in sides]
    return _SEPARATOR.join((finding.kind, *words))


def _normal(text: str) -> str:
    return " ".join(text.casefold().split())


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
