"""Nouns that stand for somebody, a body or a place: another one in the same slot is altered, a synonym is not."""

import pytest

from artdiff.engine.values import FactKind, Verdict
from artdiff.engine.verdicts.claims.stand_ins import judge_stand_ins
from tests.engine.verdicts.judging import claims
from tests.texts import flagged

STORY = (
    "The mayor spoke to reporters outside the town hall after the second vote.\n"
    "Police found the stolen panels in a warehouse after a tip from a former employee.\n"
    "The finance ministry is reviewing the offer because the firm supplies pumps to the navy.\n"
    "Two of the dead were volunteer firefighters whose boat capsized near the old mill.\n"
    "Her daughter inherited the vineyard, and a county judge approved the will in spring.\n"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("outside the town hall", "outside the hospital"),
        ("in a warehouse", "in a church"),
        ("a former employee", "a neighbour"),
        ("to the navy", "to the church"),
        ("finance ministry", "defence ministry"),
        ("volunteer firefighters", "professional firefighters"),
        ("Her daughter", "Her son"),
        ("a county judge", "a federal judge"),
    ],
)
def test_another_noun_in_the_same_slot_is_found(old: str, new: str) -> None:
    found = flagged(STORY, STORY.replace(old, new))
    assert len(found) == 1
    ((words, finding),) = found.items()
    assert finding.verdict is Verdict.ALTERED
    assert finding.kind in {FactKind.PERSON, FactKind.ROLE, FactKind.PLACE, FactKind.ORGANISATION}
    assert set(words.split()) & set(new.split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("to reporters", "to journalists"),
        ("in a warehouse", "in a depot"),
        ("a former employee", "a former worker"),
        ("volunteer firefighters", "unpaid volunteers of the fire brigade"),
        ("Her daughter", "Her child"),
        ("a county judge", "a local judge in the county"),
        ("the firm supplies", "the company supplies"),
    ],
)
def test_a_synonym_or_wider_noun_passes(old: str, new: str) -> None:
    assert claims(judge_stand_ins, STORY, STORY.replace(old, new)) == []
