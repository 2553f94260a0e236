"""Word by word, what in the source a variant's word rests on.

The same stem in a supporting sentence is the best ground, then a synonym there, then the same in the linked paragraphs,
then anywhere in the source. What rests on nothing is where additions and substitutions hide.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from artdiff.engine.lexicon.synonyms import Relation, relatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import Pair

NONE = -1


class Ground(IntEnum):
    """How well a variant's word rests on the source, worst first."""

    NOTHING = 0
    DOCUMENT = 1
    PARAGRAPH = 2
    RELATED = 3
    SAME = 4


CLOSE = frozenset({Relation.SAME, Relation.SYNONYM, Relation.BROADER, Relation.NARROWER})


@dataclass(frozen=True, slots=True)
class Grounding:
    """What each of the variant's tokens rests on; the tuples run beside the variant's tokens.

    Attributes:
        grounds: how well; function words and punctuation have `NOTHING`, ask `Clauses.content` first.
        matches: index of the source token in a supporting sentence that it rests on; -1 where there is none.
        used: for each source token the variant tokens that rest on it, by supporting sentences only.
        places: for each stem of the source the tokens that have it.
    """

    grounds: tuple[Ground, ...]
    matches: tuple[int, ...]
    used: dict[int, tuple[int, ...]]
    places: dict[str, list[int]]


def ground(analyses: Pair[Analysis], alignment: Alignment) -> Grounding:
    """Find for every content word of the variant what it rests on in the source."""
    source, variant = analyses
    grounds = [Ground.NOTHING] * len(variant.text.tokens)
    matches = [NONE] * len(variant.text.tokens)
    anywhere = _places(source, range(len(source.text.sentences)))
    near = _stems_of_linked_paragraphs(source, alignment)
    for sentence, support in zip(variant.text.sentences, alignment.supports, strict=True):
        places = _places(source, support.sentences)
        previous = NONE
        for at in range(*sentence.tokens):
            if not variant.clauses.content[at]:
                continue
            token = variant.text.tokens[at]
            match, level = _match(token, places, previous)
            if match != NONE:
                previous = match
            elif token.stem in near.get(sentence.paragraph, ()):
                level = Ground.PARAGRAPH
            elif token.stem in anywhere:
                level = Ground.DOCUMENT
            matches[at], grounds[at] = match, level
    return Grounding(tuple(grounds), tuple(matches), _users(matches), anywhere)


def _stems_of_linked_paragraphs(source: Analysis, alignment: Alignment) -> dict[int, set[str]]:
    stems: dict[int, set[str]] = {}
    for link in alignment.links:
        linked = {
            token.stem
            for paragraph in link.paragraphs.source
            for sentence in source.text.sentences[slice(*source.text.paragraph_sentences[paragraph])]
            for token in source.text.words_of(sentence)
        }
        for paragraph in link.paragraphs.variant:
            stems.setdefault(paragraph, set()).update(linked)
    return stems


def _places(source: Analysis, sentences: Iterable[int]) -> dict[str, list[int]]:
    """Return where each content stem stands in these source sentences."""
    places: dict[str, list[int]] = {}
    for index in sentences:
        for at in range(*source.text.sentences[index].tokens):
            if source.clauses.content[at]:
                places.setdefault(source.text.tokens[at].stem, []).append(at)
    return places


def _match(token: Token, places: dict[str, list[int]], previous: int) -> tuple[int, Ground]:
    """Return the source token that this one rests on, of several the nearest behind the previous match."""
    same = places.get(token.stem)
    if same:
        return _nearest(same, previous), Ground.SAME
    kin = relatives(token.stem)
    related = [at for stem in kin.keys() & places.keys() if kin[stem] in CLOSE for at in places[stem]]
    if related:
        return _nearest(related, previous), Ground.RELATED
    return NONE, Ground.NOTHING


def _nearest(places: Sequence[int], previous: int) -> int:
    return min(places, key=lambda at: (abs(at - previous - 1), at))


def _users(matches: Sequence[int]) -> dict[int, tuple[int, ...]]:
    users: dict[int, list[int]] = {}
    for at, match in enumerate(matches):
        if match != NONE:
            users.setdefault(match, []).append(at)
    return {match: tuple(found) for match, found in users.items()}
