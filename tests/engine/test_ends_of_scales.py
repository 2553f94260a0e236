"""Figures and dates at the ends of what can be counted: they are read and compared, and nothing is reckoned past an end."""

import datetime as dt
import math

import pytest

from artdiff.documents.document import Document, Metadata
from artdiff.engine.analysis import analyse
from artdiff.engine.comparison import compare
from artdiff.engine.facts.dates import intervals
from artdiff.engine.facts.fact import Quantity, When
from artdiff.engine.facts.figures import find_figures
from artdiff.engine.values import Pair
from tests.texts import analysis, compared


@pytest.mark.parametrize(
    "number",
    [
        "0",
        "-0",
        "0%",
        "0.000000000000000000001",
        "999999999999999999999999",
        "9" * 5_000,
        "999999999999999999999999 trillion trillion trillion",
        "zero",
        "one in zero",
        "0 out of 0",
        "ten in 0",
        "a third of 0",
        "$0",
        "£999999999999999999999999bn",
        "1e999",
        "0-0",
        "9-3%",
        "3-9%",
        "1/0",
        "25:61",
        "٣",
        "१२%",
        "½",
        "²",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "The fund had {} of {} members, {} percent of the total and {} more than before.",
        "It rose from {} to {} cubic kilometres, a difference of {} cubic mm.",
        "All but {} of {} voted by {} to {}, and {} remain.",
        "It lasted {} years, or {} weeks; {} centuries later it was twice {}.",
        "It was minus {} degrees, {} degrees Fahrenheit, {} times a day.",
    ],
)
def test_figures_of_any_size_are_compared(number: str, frame: str) -> None:
    ordinary = frame.replace("{}", "two", 1).replace("{}", "16", 1).replace("{}", "4")
    odd = frame.replace("{}", number)
    for source, variant in ((ordinary, odd), (odd, ordinary)):
        assert all(0 <= finding.confidence <= 1 for finding in compared(source, variant).findings)
    values = [fact.value for fact in find_figures(analysis(odd).text)]
    assert all(isinstance(value, Quantity) and math.isfinite(value.value) for value in values)


ENDS = [dt.date.min, dt.date(1, 1, 31), dt.date(1, 12, 1), dt.date(9999, 1, 31), dt.date(9999, 12, 1), dt.date.max]
WORDS = [
    "in December",
    "in January",
    "on January 31",
    "last month",
    "next month",
    "last year",
    "next year",
    "last week",
    "next weekend",
    "yesterday",
    "tomorrow",
    "on Monday",
    "in the first half of this year",
    "in the fourth quarter of this year",
    "in the 0th century",
    "in the 99th century",
    "two years before",
    "within 999999999 months",
    "900 centuries later",
    "at the end of the year",
    "by the end of the month",
]


@pytest.mark.parametrize("own", ENDS)
def test_dates_beside_the_ends_of_the_calendar_are_compared(own: dt.date) -> None:
    for words in WORDS:
        text = f"It began on Friday, {words}. It closed a year later."
        sides = [Document("text", text, metadata=Metadata(date=date)) for date in (own, dt.date(2024, 5, 3))]
        for source, variant in (sides, sides[::-1]):
            compare(Pair(analyse(source), analyse(variant)))
        whens = [fact.value for fact in analyse(sides[0]).facts if isinstance(fact.value, When)]
        for when in whens:
            assert all(first <= last for first, last in intervals(when, own)), words


def test_a_month_beside_the_last_year_is_the_next_years() -> None:
    (when,) = (fact.value for fact in analysis("It begins in January.").facts if isinstance(fact.value, When))
    first, last = intervals(when, dt.date.max)[-1]
    assert (first, last) == (dt.date.max.toordinal() + 1, dt.date.max.toordinal() + 31)
