"""A logistic model with a ridge, fitted by Newton's method: what the scripts that make weights share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

RIDGE = 0.3
ROUNDS = 25
"""Newton steps; a dozen are enough."""


def fit(rows: Sequence[Mapping[str, float]], right: Sequence[bool], free: Collection[str]) -> dict[str, float]:
    """Return the weights that make the labels most likely, kept small by the ridge but for the free ones."""
    names = sorted({name for row in rows for name in row})
    table = _table(rows, names)
    labels = np.array(right, dtype=float)
    ridge = np.diag([0.0 if name in free else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = _chances(table, weights)
        slope = table.T @ (chance - labels) + ridge @ weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def chances(weights: Mapping[str, float], rows: Sequence[Mapping[str, float]]) -> list[float]:
    """Return the model's probability for each row."""
    names = sorted(weights)
    found: list[float] = _chances(_table(rows, names), np.array([weights[name] for name in names])).tolist()
    return found


def _table(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> NDArray[np.float64]:
    index = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.items():
            if name in index:
                table[at, index[name]] = value
    return table


def _chances(table: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
    return found
