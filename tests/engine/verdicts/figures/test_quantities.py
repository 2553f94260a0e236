"""When one quantity supports another."""

import pytest

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.verdicts.figures.quantities import Match, comparable, match
from tests.texts import analysis


def read(text: str) -> Quantity:
    """Return the only figure of a sentence."""
    (fact,) = analysis(f"They said {text} on the day.").facts_of(Quantity)
    assert isinstance(fact.value, Quantity)
    return fact.value


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("more than 30 people came", "34 people came", Match.COARSER),
        ("more than 27 people came", "34 people came", Match.NO),
        ("up to 60 percent of it was lost", "as much as half of it was lost", Match.NO),
        ("more than half of it was lost", "58 percent of it was lost", Match.COARSER),
        ("it paid 250 million euros", "it paid another 250 million if asked", Match.SAME),
    ],
)
def test_how_two_figures_stand_to_each_other(ours: str, theirs: str, found: Match) -> None:
    mine, other = read(ours), read(theirs)
    assert comparable(mine, other)
    assert match(mine, other) is found


def test_what_is_counted_is_a_noun() -> None:
    assert read("they get 250 million if it is approved").noun == ""
