"""What a story is."""

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """Documents about the same event: one source, its variants.

    Attributes:
        title: the source's headline.
        source: index of the source among the documents that were grouped.
        variants: indices of the others, in the documents' order.
        reason: one plain sentence that says why this document is the source, or why that is uncertain.
        certain: False when no document is clearly the original.
    """

    title: str
    source: int
    variants: tuple[int, ...]
    reason: str
    certain: bool
