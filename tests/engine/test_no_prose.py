"""Text that nobody wrote as prose: of what goes on without end the beginning is read, and nothing fails."""

import pytest

from artdiff.engine.facts.dates import find_dates
from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.figures import MOST, find_figures
from artdiff.engine.language.segment import LONGEST
from artdiff.engine.language.sentences import MOST_SHORT
from tests.texts import analysis, compared


@pytest.mark.parametrize("words", ["A ", "“", "” “", "one hundred ", "half a million trillion ", "$1 ", "1,"])
def test_what_goes_on_without_end_is_compared(words: str) -> None:
    text = words * (20_000 // len(words))
    found = compared(text, text)
    assert all(finding.spans.variant is None for finding in found.findings)


def test_of_a_sentence_without_end_the_beginning_is_read() -> None:
    found = analysis("A " * LONGEST)
    assert len(found.text.sentences) == 1
    assert found.text.sentences[0].span.length == 2 * LONGEST - 1
    assert found.text.tokens[-1].end == LONGEST - 1


@pytest.mark.parametrize("words", [". ", "Go. ", "“Go.” ", "5. ", "Why? "])
def test_of_sentences_without_end_that_are_next_to_nothing_the_rest_is_one(words: str) -> None:
    prose = "They went to the harbour and saw the boats of the town. " * (2 * MOST_SHORT)
    cut, uncut = analysis(words * (2 * MOST_SHORT)).text.sentences, analysis(prose).text.sentences
    assert (len(cut), len(uncut)) == (MOST_SHORT + 1, 2 * MOST_SHORT)
    assert cut[-1].span.end == 2 * MOST_SHORT * len(words) - 1


def test_a_sentence_has_no_more_figures_and_dates_than_a_table() -> None:
    found = analysis("In 1990 it cost $5, " * (2 * MOST) + "they said.")
    assert len(find_figures(found.text)) == MOST
    assert len(find_dates(found.text)) == MOST


def test_a_number_of_words_stays_finite() -> None:
    (fact,) = find_figures(analysis("They counted ten " + "million " * 90 + "stars.").text)
    assert isinstance(fact.value, Quantity)
    assert fact.value.value == pytest.approx(1e19)
