"""Figures that writers work out: what follows from the source's figures around passes, what does not is marked."""

import pytest

from artdiff.engine.comparison import explain
from artdiff.engine.values import FLAG_LEVEL, Pair
from tests.texts import analysis, suspected

PAIRS = [
    (
        "The county bought 15 snow ploughs at $240,000 each last autumn, the roads department said.",
        "The county's 15 new snow ploughs cost $3.6 million together, the roads department said.",
        "$3.6 million",
        "The county's 15 new snow ploughs cost $4.6 million together, the roads department said.",
        "$4.6 million",
    ),
    (
        "Divers charge €900 a day and needed six days to lift the wreck, the harbour master said.",
        "Lifting the wreck cost €5,400 for the divers, who needed six days, the harbour master said.",
        "€5,400",
        "Lifting the wreck cost €7,400 for the divers, who needed six days, the harbour master said.",
        "€7,400",
    ),
    (
        "Farms in the valley picked 36,000 tonnes of apples this year, a fifth more than the year before.",
        "Farms in the valley picked 36,000 tonnes of apples this year, against 30,000 the year before.",
        "30,000",
        "Farms in the valley picked 36,000 tonnes of apples this year, against 26,000 the year before.",
        "26,000",
    ),
    (
        "Membership rose by 25 per cent to 500 in the spring, the club's treasurer said.",
        "Membership rose from 400 to 500 in the spring, the club's treasurer said.",
        "400",
        "Membership rose from 300 to 500 in the spring, the club's treasurer said.",
        "300",
    ),
    (
        "The number of complaints doubled to 84 last month, the ombudsman said.",
        "The number of complaints rose to 84 last month, from 42, the ombudsman said.",
        "42",
        "The number of complaints rose to 84 last month, from 52, the ombudsman said.",
        "52",
    ),
    (
        "The lift arrived 26 days late; the contract allowed nine.",
        "The lift arrived 17 days later than the contract allowed.",
        "17 days",
        "The lift arrived 13 days later than the contract allowed.",
        "13 days",
    ),
    (
        "Patients wait 34 minutes on average for a bed in the emergency room, the inquiry found.",
        "In the emergency room it takes 34 on average until a bed is found, the inquiry found.",
        "34",
        "In the emergency room it takes 47 on average until a bed is found, the inquiry found.",
        "47",
    ),
    (
        "Only two of the five lifeboats were ready on the night of the storm.",
        "Three of the five lifeboats were not ready on the night of the storm.",
        "Three",
        "Four of the five lifeboats were not ready on the night of the storm.",
        "Four",
    ),
    (
        "The concert began at 8 p.m. and the first arrests were made at 5.30 p.m., the police said.",
        "The first arrests were made two and a half hours before the concert began, the police said.",
        "two and a half hours",
        "The first arrests were made four and a half hours before the concert began, the police said.",
        "four and a half hours",
    ),
    (
        "The company lent the club 2 million euros, of which 40 per cent has been paid back.",
        "The company lent the club 2 million euros, of which 800,000 has been paid back.",
        "800,000",
        "The company lent the club 2 million euros, of which 600,000 has been paid back.",
        "600,000",
    ),
    (
        "Bus fares will go up to $2.50 from $1.75 in March, the council said.",
        "Bus fares will go up by 75 cents in March, the council said.",
        "75 cents",
        "Bus fares will go up by 95 cents in March, the council said.",
        "95 cents",
    ),
    (
        "The mill, which opened in 1903, employs 210 people, its owner said in May 2025.",
        "NORTHAM, May 14, 2025 - The mill, which has been open for 122 years, employs 210 people, its owner said.",
        "122 years",
        "NORTHAM, May 14, 2025 - The mill, which has been open for 142 years, employs 210 people, its owner said.",
        "142 years",
    ),
    (
        "The winner got 61 per cent of the vote, the ministry said; turnout was 48 per cent.",
        "The winner got 61 per cent of the vote, the ministry said; 52 per cent stayed at home.",
        "52 per cent",
        "The winner got 61 per cent of the vote, the ministry said; 42 per cent stayed at home.",
        "42 per cent",
    ),
    (
        "Each of the six villages will get £45,000 for its road, the minister said.",
        "The six villages will get £270,000 in all for their roads, the minister said.",
        "£270,000",
        "The six villages will get £370,000 in all for their roads, the minister said.",
        "£370,000",
    ),
    (
        "The bridge will cost 12 million euros, 3 million more than planned, the mayor said.",
        "The bridge was to have cost 9 million euros and will cost 12 million, the mayor said.",
        "9 million euros",
        "The bridge was to have cost 7 million euros and will cost 12 million, the mayor said.",
        "7 million euros",
    ),
    (
        "The trawler landed 44 tonnes of cod and 17 tonnes of haddock on Friday.",
        "The trawler landed 61 tonnes of fish on Friday.",
        "61 tonnes",
        "The trawler landed 71 tonnes of fish on Friday.",
        "71 tonnes",
    ),
    (
        "The firm sold its 40 flats for 10 million pounds, the agent said.",
        "The firm sold its 40 flats for 250,000 pounds apiece, the agent said.",
        "250,000 pounds",
        "The firm sold its 40 flats for 350,000 pounds apiece, the agent said.",
        "350,000 pounds",
    ),
    (
        "Rent in the city is three times the national average, which is 7 euros a square metre.",
        "Rent in the city is 21 euros a square metre, three times the national average.",
        "21 euros",
        "Rent in the city is 28 euros a square metre, three times the national average.",
        "28 euros",
    ),
    (
        "The museum owns 8,400 coins and shows a quarter of them, its director said.",
        "The museum shows 2,100 coins, its director said.",
        "2,100",
        "The museum shows 3,100 coins, its director said.",
        "3,100",
    ),
    (
        "Of the 96 cows, 71 had been vaccinated before the outbreak.",
        "Before the outbreak, 25 of the cows had not been vaccinated.",
        "25",
        "Before the outbreak, 35 of the cows had not been vaccinated.",
        "35",
    ),
    (
        "Marta Kern left the burning house with her son and three lodgers, the police said.",
        "Marta Kern and four others left the burning house, the police said.",
        "four",
        "Marta Kern and six others left the burning house, the police said.",
        "six",
    ),
    (
        "One blackout in May lasted five hours and another in June three, the utility said.",
        "Two blackouts in May and June lasted eight hours in all, the utility said.",
        "eight hours",
        "Two blackouts in May and June lasted nine hours in all, the utility said.",
        "nine hours",
    ),
    (
        "The dam will cost 48 million francs, of which 14 million comes from the canton.",
        "The canton gives 14 million francs for the dam.",
        "14 million francs",
        "The canton gives 24 million francs for the dam.",
        "24 million francs",
    ),
    (
        "Winds of 25 metres a second were measured at the light house.",
        "Winds of 90 kilometres an hour were measured at the light house.",
        "90 kilometres",
        "Winds of 120 kilometres an hour were measured at the light house.",
        "120 kilometres",
    ),
]
"""A source, a rewrite with a figure that follows, that figure, a rewrite with one that does not, that figure."""


