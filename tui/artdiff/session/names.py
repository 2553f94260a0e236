"""Short names for documents: as much of each name as tells it from the others."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS: Final = re.compile(r"[^\W_]+|[\W_]+")
_SUFFIX: Final = re.compile(r"(?<=.)\.\w{1,8}$")
LEAST: Final = 3
"""Code points that a short name has at the least, where the whole name has as many."""


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return for each name its first words, as few as tell it from all others; the whole name where none do.

    The ending goes where all names have the same.
    """
    stems = _without_suffix(names)
    if len(set(stems)) < len(set(names)):
        stems = list(names)
    heads = [_heads(stem) for stem in stems]
    counts = Counter(head for row in heads for head in set(row))
    return tuple(
        next((head for head in row if counts[head] == 1 and len(head) >= LEAST), stem)
        for row, stem in zip(heads, stems, strict=True)
    )


def _without_suffix(names: Sequence[str]) -> list[str]:
    suffixes = {match[0] if (match := _SUFFIX.search(name)) else "" for name in names}
    return [_SUFFIX.sub("", name) for name in names] if len(suffixes) == 1 else list(names)


def _heads(name: str) -> list[str]:
    """Return a name's beginnings that end with a word, the shortest first."""
    return [name[: match.end()] for match in _PARTS.finditer(name) if match[0][0].isalnum()] or [name]
