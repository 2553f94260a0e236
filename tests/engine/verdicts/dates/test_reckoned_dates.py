"""Dates and times that follow from the source's pass, those that do not are marked."""

import datetime as dt

import pytest

from artdiff.engine.language.datelines import find_told_date
from tests.texts import flagged

PAIRS = [
    (
        "OSLO, Norway, March 4, 2025 - The port will be closed for repairs next Friday, the harbour office said.",
        "The port will be closed for repairs on March 14, the harbour office said.",
        "March 14",
        "The port will be closed for repairs on March 24, the harbour office said.",
        "March 24",
    ),
    (
        "OSLO, Norway, March 4, 2025 - Ferries will not run before 2027, the harbour office said.",
        "Ferries will not run this year or next, the harbour office said.",
        "this year",
        "Ferries will not run this month, but will in 2026, the harbour office said.",
        "2026",
    ),
    (
        "OSLO, Norway, March 4, 2025 - Erik Dahl, who has been harbour master for nine years, will retire.",
        "Erik Dahl, who has been harbour master since 2016, will retire.",
        "2016",
        "Erik Dahl, who has been harbour master since 2012, will retire.",
        "2012",
    ),
    (
        "OSLO, Norway, March 4, 2025 - The tower, which is 33 years old, will be painted in May.",
        "The tower, built in the 1990s, will be painted in May.",
        "1990s",
        "The tower, built in the 1970s, will be painted in May.",
        "1970s",
    ),
    (
        "OSLO, Norway, March 4, 2025 - The union will decide by the end of April whether to strike.",
        "The union will decide before May whether to strike.",
        "May",
        "The union will decide before July whether to strike.",
        "July",
    ),
    (
        "In January 11 per cent of the staff of the post office were ill, the union said.",
        "In January 11 per cent of the post office's staff were off sick, the union said.",
        "11 per cent",
        "In January 14 per cent of the post office's staff were off sick, the union said.",
        "14 per cent",
    ),
    (
        "The talks broke down at 11:40 p.m. on Tuesday, the mediator said.",
        "The talks broke down shortly before midnight on Tuesday, the mediator said.",
        "midnight",
        "The talks broke down shortly before noon on Tuesday, the mediator said.",
        "noon",
    ),
    (
        "The market opened at 9 a.m. on Saturday, and the bomb was found at 6:30 a.m.",
        "The market opened at nine on Saturday, and the bomb was found at half past six.",
        "nine",
        "The market opened at nine on Saturday, and the bomb was found at half past four.",
        "half past four",
    ),
    (
        "The alarm went off at 6:42 p.m. The captain had left the bridge 22 minutes earlier to make a call.",
        "The captain had left the bridge at 6:20 p.m. to make a call.",
        "6:20 p.m.",
        "The captain had left the bridge at 5:50 p.m. to make a call.",
        "5:50 p.m.",
    ),
    (
        "OSLO, Norway, March 4, 2025 - Results are due ten days after the vote on April 6, the ministry said.",
        "Results are due on April 16, the ministry said.",
        "April 16",
        "Results are due on April 26, the ministry said.",
        "April 26",
    ),
    (
        "OSLO, Norway, March 4, 2025 - Claims could take two years to settle, the lawyer said.",
        "Claims may not be settled before 2027, the lawyer said.",
        "2027",
        "Claims may not be settled before 2029, the lawyer said.",
        "2029",
    ),
    (
        "The factory made 9,000 boats in the first half of the year, its owner said.",
        "The factory made 9,000 boats between January and June, its owner said.",
        "June",
        "The factory made 9,000 boats between January and August, its owner said.",
        "August",
    ),
]
"""A source, a rewrite with a date that follows, that date, a rewrite with one that does not, that date."""


@pytest.mark.parametrize(("source", "variant", "date"), [row[:3] for row in PAIRS])
def test_what_follows_passes(source: str, variant: str, date: str) -> None:
    assert not [words for words in flagged(source, variant) if date in words or words in date]


@pytest.mark.parametrize(("source", "variant", "date"), [(row[0], *row[3:]) for row in PAIRS])
def test_what_does_not_follow_is_marked(source: str, variant: str, date: str) -> None:
    assert [words for words in flagged(source, variant) if date in words or words in date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The navy boarded a ship on Sunday, the ministry said on Monday, 9 February 2026.", dt.date(2026, 2, 9)),
        (
            "Soldiers seized the station before dawn Tuesday, Nov. 4, 2025, but the president stayed.",
            dt.date(2025, 11, 4),
        ),
        ("The treaty of 11 November 1918 ended the war, he said on Monday.", None),
        ("The office opens on Monday, 31 February 2026.", None),
    ],
)
def test_the_day_that_a_report_tells_with_its_weekday(text: str, date: dt.date | None) -> None:
    assert find_told_date(text) == date
