"""Word by word, what in the source a variant's word rests on.

The same stem in a supporting sentence is the best ground, then a synonym or a phrase that says the same there, then the
same in the linked paragraphs, then anywhere in the source. What rests on nothing is where additions and substitutions
hide. Beside this ladder every word has a base, 0 to 1, that also counts words that are merely near in use.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.lexicon.phrases import single_words, word_groups
from artdiff.engine.lexicon.related import weight
from artdiff.engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from artdiff.engine.alignment import Alignment
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.values import Pair
    from artdiff.engine.vocabulary import Like

NONE = -1


class Ground(IntEnum):
    """How well a variant's word rests on the source, worst first."""

    NOTHING = 0
    DOCUMENT = 1
    PARAGRAPH = 2
    RELATED = 3
    SAME = 4


NOTHING: Final = Ground.NOTHING
DOCUMENT: Final = Ground.DOCUMENT
PARAGRAPH: Final = Ground.PARAGRAPH
RELATED: Final = Ground.RELATED
SAME: Final = Ground.SAME
"""The grounds, for what asks every word: looking a member up in its class takes four times as long."""
PHRASE = 0.9
"""What a phrase that says the same is worth as a base."""
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


def ground(analyses: Pair[Analysis], alignment: Alignment) -> Grounding:
    """Find for every content word of the variant what it rests on in the source."""
    return _Grounder(analyses, alignment).ground()


