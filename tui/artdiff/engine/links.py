"""Links: which source sentences carry what each variant sentence says, and so which paragraphs correspond.

Each variant sentence is covered greedily by the source sentences that share its rare units (stems weighed by inverse
document frequency over both texts), in any order, without regard to position but for ties. A second sentence must
bring at least two units that the first lacks: otherwise a wrongly inserted name would drag in its own paragraph and
hide itself. Paragraphs link where their sentences do.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from artdiff.engine.alignment import Alignment, Support
from artdiff.engine.lexicon.synonyms import Relation, relatives
from artdiff.engine.repeats import find_first_copies, find_repeats
from artdiff.engine.values import Link, Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.analysis import Analysis
    from artdiff.engine.language.segmentation import Sentence

MOST_SUPPORTS = 4
LEAST_GAIN = 0.13
"""The share of a sentence's weight that its first support must carry."""
LEAST_NEW_GAIN = 0.14
"""The share that every further support must add."""
LEAST_NEW_UNITS = 2.0
"""How many units a further support must bring; the words of one name are about one."""
LONGEST_NAME = 6
OWN_WEIGHT = 0.8
"""How much a source sentence's own length counts against it."""
COMMON = 60
"""A unit in more source sentences than this tells nothing about which one is meant."""
HEADER = frozenset({ParagraphRole.HEADLINE, ParagraphRole.DEK, ParagraphRole.HEADING})
SILENT = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE, ParagraphRole.BOILERPLATE})
LEAST_VOTE = 0.22
HEADER_VOTE = 0.12
"""Headlines and deks sum up several paragraphs in few words: less will do there."""
HEADER_EASE = 0.7
"""Deks name each of several paragraphs in a word or two: so much of the usual will do there."""
NAME_SHARING = 0.6
"""A name of k words weighs about k ** (1 - this) single words."""
SYNONYM_WEIGHT = 0.5
CLOSE = frozenset({Relation.SYNONYM, Relation.BROADER, Relation.NARROWER})
NO_SUPPORT = Support((), 0.0, 0.0)


class _Index(NamedTuple):
    """What the cover looks up.

    Attributes:
        units: for each sentence of both sides its content stems, each with its part of a unit.
        postings: for each unit of the source, if it is not too common, its sentences.
        weights: the inverse document frequency of each unit over both sides.
        sums: the weight of each source sentence.
    """

    units: Pair[list[dict[str, float]]]
    postings: dict[str, list[int]]
    weights: dict[str, float]
    sums: list[float]


def align(analyses: Pair[Analysis]) -> Alignment:
    """Find the links between two documents, and for each variant sentence its support."""
    source, variant = analyses
    first_copies = find_first_copies(variant)
    cover = _Cover(analyses, first_copies)
    supports = cover.supports()
    links = _links(analyses, supports, first_copies)
    linked = {paragraph for link in links for paragraph in link.paragraphs.source}
    omitted = tuple(
        at
        for at, paragraph in enumerate(source.text.paragraphs)
        if paragraph.role in {ParagraphRole.BODY, ParagraphRole.QUOTATION} and at not in linked
    )
    return Alignment(tuple(links), tuple(supports), omitted, find_repeats(variant, first_copies), first_copies)


def _index(units: Pair[list[dict[str, float]]]) -> _Index:
    frequencies = Counter(unit for side in units for sentence in side for unit in sentence)
    total = len(units.source) + len(units.variant)
    weights = {unit: math.log(1 + total / count) for unit, count in frequencies.items()}
    postings: dict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(units.source):
        for unit in sentence:
            postings[unit].append(at)
    kept = {unit: places for unit, places in postings.items() if len(places) <= COMMON}
    sums = [sum(weights[unit] * part for unit, part in sentence.items()) for sentence in units.source]
    return _Index(units, kept, weights, sums)


def _units(analysis: Analysis) -> list[dict[str, float]]:
    """Return each sentence's content stems with their part of a unit: a name of several words is about one."""
    return [_sentence_units(analysis, sentence) for sentence in analysis.text.sentences]


