"""Figures in other words: a round bound, a rank behind its noun, a length in other units, what a part leaves of a whole."""

import pytest

from artdiff.engine.values import FLAG_LEVEL
from tests.texts import suspected

PAIRS = [
    (
        "The new bridge cost €780,000, the mayor said.",
        "The new bridge cost more than three-quarters of a million euros, the mayor said.",
        "The new bridge cost more than a million euros, the mayor said.",
    ),
    (
        "The group has a turnover of 3.6 billion euros.",
        "The group turns over more than three and a half billion euros.",
        "The group turns over more than four and a half billion euros.",
    ),
    (
        "The petition was signed by 140,000 people in Ireland.",
        "More than 100,000 people in Ireland signed the petition.",
        "More than 200,000 people in Ireland signed the petition.",
    ),
    (
        "The village lies 30 kilometres east of Sary-Bel.",
        "The village lies less than 20 miles east of Sary-Bel.",
        "The village lies less than 10 miles east of Sary-Bel.",
    ),
    (
        "The fire engines arrived nine minutes after the first call.",
        "The fire engines arrived within 10 minutes of the first call.",
        "The fire engines arrived within five minutes of the first call.",
    ),
    (
        "Dorrance is paying for the work, which has cost $640,000 so far.",
        "The costs of the work, borne by Dorrance, exceed $600,000.",
        "The costs of the work, borne by Dorrance, exceed $900,000.",
    ),
    (
        "He tested positive the day after he won the race's 14th stage.",
        "He tested positive a day after he won stage 14.",
        "He tested positive a day after he won stage 12.",
    ),
    (
        "The crew covered the course in 2 days, 4 hours and 17 minutes.",
        "The crew covered the course in 52 hours and 17 minutes.",
        "The crew covered the course in 54 hours and 17 minutes.",
    ),
    (
        "At least 420 sculptures were stolen between 1970 and 1995.",
        "At least 420 sculptures were stolen in the space of 25 years.",
        "At least 420 sculptures were stolen in the space of 35 years.",
    ),
    (
        "The festival on 23 and 24 August drew 12,000 people.",
        "The two-day festival in August drew 12,000 people.",
        "The three-day festival in August drew 12,000 people.",
    ),
    (
        "The meters in the valley are read every fortnight.",
        "The meters in the valley are read every two weeks.",
        "The meters in the valley are read every three weeks.",
    ),
    (
        "The law raises the retirement age from 63 to 66.",
        "The law raises the retirement age by three years to 66.",
        "The law raises the retirement age by four years to 66.",
    ),
    (
        "Silver Petrel leads the standings with 41 points, ahead of Halcyon with 37.",
        "Silver Petrel leads the standings by four points from Halcyon.",
        "Silver Petrel leads the standings by seven points from Halcyon.",
    ),
    (
        "The delegations agreed on 14 of 19 points on Friday.",
        "The delegations agreed on all but five of the 19 points on Friday.",
        "The delegations agreed on all but three of the 19 points on Friday.",
    ),
    (
        "The police arrested 26 people. All but four of those held were released by Thursday noon.",
        "The police arrested 26 people. By Thursday noon, 22 of those held had been freed.",
        "The police arrested 26 people. By Thursday noon, 20 of those held had been freed.",
    ),
    (
        "The inn at Pell may close on weekdays, said its landlord.",
        "The inn at Pell may close from Monday to Friday, said its landlord.",
        "The inn at Pell may close from Tuesday to Sunday, said its landlord.",
    ),
    (
        "The firm will apply for approval in the first quarter of 2026.",
        "The firm will apply for approval between January and March 2026.",
        "The firm will apply for approval between April and June 2026.",
    ),
]
"""A source, a rewrite that tells its figure in another way, one that tells another figure."""


@pytest.mark.parametrize(("source", "variant", "other"), PAIRS)
def test_a_figure_in_other_words_passes_and_another_figure_is_marked(source: str, variant: str, other: str) -> None:
    assert not suspected(source, variant, FLAG_LEVEL)
    assert suspected(source, other, FLAG_LEVEL)
