"""Kin and sexes: another tie in the place of the source's."""

import pytest

from artdiff.engine.values import Verdict
from artdiff.engine.verdicts.claims.stand_ins import judge_stand_ins
from artdiff.engine.verdicts.claims.ties import judge_ties
from tests.engine.verdicts.judging import claims

BEFORE = "The mill burnt down in the night, and nobody in the village could say why it had.\n"


@pytest.mark.parametrize(
    ("source", "variant", "words", "counterpart"),
    [
        (
            "Moss blamed his mother-in-law for the tea.",
            "Moss blamed his grandmother for the tea.",
            "grandmother",
            "mother-in-law",
        ),
        ("The driver's widow collected the medal.", "The driver's sister collected the medal.", "sister", "widow"),
        ("The baker's uncle found the body.", "The baker's daughter found the body.", "daughter", "uncle"),
    ],
)
def test_another_tie_is_altered(source: str, variant: str, words: str, counterpart: str) -> None:
    found = claims(judge_ties, f"{BEFORE}{source}\n", f"{BEFORE}{variant}\n")
    assert found == [(Verdict.ALTERED, words, counterpart)]


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        ("Lind is a grandson of the founder.", "The founder is the grandfather of Lind."),
        ("The boy's mother called the police.", "The mother of the boy called the police."),
    ],
)
def test_the_same_tie_from_the_other_end_passes(source: str, variant: str) -> None:
    found = claims(judge_ties, f"{BEFORE}{source}\n", f"{BEFORE}{variant}\n")
    assert all(verdict is not Verdict.ALTERED for verdict, _, _ in found)


def test_another_sex_is_altered() -> None:
    source, variant = "The seal, a female of 90 kilos, swam off.", "The seal, a male of 90 kilos, swam off."
    ((verdict, words, counterpart),) = claims(judge_stand_ins, f"{BEFORE}{source}\n", f"{BEFORE}{variant}\n")
    assert verdict is Verdict.ALTERED
    assert words.endswith("male")
    assert counterpart is not None
    assert counterpart.endswith("female")
