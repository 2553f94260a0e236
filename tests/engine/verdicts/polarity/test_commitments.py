"""How far somebody has gone: considered or decided, believed or known, voluntary or compulsory."""

import pytest

from artdiff.engine.verdicts.polarity.commitments import judge_commitments
from tests.engine.verdicts.judging import claims

SOURCE = (
    "The harbour board is considering a fine for the owner of the ferry. Divers believe that the hull was damaged in June.\n"
    "An adviser recommended the sale of two tugs. Life jackets have been compulsory on the pier since 2019.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "words", "counterpart"),
    [
        ("is considering a fine", "has imposed a fine", "has imposed", "is considering"),
        ("Divers believe that", "Divers know that", "know", "believe"),
        ("recommended the sale", "ordered the sale", "ordered", "recommended"),
        ("have been compulsory", "have been voluntary", "have been voluntary", "have been compulsory"),
    ],
)
def test_a_step_further_or_back_is_suspected(old: str, new: str, words: str, counterpart: str) -> None:
    found = claims(judge_commitments, SOURCE, SOURCE.replace(old, new))
    assert [(said, meant) for _, said, meant in found] == [(words, counterpart)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("is considering a fine", "is weighing a fine"),
        ("Divers believe that", "Divers think that"),
        ("recommended the sale", "suggested the sale"),
        ("have been compulsory", "have been mandatory"),
        (
            "a fine for the owner of the ferry",
            "a fine for the owner of the ferry, for which an order was signed in spring",
        ),
    ],
)
def test_a_word_of_the_same_step_is_none(old: str, new: str) -> None:
    assert old in SOURCE
    assert claims(judge_commitments, SOURCE, SOURCE.replace(old, new)) == []
