"""Denials that one side only has: what else in the sentence may say the same."""

import pytest

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.polarity.negation import judge_polarity
from tests.texts import analysis, flagged

SOURCE = "The mayor did not attend the meeting on the harbour on Tuesday.\n"


def features(variant: str) -> dict[str, float]:
    """Return what is known of the only suspicion."""
    analyses = Pair(analysis(SOURCE), analysis(variant))
    alignment = align(analyses)
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), bytearray(len(analyses.variant.text.tokens)))
    (found,) = judge_polarity(evidence)
    return dict(found.features)


def test_a_verb_that_is_denied_directly_is_told_apart() -> None:
    found = features("The mayor attended the meeting on the harbour on Tuesday.")
    assert found["predicates"]
    assert found["direct"]
    assert found["subject"]
    assert not found["negative"]


def test_a_word_that_denies_by_its_first_letters_may_say_the_same() -> None:
    found = features("It is unknown whether the mayor attended the meeting on the harbour on Tuesday.")
    assert found["negative"]


@pytest.mark.parametrize(
    "variant",
    [
        "The mayor stayed away from the meeting on the harbour on Tuesday.",
        "The mayor was absent from the meeting on Tuesday.",
    ],
)
def test_who_stays_away_does_not_attend(variant: str) -> None:
    assert flagged(SOURCE, variant) == {}
