"""The judge of affiliations: somebody tied to another body than in the source."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.names.affiliations import judge_affiliations
from tests.texts import analysis

STORY = (
    "Leila Farouk of Osier Research kept her rating, and Tomas Reyle of Gannet Securities cut his.\n"
    "Harrowmere College's principal, Ida Moll, will lead the new body from the autumn on.\n"
    "The bridge agency hired divers from Calder Bay, said Anna Holm, an engineer at the Harbour Institute.\n"
    "Alta Via of Ljubljana, whose owner is Petra Zupan of Ljubljana, ran the tour on its own.\n"
    "The tour of Slovenia costs 1,450 euros.\n"
)


def told(old: str, new: str) -> list[str]:
    assert old in STORY
    variant = STORY.replace(old, new)
    analyses = Pair(analysis(STORY), analysis(variant))
    judged = judge_affiliations(analyses, align(analyses))
    return [one.spans.variant.of(variant) for one in judged if one.verdict in FLAGGED and one.spans.variant]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Farouk of Osier Research kept", "Farouk of Gannet Securities kept", ["Gannet Securities"]),
        ("Harrowmere College's principal, Ida Moll", "Osier Research's principal, Ida Moll", ["Osier Research"]),
        ("an engineer at the Harbour Institute", "an engineer at Harrowmere College", ["Harrowmere College"]),
    ],
)
def test_another_body_is_found(old: str, new: str, found: list[str]) -> None:
    assert told(old, new) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Leila Farouk of Osier Research", "Osier Research's analyst Leila Farouk"),
        ("Harrowmere College's principal, Ida Moll,", "Ida Moll of Harrowmere"),
        ("Anna Holm, an engineer at the Harbour Institute", "the Harbour Institute’s engineer, Anna Holm"),
        ("owner is Petra Zupan of Ljubljana", "owner is Petra Zupan of Slovenia"),
        ("divers from Calder Bay, said Anna Holm", "divers, said Anna Holm in Calder Bay"),
    ],
)
def test_the_same_body_otherwise_passes(old: str, new: str) -> None:
    assert told(old, new) == []
