"""Short cuts for tests of the engine: documents, analyses and comparisons from plain text."""

from __future__ import annotations

from artdiff.documents.document import Document
from artdiff.engine.analysis import Analysis, analyse
from artdiff.engine.comparison import compare
from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Comparison, Finding, Pair


def analysis(text: str, name: str = "text") -> Analysis:
    """Return the analysis of a text."""
    return analyse(Document(name, text))


def compared(source: str, variant: str) -> Comparison:
    """Return the comparison of two texts."""
    return compare(Pair(analysis(source, "source"), analysis(variant, "variant")))


def flagged(source: str, variant: str) -> dict[str, Finding]:
    """Return the flags by the variant's words that they mark."""
    return suspected(source, variant, FLAG_LEVEL)


def suspected(source: str, variant: str, least: float = 0.3) -> dict[str, Finding]:
    """Return what is suspected by the variant's words: what a reviewer may walk, and what counts once there is more text."""
    return {
        finding.spans.variant.of(variant): finding
        for finding in compared(source, variant).findings
        if finding.verdict in FLAGGED and finding.confidence >= least and finding.spans.variant
    }