def _sentence_units(analysis: Analysis, sentence: Sentence) -> dict[str, float]:
    tokens, content = analysis.text.tokens, analysis.clauses.content
    units: dict[str, float] = {}
    run: list[str] = []
    for at in range(*sentence.tokens):
        if not content[at]:
            run = []
            continue
        run = [*run, tokens[at].stem] if tokens[at].text[0].isupper() else []
        units.setdefault(tokens[at].stem, 1.0)
        if len(run) <= LONGEST_NAME:
            for stem in run:
                units[stem] = min(units[stem], len(run) ** -NAME_SHARING)
    return units


class _Cover:
    """Covers the variant's sentences with the source's."""

    def __init__(self, analyses: Pair[Analysis], first_copies: Sequence[int | None]) -> None:
        self._analyses = analyses
        self._first_copies = first_copies
        self._index = _index(Pair(_units(analyses.source), _units(analyses.variant)))
        self._reaches: dict[str, dict[int, float]] = {}
        self._roles = [analyses.source.text.paragraphs[one.paragraph].role for one in analyses.source.text.sentences]

    def supports(self) -> list[Support]:
        """Return every variant sentence's support."""
        supports: list[Support] = []
        for at in range(len(self._analyses.variant.text.sentences)):
            copy = self._copied_sentence(at)
            supports.append(self._support(at) if copy is None else supports[copy])
        return supports

    def _copied_sentence(self, at: int) -> int | None:
        """Return the first copy of a sentence in a repeated paragraph."""
        text = self._analyses.variant.text
        paragraph = text.sentences[at].paragraph
        first = self._first_copies[paragraph]
        if first is None:
            return None
        copy = text.paragraph_sentences[first][0] + at - text.paragraph_sentences[paragraph][0]
        return copy if copy < text.paragraph_sentences[first][1] else None

    def _support(self, at: int) -> Support:
        text = self._analyses.variant.text
        role = text.paragraphs[text.sentences[at].paragraph].role
        if role in SILENT or role is ParagraphRole.HEADLINE:
            same = _same_role(self._analyses, role)
            if same.sentences or role in SILENT:
                return same
        units = self._index.units.variant[at]
        total = sum(self._index.weights[unit] * part for unit, part in units.items())
        shares = self._cover(units, total, header=role in HEADER) if total else {}
        if not shares:
            return NO_SUPPORT
        chosen = tuple(shares)
        similarity = _similarity(self._analyses, chosen, at)
        votes = tuple(self._vote(units, total, one) for one in shares)
        return Support(chosen, min(1.0, sum(shares.values())), similarity, votes)

    def _vote(self, units: dict[str, float], total: float, one: int) -> float:
        """Return how much speaks for a link: the weight that both sentences have, of the mean of their weights."""
        both = sum(self._index.weights[unit] * part for unit, part in units.items() if one in self._reach(unit))
        return 2 * both / (total + self._index.sums[one])

    def _cover(self, units: dict[str, float], total: float, *, header: bool) -> dict[int, float]:
        """Return the source sentences that cover some units with their shares, the one that carries most first."""
        left, chosen = dict(units), dict[int, float]()
        while left and len(chosen) < MOST_SUPPORTS:
            gains = self._gains(left, chosen, header=header)
            if not gains:
                break
            best = max(gains, key=lambda one: (self._worth(one, gains[one], total), -one))
            new = [unit for unit in left if best in self._reach(unit)]
            if gains[best] < (LEAST_NEW_GAIN if chosen else LEAST_GAIN) * total * (HEADER_EASE if header else 1.0):
                break
            if chosen and sum(left[unit] for unit in new) < LEAST_NEW_UNITS * (HEADER_EASE if header else 1.0):
                break
            chosen[best] = gains[best] / total
            for unit in new:
                del left[unit]
        return chosen

    def _gains(self, left: dict[str, float], chosen: dict[int, float], *, header: bool) -> dict[int, float]:
        gains: dict[int, float] = {}
        for unit, part in left.items():
            for one, factor in self._reach(unit).items():
                gains[one] = gains.get(one, 0.0) + self._index.weights[unit] * part * factor
        return {one: gain for one, gain in gains.items() if one not in chosen and self._eligible(one, header=header)}

    def _reach(self, unit: str) -> dict[int, float]:
        """Return the source sentences that have a unit, or failing that a synonym of it, and how much that counts."""
        reach = self._reaches.get(unit)
        if reach is None:
            reach = dict.fromkeys(self._index.postings.get(unit, ()), 1.0)
            if not reach:
                found = (other for other, kind in relatives(unit).items() if kind in CLOSE)
                reach = {one: SYNONYM_WEIGHT for other in found for one in self._index.postings.get(other, ())}
            self._reaches[unit] = reach
        return reach

    def _eligible(self, sentence: int, *, header: bool) -> bool:
        role = self._roles[sentence]
        return role not in SILENT and (header or role not in {ParagraphRole.HEADLINE, ParagraphRole.DEK})

    def _worth(self, one: int, gain: float, total: float) -> float:
        """Weigh what a source sentence carries by how much of itself that is."""
        return gain / (total + OWN_WEIGHT * self._index.sums[one])


