"""Clauses told as more certain than the source tells them, in other words."""

import pytest

from artdiff.engine.verdicts.polarity.stances import judge_stances
from tests.engine.verdicts.judging import claims

SOURCE = (
    "The third passenger, a nurse from Hexham, is expected to go home by the weekend. The coast road may stay shut until October.\n"
    "The union is considering a lawsuit against the shipyard. Other scholars warned that the echo may be nothing but noise.\n"
    "The harbour bridge was finished in the spring.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "words", "counterpart"),
    [
        ("is expected to go home", "will be home", "will be home", "is expected to go"),
        ("may stay shut", "will be closed", "will be closed", "may stay"),
        ("is considering a lawsuit", "has filed a lawsuit", "has filed", "is considering a lawsuit"),
        ("may be nothing but noise", "is nothing but noise", "is", "may be"),
    ],
)
def test_a_clause_that_is_told_as_more_certain_is_suspected(old: str, new: str, words: str, counterpart: str) -> None:
    assert old in SOURCE
    found = claims(judge_stances, SOURCE, SOURCE.replace(old, new))
    assert [(said, meant) for _, said, meant in found] == [(words, counterpart)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is expected to go home", "is likely to be home"),
        ("may stay shut", "could remain closed"),
        ("The union is considering a lawsuit", "The union is thinking of a lawsuit"),
        ("was finished in the spring", "was probably finished in the spring"),
    ],
)
def test_a_clause_that_is_no_more_certain_is_not(old: str, new: str) -> None:
    assert old in SOURCE
    assert claims(judge_stances, SOURCE, SOURCE.replace(old, new)) == []
