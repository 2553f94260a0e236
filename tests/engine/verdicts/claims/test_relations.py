import pytest

from artdiff.engine.values import Verdict
from artdiff.engine.verdicts.claims.relations import judge_relations
from tests.engine.verdicts.judging import claims

SOURCE = """The brewer Hallam sued the bottler Clearpak on Monday over faulty caps. In May Hallam moved its press from Riga to Tartu.

Hallam was founded by the chemist Rut Dahl and the engineer Lars Ode, whom she married in 1931. Clearpak bought the old brewery in 2019.

Norway lent the statue to Denmark. In Riga, Clearpak opened a depot for Hallam. On Monday the caps were faulty, said the brewer.
"""


def found(variant: str) -> list[tuple[Verdict, str, str | None]]:
    return claims(judge_relations, SOURCE, variant)


@pytest.mark.parametrize(
    "variant",
    [
        "On Monday the bottler Clearpak was sued by the brewer Hallam over faulty caps.",
        "Clearpak, the bottler, was sued by Hallam, the brewer, on Monday over faulty caps.",
        "Hallam moved its press to Tartu from Riga in May.",
        "The old brewery was bought by Clearpak in 2019.",
        "Clearpak, which bought the old brewery in 2019, was sued on Monday.",
        "Norwegians lent the statue to Denmark.",
        "The chemist Rut Dahl, with Lars Ode, whom she married in 1931, founded Hallam.",
        "The caps were faulty, the brewer said on Monday.",
    ],
)
def test_the_same_deed_in_other_words_is_no_finding(variant: str) -> None:
    assert found(variant) == []


@pytest.mark.parametrize(
    ("variant", "words", "counterpart"),
    [
        (
            "On Monday Clearpak sued Hallam over faulty caps.",
            "Clearpak sued Hallam",
            "Hallam sued the bottler Clearpak",
        ),
        (
            "The brewer Hallam was sued by the bottler Clearpak on Monday over faulty caps.",
            "Hallam was sued by the bottler Clearpak",
            "Hallam sued the bottler Clearpak",
        ),
        (
            "Denmark lent the statue to Norway.",
            "Denmark lent the statue to Norway",
            "Norway lent the statue to Denmark",
        ),
        ("After Clearpak's move, Hallam bought the old brewery in 2019.", "Hallam bought", "Clearpak bought"),
        ("In May Hallam moved its press from Tartu to Riga.", "from Tartu to Riga", "from Riga to Tartu"),
        (
            "Hallam was founded by the engineer Lars Ode and the chemist Rut Dahl, whom she married in 1931.",
            "Rut Dahl, whom she married",
            "Lars Ode, whom she married",
        ),
    ],
)
def test_parties_changed_round_are_altered(variant: str, words: str, counterpart: str) -> None:
    assert found(variant) == [(Verdict.ALTERED, words, counterpart)]


def test_a_document_agrees_with_itself() -> None:
    assert found(SOURCE) == []


def test_the_nearest_parties_tell_an_exchange_where_others_stay() -> None:
    source = "The auditors found that the brewery owes the town money for the water of three years."
    variant = source.replace("the brewery owes the town", "the town owes the brewery")
    assert [words for _, words, _ in claims(judge_relations, source, variant)] == ["town owes the brewery"]
    twice = "They told me that the mill was closed, and then they told me that it was open."
    assert claims(judge_relations, twice, twice.replace("then they", "later they")) == []
