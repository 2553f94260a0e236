"""The engine's figures may not fall: the floors are those of the last measurement in docs/accuracy.md, rounded down."""

import pytest

from tests.accuracy import FIRST
from tests.scoring import Tally, score

FLOORS = {
    "precision": 0.92,
    "recall": 0.8,
    "link f1": 0.94,
    "verdict right": 0.93,
    "family right": 0.9,
    "source span right": 0.91,
    "omissions named": 0.81,
    "recall figures": 0.92,
    "recall names": 0.85,
    "recall quotes": 0.85,
    "recall polarity": 0.75,
    "recall claims": 0.6,
}
CEILINGS = {"traps sprung": 0.035, "calibration error": 0.08}

pytestmark = pytest.mark.xdist_group("accuracy")  # all stories are analysed once, for all of these


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
