"""A logistic model with a ridge, fitted by Newton's method: what the scripts that make weights share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

RIDGE = 0.3
ROUNDS = 25
"""Newton steps at most; a dozen are enough."""
STILL = 1e-5
"""When no weight moves more than this in a step, they have been found."""


def _same(_: str) -> float:
    return RIDGE


def fit(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    free: Collection[str],
    *,
    ridge_of: Callable[[str], float] = _same,
    counts: Sequence[float] | None = None,
) -> dict[str, float]:
    """Return the weights that make the labels most likely, kept small by a ridge but for the free ones.

    Args:
        ridge_of: how strongly each weight is kept small, by its name.
        counts: how often each row counts, once where not given.
    """
    names = sorted({name for row in rows for name in row})
    table = _table(rows, names)
    labels = np.array(right, dtype=float)
    each = np.ones(len(rows)) if counts is None else np.array(counts)
    ridge = np.diag([0.0 if name in free else ridge_of(name) for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chance = _chances(table, weights)
        slope = table.T @ (each * (chance - labels)) + ridge @ weights
        curve = (table * (each * chance * (1 - chance))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < STILL:
            break
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
