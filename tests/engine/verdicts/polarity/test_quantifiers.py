"""How many of what: another quantifier of the same is suspected, the same in other words is not."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.polarity.quantifiers import judge_quantifiers
from tests.texts import analysis

SOURCE = (
    "The bakery in Drumbeg has stopped one of its two production lines, the family firm said.\n"
    "The council voted 5-4 on Tuesday to adopt a budget of $212 million that raises property taxes.\n"
    "In one replay the ball seemed to touch the grass, though the umpire gave the catch.\n"
    "The commission has approved all but one of nine applications for aid to chip plants.\n"
    "Two of the three district hospitals closed since 2022 will open again, the mayor promised.\n"
    "Neither company would answer any further questions about the bridge on Friday."
)


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("The bakery in Drumbeg has stopped both production lines, the family firm said.", "both production"),
        ("The council voted unanimously on Tuesday to adopt a budget of $212 million.", "unanimously"),
        ("In every replay the ball seemed to touch the grass, though the umpire gave the catch.", "every replay"),
        (
            "The commission has approved none of the nine applications for aid to chip plants.",
            "none of the nine applications",
        ),
        ("All three district hospitals closed since 2022 will open again, the mayor promised.", "All three district"),
    ],
)
def test_another_extent_is_suspected(variant: str, words: str) -> None:
    (found,) = _suspected(variant)
    assert found == words or words.startswith(found)


@pytest.mark.parametrize(
    "variant",
    [
        "One production line of the two in Drumbeg has been stopped, the family firm said.",
        "The council was split when it voted on Tuesday to adopt a budget of $212 million.",
        "The council was not unanimous in adopting a budget of $212 million on Tuesday.",
        "Some 212 million dollars in all are in the budget that the council voted for on Tuesday.",
        "The commission has approved all but one of the nine applications for aid to chip plants.",
        "Both companies declined to answer any further questions about the bridge on Friday.",
        "Two out of every three district hospitals closed since 2022 will open again, the mayor promised.",
    ],
)
def test_the_same_extent_in_other_words_is_not(variant: str) -> None:
    assert _suspected(variant) == []


def _suspected(variant: str) -> list[str]:
    analyses = Pair(analysis(SOURCE), analysis(variant))
    found = judge_quantifiers(analyses, align(analyses))
    return [one.spans.variant.of(variant) for one in found if one.spans.variant]