class _Grounder:
    """Looks the variant's words up in ever wider parts of the source."""

    def __init__(self, analyses: Pair[Analysis], alignment: Alignment) -> None:
        self._source, self._variant = analyses
        self._alignment = alignment
        self._words = vocabulary(self._source)
        self._linked = _stems_of_linked_paragraphs(self._source, alignment)
        self._phrases: dict[int, dict[int, int]] = {}
        self._rows: dict[int, dict[str, list[int]]] = {}
        count = len(self._variant.text.tokens)
        self._grounds = [NOTHING] * count
        self._matches = [NONE] * count
        self._bases = [0.0] * count

    def ground(self) -> Grounding:
        """Return what every word rests on."""
        for index, support in enumerate(self._alignment.supports):
            self._ground_sentence(index, support.sentences)
        users = _users(self._variant.clauses.places, self._matches)
        return Grounding(tuple(self._grounds), tuple(self._matches), tuple(self._bases), users, self._words.places)

    def _ground_sentence(self, index: int, supports: tuple[int, ...]) -> None:
        """Look up the words of a sentence: those of its supports first, then what says the same there, then elsewhere."""
        stems, matches, sentence = self._variant.text.stems, self._matches, self._variant.text.sentences[index]
        content, places = self._variant.clauses.content_in(*sentence.tokens), self._places_in(supports)
        others = [at for at in content if stems[at] not in places]
        said = self._same_phrases(index, supports, others) if others and supports else {}
        elsewhere: list[int] = []
        previous = NONE
        for at in content:
            same = places.get(stems[at])
            if same:
                previous = matches[at] = same[0] if len(same) == 1 else _nearest(same, previous)
                self._grounds[at], self._bases[at] = SAME, 1.0
                continue
            match, base = (said[at], PHRASE) if at in said else _related(self._words.like(stems[at]), places, previous)
            if match == NONE:
                elsewhere.append(at)
            else:
                previous = matches[at] = match
                self._grounds[at], self._bases[at] = RELATED, base
        if elsewhere:
            self._look_elsewhere(elsewhere, places, sentence.paragraph, supports)

    def _look_elsewhere(
        self, elsewhere: Sequence[int], places: Mapping[str, list[int]], paragraph: int, supports: tuple[int, ...]
    ) -> None:
        """Look up words outside the supporting sentences, or in them words that are merely near."""
        linked = self._linked.get(paragraph, frozenset())
        around = linked | self._neighbours(supports)
        for at in elsewhere:
            stem = self._variant.text.stems[at]
            like = self._words.like(stem)
            base = max(_best(like, places), ASIDE * (1.0 if stem in around else _best(like, around)))
            if stem in linked:
                self._grounds[at] = PARAGRAPH
            elif stem in self._words.places:
                self._grounds[at] = DOCUMENT
                base = max(base, FAR + FAR_RARE * weight(stem))
            self._bases[at] = base

    def _neighbours(self, supports: tuple[int, ...]) -> set[str]:
        """Return the content stems of the sentences before and behind the supporting ones."""
        inside = len(self._source.text.sentences)
        found: set[str] = set()
        for at in supports:
            for beside in (at - 1, at + 1):
                if 0 <= beside < inside and beside not in supports:
                    found.update(self._places_of(beside))
        return found

    def _places_in(self, sentences: tuple[int, ...]) -> Mapping[str, list[int]]:
        """Return where each content stem stands in some source sentences, in order."""
        if len(sentences) == 1:
            return self._places_of(sentences[0])
        places: dict[str, list[int]] = {}
        for index in sorted(sentences):
            for stem, found in self._places_of(index).items():
                places[stem] = places[stem] + found if stem in places else found
        return places

    def _places_of(self, index: int) -> dict[str, list[int]]:
        """Return where each content stem stands in a source sentence."""
        places = self._rows.get(index)
        if places is None:
            stems = self._source.text.stems
            content = self._source.clauses.content_in(*self._source.text.sentences[index].tokens)
            places = {stems[at]: [at] for at in content}
            if len(places) < len(content):  # in few sentences a word comes twice
                places = {}
                for at in content:
                    places.setdefault(stems[at], []).append(at)
            self._rows[index] = places
        return places

    def _same_phrases(self, sentence: int, supports: tuple[int, ...], places: Sequence[int]) -> dict[int, int]:
        """Return which of a sentence's words stand in a phrase or word of which a support has another wording, with its token."""
        stems, singles, start = (
            self._variant.text.stems,
            single_words(),
            self._variant.text.sentences[sentence].tokens[0],
        )
        wordings = [(at, at + 1, word_groups(stems[at])) for at in places if stems[at] in singles]
        wordings += [(start + first, start + last, groups) for first, last, groups in self._variant.phrases[sentence]]
        if not wordings:
            return {}
        groups: dict[int, int] = {}
        for index in supports:
            groups.update(self._groups_of(index))
        said: dict[int, int] = {}
        for first, last, found in wordings:
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
            text = self._source.text
            start, end = text.sentences[index].tokens
            stems, singles = text.stems, single_words()
            for at in range(start, end):
                if stems[at] in singles:
                    known.update(dict.fromkeys(word_groups(stems[at]), at))
            for first, last, groups in self._source.phrases[index]:
                behind = start + last
                at = next((at for at in range(start + first, behind) if content[at]), start + first)
                known.update(dict.fromkeys(groups, at))
            self._phrases[index] = known
        return known


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
    first, last = source.text.paragraph_sentences[paragraph]
    sentences = source.text.sentences
    return frozenset(
        source.text.stems[sentences[first].tokens[0] : sentences[last - 1].tokens[1]] if first < last else ()
    )


def _related(like: Sequence[Like], places: Mapping[str, list[int]], previous: int) -> tuple[int, float]:
    """Return the token with a word of the same meaning, of several the nearest behind a previous one; -1 for none."""
    related = {at: kin for stem, _, kin in like if kin and stem in places for at in places[stem]}
    if not related:
        return NONE, 0.0
    at = _nearest(sorted(related), previous)
    return at, related[at]


def _best(like: Sequence[Like], stems: AbstractSet[str] | Mapping[str, list[int]]) -> float:
    """Return what the best of some stems is worth of those that say the like of a word, 0 where none does."""
    for stem, worth, _ in like:
        if stem in stems:
            return worth
    return 0.0


def _nearest(places: Sequence[int], previous: int) -> int:
    """Return the nearest to the token behind a previous one, of two as near the first; the places are sorted."""
    at = bisect_left(places, previous + 1)
    if at == len(places) or (at and previous + 1 - places[at - 1] <= places[at] - previous - 1):
        return places[at - 1]
    return places[at]


def _users(places: Sequence[int], matches: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return by the source's tokens which of the variant's content tokens rest on them."""
    users: dict[int, list[int]] = {}
    for at in places:
        match = matches[at]
        if match != NONE:
            users.setdefault(match, []).append(at)
    return {match: tuple(found) for match, found in users.items()}
