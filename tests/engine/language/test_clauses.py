import pytest

from artdiff.engine.language.clauses import NONE, Modality, Opener
from tests.texts import analysis


def parts(text: str) -> list[tuple[Opener, str]]:
    one = analysis(text)
    tokens = one.text.tokens
    return [(part.opener, text[tokens[part.first].start : tokens[part.last - 1].end]) for part in one.clauses.clauses]


def test_clauses_begin_at_commas_relatives_subordinators_and_coordinators() -> None:
    assert parts("He left, who knew, because it rained and stayed away.") == [
        (Opener.SENTENCE, "He left"),
        (Opener.RELATIVE, "who knew"),
        (Opener.SUBORDINATOR, "because it rained"),
        (Opener.COORDINATOR, "and stayed away"),
    ]


@pytest.mark.parametrize(
    ("text", "head", "modality"),
    [
        ("The office may close soon.", "close", Modality.POSSIBLE),
        ("The office will quickly close.", "close", Modality.PLANNED),
        ("They could not agree.", "agree", Modality.FACT),
        ("They could agree on little.", "agree", Modality.FACT),
        ("They could agree on terms.", "agree", Modality.POSSIBLE),
        ("The office closed.", "closed", Modality.FACT),
    ],
)
def test_a_modal_bears_on_its_verb(text: str, head: str, modality: Modality) -> None:
    one = analysis(text)
    at = next(at for at, token in enumerate(one.text.tokens) if token.norm == head)
    assert one.clauses.modality[at] is modality


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("The dam did not break.", "break", True),
        ("The dam broke.", "broke", False),
        ("No more than ten fled.", "fled", False),
        ("It isn't safe, but people drink it.", "drink", False),
        ("It isn't safe, but people drink it.", "safe", True),
    ],
)
def test_a_negator_bears_on_the_words_behind_it(text: str, word: str, *, negated: bool) -> None:
    one = analysis(text)
    at = next(at for at, token in enumerate(one.text.tokens) if token.norm == word)
    assert (one.clauses.negator_of[at] != NONE) is negated