def _same_role(analyses: Pair[Analysis], role: ParagraphRole) -> Support:
    """Return for a byline or dateline the source's: there is one at most."""
    text = analyses.source.text
    rows = enumerate(text.sentences)
    found = next((at for at, one in rows if text.paragraphs[one.paragraph].role is role), None)
    return NO_SUPPORT if found is None or role is ParagraphRole.BOILERPLATE else Support((found,), 1.0, 0.0, (1.0,))


def _similarity(analyses: Pair[Analysis], chosen: Sequence[int], at: int) -> float:
    source, variant = analyses
    ours = [token.stem for token in variant.text.words_of(variant.text.sentences[at])]
    theirs = [token.stem for token in source.text.words_of(source.text.sentences[chosen[0]])]
    return float(Indel.normalized_similarity(ours, theirs))


def _links(analyses: Pair[Analysis], supports: Sequence[Support], first_copies: Sequence[int | None]) -> list[Link]:
    links: list[Link] = []
    places: dict[int, int] = {}
    for paragraph in range(len(analyses.variant.text.paragraphs)):
        linked = _voted(analyses, supports, paragraph)
        if not linked:
            continue
        first = first_copies[paragraph]
        copy_of = places.get(first) if first is not None else None
        sentences = range(*analyses.variant.text.paragraph_sentences[paragraph])
        similarity = sum(supports[at].coverage for at in sentences) / len(sentences)
        places[paragraph] = len(links)
        links.append(Link(Pair(linked, (paragraph,)), round(similarity, 3), rewritten=False, copy_of=copy_of))
    return _with_moves(analyses.variant, links)


def _with_moves(variant: Analysis, links: list[Link]) -> list[Link]:
    """Mark the links that stand out of the source's order: those outside the longest run that keeps it."""
    told = [
        at
        for at, link in enumerate(links)
        if link.copy_of is None and variant.text.paragraphs[link.paragraphs.variant[0]].role not in HEADER | SILENT
    ]
    kept = {told[at] for at in _longest_rise([links[at].paragraphs.source[0] for at in told])}
    return [replace(link, moved=at in told and at not in kept) for at, link in enumerate(links)]


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest subsequence that never falls (patience sorting)."""
    tails: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_right(tails, value, key=lambda index: values[index])
        before.append(tails[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [at]
    rise: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        rise.append(at)
        at = before[at]
    return rise[::-1]


def _voted(analyses: Pair[Analysis], supports: Sequence[Support], paragraph: int) -> tuple[int, ...]:
    """Return the source paragraphs that a variant paragraph's sentences rest on, those with a mere trace left out."""
    source, variant = analyses
    sentences = range(*variant.text.paragraph_sentences[paragraph])
    votes: dict[int, float] = defaultdict(float)
    for at in sentences:
        for one, share in zip(supports[at].sentences, supports[at].shares, strict=True):
            votes[source.text.sentences[one].paragraph] += share
    header = variant.text.paragraphs[paragraph].role in HEADER
    floor = HEADER_VOTE if header else LEAST_VOTE
    return tuple(sorted(one for one, vote in votes.items() if vote >= floor))
