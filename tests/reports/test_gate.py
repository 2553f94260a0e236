from datetime import UTC, datetime

import pytest

from artdiff.engine.values import FLAGGED, Verdict
from artdiff.reports.checked import CheckedVariant
from artdiff.reports.gate import Gate, Standing
from artdiff.reviews.decision import Decision, Ruling
from tests.reports.example import STORY

VARIANT = STORY.variants[0]
WHEN = datetime(2025, 7, 27, 12, 0, tzinfo=UTC)


def decided(at: int, ruling: Ruling | None) -> CheckedVariant:
    return VARIANT._replace(decisions={at: Decision(ruling, WHEN, "anna")})


def test_as_it_stands() -> None:
    assert Gate().standings(VARIANT) == (
        Standing.FAILS,
        Standing.FAILS,
        Standing.LOW,
        Standing.BESIDE,
        Standing.BESIDE,
        Standing.BESIDE,
    )


@pytest.mark.parametrize(
    ("gate", "at", "standing"),
    [
        (Gate(frozenset({Verdict.ALTERED})), 1, Standing.LISTED),
        (Gate(frozenset()), 0, Standing.LISTED),
        (Gate(frozenset({Verdict.OMITTED})), 5, Standing.FAILS),
        (Gate(min_confidence=0.97), 0, Standing.FAILS),
        (Gate(min_confidence=0.98), 0, Standing.LOW),
        (Gate(min_confidence=0), 2, Standing.FAILS),
        (Gate(FLAGGED | {Verdict.GENERALISED}, min_confidence=0.8), 3, Standing.FAILS),
    ],
)
def test_what_was_chosen(gate: Gate, at: int, standing: Standing) -> None:
    assert gate.standing(VARIANT, at) is standing


@pytest.mark.parametrize(
    ("ruling", "ignoring", "standing"),
    [
        (Ruling.DISMISSED, True, Standing.DISMISSED),
        (Ruling.DISMISSED, False, Standing.FAILS),
        (Ruling.CONFIRMED, True, Standing.FAILS),
        (Ruling.UNSURE, True, Standing.FAILS),
        (None, True, Standing.FAILS),
    ],
)
def test_decisions(ruling: Ruling | None, ignoring: bool, standing: Standing) -> None:  # noqa: FBT001
    assert Gate(ignore_dismissed=ignoring).standing(decided(0, ruling), 0) is standing


def test_what_is_known_is_not_listed() -> None:
    known = VARIANT._replace(known=frozenset({0}))
    assert [at for at, _ in Gate().listed(known)] == [1, 4]
    assert Gate().fails([known])
    assert not Gate().fails([VARIANT._replace(known=frozenset({0, 1}))])
