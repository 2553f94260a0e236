"""Opposites that agree: what is told with the opposite word and a denial, a limit or the rest of a whole is no departure."""

import pytest

from artdiff.engine.values import FLAG_LEVEL
from tests.texts import suspected

PAIRS = [
    (
        "Scientists say that 95% is needed to stop measles from spreading.",
        "Scientists say that 95% is needed to keep measles from spreading.",
        "Scientists say that 95% is needed to keep measles spreading.",
    ),
    (
        "Only one of the three ambulance stations was staffed at night.",
        "Two of the three ambulance stations were unstaffed at night.",
        "One of the three ambulance stations was unstaffed at night.",
    ),
    (
        "Two of the 11 life rafts failed to inflate.",
        "Nine of the 11 life rafts inflated.",
        "Two of the 11 life rafts inflated.",
    ),
    (
        "Last season 91% of the seats in the hall were filled.",
        "Last season only 9% of the seats in the hall were empty.",
        "Last season 91% of the seats in the hall were empty.",
    ),
    (
        "The team's manager said that the team had not known of any doping.",
        "The team's manager said that the team had been unaware of any doping.",
        "The team's manager said that the team had known of the doping.",
    ),
    (
        "A trial is not expected to start before the autumn.",
        "A trial could begin in the autumn at the earliest.",
        "A trial is expected to start before the autumn.",
    ),
    (
        "The police in Lyon do not know whether there is a link.",
        "The police in Lyon cannot say whether there is a link.",
        "The police in Lyon have said that there is a link.",
    ),
    (
        "The ferry firm was short of nine deck officers last winter.",
        "The ferry firm was nine deck officers short last winter.",
        "The ferry firm was not short of deck officers last winter.",
    ),
    (
        "The council denies that it broke any rules.",
        "The council insists that it kept to the rules.",
        "The council admits that it broke the rules.",
    ),
    (
        "The trial is unlikely to begin before next autumn, said the prosecutor.",
        "The trial will probably not begin before next autumn, said the prosecutor.",
        "The trial will probably begin before next autumn, said the prosecutor.",
    ),
    (
        "A decision was unlikely before the autumn, the inspector said.",
        "A decision was not likely before the autumn, the inspector said.",
        "A decision was likely before the autumn, the inspector said.",
    ),
    (
        "The company denied the claim, and none of the directors would comment.",
        "The company denied the claim, and all of the directors refused to comment.",
        "The company denied the claim, and all of the directors agreed to comment.",
    ),
    (
        "Dengue has killed 38 people in the province since January.",
        "Dengue has claimed 38 lives in the province since January.",
        "Dengue has claimed 58 lives in the province since January.",
    ),
]
"""A source, a rewrite that says the same with an opposite, one that does not."""


@pytest.mark.parametrize(("source", "variant", "other"), PAIRS)
def test_opposites_that_agree_pass_and_a_contradiction_is_marked(source: str, variant: str, other: str) -> None:
    assert not suspected(source, variant, FLAG_LEVEL)
    assert suspected(source, other, FLAG_LEVEL)