LIKELY = 0.6
"""The weights are fitted anew with every story: what follows may come near to being told, not farther."""


def _confidence(source: str, variant: str, figure: str) -> float:
    """Return how surely a figure is told as wrong; 0 where it passes."""
    found = suspected(source, variant, 0.0)
    return max((one.confidence for words, one in found.items() if figure in words or words in figure), default=0.0)


@pytest.mark.parametrize(("source", "variant", "figure", "other", "wrong"), PAIRS)
def test_what_follows_passes_and_what_does_not_is_marked(
    source: str, variant: str, figure: str, other: str, wrong: str
) -> None:
    follows, made_up = _confidence(source, variant, figure), _confidence(source, other, wrong)
    assert made_up >= FLAG_LEVEL
    assert follows < min(LIKELY, made_up)


@pytest.mark.parametrize(
    ("variant", "told"),
    [
        ("Three of the five lifeboats were unmanned on the night of the storm.", False),
        ("Two of the five lifeboats were unmanned on the night of the storm.", True),
    ],
)
def test_an_opposite_beside_the_rest_of_a_count_is_none(variant: str, told: bool) -> None:  # noqa: FBT001
    both = Pair(analysis("Only two of the five lifeboats were manned on the night of the storm."), analysis(variant))
    opposite = [one for one in explain(both) if one.rule in {"states.opposite", "contraries.opposite"}]
    assert bool(opposite) == told


def test_how_a_figure_may_follow_is_told() -> None:
    source = analysis("The county bought 15 snow ploughs at $240,000 each last autumn.")
    variant = analysis("The county's 15 new snow ploughs cost $3.6 million together.")
    told = [one.reason for one in explain(Pair(source, variant)) if one.rule == "figures.derived"]
    assert told == ["It may follow from “$240,000”, “15”: so many times one."]
