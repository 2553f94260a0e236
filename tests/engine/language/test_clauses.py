from artdiff.engine.language.clauses import Opener
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
