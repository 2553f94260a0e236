"""Word by word, what in the source a variant's word rests on.

The same stem in a supporting sentence is the best ground, then a synonym or a phrase that says the same there, then the
same in the linked paragraphs, then anywhere in the source. What rests on nothing is where additions and substitutions
hide. Beside this ladder every word has a base, 0 to 1, that also counts words that are merely near in use.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.lexicon.phrases import word_groups
from artdiff.engine.lexicon.related import usage
from artdiff.engine.lexicon.synonyms import AKIN, Relation, relatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Token
    from artdiff.engine.values import Pair

NONE = -1
REMEMBERED = 1 << 15
"""For how many stems it is kept ready what says the like; far more than two articles have."""


class Ground(IntEnum):
    """How well a variant's word rests on the source, worst first."""

    NOTHING = 0
    DOCUMENT = 1
    PARAGRAPH = 2
    RELATED = 3
    SAME = 4


WORTH = {Relation.SAME: 1.0, Relation.SYNONYM: 0.9, Relation.BROADER: 0.8, Relation.NARROWER: 0.8}
"""What a related word in a supporting sentence is worth as a base."""
PHRASE = 0.9
ASIDE = 0.75
"""So much of its worth keeps a base in the sentences around the supporting ones."""
FAR, FAR_RARE = 0.1, 0.3
"""A base elsewhere in the document: for the commonest words, and what rarity adds."""


class Grounding(NamedTuple):
    """What each of the variant's tokens rests on; the tuples run beside the variant's tokens.

    Attributes:
        grounds: how well; function words and punctuation have `NOTHING`, ask `Clauses.content` first.
        matches: index of the source token in a supporting sentence that it rests on; -1 where there is none.
        bases: 0 to 1, how far the source says the like; words that are merely near in use count in part.
        used: for each source token the variant tokens that rest on it, in order, by supporting sentences only.
        places: for each stem of the source the tokens that have it.
    """

    grounds: tuple[Ground, ...]
    matches: tuple[int, ...]
    bases: tuple[float, ...]
    used: dict[int, tuple[int, ...]]
    places: dict[str, list[int]]


class _Match(NamedTuple):
    """What a word rests on: the source token in a supporting sentence, if there is one."""

    at: int
    ground: Ground
    base: float


NOWHERE = _Match(NONE, Ground.NOTHING, 0.0)


def ground(analyses: Pair[Analysis], alignment: Alignment) -> Grounding:
    """Find for every content word of the variant what it rests on in the source."""
    return _Grounder(analyses, alignment).ground()


