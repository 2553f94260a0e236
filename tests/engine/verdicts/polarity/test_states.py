"""How predicates are told against their counterparts, and doers against those to whom it was done."""

from __future__ import annotations

import pytest

from artdiff.engine.grounding import ground
from artdiff.engine.links import align
from artdiff.engine.values import Pair
from artdiff.engine.verdicts.claims.relations import judge_relations
from artdiff.engine.verdicts.counterparts.evidence import Evidence
from artdiff.engine.verdicts.polarity.states import judge_states
from tests.texts import analysis

BEFORE = "VARNO - A day of news from the town.\n\n"
OTHERWISE = [
    ("Parliament can dissolve the board.", "Parliament cannot dissolve the board.", "states.turned", "cannot dissolve"),
    ("A veto can be overridden by the board.", "A veto cannot be overridden.", "states.turned", "cannot be overridden"),
    ("Parking will still be free.", "Parking will no longer be free.", "states.turned", "will no longer be free"),
    ("The firm did not say why it left.", "The firm said why it left.", "states.turned", "said"),
    ("A rider survived the fall at Tolna.", "A rider died in the fall at Tolna.", "states.opposite", "died"),
    ("The doctors trained the nurses.", "The doctors were trained by the nurses.", "relations.reversed", None),
    ("Doctors outnumber nurses in the ward.", "Nurses outnumber doctors in the ward.", "relations.reversed", None),
]
SAME = [
    ("The city asked Oslo to pay for it.", "Oslo was asked by the city to pay for it."),
    ("The drug would not be reported.", "The drug would go unreported."),
    ("The pilot criticised the tower.", "The tower was criticised by the pilot."),
    ("Investigators have not ruled out arson.", "Investigators did not rule out arson."),
    ("I have lost three years, but I have not lost my name.", "I have lost three years, but I have not lost my name."),
    ("The party may leave if a panel is not formed.", "The party may leave unless a panel is formed."),
    ("The man dropped his policy last fall.", "The man let his policy go last fall."),
]


def _said(source: str, variant: str) -> list[tuple[str, str]]:
    analyses = Pair(analysis(BEFORE + source), analysis(BEFORE + variant))
    alignment = align(analyses)
    unexplained = bytearray(len(analyses.variant.text.tokens))
    evidence = Evidence(analyses, alignment, ground(analyses, alignment), unexplained)
    return [
        (one.rule, one.spans.variant.of(BEFORE + variant))
        for judge in (judge_states, judge_relations)
        for one in judge(evidence)
        if one.spans.variant
    ]


@pytest.mark.parametrize(("source", "variant", "rule", "words"), OTHERWISE)
def test_what_is_told_otherwise_is_suspected(source: str, variant: str, rule: str, words: str | None) -> None:
    assert any(said == rule and words in {None, span} for said, span in _said(source, variant)), _said(source, variant)


@pytest.mark.parametrize(("source", "variant"), SAME)
def test_the_same_in_other_words_is_not(source: str, variant: str) -> None:
    assert not _said(source, variant)
