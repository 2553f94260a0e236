"""Supports: which source sentences carry what each variant sentence says.

Each variant sentence is covered greedily by the source sentences that share its rare units (stems weighed by inverse
document frequency over both texts), in any order, without regard to position but for ties. A second sentence must
bring at least two units that the first lacks: otherwise a wrongly inserted name would drag in its own paragraph and
hide itself.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from artdiff.engine.alignment import NO_SUPPORT, Support
from artdiff.engine.language.clauses import NONE
from artdiff.engine.values import Pair, ParagraphRole
from artdiff.engine.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artdiff.engine.analysis import Analysis

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
TELLING = 24
"""A unit in more source sentences than this does not make any of them a candidate by itself."""
HEADER = frozenset({ParagraphRole.HEADLINE, ParagraphRole.DEK, ParagraphRole.HEADING})
SILENT = frozenset({ParagraphRole.DATELINE, ParagraphRole.BYLINE, ParagraphRole.BOILERPLATE})
TITLES = frozenset({ParagraphRole.HEADLINE, ParagraphRole.DEK})
"""What only headers rest on."""
HEADER_EASE = 0.7
"""Deks name each of several paragraphs in a word or two: so much of the usual will do there."""
NAME_SHARING = 0.6
"""A name of k words weighs about k ** (1 - this) single words."""
SYNONYM_WEIGHT = 0.5


class Index(NamedTuple):
    """What the cover looks up.

    Attributes:
        units: for each sentence of both sides its content stems, each with its part of a unit.
        postings: for each unit of the source, if it is not too common, its sentences.
        weights: the inverse document frequency of each unit over both sides.
        sums: the weight of each source sentence.
    """

    units: Pair[list[dict[str, float]]]
    postings: dict[str, frozenset[int]]
    weights: dict[str, float]
    sums: list[float]


def _index(units: Pair[list[dict[str, float]]], sentences: Mapping[str, frozenset[int]]) -> Index:
    frequencies = Counter(chain.from_iterable(chain(*units)))
    total = len(units.source) + len(units.variant)
    rarities = {count: math.log(1 + total / count) for count in set(frequencies.values())}
    weights = {unit: rarities[count] for unit, count in frequencies.items()}
    kept = {unit: there for unit, there in sentences.items() if len(there) <= COMMON}
    sums = [sum([weights[unit] * part for unit, part in sentence.items()]) for sentence in units.source]
    return Index(units, kept, weights, sums)


def _units(analysis: Analysis) -> list[dict[str, float]]:
    """Return each sentence's content stems with their part of a unit: a name of several words is about one."""
    stems, content = analysis.text.stems, analysis.clauses.content_in
    rows = [dict.fromkeys([stems[at] for at in content(*one.tokens)], 1.0) for one in analysis.text.sentences]
    for run in _names(analysis):
        units, part = rows[analysis.text.sentence_of[run[0]]], len(run) ** -NAME_SHARING
        for at in run:
            units[stems[at]] = min(units[stems[at]], part)
    return rows


def _names(analysis: Analysis) -> list[list[int]]:
    """Return the content words with capitals that stand beside each other in a sentence, up to a name's length."""
    content, sentence_of = analysis.clauses.content, analysis.text.sentence_of
    found: list[list[int]] = []
    last = NONE
    for at in analysis.text.capitals:
        if not content[at]:
            continue
        if at == last + 1 and found and sentence_of[at] == sentence_of[last]:
            found[-1].append(at)
        else:
            found.append([at])
        last = at
    return [run[:LONGEST_NAME] for run in found if len(run) > 1]


