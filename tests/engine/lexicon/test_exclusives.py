"""Which words exclude each other as facts, and which do not."""

import pytest

from artdiff.engine.language.stems import stems
from artdiff.engine.lexicon.exclusives import exclusives


@pytest.mark.parametrize(
    ("word", "other"),
    [("piano", "trumpet"), ("doubled", "tripled"), ("floor", "wall"), ("flew", "drove"), ("eye", "ears")],
)
def test_a_rewrite_may_not_have_the_one_for_the_other(word: str, other: str) -> None:
    one, another = stems([word, other])
    assert another in exclusives(one)
    assert one in exclusives(another)


@pytest.mark.parametrize(
    ("word", "other"),
    [("lorry", "truck"), ("violin", "fiddle"), ("wait", "delay"), ("piano", "piano"), ("zyzzyva", "piano")],
)
def test_words_for_the_same_exclude_nothing(word: str, other: str) -> None:
    one, another = stems([word, other])
    assert another not in exclusives(one)
