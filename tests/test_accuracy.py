"""The engine's figures may not fall: the floors are those of the last measurement in docs/accuracy.md, rounded down."""

import pytest

from tests.accuracy import FIRST
from tests.scoring import Tally, score

FLOORS = {
    "precision": 0.77,
    "recall": 0.54,
    "link f1": 0.89,
    "verdict right": 0.88,
    "family right": 0.78,
    "source span right": 0.87,
    "omissions named": 0.75,
    "recall figures": 0.70,
    "recall names": 0.55,
    "recall quotes": 0.80,
}
CEILINGS = {"traps sprung": 0.08, "calibration error": 0.08}


@pytest.fixture(scope="module")
def tally() -> Tally:
    return score(sorted(FIRST))


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls(tally: Tally, figure: str) -> None:
    assert tally.figures()[figure] >= FLOORS[figure]


@pytest.mark.parametrize("figure", CEILINGS)
def test_no_error_rises(tally: Tally, figure: str) -> None:
    assert tally.figures()[figure] <= CEILINGS[figure]


def test_links_on_the_seeds() -> None:
    assert score(["seeds-ukraine"]).figures()["link f1"] >= 0.9
