"""How much of the source a variant carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artdiff.engine.values import Comparison


def share_carried(comparison: Comparison) -> float:
    """Return the share of the source's text, 0 to 1, that stands in paragraphs which the variant carries; 1 where there is no text."""
    paragraphs = comparison.outlines.source.paragraphs
    carried = {at for link in comparison.links for at in link.paragraphs.source}
    told = sum(paragraphs[at].span.length for at in carried)
    left_out = sum(paragraphs[at].span.length for at in set(comparison.omitted) - carried)
    return told / (told + left_out) if told + left_out else 1.0
