import pytest

from artdiff.engine.values import Verdict
from artdiff.engine.verdicts.speech.attribution import judge_attribution
from tests.engine.verdicts.judging import judged, strong

SOURCE = """Dockers in Karvik walked out on Monday over a plan to automate two of the harbour's five cranes.

“We are not against machines,” union secretary Jonna Ek told a rally of 300 people in the rain.

The harbour's director, Mikael Brun, said retraining had been offered to all 60 employees. “Nobody will lose a job,” he said.

Economist Lars Ode of Lund University said a strike of one week would cost the city about 4 million crowns. Mayor Rut Dahl said she had asked for more ferries twice and had been refused each time.

The shipping line Oceana said two of its vessels had been diverted to Lund.
"""


def flags(variant: str) -> list[tuple[Verdict, str, str | None]]:
    return strong(judged(judge_attribution, SOURCE, variant), SOURCE, variant)


@pytest.mark.parametrize(
    "variant",
    [
        "“We are not against machines,” said Jonna Ek, the secretary of the union.",
        "“Nobody will lose a job,” the director said.",
        "“Nobody will lose a job,” the harbour said.",
        "Retraining has been offered to all 60 employees, according to Mr. Brun.",
        "All 60 employees have been offered retraining.",
        "A one-week strike would cost the city some 4 million crowns, an economist said.",
        "Rut Dahl is angry. She said more ferries had been asked for twice and refused each time.",
        "Two vessels of Oceana's had been diverted to Lund, it said.",
        "Jonna Ek said that the weather had been bad.",
    ],
)
def test_the_same_speaker_in_other_words_is_no_finding(variant: str) -> None:
    assert flags(variant) == []


@pytest.mark.parametrize(
    ("variant", "speaker", "counterpart"),
    [
        ("“We are not against machines,” said Mikael Brun.", "Mikael Brun", "union secretary Jonna Ek"),
        ("“Nobody will lose a job,” said Lars Ode, an economist.", "Lars Ode", "The harbour's director, Mikael Brun"),
        ("Residents said they had asked for more ferries twice and been refused.", "Residents", "Mayor Rut Dahl"),
        (
            "A strike of a week would cost the city 4 million crowns, the harbour's director said.",
            "the harbour's director",
            "Economist Lars Ode of Lund University",
        ),
    ],
)
def test_another_speaker_is_altered(variant: str, speaker: str, counterpart: str) -> None:
    assert flags(variant) == [(Verdict.ALTERED, speaker, counterpart)]


def test_speakers_that_changed_places_are_both_altered() -> None:
    variant = (
        "Lars Ode said retraining had been offered to all 60 employees.\n\n"
        "Mikael Brun said a strike of one week would cost the city about 4 million crowns."
    )
    assert [words for _, words, _ in flags(variant)] == ["Lars Ode", "Mikael Brun"]


def test_a_group_that_the_named_speaker_belongs_to_is_vaguer() -> None:
    variant = "A strike of one week would cost the city about 4 million crowns, economists said."
    found = [one for one in judged(judge_attribution, SOURCE, variant) if one.verdict is not Verdict.SUPPORTED]
    assert [one.verdict for one in found] == [Verdict.GENERALISED]


def test_a_document_agrees_with_itself() -> None:
    assert {one.verdict for one in judged(judge_attribution, SOURCE, SOURCE)} == {Verdict.SUPPORTED}
