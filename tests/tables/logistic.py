"""A logistic model with a ridge, fitted by Newton's method: what the scripts that make weights share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

RIDGE = 0.3
ROUNDS = 25
"""Newton steps at most; a dozen are enough."""
STILL = 1e-5
"""When no weight moves more than this in a step, they have been found."""


BLOCK = 256
"""Rows that are multiplied at once. Rows of one rule share most of their names, so that a block has few columns."""


class _Block(NamedTuple):
    """Some rows, with a column for each name that any of them has, and how often each counts."""

    columns: NDArray[np.int64]
    table: NDArray[np.float64]
    labels: NDArray[np.float64]
    counts: NDArray[np.float64]


def _same(_: str) -> float:
    return RIDGE


def fit(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    free: Collection[str],
    *,
    ridge_of: Callable[[str], float] = _same,
    counts: Sequence[float] | None = None,
    begin: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Return the weights that make the labels most likely, kept small by a ridge but for the free ones.

    Args:
        ridge_of: how strongly each weight is kept small, by its name.
        counts: how often each row counts, once where not given.
        begin: where the steps begin: the weights of a fit to almost the same rows, where there is one.
    """
    names = sorted({name for row in rows for name in row})
    blocks = _blocks(rows, right, counts or [1.0] * len(rows), names)
    ridge = np.array([0.0 if name in free else ridge_of(name) for name in names])
    weights = np.array([(begin or {}).get(name, 0.0) for name in names])
    for _ in range(ROUNDS):
        step = _step(blocks, ridge, weights)
        weights -= step
        if np.abs(step).max() < STILL:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def _step(blocks: Sequence[_Block], ridge: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    slope, curve = ridge * weights, np.diag(ridge)
    for columns, table, labels, counts in blocks:
        chance = _chances(table, weights[columns])
        slope[columns] += table.T @ (counts * (chance - labels))
        curve[np.ix_(columns, columns)] += (table * (counts * chance * (1 - chance))[:, None]).T @ table
    return np.asarray(np.linalg.solve(curve, slope), dtype=np.float64)


def _blocks(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], counts: Sequence[float], names: Sequence[str]
) -> list[_Block]:
    index = {name: at for at, name in enumerate(names)}
    alike = sorted(range(len(rows)), key=lambda at: sorted(rows[at], reverse=True))
    blocks: list[_Block] = []
    for at in range(0, len(alike), BLOCK):
        chosen = alike[at : at + BLOCK]
        some = [rows[number] for number in chosen]
        own = sorted({name for row in some for name in row})
        columns = np.array([index[name] for name in own])
        labels = np.array([right[number] for number in chosen], dtype=np.float64)
        blocks.append(_Block(columns, _table(some, own), labels, np.array([counts[number] for number in chosen])))
    return blocks


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
