"""Lengths of time, dates and shares told in another way: what follows passes, what departs is marked."""

import pytest

from artdiff.engine.facts.fact import Quantity
from artdiff.engine.values import FactKind
from tests.texts import analysis, flagged

FIGURES = {FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENT, FactKind.DATE, FactKind.TIME, FactKind.DURATION}
HEAD = "The Harbour Chronicle\nPosted Monday, March 3, 2025, 9:40 p.m.\n"


def figures(source: str, variant: str) -> list[str]:
    return [words for words, finding in flagged(HEAD + source, variant).items() if finding.kind in FIGURES]


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        (
            "The junta imposed a curfew from 9 p.m. to 6 a.m. in the port and closed the two bridges.",
            "The junta imposed a nine-hour curfew in the port and closed the two bridges.",
        ),
        (
            "The trawler sank at 4:12 p.m. off the cape. A lifeboat reached the spot at 4:50 p.m. and found four men.",
            "A lifeboat reached the spot 38 minutes after the trawler sank off the cape and found four men.",
        ),
        (
            "The trawler sank at 4:12 p.m., 19 minutes after it had struck the reef off the cape. Four men were saved.",
            "The trawler, which sank off the cape, had struck the reef at 3:53 p.m., and four men were saved.",
        ),
        (
            "Depositors will be paid within 10 days, the bank's receiver said in a letter to them.",
            "Depositors will be paid by March 13, the bank's receiver said in a letter to them.",
        ),
        (
            "The general promised elections within 14 months and a new constitution before them.",
            "The general promised elections by May 2026 and a new constitution before them.",
        ),
        (
            "The minister had vowed in December to leave the tax on fuel alone, and broke the vow.",
            "The minister had vowed three months earlier to leave the tax on fuel alone, and broke the vow.",
        ),
        (
            "Wages at the cannery will rise from 510 to 561 crowns a week in the spring, the union said.",
            "Wages at the cannery will rise by 10 percent in the spring, the union said.",
        ),
        (
            "Creditors of the shipyard have recovered 23% of what they were owed, its administrator said.",
            "Creditors of the shipyard have recovered 23p of every pound they were owed, its administrator said.",
        ),
        (
            "Only 9 percent of the members wanted to leave the league, according to the survey.",
            "Fewer than one in 10 of the members wanted to leave the league, according to the survey.",
        ),
        (
            "The pump moved 48 litres a second on Tuesday, against a limit of 20, the inspectors wrote.",
            "The pump moved 48 litres a second on Tuesday, 28 more than allowed, the inspectors wrote.",
        ),
        (
            "The dog had been with the family for seven weeks when it bit the postman, the court heard.",
            "The dog had been with the family for nearly two months when it bit the postman, the court heard.",
        ),
        (
            "Nurses with at least 30 years of service may still retire at 60, the ministry said.",
            "Nurses with 30 or more years of service may still retire at 60, the ministry said.",
        ),
        (
            "All four branches of the library will stay open on Sundays, the council decided.",
            "No branch of the library will lose its Sunday hours, the council decided.",
        ),
        (
            "Drivers can be tied up for 13 hours a day while being paid for nine, the union said.",
            "Drivers are paid for nine hours of a day that can last 13, the union said.",
        ),
        (
            "Sales will rise by 3% to 6% this year, the brewery said.",
            "Sales will rise by 3-6% this year, the brewery said.",
        ),
    ],
)
def test_the_same_told_otherwise_passes(source: str, variant: str) -> None:
    assert figures(source, variant) == []


@pytest.mark.parametrize(
    ("source", "variant", "words"),
    [
        (
            "The junta imposed a curfew from 9 p.m. to 6 a.m. in the port and closed the two bridges.",
            "The junta imposed a 12-hour curfew in the port and closed the two bridges.",
            "12-hour",
        ),
        (
            "The trawler sank at 4:12 p.m. off the cape. A lifeboat reached the spot at 4:50 p.m. and found four men.",
            "A lifeboat reached the spot 83 minutes after the trawler sank off the cape and found four men.",
            "83 minutes",
        ),
        (
            "Depositors will be paid within 10 days, the bank's receiver said in a letter to them.",
            "Depositors will be paid by March 31, the bank's receiver said in a letter to them.",
            "March 31",
        ),
        (
            "The harbour fund costs $2.2 million more this year, the treasurer told the council.",
            "The harbour fund costs $2.2 billion more this year, the treasurer told the council.",
            "$2.2 billion",
        ),
        (
            "Those who go will get 14 weeks' pay plus one week for each year of service, the yard said.",
            "Those who go will get 14 weeks' pay plus three weeks for each year of service, the yard said.",
            "three weeks",
        ),
        (
            "Ana Roth, a nurse, spent nine hours on the roof of a van with her children, aged three and six.",
            "Ana Roth, a nurse, spent six hours on the roof of a van with her two children.",
            "six hours",
        ),
    ],
)
def test_another_value_is_marked(source: str, variant: str, words: str) -> None:
    assert words in figures(source, variant)


def test_a_unit_told_once_is_that_of_both() -> None:
    text = "It will take five to six weeks, between two and three days longer, and cost 20 to 30 euros; 900,000 to 2 million saw it.\n"
    told = [(fact.span.of(text), fact.value.unit) for fact in analysis(text).facts if isinstance(fact.value, Quantity)]
    assert told == [
        ("five", "s"),
        ("six weeks", "s"),
        ("two", "s"),
        ("three days", "s"),
        ("20", "EUR"),
        ("30 euros", "EUR"),
        ("900,000", ""),
        ("2 million", ""),
    ]


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        (
            "The trader raised $412 million on nickel that nobody ever saw.",
            "The trader raised over $400 million on nickel that nobody ever saw.",
        ),
        (
            "The cable failed at 03:14 on Sunday, the navy said.",
            "The cable failed at a quarter past three on Sunday, the navy said.",
        ),
        ("The pump ran for 52 minutes after the alarm.", "The pump ran for less than an hour after the alarm."),
        ("The gallery studied the panel for 16 months.", "The gallery studied the panel for more than a year."),
    ],
)
def test_what_is_rounded_passes(source: str, variant: str) -> None:
    assert figures(source, variant) == []


def test_the_same_number_in_another_currency_is_marked() -> None:
    source = "He promised each bereaved family 60,000 bolivianos and closed the mine for 90 days."
    assert figures(source, "He promised each bereaved family 60,000 dollars and closed the mine for 90 days.") == [
        "60,000 dollars"
    ]
