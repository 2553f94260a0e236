"""Speakers told apart: a body or office that cannot speak for the source's speaker; who merely may be meant is not."""

import pytest

from artdiff.engine.values import FactKind, Verdict
from tests.texts import flagged, suspected

STORY = (
    "The transit authority withdrew its threat to hire replacement drivers on Monday.\n"
    "The strike costs the harbour district six million crowns a day, according to Ida Moll, an economist at Kessel "
    "University, who said that bakeries and restaurants were hit hardest.\n"
    "Bus fares will rise again in spring because diesel has become dear, said Tor Brandt, the authority's director.\n"
    "Marta Oriel conceded the vote of the drivers' union at midnight and thanked the stewards.\n"
)
OTHER_WORDS = "Every day of the strike takes six million crowns from the harbour district, {}, and bakeries suffer."


def speakers(variant: str) -> list[str]:
    return [words for words, one in flagged(STORY, variant).items() if one.kind is FactKind.ATTRIBUTION]


@pytest.mark.parametrize("speaker", ["the authority estimates", "according to Tor Brandt", "the union estimates"])
def test_another_party_is_found(speaker: str) -> None:
    found = suspected(STORY, OTHER_WORDS.format(speaker)).values()
    assert [one.kind for one in found] == [FactKind.ATTRIBUTION]


@pytest.mark.parametrize(
    "speaker",
    [
        "an economist estimates",
        "according to the economist Ida Moll",
        "Moll said",
        "according to a scholar at the university",
        "experts say",
    ],
)
def test_the_same_speaker_by_another_name_passes(speaker: str) -> None:
    assert speakers(OTHER_WORDS.format(speaker)) == []


def test_a_body_may_be_meant_by_who_leads_it() -> None:
    assert speakers("Dear diesel will make bus fares rise again in spring, the authority said.") == []


def test_an_event_in_a_subordinate_clause_is_no_saying() -> None:
    assert speakers("After Oriel had conceded the vote at midnight, the union's drivers thanked the stewards.") == []


def test_a_word_set_off_as_such_is_no_quotation() -> None:
    source = "The sign above the door shows a fish, and the owner calls the place by it.\n"
    found = flagged(source, 'The sign above the door shows a fish; the word "herring" was the password.\n')
    assert all(one.kind is not FactKind.QUOTE for one in found.values())


def test_an_invented_quotation_is_found() -> None:
    source = "The mayor spoke to reporters on Monday about the flooded bridge.\n"
    found = flagged(source, 'The mayor spoke to reporters on Monday. "We shall sue the builders of it," he said.\n')
    assert any(one.kind is FactKind.QUOTE and one.verdict is Verdict.HALLUCINATED for one in found.values())
