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
    return Stemmer("english")


@cache
def irregular() -> dict[str, str]:
    """Return the irregular forms with their base, from WordNet's exception lists."""
    if not TABLE.exists():
        return {}
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


def stems(norms: Sequence[str]) -> list[str]:
    """Return the Porter2 stem of each casefolded word, irregular forms taken to their base first."""
    bases = irregular()
    found: list[str] = _stemmer().stemWords([bases.get(norm, norm) for norm in norms])
    return found
