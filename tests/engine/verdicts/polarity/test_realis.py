"""What was planned, offered, asked for or tried, told as done; and the reverse."""

import pytest

from artdiff.engine.verdicts.polarity.realis import judge_realis
from tests.engine.verdicts.judging import claims

SOURCE = (
    "The county plans to widen the quay. The minister offered to send two ferries. The pilot was asked to leave the harbour.\n"
    "Smugglers threatened to burn the customs shed. A diver tried to raise the anchor. The mayor urged shopkeepers to lower their prices.\n"
    "The harbour master closed the lock on Friday. The council proposed selling the crane.\n"
)


@pytest.mark.parametrize(
    ("old", "new", "words", "counterpart"),
    [
        ("plans to widen", "has widened", "has widened", "plans to widen"),
        ("offered to send", "sent", "sent", "offered to send"),
        ("was asked to leave", "left", "left", "was asked to leave"),
        ("threatened to burn", "burned", "burned", "threatened to burn"),
        ("tried to raise", "raised", "raised", "tried to raise"),
        ("proposed selling the crane", "has sold the crane", "has sold", "proposed selling"),
        ("closed the lock", "promised to close the lock", "promised to close", "closed"),
    ],
)
def test_a_deed_that_was_not_done_is_suspected(old: str, new: str, words: str, counterpart: str) -> None:
    assert old in SOURCE
    found = claims(judge_realis, SOURCE, SOURCE.replace(old, new))
    assert [(said, meant) for _, said, meant in found] == [(words, counterpart)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans to widen", "intends to widen"),
        ("offered to send two ferries", "said that it could send two ferries"),
        ("was asked to leave", "was told to leave"),
        ("A diver tried to raise the anchor", "A diver made an attempt to raise the anchor"),
        ("closed the lock", "decided on Friday and closed the lock"),
        ("urged shopkeepers to lower", "wanted shopkeepers to lower"),
    ],
)
def test_a_deed_that_is_still_to_be_done_is_none(old: str, new: str) -> None:
    assert old in SOURCE
    assert claims(judge_realis, SOURCE, SOURCE.replace(old, new)) == []
