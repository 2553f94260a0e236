"""Words that a faithful rewrite may put for another, of whatever part of speech: "wait" for "delayed", "want" for "seek".

Wider than synonyms: such a word vouches for nothing, it makes it likelier that something is said in other words.
"""

from __future__ import annotations

from functools import lru_cache

from artdiff.engine.lexicon.tables import read_stems

TABLE = "paraphrases.tsv"
REMEMBERED = 1 << 15
"""How many stems' entries are kept ready; far more than two articles have."""


@lru_cache(maxsize=REMEMBERED)
def paraphrases(stem: str) -> frozenset[str]:
    """Return the stems that may stand for one in a rewrite; none for one that the table lacks."""
    return read_stems(TABLE, stem)
