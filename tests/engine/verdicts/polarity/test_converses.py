"""One deed told from its two sides is no contradiction, and one turned round is."""

import pytest

from artdiff.engine.comparison import explain
from artdiff.engine.values import FLAGGED, Pair
from tests.texts import analysis

NEWS = "News of the town.\n\n"


def _opposed(source: str, variant: str) -> bool:
    """Say whether an opposite is suspected, however surely."""
    rules = {"contraries.opposite", "states.opposite"}
    found = explain(Pair(analysis(NEWS + source), analysis(NEWS + variant)))
    return any(one.rule in rules and one.verdict in FLAGGED for one in found)


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        ("Nordal bought the Carrow family's shares in May.", "The Carrow family sold its shares to Nordal in May."),
        ("Papers are sent to schools in sealed bags.", "Schools receive papers in sealed bags."),
        ("The bank lent the club two million euros.", "The club borrowed two million euros from the bank."),
        ("Anna Bell defeated Tom Ray on Sunday.", "Tom Ray lost to Anna Bell on Sunday."),
    ],
)
def test_the_same_from_the_other_side_passes(source: str, variant: str) -> None:
    assert not _opposed(source, variant)


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        ("Nordal bought shares from the Carrow family.", "Nordal sold shares to the Carrow family."),
        ("The bank lent the club two million euros.", "The bank borrowed two million euros from the club."),
        ("Anna Bell won by 300 votes on Sunday.", "Anna Bell lost by 300 votes on Sunday."),
    ],
)
def test_the_same_doer_with_the_opposite_is_suspected(source: str, variant: str) -> None:
    assert _opposed(source, variant)
