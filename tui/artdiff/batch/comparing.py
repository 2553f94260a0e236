"""What a worker does, whichever engine runs it: compares pairs that come by value. Imports nothing but the engine."""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare
from artdiff.engine.remembering import forget_analyses
from artdiff.engine.values import Pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.documents.document import Document
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Comparison

COLLECT_EVERY: Final = 200_000
"""New objects between two looks for garbage, of which a comparison makes hardly any: looking as often as Python does takes
a sixth of the time."""

# Rewrites of one source often follow each other.
_analyse_source = lru_cache(maxsize=1)(analyse)


def look_seldom_for_garbage() -> None:
    """Let a process that does nothing but compare spend its time on that."""
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY, 20, 20)


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