class _Grounder:
    """Looks the variant's words up in ever wider parts of the source."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._source, self._variant = analyses
        self._alignment = alignment
        self._anywhere = _places(self._source, range(len(self._source.text.sentences)))
        self._linked = _stems_of_linked_paragraphs(self._source, alignment)
        self._phrases: dict[int, dict[int, int]] = {}
        self._stems: dict[int, frozenset[str]] = {}

    def ground(self) -> Grounding:
        """Return what every word rests on."""
        found = [NOWHERE] * len(self._variant.text.tokens)
        for index, support in enumerate(self._alignment.supports):
            self._ground_sentence(index, support.sentences, found)
        matches = tuple([match.at for match in found])
        return Grounding(
            tuple([match.ground for match in found]),
            matches,
            tuple([match.base for match in found]),
            _users(matches),
            self._anywhere,
        )

    def _ground_sentence(self, index: int, supports: tuple[int, ...], found: list[_Match]) -> None:
        sentence = self._variant.text.sentences[index]
        places = _places(self._source, supports)
        linked = self._linked.get(sentence.paragraph, frozenset())
        around = linked | self._neighbours(supports)
        said = self._same_phrases(index, supports)
        previous = NONE
        for at in self._variant.clauses.content_in(*sentence.tokens):
            token = self._variant.text.tokens[at]
            match = _supported(token, places, previous)
            if at in said and match.ground < Ground.SAME:
                match = _Match(said[at], Ground.RELATED, PHRASE)
            if match.at != NONE:
                previous = match.at
            else:
                match = self._elsewhere(token.stem, places, linked, around)
            found[at] = match

    def _elsewhere(
        self, stem: str, places: Mapping[str, list[int]], linked: frozenset[str], around: frozenset[str]
    ) -> _Match:
        """Return what a word rests on outside the supporting sentences, or in them by words that are merely near."""
        known = usage(stem)
        near = known.near
        here = [] if near.keys().isdisjoint(places.keys()) else [near[other] for other in near.keys() & places.keys()]
        base = max(here, default=0.0)
        base = max(base, ASIDE * (1.0 if stem in around else nearness(stem, around)))
        if stem in linked:
            return _Match(NONE, Ground.PARAGRAPH, base)
        if stem in self._anywhere:
            return _Match(NONE, Ground.DOCUMENT, max(base, FAR + FAR_RARE * known.weight))
        return _Match(NONE, Ground.NOTHING, base)

    def _neighbours(self, supports: tuple[int, ...]) -> frozenset[str]:
        """Return the stems of the sentences before and behind the supporting ones."""
        beside = {at + step for at in supports for step in (-1, 1)} - set(supports)
        inside = range(len(self._source.text.sentences))
        return frozenset().union(*(self._stems_of(index) for index in beside if index in inside))

    def _stems_of(self, index: int) -> frozenset[str]:
        """Return the content stems of a source sentence."""
        known = self._stems.get(index)
        if known is None:
            text = self._source.text
            places = self._source.clauses.content_in(*text.sentences[index].tokens)
            known = self._stems[index] = frozenset([text.tokens[at].stem for at in places])
        return known

    def _same_phrases(self, sentence: int, supports: tuple[int, ...]) -> dict[int, int]:
        """Return the content words that stand in a phrase or word of which a support has another wording, with its token."""
        groups: dict[int, int] = {}
        for index in supports:
            groups.update(self._groups_of(index))
        if not groups:
            return {}
        said: dict[int, int] = {}
        for first, last, found in _wordings(self._variant, sentence):
            if not groups.keys().isdisjoint(found):
                known = next(group for group in found if group in groups)
                said.update(dict.fromkeys(range(first, last), groups[known]))
        return said

    def _groups_of(self, index: int) -> dict[int, int]:
        """Return the groups of wordings that a source sentence has, each with the first content token of it."""
        known = self._phrases.get(index)
        if known is None:
            content = self._source.clauses.content
            known = {}
            for first, last, groups in _wordings(self._source, index):
                at = first if last == first + 1 else next((at for at in range(first, last) if content[at]), first)
                known.update(dict.fromkeys(groups, at))
            self._phrases[index] = known
        return known


def _wordings(analysis: Analysis, sentence: int) -> list[tuple[int, int, frozenset[int]]]:
    """Return the words and phrases of a sentence that stand in groups of wordings, with their token ranges."""
    start, end = analysis.text.sentences[sentence].tokens
    found = [
        (at, at + 1, groups)
        for at, token in enumerate(analysis.text.tokens[start:end], start)
        if (groups := word_groups(token.stem))
    ]
    return found + [(start + match.start, start + match.end, match.groups) for match in analysis.phrases[sentence]]


def _stems_of_linked_paragraphs(source: Analysis, alignment: Alignment) -> dict[int, frozenset[str]]:
    stems: dict[int, frozenset[str]] = {}
    known: dict[int, frozenset[str]] = {}
    for link in alignment.links:
        for paragraph in link.paragraphs.source:
            if paragraph not in known:
                known[paragraph] = _stems_of_paragraph(source, paragraph)
        linked = frozenset().union(*(known[paragraph] for paragraph in link.paragraphs.source))
        for paragraph in link.paragraphs.variant:
            stems[paragraph] = stems.get(paragraph, frozenset()) | linked
    return stems


def _stems_of_paragraph(source: Analysis, paragraph: int) -> frozenset[str]:
    sentences = source.text.sentences[slice(*source.text.paragraph_sentences[paragraph])]
    tokens = source.text.tokens[sentences[0].tokens[0] : sentences[-1].tokens[1]] if sentences else ()
    return frozenset([token.stem for token in tokens])


def _places(source: Analysis, sentences: Iterable[int]) -> dict[str, list[int]]:
    """Return where each content stem stands in these source sentences, in order."""
    places: dict[str, list[int]] = {}
    tokens = source.text.tokens
    for index in sorted(sentences):
        for at in source.clauses.content_in(*source.text.sentences[index].tokens):
            places.setdefault(tokens[at].stem, []).append(at)
    return places


def _supported(token: Token, places: Mapping[str, list[int]], previous: int) -> _Match:
    """Return the source token that this one rests on, of several the nearest behind the previous match."""
    same = places.get(token.stem)
    if same:
        return _Match(_nearest(same, previous), Ground.SAME, 1.0)
    kin = relatives(token.stem)
    if kin.keys().isdisjoint(places.keys()):
        return NOWHERE
    told = kin.keys() & places.keys()
    related = {at: WORTH[kin[stem]] for stem in told if kin[stem] in AKIN for at in places[stem]}
    if related:
        at = _nearest(sorted(related), previous)
        return _Match(at, Ground.RELATED, related[at])
    return NOWHERE


def sayers(stem: str, stems: AbstractSet[str]) -> list[tuple[str, float]]:
    """Return those of some stems that say the like of one, near in use or in meaning, each with what that is worth."""
    return [(other, worth) for other, worth in _sayers(stem).items() if other in stems]


def nearness(stem: str, stems: AbstractSet[str]) -> float:
    """Return what the best of some stems is worth that say the like of one, 0 where none does."""
    known = _sayers(stem)
    if known.keys().isdisjoint(stems):
        return 0.0
    return max([worth for other, worth in known.items() if other in stems])


@lru_cache(maxsize=REMEMBERED)
def _sayers(stem: str) -> Mapping[str, float]:
    """Return the stems that say the like of one, each with what that is worth."""
    found = dict(usage(stem).near)
    for other, kind in relatives(stem).items():
        if kind in AKIN:
            found[other] = max(WORTH[kind], found.get(other, 0.0))
    return found


def _nearest(places: Sequence[int], previous: int) -> int:
    """Return the nearest to the token behind a previous one, of two as near the first; the places are sorted."""
    at = bisect_left(places, previous + 1)
    if at == len(places) or (at and previous + 1 - places[at - 1] <= places[at] - previous - 1):
        return places[at - 1]
    return places[at]


def _users(matches: Sequence[int]) -> dict[int, tuple[int, ...]]:
    users: dict[int, list[int]] = {}
    for at, match in enumerate(matches):
        if match != NONE:
            users.setdefault(match, []).append(at)
    return {match: tuple(found) for match, found in users.items()}
