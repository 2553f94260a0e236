"""Speakers who are bodies or offices: which kinds exclude each other, and what makes an error of another speaker likely."""

import pytest

from artdiff.engine.facts.fact import Speech
from artdiff.engine.language.stems import stems
from artdiff.engine.links import align
from artdiff.engine.values import FLAGGED, Pair
from artdiff.engine.verdicts.speech.attribution import judge_attribution
from artdiff.engine.verdicts.speech.other_speakers import bodies
from tests.texts import analysis

SOURCE = """The reservoir above Tarn Hill will be emptied by June, the water company said on Monday.

The fire brigade said its engines could reach the upper farms in nine minutes. The parish council has not met since May.

The cost will be 4.2 million crowns, according to Energy Minister Lars Brodeck.

Police said 400 people had marched to the dam.

“We do not build walls against water,” the engineer Vera Lind said.
"""


def suspicions(variant: str) -> dict[str, float]:
    """Return by the speaker's words how likely another speaker is an error by the judge's own estimate."""
    analyses = Pair(analysis(SOURCE), analysis(variant))
    found = (one for one in judge_attribution(analyses, align(analyses)) if one.verdict in FLAGGED)
    return {one.spans.variant.of(variant): one.strength for one in found if one.spans.variant}


@pytest.mark.parametrize(
    ("wrong", "speaker", "faithful"),
    [
        (
            "The parish council said its engines could reach the upper farms in nine minutes.",
            "The parish council",
            "Firefighters say their engines can be at the upper farms within nine minutes.",
        ),
        (
            "The project will cost 4.2 million crowns, the central bank has said.",
            "the central bank",
            "The project will cost 4.2 million crowns, the ministry of energy says.",
        ),
        (
            "The organisers said that 400 people had marched to the dam.",
            "The organisers",
            "Some 400 people had marched to the dam, according to the police.",
        ),
        (
            "The reservoir above Tarn Hill will be empty by June, the fire brigade said.",
            "the fire brigade",
            "The reservoir above Tarn Hill will be empty by June, the operator said.",
        ),
    ],
)
def test_a_body_of_another_kind_is_likelier_an_error(wrong: str, speaker: str, faithful: str) -> None:
    assert suspicions(wrong)[speaker] > max(suspicions(faithful).values(), default=0.0)


def test_a_quotation_in_the_mouth_of_another_office_is_suspected() -> None:
    found = suspicions("“We do not build walls against water,” said a fisherman.")
    assert "a fisherman" in found


def test_what_cannot_speak_is_no_speaker() -> None:
    assert suspicions("Some 400 people had marched to the dam, the water found.") == {}


def test_kinds_of_bodies() -> None:
    assert bodies(stems(["finance", "minister"])).isdisjoint(bodies(stems(["bank"])))
    assert bodies(stems(["airline"])) & bodies(stems(["company"]))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The tide sets our clock,” said Lindqvist of the hour of the start.", "Lindqvist"),
        ("“The tide sets our clock,” said Lindqvist of the council.", "Lindqvist of the council"),
        (
            "“The tide sets our clock,” said Ida Moll of the University of Kessel.",
            "Ida Moll of the University of Kessel",
        ),
    ],
)
def test_what_is_spoken_of_is_no_part_of_the_speaker(text: str, speaker: str) -> None:
    found = [fact.value for fact in analysis(text).facts]
    speakers = {one.speaker for one in found if isinstance(one, Speech) and one.speaker}
    assert {span.of(text) for span in speakers} == {speaker}
