import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.verdicts.speech.wording import Word, compare_words, joined, words_of
from tests.texts import analysis


def words(text: str) -> list[Word]:
    tokens = analysis(text).text.tokens
    return words_of(tokens, 0, len(tokens))


def changes(source: str, variant: str) -> list[tuple[str, str]]:
    ours, theirs = words(variant), words(source)
    found = joined(compare_words(ours, theirs).changes)
    return [
        (
            " ".join(word.norm for word in theirs[slice(*change.source)]),
            " ".join(word.norm for word in ours[slice(*change.variant)]),
        )
        for change in found
    ]


@pytest.mark.parametrize(
    ("source", "variant"),
    [
        ("We organise the neighbours' centre.", "We organize the neighbors' center."),
        ("There were twenty-two programmes.", "There were 22 programs."),
        ("I don't think it's late, I'm sure we'll win.", "I do not think it is late; I am sure we will win."),
        ("A cease-fire is near.", "A ceasefire is near"),
        ("We can’t go.", "We cannot go."),
        ("It is cold and we have no coats for the children.", "we have no coats"),
    ],
)
def test_spelling_figures_contractions_and_shorter_cuts_change_nothing(source: str, variant: str) -> None:
    assert compare_words(words(variant), words(source)).coverage == 1.0
    assert changes(source, variant) == []


@pytest.mark.parametrize(
    ("source", "variant", "change"),
    [
        ("We hope not to go there.", "We hope to go there.", ("not", "")),
        ("It held back a third of the flood.", "It held back two-thirds of the flood.", ("#0.333333%", "#0.666667%")),
        ("It is a scratch, not a dent.", "It is a dent, not a scratch.", ("scratch not a dent", "dent not a scratch")),
        ("Not one of those four went away.", "Only one of those four went away.", ("not", "only")),
        ("There were 12 of them.", "There were 22 of them.", ("#12", "#22")),
        ("We must wait until the rain ends.", "We must wait until the war ends.", ("rain", "war")),
    ],
)
def test_changed_words_are_told_narrowly(source: str, variant: str, change: tuple[str, str]) -> None:
    assert changes(source, variant)[0] == change


def test_words_agree_with_their_own_neighbours() -> None:
    source = "The first, which is widely considered the first genocide of the century, began."
    assert changes(source, "first genocide of the century") == []


@given(st.lists(st.sampled_from("we saw no the rain 12 and sun".split()), min_size=1, max_size=20))
def test_words_agree_with_themselves(norms: list[str]) -> None:
    same = words(" ".join(norms))
    comparison = compare_words(same, same)
    assert (comparison.coverage, comparison.changes) == (1.0, ())
