"""Corpora of any size for grouping: stories made of those with keys, each with names, figures and words of its own."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.document import Document
from artdiff.engine.language.function_words import FUNCTION_WORDS
from tests.scoring import STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artdiff.stories.story import Story

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SYLLABLES = (
    "ba be bo da do fa fe ga go ha ka ke la li lo ma me mi na no pa ra re ri ro sa se so ta te ti to va ve vo".split()
)
KEPT = 0.3
"""The share of a story's words that stay as they are; of another event less than half stays."""


class Known(NamedTuple):
    """A document whose story is known.

    Attributes:
        story: the same for the documents of one story.
        original: it is the one that the others were made from.
    """

    document: Document
    story: str
    original: bool


def with_keys() -> Iterator[Known]:
    """Yield the documents of the stories with keys, one story after another."""
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        for path in sorted(folder.glob("*.txt")):
            yield Known(Document(path.name, path.read_text(encoding="utf-8"), path), folder.name, is_original(path))


def is_original(path: Path) -> bool:
    """Say whether a file of a story with keys is its source."""
    return path.name == "source.txt" or path.name.startswith("004_")


def invented(count: int) -> Iterator[Known]:
    """Yield so many documents, the same every time, of stories of two to six."""
    known: dict[str, list[Known]] = {}
    for row in with_keys():
        known.setdefault(row.story, []).append(row)
    words = sorted({word for row in with_keys() for word in _WORD.findall(row.document.text) if _is_common(word)})
    names, made = sorted(known), 0
    chance = random.Random(7)
    while made < count:
        rows = known[names[made % len(names)]]
        other = _Other(chance.randrange(1 << 30), words)
        for row in rows[: min(count - made, chance.randint(1, len(rows)))]:
            yield Known(
                Document(f"{made}.txt", _WORD.sub(other, row.document.text)), f"{row.story} {other.seed}", row.original
            )
            made += 1


def _is_common(word: str) -> bool:
    return word.islower() and len(word) > 2 and word not in FUNCTION_WORDS


class _Other:
    """Puts another name, figure or word in the place of each, the same one throughout a story."""

    def __init__(self, seed: int, words: list[str]) -> None:
        self.seed = seed
        self._chance, self._words = random.Random(seed), words
        self._known: dict[str, str] = {}

    def __call__(self, match: re.Match[str]) -> str:
        word = match[0]
        if word not in self._known:
            self._known[word] = self._other(word)
        return self._known[word]

    def _other(self, word: str) -> str:
        chance = self._chance
        if word.isdecimal():
            return word if len(word) == 4 else str(chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        if word[0].isupper() and word.casefold() not in FUNCTION_WORDS:
            return "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
        return chance.choice(self._words) if _is_common(word) and chance.random() > KEPT else word


def quality(rows: Sequence[Known], stories: Sequence[Story]) -> tuple[float, float]:
    """Return the F1 of pairs put together, and the share of stories whose source is right."""
    members = [(number, at) for number, story in enumerate(stories) for at in (story.source, *story.variants)]
    wanted = pairs(Counter(row.story for row in rows))
    given = pairs(Counter(number for number, _ in members))
    right = pairs(Counter((number, rows[at].story) for number, at in members))
    originals = {at for at, row in enumerate(rows) if row.original}
    return 2 * right / (wanted + given), len(originals & {story.source for story in stories}) / len(originals)


def pairs(counts: Counter[str] | Counter[int] | Counter[tuple[int, str]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