class Cover:
    """Covers the variant's sentences with the source's.

    Attributes:
        reaches: for each unit of the variant the source sentences that have it, or failing that a synonym of it.
        factors: how much that counts, for the units of which only a synonym is there.
    """

    def __init__(self, analyses: Pair[Analysis], first_copies: Sequence[int | None]) -> None:
        self._analyses = analyses
        self._first_copies = first_copies
        self._words = vocabulary(analyses.source)
        self.index = _index(Pair(_units(analyses.source), _units(analyses.variant)), self._words.sentences)
        self._own = [OWN_WEIGHT * weight for weight in self.index.sums]
        roles = [analyses.source.text.paragraphs[one.paragraph].role for one in analyses.source.text.sentences]
        self._silent = frozenset([at for at, role in enumerate(roles) if role in SILENT])
        self._titles = frozenset([at for at, role in enumerate(roles) if role in TITLES])
        units = set[str]().union(*self.index.units.variant)
        postings = self.index.postings
        self.reaches = {unit: postings[unit] if unit in postings else self._akin(unit) for unit in units}
        self.factors = {unit: SYNONYM_WEIGHT for unit in units if unit not in postings}
        """What is worked out of both sides once, whichever sentence asks."""

    def _akin(self, unit: str) -> frozenset[int]:
        """Return the source sentences that have a word of the same meaning."""
        postings, like = self.index.postings, self._words.like(unit)
        return frozenset([one for other, _, kin in like if kin and other in postings for one in postings[other]])

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
        units = self.index.units.variant[at]
        total = sum([self.index.weights[unit] * part for unit, part in units.items()])
        shares = self._cover(units, total, header=role in HEADER) if total else {}
        if not shares:
            return NO_SUPPORT
        chosen = tuple(shares)
        similarity = _similarity(self._analyses, chosen, at)
        votes = tuple(self._vote(units, total, one) for one in shares)
        return Support(chosen, min(1.0, sum(shares.values())), similarity, votes)

    def _vote(self, units: dict[str, float], total: float, one: int) -> float:
        """Return how much speaks for a link: the weight that both sentences have, of the mean of their weights."""
        weights, reaches = self.index.weights, self.reaches
        both = sum([weights[unit] * part for unit, part in units.items() if one in reaches[unit]])
        return 2 * both / (total + self.index.sums[one])

    def _cover(self, units: dict[str, float], total: float, *, header: bool) -> dict[int, float]:
        """Return the source sentences that cover some units with their shares, the one that carries most first."""
        ease = HEADER_EASE if header else 1.0
        left, chosen = dict(units), dict[int, float]()
        reaches = self.reaches
        gains = self._gains(units, header=header)
        while gains and len(chosen) < MOST_SUPPORTS:
            best = likeliest(gains, total, self._own)
            new = [unit for unit in left if best in reaches[unit]]
            if gains[best] < (LEAST_NEW_GAIN if chosen else LEAST_GAIN) * total * ease:
                break
            if chosen and sum([left[unit] for unit in new]) < LEAST_NEW_UNITS * ease:
                break
            chosen[best] = gains.pop(best) / total
            self._add(gains, {unit: left.pop(unit) for unit in new}, -1.0)
        return chosen

    def _gains(self, units: dict[str, float], *, header: bool) -> dict[int, float]:
        """Return the weight that each source sentence carries of some units; common units speak for no sentence alone."""
        reaches = self.reaches
        told = set[int]().union(*[reach for unit in units if len(reach := reaches[unit]) <= TELLING]) - self._silent
        gains = dict.fromkeys(told if header else told - self._titles, 0.0)
        self._add(gains, units, 1.0)
        return gains

    def _add(self, gains: dict[int, float], units: Mapping[str, float], sign: float) -> None:
        """Add what some units weigh to the gain of every sentence that has them."""
        weights, reaches, factors = self.index.weights, self.reaches, self.factors
        for unit, part in units.items():
            weight = sign * weights[unit] * part * factors.get(unit, 1.0)
            for one in reaches[unit]:
                if one in gains:
                    gains[one] += weight


def likeliest(gains: Mapping[int, float], total: float, own: Sequence[float]) -> int:
    """Return what carries most, which must be something: of the whole, and weighed by how much of itself that is.

    Args:
        gains: what each carries; of two that are as good the first one counts.
        total: the weight of the whole.
        own: how much each one's own weight counts against it.
    """
    best, most = -1, -math.inf
    for one, gain in gains.items():
        worth = gain / (total + own[one])
        if worth > most or (worth == most and one < best):
            best, most = one, worth
    return best


def _same_role(analyses: Pair[Analysis], role: ParagraphRole) -> Support:
    """Return for a byline or dateline the source's: there is one at most."""
    text = analyses.source.text
    rows = enumerate(text.sentences)
    found = next((at for at, one in rows if text.paragraphs[one.paragraph].role is role), None)
    return NO_SUPPORT if found is None or role is ParagraphRole.BOILERPLATE else Support((found,), 1.0, 0.0, (1.0,))


def _similarity(analyses: Pair[Analysis], chosen: Sequence[int], at: int) -> float:
    source, variant = analyses.source.text, analyses.variant.text
    ours, theirs = slice(*variant.sentences[at].tokens), slice(*source.sentences[chosen[0]].tokens)
    return float(Indel.normalized_similarity(variant.stems[ours], source.stems[theirs]))
