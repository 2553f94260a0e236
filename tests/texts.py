"""Short cuts for tests of the engine: documents, analyses and comparisons from plain text."""

from __future__ import annotations

from artdiff.documents.document import Document
from artdiff.engine.analysis import Analysis, analyse
from artdiff.engine.comparison import compare
from artdiff.engine.values import Comparison, Finding, Pair


def analysis(text: str, name: str = "text") -> Analysis:
    """Return the analysis of a text."""
    return analyse(Document(name, text))


def compared(source: str, variant: str) -> Comparison:
    """Return the comparison of two texts."""
    return compare(Pair(analysis(source, "source"), analysis(variant, "variant")))


def flagged(source: str, variant: str) -> dict[str, Finding]:
    """Return the flags by the variant's words that they mark."""
    return {
        finding.spans.variant.of(variant): finding
        for finding in compared(source, variant).findings
        if finding.flagged and finding.spans.variant
    }
