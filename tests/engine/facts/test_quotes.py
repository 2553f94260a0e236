import pytest

from artdiff.engine.facts.fact import Speech
from artdiff.engine.facts.phrase_words import marks_of
from artdiff.engine.facts.quotes import find_speech
from artdiff.engine.values import FactKind
from tests.texts import analysis


def speech(text: str, kind: FactKind) -> list[tuple[str, Speech]]:
    found = analysis(text)
    return [
        (fact.span.of(text), fact.value)
        for fact in find_speech(found.text, marks_of(found.text), found.facts)
        if fact.kind is kind and isinstance(fact.value, Speech)
    ]


def speakers(text: str) -> list[str]:
    return [words for words, _ in speech(text, FactKind.ATTRIBUTION)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Lise Grand said that the bus was late.", "Mayor Lise Grand"),
        ("The bus was late, said Mayor Lise Grand.", "Mayor Lise Grand"),
        ("The bus was late, Grand said.", "Grand"),
        ("The bus, Grand later said, was late.", "Grand"),
        ("Lise Grand, who heads the council, said the bus was late.", "Lise Grand"),
        ("Lise Grand, 44, of the Green Party, said the bus was late.", "Lise Grand"),
        ("The mayor, Lise Grand, said that the bus was late.", "The mayor, Lise Grand"),
        ("The bus was late, according to the mayor, Lise Grand.", "the mayor, Lise Grand"),
        ("Lise Grand told the BBC that the bus was late.", "Lise Grand"),
        ("The bus was “late again”, in Lise Grand's words.", "Lise Grand's"),
        ("In Lise Grand’s view the bus was late.", "Lise Grand’s"),
        ("The fraud, described by prosecutors as the worst, cost millions.", "prosecutors"),
        ("It was what officials called the worst flood since 1978.", "officials"),
        ("A spokeswoman for the bank said that it was closed.", "A spokeswoman for the bank"),
        ("HALDEN, Norway, March 4 — The Bank of Halden said it was closed.", "The Bank of Halden"),
        ("Grand is alleged to have written that the bus was late.", "Grand"),
    ],
)
def test_the_speaker_of_a_report(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has not said when the bus will come.",
        "The mayor declined to say when the bus would come.",
        "The report was late and the claims were paid.",
        "The bus is expected to be late.",
        "Kessel Bank added two branches in May.",
        "Joanna Pell wrote a letter of 12 pages to the regulator.",
        "“Officials said no such thing,” it read.",
    ],
)
def test_words_of_saying_that_report_nothing(text: str) -> None:
    assert speakers(text) == []


def test_a_carried_on_report_has_the_same_speaker() -> None:
    text = "Lise Grand blamed the snow, adding that the bus was old, and said it would be sold."
    assert [value.names for _, value in speech(text, FactKind.ATTRIBUTION)] == [("lise", "grand")] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Lise Grand was there. She said that it was cold.", ("lise", "grand")),
        ("“It is cold,” said Lise Grand, the mayor. “Too cold,” she said.", ("lise", "grand")),
        ("Coach Ada Quist met her brother, Roy Dell. He said that it was cold.", ("roy", "dell")),
        ("Lise Grand, the mayor, was there. It was cold, the mayor said.", ("lise", "grand")),
        ("Mayor Lise Grand spoke first. Grand said that it was cold.", ("lise", "grand")),
    ],
)
def test_titles_surnames_and_pronouns_mean_a_person_named_before(text: str, names: tuple[str, ...]) -> None:
    assert speech(text, FactKind.ATTRIBUTION)[-1][1].names == names


def test_a_plural_is_nobody_by_name() -> None:
    text = "Prosecutor Dan Ortiz left. Prosecutors said that the case was closed."
    assert speech(text, FactKind.ATTRIBUTION)[-1][1].names == ()


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“It is cold,” Lise Grand said. “And it is late.”", [("It is cold", "grand"), ("And it is late", "grand")]),
        ("Lise Grand told reporters: “It is cold.”", [("It is cold", "grand")]),
        ("Lise Grand wants to go home: “It is cold.”", [("It is cold", "grand")]),
        ("Lise Grand called it “a rare gift to all of us”.", [("a rare gift to all of us", "grand")]),
        ("“It is cold. It is late,” said Lise Grand.", [("It is cold. It is late", "grand")]),
        (
            "“It is cold,” said Lise Grand; Roy Dell found it “rather too warm”.",
            [("It is cold", "grand"), ("rather too warm", "dell")],
        ),
    ],
)
def test_quotations_have_their_speaker(text: str, quotations: list[tuple[str, str]]) -> None:
    assert [(words, value.names[-1]) for words, value in speech(text, FactKind.QUOTE)] == quotations


def test_the_name_line_under_a_quotation_is_its_speaker() -> None:
    text = "The day was long and nobody knew what to do.\n\n“It is cold in here and it is late.”\n\n– Lise Grand\n\nShe left."
    assert [value.names for _, value in speech(text, FactKind.QUOTE)] == [("lise", "grand")]


def test_titles_of_works_are_no_quotations() -> None:
    assert speech("Her album “Salt Road” sold well, as did “The Ferryman’s Daughter.”", FactKind.QUOTE) == []
