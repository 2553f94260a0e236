"""Which source paragraphs a variant paragraph carries: a small logistic model over what both share.

Candidates are taken greedily: the source paragraph that carries most first, then what others add to it. Each is weighed
by how much it adds, how much of that its sentences' supports say too, whether another variant paragraph has the better
claim to it, and where the neighbours stand. The weights stand in data/links.tsv and come from
``python -m tests.tables.make_links``, which fits them on stories with keys.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import cache, lru_cache
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.cover import HEADER, OWN_WEIGHT, SILENT, TELLING, TITLES, likeliest
from artdiff.engine.lexicon.tables import read_rows
from artdiff.engine.values import Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.alignment import Support
    from artdiff.engine.analysis import Analysis
    from artdiff.engine.cover import Cover

TABLE = "links.tsv"
MOST = 6
"""How many source paragraphs are tried for one of the variant."""
LEAST_SHARE = 0.03
"""A paragraph that carries less of another's weight is not even tried."""
APART = HEADER | SILENT
"""What is no running text."""
FRONT = 4
"""How many paragraphs open an article before its text."""
FRONT_WORDS = 14
FRONT_SHARE = 0.5
"""How much of a byline's weight another must have to be the same."""
Units = dict[str, float]


class Place(StrEnum):
    """Which of the three models weighs a candidate."""

    HEADER = "header"
    FIRST = "first"
    FURTHER = "further"


FEATURES = tuple("one gain back units few figures vote voted claim rival better beside far lead near".split())
"""What the models weigh, in the order of the candidates' values."""


class Candidate(NamedTuple):
    """A source paragraph that may be carried by a variant's.

    Attributes:
        paragraphs: indices of both.
        values: what the model weighs, beside `FEATURES`.
    """

    paragraphs: Pair[int]
    place: Place
    values: tuple[float, ...]

    @property
    def features(self) -> dict[str, float]:
        """Return what the model weighs, by name."""
        return dict(zip(FEATURES, self.values, strict=True))


def correspond(
    analyses: Pair[Analysis], cover: Cover, supports: Sequence[Support], first_copies: Sequence[int | None]
) -> list[tuple[int, ...]]:
    """Return for each variant paragraph the source paragraphs whose content it carries, in their order."""
    claims = Claims(analyses, cover, supports, first_copies)
    rows = [tuple(sorted(claims.linked(paragraph))) for paragraph in range(len(first_copies))]
    return [row if first is None else rows[first] for row, first in zip(rows, first_copies, strict=True)]


@cache
def _weights(place: Place) -> tuple[float, ...]:
    """Return one model's weights, beside `FEATURES`."""
    weights = dict(item.split("=") for item in read_rows(TABLE).get(place, "").split())
    return tuple([float(weights.get(name, 0.0)) for name in FEATURES])


def _is_right(candidate: Candidate) -> bool:
    worth: float = sum(map(mul, _weights(candidate.place), candidate.values))
    return worth >= 0.0


@lru_cache(maxsize=1 << 15)
def _has_digit(unit: str) -> bool:
    return any(map(str.isdigit, unit))


