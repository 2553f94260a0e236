"""Certainty: what hangs on a hedge shares it."""

from artdiff.engine.comparison import explain
from artdiff.engine.values import Pair
from tests.texts import analysis

SOURCE = "The new valve could lead to lower costs for the mills in Lunden, engineers at Brenneck said on Monday.\n"


def certainty(variant: str) -> float:
    told = explain(Pair(analysis(SOURCE), analysis(f"{variant}\n")))
    (found,) = [one for one in told if one.rule == "modality.modal"]
    return found.strength


def test_a_participle_behind_a_hedge_is_less_suspected() -> None:
    hedged = certainty("The new valve may save water, leading to lower costs for the mills in Lunden.")
    plain = certainty("The new valve saves water, leading to lower costs for the mills in Lunden.")
    assert hedged < plain
