"""Multiples and rates between two texts: "twice" follows from two figures, "tripled" departs from "doubled"."""

import pytest

from tests.texts import flagged

BANK = (
    "Loans on office buildings made up 38 percent of the bank's lending, three times the average for banks of its size.\n"
    "Its branches fell in number from 240 to 120 between March and June, the regulator said on Friday.\n"
    "The old pool has leaked 9,000 gallons of water a day since a pipe cracked in January.\n"
    "The union wrote to the museum seven times, and the strike will cost $10,000 for each day."
)


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        (
            "Loans on office buildings made up 38 percent of the bank's lending, twice the average for its size.",
            "twice",
        ),
        ("The old pool has leaked 9,000 gallons of water an hour since a pipe cracked in January.", "an hour"),
    ],
)
def test_another_multiple_or_rate_is_marked(variant: str, words: str) -> None:
    assert words in flagged(BANK, variant)


@pytest.mark.parametrize(
    "variant",
    [
        "Between March and June the bank's branches were halved in number, the regulator said on Friday.",
        "The bank had twice as many branches in March as in June, the regulator said on Friday.",
        "On seven occasions the union wrote to the museum.",
        "Loans on office buildings were 38 percent of the lending, triple the average for banks of its size.",
    ],
)
def test_a_multiple_that_follows_is_no_finding(variant: str) -> None:
    assert flagged(BANK, variant) == {}
