"""Whether simple arithmetic on the figures around gives a figure."""

from __future__ import annotations

import pytest

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.figures.loosely import loosely
from artdiff.engine.verdicts.figures.quantities import Match, match
from tests.texts import analysis


def reckoned(source: str, variant: str, words: str) -> dict[str, float]:
    analyses = Pair(analysis(source), analysis(variant))
    fact = next(one for one in analyses.variant.facts if words in one.span.of(variant))
    return dict(loosely(analyses, fact, range(len(analyses.source.text.sentences))))


@pytest.mark.parametrize(
    ("source", "variant", "words"),
    [
        ("It cost $85,000, of which the port pays $52,000.", "The port pays $52,000 and the trust $33,000.", "33,000"),
        ("The pension goes up from 410 to 455 euros.", "The pension rises by 45 euros to 455 euros.", "45 euros"),
        ("The stage costs 260,000 euros; Veneto pays 40 percent.", "Veneto gives 104,000 euros.", "104,000"),
        ("The lake was 94 percent full.", "The lake was 6 percent short of full.", "6 percent"),
        ("Statues were stolen between 1970 and 1995.", "Statues were stolen over 25 years.", "25 years"),
        ("Some 1,900 slept in schools and 700 in a shed.", "About 2,600 found shelter.", "2,600"),
        ("They were fined 400 euros each; there were two of them.", "They paid 800 euros.", "800"),
    ],
)
def test_what_the_figures_around_give_is_reckoned(source: str, variant: str, words: str) -> None:
    assert reckoned(source, variant, words)["reckoned"] == 1.0


@pytest.mark.parametrize(
    ("source", "variant", "words"),
    [
        ("It cost $85,000, of which the port pays $52,000.", "The port pays $52,000 and the trust $39,000.", "39,000"),
        ("The lake was 94 percent full.", "The lake was 64 percent full.", "64 percent"),
        ("Nobody was hurt.", "Some 17 people were hurt.", "17"),
    ],
)
def test_what_they_do_not_give_is_not(source: str, variant: str, words: str) -> None:
    assert reckoned(source, variant, words)["reckoned"] == 0.0


@pytest.mark.parametrize(
    ("source", "variant", "expected"),
    [
        ("Dropouts were one in 12.", "Dropouts were about 8 percent.", Match.COARSER),
        ("It fell by 14.3 percent.", "It fell by 14 percent.", Match.COARSER),
        ("It fell by 14.3 percent.", "It fell by 15 percent.", Match.NO),
        ("They talked for six weeks.", "They talked for a month and a half.", Match.SAME),
        ("They talked for five weeks.", "They talked for a month and a half.", Match.NO),
    ],
)
def test_rounded_shares_and_halves_of_months(source: str, variant: str, expected: Match) -> None:
    values = [
        next(one.value for one in analysis(text).facts if isinstance(one.value, Quantity)) for text in (variant, source)
    ]
    assert match(*values) is expected
