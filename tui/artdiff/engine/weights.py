"""Logistic models as data: a table of weights by the names of what they weigh."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TABLE: Final = Path(__file__).parent / "data" / "confidence.tsv"
"""The weights of both models of confidence."""
Features = dict[str, float]
"""Named numbers, or the weights that they have."""


@cache
def read_weights() -> Features:
    """Return the weight of every feature in the table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return {name: float(weight) for name, weight in rows}


def probability(weights: Features, features: Iterable[tuple[str, float]]) -> float:
    """Return what a model makes of some features, 0 to 1."""
    return logistic(weights.get("all", 0.0), [weights[name] * value for name, value in features if name in weights])


def logistic(intercept: float, parts: Sequence[float]) -> float:
    """Return the probability that what speaks for and against something comes to."""
    total = intercept + sum(parts)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
