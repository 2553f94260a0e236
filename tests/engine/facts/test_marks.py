from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.facts.marks import find_quoted
from tests.texts import analysis


def inside(text: str) -> list[str]:
    return [quoted.span.of(text) for quoted in find_quoted(analysis(text).text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won,” he said.", ["We won,"]),
        ('"We won," he said. "Twice."', ["We won,", "Twice."]),
        ("‘We won,’ he said.", ["We won,"]),
        ("'We won,' he said.", ["We won,"]),
        ("«We won», he said.", ["We won"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("‘It’s the workers’ pay,’ she said.", ["It’s the workers’ pay,"]),
        ("The workers' pay and the owners' profits rose.", []),
        ("They sang of the ’90s and rock ’n’ roll.", []),
        ('He is 6\'2" tall and has a 27" screen.', []),
        ("She called it “a gift” and “a curse”.", ["a gift", "a curse"]),
        ("She called it “a gift and left. He stayed.", ["a gift and left."]),
        ("“One day.\n“Another day,” she said.", ["One day.", "Another day,"]),
        ("“““ ”” \"\" '' ", []),
    ],
)
def test_words_inside_quotation_marks(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_a_quotation_that_the_next_paragraph_goes_on_with_is_open_ended() -> None:
    text = "“We had no time to move the cars at all. It came so quickly.\n“I had never seen that,” said Jonas Vik, a baker."
    assert [quoted.open_ended for quoted in find_quoted(analysis(text).text)] == [True, False]


@given(st.text(alphabet="ab .,s“”‘’\"'\n", max_size=80))
def test_quotations_are_disjoint_and_without_white_space_around(text: str) -> None:
    spans = [quoted.span for quoted in find_quoted(analysis(text).text)]
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
