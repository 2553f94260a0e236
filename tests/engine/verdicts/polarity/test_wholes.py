"""Parts that make a whole: the opposite of some is the rest."""

import pytest

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.polarity.wholes import make_whole
from tests.texts import analysis


@pytest.mark.parametrize(
    ("source", "variant", "whole"),
    [
        ("Only two of the six whales survived.", "Four of the six whales died.", True),
        ("The company won five of seven cases.", "The company lost two of them.", True),
        ("On the night 91% of the seats were filled.", "On the night 9% of the seats were empty.", True),
        ("Only two of the six whales survived.", "Two of the six whales died.", False),
        ("The company won five cases.", "The company lost two cases.", False),
    ],
)
def test_a_rest_makes_a_whole(source: str, variant: str, *, whole: bool) -> None:
    analyses = Pair(analysis(source), analysis(variant))
    alignment = align(analyses)
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), bytearray(len(analyses.variant.text.tokens)))
    assert make_whole(evidence, Pair(1, 1)) is whole
