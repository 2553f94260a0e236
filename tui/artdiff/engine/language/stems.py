"""Stems: words that differ by inflection only share one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from Stemmer import Stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = Path(__file__).parent.parent / "data" / "irregular.tsv"


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english", 0)  # words are kept by those who ask; a memory of its own makes it four times as slow


@cache
def irregular() -> dict[str, str]:
    """Return the irregular forms with their base, from WordNet's exception lists."""
    return dict(line.split("\t", 1) for line in TABLE.read_bytes().decode().split("\n") if line and line[0] != "#")


def stems(norms: Sequence[str]) -> list[str]:
    """Return the Porter2 stem of each casefolded word, irregular forms taken to their base first."""
    bases = irregular()
    found: list[str] = _stemmer().stemWords([bases.get(norm, norm) for norm in norms])
    return found
