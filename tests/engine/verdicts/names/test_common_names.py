"""Capitalised words that name nobody in particular, and names put together as the source has them beside each other."""

import pytest

from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.names.affiliations import judge_affiliations
from artdiff.engine.verdicts.names.judging import judge_names
from tests.texts import analysis, flagged

STORY = (
    "The Harriers beat the Millbrook Otters 3-1 on Sunday in front of 9,000 people at Quay Lane.\n"
    "Dana Wexler of the Millbrook Otters was carried off after an hour, and Carlow police and federal Border Guard officers "
    "questioned two men in the stand.\n"
    "The Committee of the Blue Lantern, which looks after injured players, paid for the ambulance, and the fire department lent it. The pilot was a "
    "Dutch-born, Chilean-based engineer.\n"
    "Mark Tolle from Castaway 12, last season's winner, watched the match on a screen in the harbour.\n"
)


def rules(old: str, new: str) -> list[str]:
    assert old in STORY
    analyses = Pair(analysis(STORY), analysis(STORY.replace(old, new)))
    found = [*judge_names(analyses, align(analyses)), *judge_affiliations(analyses, align(analyses))]
    return [one.rule for one in found if one.verdict in FLAGGED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("on a screen", "on one of the TVs"),
        ("on a screen", "on a screen in English and Spanish"),
        ("Sunday in front", "Sunday after a Q&A and in front"),
        ("The Harriers beat", "The Bristol Harriers beat"),
        ("Dana Wexler of the Millbrook Otters was", "Millbrook Otter Dana Wexler was"),
        ("The Committee of the Blue Lantern", "The Committee Blue Lantern"),
        ("Carlow police and", "the Carlow Police Department and"),
        ("federal Border Guard", "Federal Border Guard"),
        ("a Dutch-born, Chilean-based engineer", "a Dutch-Chilean engineer"),
    ],
)
def test_it_is_no_other_name(old: str, new: str) -> None:
    assert rules(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("on a screen", "on a screen of the NTRO", "names.acronym"),
        ("on a screen", "on a screen with Spanish guests", "names.no_base"),
        ("The Harriers beat", "The Lantern Harriers beat", "names.mixed"),
        ("Dana Wexler of", "Mark Wexler of", "names.mixed"),
        ("a Dutch-born, Chilean-based engineer", "a Dutch-Otters engineer", "names.mixed"),
    ],
)
def test_another_name_is_one(old: str, new: str, rule: str) -> None:
    assert rule in rules(old, new)


def test_one_of_a_number_is_no_body() -> None:
    story = STORY.replace("Mark Tolle from Castaway 12", "Mark Tolle from Season 12")
    analyses = Pair(analysis(STORY), analysis(story))
    assert list(judge_affiliations(analyses, align(analyses))) == []
    other = Pair(analysis(STORY), analysis(STORY.replace("Mark Tolle from Castaway 12", "Mark Tolle from Otters 12")))
    assert list(judge_affiliations(other, align(other))) == []
    bare = Pair(analysis(STORY), analysis(STORY.replace("Mark Tolle from Castaway 12", "Mark Tolle from Otters")))
    assert [one.rule for one in judge_affiliations(bare, align(bare))] == ["names.affiliation"]


BRIEF = (
    "The freighter left Rotterdam for Zurich's lenders on Friday with 900 tonnes of grain, the harbour master said.\n"
    "Its owner, the Lebanese-born Karim Sfeir, keeps a vineyard in Burgundy and a house in the Alps.\n"
)


@pytest.mark.parametrize(
    "variant",
    [
        "The freighter left a Dutch port for Swiss lenders on Friday with 900 tonnes of grain, the harbour master said.\n",
        "Its owner, Karim Sfeir, who was born in Lebanon, keeps a Burgundian vineyard and an Alpine house.\n",
    ],
)
def test_a_city_or_people_tells_its_country(variant: str) -> None:
    assert flagged(BRIEF, variant) == {}


@pytest.mark.parametrize(
    ("variant", "word"),
    [
        ("The freighter left a Turkish port on Friday with 900 tonnes of grain, the harbour master said.\n", "Turkish"),
        ("Its owner, Karim Sfeir, who was born in Egypt, keeps a vineyard in Burgundy.\n", "Egypt"),
    ],
)
def test_another_country_is_marked(variant: str, word: str) -> None:
    assert word in flagged(BRIEF, variant)
