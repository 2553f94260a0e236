"""Which words a faithful rewrite may put for others, and which it may not."""

import pytest

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.paraphrases import paraphrases


@pytest.mark.parametrize(
    ("word", "other"),
    [("wait", "delayed"), ("ago", "earlier"), ("wanted", "seeking"), ("seek", "wants"), ("voted", "ballot")],
)
def test_a_rewrite_may_put_the_one_for_the_other(word: str, other: str) -> None:
    one, another = stems([word, other])
    assert another in paraphrases(one)
    assert one in paraphrases(another)


@pytest.mark.parametrize(
    ("word", "other"), [("rise", "fall"), ("accept", "reject"), ("win", "lose"), ("zyzzyva", "wait")]
)
def test_opposites_and_strangers_stand_for_nothing(word: str, other: str) -> None:
    one, another = stems([word, other])
    assert another not in paraphrases(one)
