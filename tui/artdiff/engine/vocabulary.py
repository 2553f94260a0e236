"""A source's words: where each stands, and which of them say the like of another word, looked up once a source."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.synonyms import AKIN, Relation, relatives
from artdiff.engine.remembering import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis

REMEMBERED = 1 << 15
"""For how many stems it is kept ready what says the like; far more than two articles have."""
SOURCES = 8
"""Of so many sources the words are kept: what is compared with one comes in a row."""
WORTH = {Relation.SAME: 1.0, Relation.SYNONYM: 0.9, Relation.BROADER: 0.8, Relation.NARROWER: 0.8}
"""What a related word is worth where the word itself would be worth 1."""
Like = tuple[str, float, float]
"""A stem, what it is worth as one that says the like, and what as a word of the same meaning: 0 where it is merely near in use."""


class Vocabulary:
    """The words of a source.

    Attributes:
        places: for each content stem the tokens that have it, in order.
        sentences: for each content stem the sentences that have it.
    """

    def __init__(self, source: Analysis) -> None:
        stems, sentence_of = source.text.stems, source.text.sentence_of
        self.places: dict[str, list[int]] = {}
        places = self.places
        for at in source.clauses.places:
            stem = stems[at]
            if stem in places:
                places[stem].append(at)
            else:
                places[stem] = [at]
        self.sentences = {stem: frozenset(map(sentence_of.__getitem__, found)) for stem, found in places.items()}
        self._stems = frozenset(stems)
        self._known: dict[str, Sequence[Like]] = {}

    def like(self, stem: str) -> Sequence[Like]:
        """Return the source's stems that say the like of one, the most like first; small words are among them."""
        found = self._known.get(stem)
        if found is None:
            stems = self._stems
            found = self._known[stem] = [one for one in _like(stem) if one[0] in stems]
        return found


@remembered(SOURCES)
def vocabulary(source: Analysis) -> Vocabulary:
    """Return a source's words."""
    return Vocabulary(source)


@lru_cache(maxsize=REMEMBERED)
def _like(stem: str) -> tuple[Like, ...]:
    """Return the stems that say the like of one, near in use or in meaning, the most like first."""
    near, kin = usage(stem).near, {other: WORTH[kind] for other, kind in relatives(stem).items() if kind in AKIN}
    rows = [(other, max(kin.get(other, 0.0), near.get(other, 0.0)), kin.get(other, 0.0)) for other in {**near, **kin}]
    return tuple(sorted(rows, key=lambda row: -row[1]))
