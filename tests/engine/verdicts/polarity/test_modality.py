"""Certainty: what hangs on a hedge shares it."""

from artdiff.engine.comparison import explain
from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import FactKind, Pair
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.polarity.modality import judge_modality
from tests.texts import analysis, suspected

SOURCE = "The new valve could lead to lower costs for the mills in Lunden, engineers at Brenneck said on Monday.\n"


def certainty(variant: str) -> float:
    told = explain(Pair(analysis(SOURCE), analysis(f"{variant}\n")))
    (found,) = [one for one in told if one.rule == "modality.modal"]
    return found.strength


def test_a_participle_behind_a_hedge_is_less_suspected() -> None:
    hedged = certainty("The new valve may save water, leading to lower costs for the mills in Lunden.")
    plain = certainty("The new valve saves water, leading to lower costs for the mills in Lunden.")
    assert hedged < plain


OPEN = "The ferry company has not ruled out cancelling the night crossing.\n"


def test_what_is_not_ruled_out_is_possible() -> None:
    bold = suspected(OPEN, "The ferry company will cancel the night crossing.\n")
    assert {one.kind for one in bold.values()} == {FactKind.MODALITY}
    assert not suspected(OPEN, "The ferry company may cancel the night crossing.\n")


def test_a_hedge_that_stands_elsewhere_in_the_sentence_is_expressed() -> None:
    source = "The court will consider lifting the ban on fishing in the bay in May, its clerk said on Monday.\n"
    lost = features(source, "The court will lift the ban on fishing in the bay in May, its clerk said.\n")
    assert lost["direct"]
    assert not lost["expressed"]
    kept = features(
        source, "In May the court considers it, and the ban on fishing in the bay is lifted, its clerk said.\n"
    )
    assert kept["expressed"]


def features(source: str, variant: str) -> dict[str, float]:
    """Return what is known of the only suspicion."""
    analyses = Pair(analysis(source), analysis(variant))
    alignment = align(analyses)
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), bytearray(len(analyses.variant.text.tokens)))
    (found,) = judge_modality(evidence)
    return dict(found.features)
