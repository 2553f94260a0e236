import pytest

from artdiff.engine.values import Verdict
from artdiff.engine.verdicts.speech.quotes import judge_quotes
from tests.engine.verdicts.judging import judged, strong

SOURCE = """The harbour in Karvik was closed on Monday by a strike of the dockers over a plan to automate two cranes.

“We are not against machines, we are against being told about them by text message,” union secretary Jonna Ek told a rally. “Nobody should count on us in November.”

The port's director, Mikael Brun, said that talks would resume on Thursday and that nobody would lose a job. He called the walkout “a sad day for the city”.
"""


def flags(variant: str) -> list[tuple[Verdict, str, str | None]]:
    return strong(judged(judge_quotes, SOURCE, variant), SOURCE, variant)


@pytest.mark.parametrize(
    "variant",
    [
        "“Nobody should count on us in November,” said Jonna Ek.",
        "“We are not against machines,” said Ek, “we are against being told about them by text message.”",
        "“We are not against machines ... by text message,” said Ek.",
        "“[N]obody should count on us in November,” said Ek.",
        "\"We're not against machines, we're against being told about them by text message. Nobody should count on us.\"",
        "Ek said the dockers “are not against machines”.",
        "Brun called it “a sad day”.",
        "Brun spoke of a “sad day” for the city.",
        "Talks “would resume on Thursday”, said the port's director, Mikael Brun.",
        "The “strike” of the dockers closed the harbour in Karvik on Monday.",
    ],
)
def test_faithful_quotations_are_no_findings(variant: str) -> None:
    assert flags(variant) == []


@pytest.mark.parametrize(
    ("variant", "words", "counterpart"),
    [
        ("“We are against machines,” said Jonna Ek.", "are against", "not"),
        ("“Nobody should count on us in December,” said Ek.", "December", "November"),
        ("“Somebody should count on us in November,” said Ek.", "Somebody", "Nobody"),
        ("“We are not against machines, we are against paying for them,” said Ek.", "paying for", "being told about"),
        ("He called the walkout “a great day for the city”.", "great", "sad"),
    ],
)
def test_edited_quotations_are_altered_where_they_differ(variant: str, words: str, counterpart: str) -> None:
    assert flags(variant) == [(Verdict.ALTERED, words, counterpart)]


@pytest.mark.parametrize(
    ("variant", "words"),
    [
        ("“They have stolen our future,” said Jonna Ek, the union's secretary.", "They have stolen our future"),
        ("Mikael Brun, the port's director, said: “My door is always open.”", "My door is always open"),
        ("“We can wait,” said Jonna Ek, the secretary of the dockers.", "We can wait"),
    ],
)
def test_invented_quotations_are_hallucinated(variant: str, words: str) -> None:
    assert flags(variant) == [(Verdict.HALLUCINATED, words, None)]


def test_a_report_made_direct_speech_in_other_words_is_altered() -> None:
    variant = "“The talks are going to be resumed on Thursday and no one's job is lost,” said the port's director, Mikael Brun."
    assert [verdict for verdict, _, _ in flags(variant)] == [Verdict.ALTERED]


def test_a_quotation_against_itself_is_supported() -> None:
    assert {one.verdict for one in judged(judge_quotes, SOURCE, SOURCE)} == {Verdict.SUPPORTED}


def test_straight_quotation_marks_change_nothing() -> None:
    straight = SOURCE.replace("“", '"').replace("”", '"')
    assert {one.verdict for one in judged(judge_quotes, SOURCE, straight)} == {Verdict.SUPPORTED}
