"""Words that exclude each other as facts: where the source has a piano, no faithful rewrite has a trumpet."""

from __future__ import annotations

from functools import lru_cache

from artdiff.engine.lexicon.tables import read_stems

TABLE = "exclusives.tsv"
REMEMBERED = 1 << 15
"""How many stems' entries are kept ready; far more than two articles have."""


@lru_cache(maxsize=REMEMBERED)
def exclusives(stem: str) -> frozenset[str]:
    """Return the stems that exclude one; none for one that the table lacks."""
    return read_stems(TABLE, stem)
