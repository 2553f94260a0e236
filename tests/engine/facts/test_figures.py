import pytest

from artdiff.engine.facts.fact import Bound, Quantity
from artdiff.engine.facts.figures import find_figures
from tests.texts import analysis

HOUR, DAY, YEAR = 3600.0, 86_400.0, 31_556_952.0


def quantities(text: str) -> list[tuple[str, float, str, Bound]]:
    found = find_figures(analysis(text).text)
    return [
        (fact.span.of(text), round(fact.value.value, 6), fact.value.unit, fact.value.bound)
        for fact in found
        if isinstance(fact.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "bound"),
    [
        ("It hit 1,200 homes.", "1,200", 1200, "", Bound.EXACT),
        ("Some 1.2 million people fled.", "1.2 million", 1.2e6, "", Bound.ABOUT),
        ("Twenty-one boats sank.", "Twenty-one", 21, "", Bound.EXACT),
        ("Two hundred and six boats sank.", "Two hundred and six", 206, "", Bound.EXACT),
        ("Half a dozen boats sank.", "Half a dozen", 6, "", Bound.EXACT),
        ("Five and a half thousand houses fell.", "Five and a half thousand", 5500, "", Bound.EXACT),
        ("Births fell by a quarter.", "a quarter", 0.25, "%", Bound.ABOUT),
        ("It pays a fourteenth of the bill.", "a fourteenth", round(1 / 14, 6), "%", Bound.ABOUT),
        ("It is one twenty-fifth higher.", "twenty-fifth", 0.04, "%", Bound.ABOUT),
        ("He chose 97 of every 100 moves.", "97 of every 100", 0.97, "%", Bound.ABOUT),
        ("She found 83 of every hundred families.", "83 of every hundred", 0.83, "%", Bound.ABOUT),
        ("Fares more than doubled.", "more than doubled", 2, "times", Bound.MORE_THAN),
        ("It took half as many passengers.", "half", 0.5, "times", Bound.EXACT),
        ("It is three times as big.", "three times", 3, "times", Bound.EXACT),
        ("It fined him €1.5m.", "€1.5m", 1.5e6, "EUR", Bound.EXACT),
        ("It cost US$40 a week.", "US$40", 40, "USD", Bound.EXACT),
        ("It cost half a million euros.", "half a million euros", 5e5, "EUR", Bound.EXACT),
        ("It took 48 percent of the vote.", "48 percent", 0.48, "%", Bound.EXACT),
        ("One in five households paid.", "One in five", 0.2, "%", Bound.ABOUT),
        ("Nearly two-thirds agreed.", "two-thirds", round(2 / 3, 6), "%", Bound.NEARLY),
        ("It fell by 25 basis points.", "25 basis points", 0.0025, "points", Bound.EXACT),
        ("It fell by half a percentage point.", "half a percentage point", 0.005, "points", Bound.EXACT),
        ("It rose at least 7.4 metres.", "at least 7.4 metres", 7.4, "m", Bound.AT_LEAST),
        ("It lies three miles downstream.", "three miles", 4828.032, "m", Bound.EXACT),
        ("It lasted no more than 10 days.", "no more than 10 days", 10 * DAY, "s", Bound.AT_MOST),
        ("It lasted a day and a half.", "a day and a half", 1.5 * DAY, "s", Bound.EXACT),
        ("He got three and a half years.", "three and a half years", 3.5 * YEAR, "s", Bound.EXACT),
        ("It ran for an hour.", "an hour", HOUR, "s", Bound.EXACT),
        ("It was the third attempt.", "third", 3, "ordinal", Bound.EXACT),
        ("They won 3-1 in Turin.", "3-1", 3, "score", Bound.EXACT),
        ("Two or more guards slept.", "Two or more", 2, "", Bound.AT_LEAST),
        ("She is not yet 20.", "not yet 20", 20, "", Bound.LESS_THAN),
        ("It lost money three years in a row.", "three years in a row", 3, "streak", Bound.EXACT),
        ("It was the third straight loss.", "third straight", 3, "streak", Bound.EXACT),
        ("It was their twenty-first win.", "twenty-first", 21, "ordinal", Bound.EXACT),
        ("He gets the first year and a half.", "first year and a half", 1.5 * YEAR, "s", Bound.EXACT),
        ("It takes five and half years.", "five and half years", 5.5 * YEAR, "s", Bound.EXACT),
        ("We may lose 5 mln bucks.", "5 mln bucks", 5e6, "USD", Bound.EXACT),
        ("It was a game of two halves.", "two", 2, "", Bound.EXACT),
    ],
)
def test_a_figure_has_its_value(text: str, words: str, value: float, unit: str, bound: Bound) -> None:
    assert quantities(text) == [(words, value, unit, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "Savings begin from 2035 thanks to the reform.",
        "He left on May 3, 2021.",
        "It began in 1999.",
        "They met at 3:20 a.m. on Monday.",
        "No one was hurt, and the other one fled.",
        "The 1990s were calm.",
        "They came home at ten past six.",
        "It will open in the first half of 2026.",
        "Our forecast for 2021 remains unchanged.",
        "It was half a success.",
    ],
)
def test_dates_times_and_pronouns_are_no_figures(text: str) -> None:
    assert quantities(text) == []


def test_a_rate_knows_what_it_is_per() -> None:
    text = "She earned $85 a week."
    (fact,) = find_figures(analysis(text).text)
    assert isinstance(fact.value, Quantity)
    assert fact.value.per == "week"


def test_whatever_figures_one_sentence_tells_are_read() -> None:
    text = (
        "Sales doubled for the third year in a row, three times as fast as rents, to $85 a week, half an hour's pay; "
        "5 per cent of a dozen shops closed by 6 to 3 votes on May 5 at ten past six."
    )
    found = [(words, unit) for words, _, unit, _ in quantities(text)]
    assert found == [
        ("doubled", "times"),
        ("third year in a row", "streak"),
        ("three times", "times"),
        ("$85", "USD"),
        ("half an hour's", "s"),
        ("5 per cent", "%"),
        ("a dozen", ""),
        ("6 to 3", "score"),
    ]
