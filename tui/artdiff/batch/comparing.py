"""What a worker does, whichever engine runs it: compares pairs that come by value. Imports nothing but the engine."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare
from artdiff.engine.remembering import forget_analyses
from artdiff.engine.values import Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Comparison

# Rewrites of one source often follow each other.
_analyse_source = lru_cache(maxsize=1)(analyse)


def compare_texts(
    pairs: tuple[Pair[Document], ...], known: Callable[[Document], Analysis | None] = lambda _: None
) -> tuple[Comparison, ...]:
    """Return what each variant did to its source.

    Args:
        pairs: the documents.
        known: returns the analysis of a document that has been made already.
    """
    compared = tuple(
        compare(Pair(known(source) or _analyse_source(source), known(variant) or analyse(variant)))
        for source, variant in pairs
    )
    forget_analyses()
    return compared
