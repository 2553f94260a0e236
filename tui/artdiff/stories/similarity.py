"""How alike two documents are in what they tell: the measure that groups documents into stories.

Pairs of neighbouring content words tell an event, single words a topic: the weights are fixed, not learnt from the
documents at hand, so that two documents are as alike in a folder of five as among a million.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from artdiff.engine.language.segmentation import TokenKind

if TYPE_CHECKING:
    from artdiff.engine.analysis import Analysis

PAIR_WEIGHT = 3.0
NUMBER_WEIGHT = 2.0
NAME_WEIGHT = 0.3
"""Capitalised words: the same people and countries stand in many stories."""
WORD_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Profile:
    """A document's content as weighted units.

    Attributes:
        weights: for each stem, number and pair of neighbouring stems its weight.
        norm: the Euclidean length of the weights.
        rare: the units that tell an event: numbers and pairs.
    """

    weights: dict[str, float]
    norm: float
    rare: frozenset[str]


def profile(analysis: Analysis) -> Profile:
    """Return a document's profile."""
    counts: dict[str, int] = {}
    weights: dict[str, float] = {}
    for sentence in analysis.text.sentences:
        previous = ""
        for at in range(*sentence.tokens):
            if not analysis.clauses.content[at]:
                continue
            token = analysis.text.tokens[at]
            weights[token.stem] = _weight(token.kind, token.text)
            counts[token.stem] = counts.get(token.stem, 0) + 1
            if previous:
                pair = f"{previous} {token.stem}"
                weights[pair] = PAIR_WEIGHT
                counts[pair] = counts.get(pair, 0) + 1
            previous = token.stem
    weighed = {unit: weight * (1 + math.log(counts[unit])) for unit, weight in weights.items()}
    rare = frozenset(unit for unit, weight in weights.items() if weight >= NUMBER_WEIGHT)
    return Profile(weighed, math.sqrt(sum(weight * weight for weight in weighed.values())), rare)


def _weight(kind: TokenKind, text: str) -> float:
    if kind is TokenKind.NUMBER:
        return NUMBER_WEIGHT
    return NAME_WEIGHT if text[0].isupper() else WORD_WEIGHT


def similarity(one: Profile, other: Profile) -> float:
    """Return the cosine of two profiles, 0 to 1; 0 for an empty document."""
    if not one.norm or not other.norm:
        return 0.0
    small, large = sorted((one.weights, other.weights), key=len)
    return sum(weight * large[unit] for unit, weight in small.items() if unit in large) / (one.norm * other.norm)


def contained(one: Profile, other: Profile) -> float:
    """Return the share of one document's weight that the other has too, 0 to 1."""
    total = sum(one.weights.values())
    return sum(weight for unit, weight in one.weights.items() if unit in other.weights) / total if total else 0.0
