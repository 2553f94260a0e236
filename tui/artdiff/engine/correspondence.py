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
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.cover import HEADER, OWN_WEIGHT, SILENT, TELLING, TITLES, likeliest
from artdiff.engine.lexicon.tables import read_rows
from artdiff.engine.values import Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


class Candidate(NamedTuple):
    """A source paragraph that may be carried by a variant's.

    Attributes:
        paragraphs: indices of both.
        features: what the model weighs, by name.
    """

    paragraphs: Pair[int]
    place: Place
    features: Mapping[str, float]


def correspond(
    analyses: Pair[Analysis], cover: Cover, supports: Sequence[Support], first_copies: Sequence[int | None]
) -> list[tuple[int, ...]]:
    """Return for each variant paragraph the source paragraphs whose content it carries, in their order."""
    claims = Claims(analyses, cover, supports, first_copies)
    rows = [tuple(sorted(claims.linked(paragraph))) for paragraph in range(len(first_copies))]
    return [row if first is None else rows[first] for row, first in zip(rows, first_copies, strict=True)]


@cache
def _weights() -> dict[Place, dict[str, float]]:
    rows = read_rows(TABLE)
    pairs = {place: (item.split("=") for item in rows.get(place, "").split()) for place in Place}
    return {place: {name: float(weight) for name, weight in items} for place, items in pairs.items()}


def _is_right(candidate: Candidate) -> bool:
    weights = _weights()[candidate.place]
    return sum([weights.get(name, 0.0) * value for name, value in candidate.features.items()]) >= 0.0


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
        self._reaches = _reaches(analyses.source, cover, self._units.variant)
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
        left = dict(self._units.variant[paragraph])
        gains = {one: gain for one, gain in self._shares[paragraph].items() if self._eligible(paragraph, one)}
        chosen: list[int] = []
        found: list[Candidate] = []
        while gains and len(chosen) < MOST:
            best = likeliest(gains, self._sums.variant[paragraph], self._own)
            if gains[best] < LEAST_SHARE * self._sums.variant[paragraph]:
                break
            new = {unit: part for unit, part in left.items() if best in self._reaches[unit]}
            found.append(self._candidate(Pair(best, paragraph), gains.pop(best), new, chosen))
            chosen.append(best)
            left = {unit: part for unit, part in left.items() if unit not in new}
            self._add(gains, new, -1.0)
        return found

    def _candidate(self, pair: Pair[int], gain: float, new: Units, chosen: Sequence[int]) -> Candidate:
        source, variant = pair
        votes, (rival, claim) = self._votes[variant], (self._rival(*pair), self._claim(*pair))
        far = min((abs(source - other) for other in chosen), default=0)
        units = sum([part * self._reaches[unit][source] for unit, part in new.items()])
        features = {
            "one": 1.0,
            "gain": math.log(gain / self._sums.variant[variant]),
            "back": gain / self._sums.source[source],
            "units": min(6.0, units),
            "few": min(2.0, units),
            "figures": float(min(2, sum(map(_has_digit, new)))),
            "vote": min(1.0, votes.get(source, 0.0)),
            "voted": float(source in votes),
            "claim": claim,
            "rival": rival,
            "better": min(2.0, claim / (rival + 1e-6)),
            "beside": float(far == 1),
            "far": float(far > 2),
            "lead": float(source == self._lead),
            "near": float(any(abs(source - other) <= 1 for other in self._neighbours.get(variant, ()))),
        }
        header = self._roles.variant[variant] in HEADER
        return Candidate(pair, Place.HEADER if header else Place.FURTHER if chosen else Place.FIRST, features)

    def _weigh(self, units: Units) -> float:
        return sum([self._weights[unit] * part for unit, part in units.items()])

    def _gains(self, units: Units) -> dict[int, float]:
        """Return for each source paragraph the weight of these units that it carries; common ones speak for none alone."""
        gains = {one: 0.0 for unit in units if len(self._reaches[unit]) <= TELLING for one in self._reaches[unit]}
        self._add(gains, units, 1.0)
        return gains

    def _add(self, gains: dict[int, float], units: Units, sign: float) -> None:
        """Add what some units weigh to the gain of every paragraph that has them."""
        for unit, part in units.items():
            weight, reach = sign * self._weights[unit] * part, self._reaches[unit]
            for one in reach if len(reach) < len(gains) else gains.keys() & reach.keys():
                if one in gains:
                    gains[one] += weight * reach[one]

    def _eligible(self, paragraph: int, one: int) -> bool:
        role = self._roles.source[one]
        return role not in SILENT and (role not in TITLES or self._roles.variant[paragraph] in HEADER)

    def _runs(self, at: int, role: ParagraphRole) -> bool:
        """Say whether a variant paragraph is running text said for the first time."""
        return role not in APART and self._first_copies[at] is None

    def _claim(self, source: int, variant: int) -> float:
        both = self._sums.variant[variant] + self._sums.source[source]
        return self._shares[variant].get(source, 0.0) / both

    def _rival(self, source: int, variant: int) -> float:
        """Return the best claim that another paragraph of the variant's running text has to a source paragraph."""
        return next((claim for claim, at in self._rivals.get(source, ()) if at != variant), 0.0)

    def _best_two(self) -> dict[int, list[tuple[float, int]]]:
        claims: dict[int, list[tuple[float, int]]] = {}
        for at in self._running:
            for one in self._shares[at]:
                best = claims.setdefault(one, [])
                best.append((self._claim(one, at), at))
                if len(best) > 2:
                    best.remove(min(best))
        return {one: sorted(best, reverse=True) for one, best in claims.items()}

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
    rows: list[Units] = [{} for _ in analysis.text.paragraphs]
    for sentence, units in zip(analysis.text.sentences, sentences, strict=True):
        row = rows[sentence.paragraph]
        for unit, part in units.items():
            if part > row.get(unit, 0.0):
                row[unit] = part
    return rows


def _reaches(source: Analysis, cover: Cover, paragraphs: Sequence[Units]) -> dict[str, dict[int, float]]:
    """Return for each unit of the variant the source paragraphs that have it, or a synonym, and how much that counts."""
    reaches: dict[str, dict[int, float]] = {}
    paragraph_of = [sentence.paragraph for sentence in source.text.sentences]
    for unit in set[str]().union(*paragraphs):
        row = reaches[unit] = {}
        for sentence, factor in cover.reach(unit).items():
            at = paragraph_of[sentence]
            if factor > row.get(at, 0.0):
                row[at] = factor
    return reaches


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
