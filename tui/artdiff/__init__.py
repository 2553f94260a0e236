"""artdiff finds what rewrites of an article altered or made up.

    from artdiff import compare, read_document

    comparison = compare(read_document("source.txt"), read_document("rewrite.txt"))
    for finding in comparison.findings:
        if finding.flagged:
            print(finding.verdict, finding.reason)

The names are bound when they are first asked for: importing the package alone costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artdiff.batch.work import compare_documents as compare
    from artdiff.documents.document import Document, Span
    from artdiff.documents.reading import read_document
    from artdiff.engine.values import Comparison, FactKind, Finding, Link, Pair, Verdict
    from artdiff.errors import ArtdiffError, UnreadableError

__version__ = "0.1.0"

__all__ = [
    "ArtdiffError",
    "Comparison",
    "Document",
    "FactKind",
    "Finding",
    "Link",
    "Pair",
    "Span",
    "UnreadableError",
    "Verdict",
    "__version__",
    "compare",
    "read_document",
]

_HOMES = {
    "ArtdiffError": "artdiff.errors:ArtdiffError",
    "Comparison": "artdiff.engine.values:Comparison",
    "Document": "artdiff.documents.document:Document",
    "FactKind": "artdiff.engine.values:FactKind",
    "Finding": "artdiff.engine.values:Finding",
    "Link": "artdiff.engine.values:Link",
    "Pair": "artdiff.engine.values:Pair",
    "Span": "artdiff.documents.document:Span",
    "UnreadableError": "artdiff.errors:UnreadableError",
    "Verdict": "artdiff.engine.values:Verdict",
    "compare": "artdiff.batch.work:compare_documents",
    "read_document": "artdiff.documents.reading:read_document",
}


def __getattr__(name: str) -> object:
    """Bind a public name from the module that it lives in."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  (paid for by those who ask)

    module, _, original = _HOMES[name].partition(":")
    value: object = getattr(import_module(module), original)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