class Claims:
    """How much of every source paragraph every variant paragraph carries."""

    def __init__(
        self, analyses: Pair[Analysis], cover: Cover, supports: Sequence[Support], first_copies: Sequence[int | None]
    ) -> None:
        self._analyses = analyses
        self._first_copies = first_copies
        self._roles = Pair(*([paragraph.role for paragraph in one.text.paragraphs] for one in analyses))
        self._weights = cover.index.weights
        self._units = Pair(*map(_paragraph_units, analyses, cover.index.units))
        self._sums = Pair(*([self._weigh(units) for units in side] for side in self._units))
        self._own = [OWN_WEIGHT * weight for weight in self._sums.source]
        self._factors = cover.factors
        paragraph_of = [sentence.paragraph for sentence in analyses.source.text.sentences]
        self._reaches = {
            unit: frozenset([paragraph_of[at] for at in sentences]) for unit, sentences in cover.reaches.items()
        }
        """For each unit of the variant the source paragraphs that have it, or a synonym of it."""
        self._shares = [self._gains(units) for units in self._units.variant]
        self._votes = _votes(analyses, supports)
        self._running = [at for at, role in enumerate(self._roles.variant) if self._runs(at, role)]
        self._lead = next((at for at, role in enumerate(self._roles.source) if role is ParagraphRole.BODY), None)
        self._rivals = self._best_two()
        self._neighbours = self._nearby()

    def linked(self, paragraph: int) -> list[int]:
        """Return the source paragraphs that a variant paragraph carries, none for a repeated one."""
        if self._first_copies[paragraph] is not None:
            return []
        front = self._front(paragraph)
        if front or self._roles.variant[paragraph] in SILENT:
            return front
        found = {one.paragraphs.source for one in self.candidates(paragraph) if _is_right(one)}
        return sorted(found | self._titles(paragraph))

    def _titles(self, paragraph: int) -> set[int]:
        """Return the source's headline for the variant's: titles answer each other whatever they say."""
        title = ParagraphRole.HEADLINE
        if self._roles.variant[paragraph] is not title or title not in self._roles.source:
            return set()
        return {self._roles.source.index(title)}

    def candidates(self, paragraph: int) -> list[Candidate]:
        """Return the source paragraphs that a variant paragraph may carry, the one that carries most first."""
        left, total, reaches = dict(self._units.variant[paragraph]), self._sums.variant[paragraph], self._reaches
        barred = SILENT if self._roles.variant[paragraph] in HEADER else SILENT | TITLES
        roles = self._roles.source
        gains = {one: gain for one, gain in self._shares[paragraph].items() if roles[one] not in barred}
        chosen: list[int] = []
        found: list[Candidate] = []
        while gains and len(chosen) < MOST:
            best = likeliest(gains, total, self._own)
            if gains[best] < LEAST_SHARE * total:
                break
            new = {unit: part for unit, part in left.items() if best in reaches[unit]}
            found.append(self._candidate(Pair(best, paragraph), gains.pop(best), new, chosen))
            chosen.append(best)
            for unit in new:
                del left[unit]
            self._add(gains, new, -1.0)
        return found

    def _candidate(self, pair: Pair[int], gain: float, new: Units, chosen: Sequence[int]) -> Candidate:
        source, variant = pair
        factors, votes, neighbours = self._factors, self._votes[variant], self._neighbours.get(variant, ())
        rival, claim = self._rival(source, variant), self._claim(source, variant)
        far = min([abs(source - other) for other in chosen], default=0)
        units = sum([part * factors.get(unit, 1.0) for unit, part in new.items()])
        values = (
            1.0,
            math.log(gain / self._sums.variant[variant]),
            gain / self._sums.source[source],
            min(6.0, units),
            min(2.0, units),
            float(min(2, sum(map(_has_digit, new)))),
            min(1.0, votes.get(source, 0.0)),
            float(source in votes),
            claim,
            rival,
            min(2.0, claim / (rival + 1e-6)),
            float(far == 1),
            float(far > 2),
            float(source == self._lead),
            float(source in neighbours or source - 1 in neighbours or source + 1 in neighbours),
        )
        header = self._roles.variant[variant] in HEADER
        return Candidate(pair, Place.HEADER if header else Place.FURTHER if chosen else Place.FIRST, values)

    def _weigh(self, units: Units) -> float:
        return sum([self._weights[unit] * part for unit, part in units.items()])

    def _gains(self, units: Units) -> dict[int, float]:
        """Return for each source paragraph the weight of these units that it carries; common ones speak for none alone."""
        reaches = self._reaches
        told = [reach for unit in units if len(reach := reaches[unit]) <= TELLING]
        gains = dict.fromkeys(set[int]().union(*told), 0.0)
        self._add(gains, units, 1.0)
        return gains

    def _add(self, gains: dict[int, float], units: Units, sign: float) -> None:
        """Add what some units weigh to the gain of every paragraph that has them."""
        weights, reaches, factors = self._weights, self._reaches, self._factors
        for unit, part in units.items():
            weight = sign * weights[unit] * part * factors.get(unit, 1.0)
            for one in reaches[unit]:
                if one in gains:
                    gains[one] += weight

    def _runs(self, at: int, role: ParagraphRole) -> bool:
        """Say whether a variant paragraph is running text said for the first time."""
        return role not in APART and self._first_copies[at] is None

    def _claim(self, source: int, variant: int) -> float:
        both = self._sums.variant[variant] + self._sums.source[source]
        return self._shares[variant].get(source, 0.0) / both

    def _rival(self, source: int, variant: int) -> float:
        """Return the best claim that another paragraph of the variant's running text has to a source paragraph."""
        for claim, at in self._rivals.get(source, ()):
            if at != variant:
                return claim
        return 0.0

    def _best_two(self) -> dict[int, list[tuple[float, int]]]:
        """Return for each source paragraph the two best claims to it, each with the variant paragraph that has it."""
        ours, theirs = self._sums.variant, self._sums.source
        claims: dict[int, list[tuple[float, int]]] = {}
        for at in self._running:
            own = ours[at]
            for one, share in self._shares[at].items():
                claims.setdefault(one, []).append((share / (own + theirs[one]), at))
        return {one: sorted(best, reverse=True)[:2] for one, best in claims.items()}

    def _nearby(self) -> dict[int, tuple[int, ...]]:
        """Return for each paragraph of running text what those before and behind it rest on most."""
        firsts = [self._foremost(at) for at in self._running]
        around = [(firsts[at - 1] if at else None, *firsts[at + 1 : at + 2]) for at in range(len(firsts))]
        return {
            at: tuple(one for one in ones if one is not None) for at, ones in zip(self._running, around, strict=True)
        }

    def _foremost(self, paragraph: int) -> int | None:
        shares = self._shares[paragraph]
        return likeliest(shares, self._sums.variant[paragraph], self._own) if shares else None

    def _front(self, paragraph: int) -> list[int]:
        """Return for a byline or dateline the source's: of the same role, or with mostly the same words."""
        role, roles = self._roles.variant[paragraph], self._roles.source
        if role is ParagraphRole.BOILERPLATE or not 0 < paragraph < FRONT or not self._is_short(paragraph):
            return []
        least = FRONT_SHARE * self._sums.variant[paragraph]
        shares = self._shares[paragraph]
        known = [at for at, other in enumerate(roles) if other in SILENT and shares.get(at, 0.0) >= max(least, 1e-6)]
        return known or [at for at, other in enumerate(roles) if role in SILENT and other is role][:1]

    def _is_short(self, paragraph: int) -> bool:
        text = self._analyses.variant.text
        return text.paragraphs[paragraph].span.of(text.document.text).count(" ") < FRONT_WORDS


def _paragraph_units(analysis: Analysis, sentences: Sequence[Units]) -> list[Units]:
    """Return each paragraph's content stems with their part of a unit, each counted once."""
    return [_joined(sentences[first:last]) for first, last in analysis.text.paragraph_sentences]


def _joined(sentences: Sequence[Units]) -> Units:
    """Return the units of some sentences, each with the largest of its parts."""
    if len(sentences) == 1:
        return sentences[0]
    joined: Units = {}
    for units in sentences:
        for unit, part in units.items():
            if part > joined.get(unit, 0.0):
                joined[unit] = part
    return joined


def _votes(analyses: Pair[Analysis], supports: Sequence[Support]) -> list[dict[int, float]]:
    """Return for each variant paragraph how much its sentences' supports speak for a source paragraph."""
    source, variant = analyses
    votes: list[dict[int, float]] = [{} for _ in variant.text.paragraphs]
    for sentence, support in zip(variant.text.sentences, supports, strict=True):
        row = votes[sentence.paragraph]
        for one, share in zip(support.sentences, support.shares, strict=True):
            at = source.text.sentences[one].paragraph
            row[at] = row.get(at, 0.0) + share
    return votes
