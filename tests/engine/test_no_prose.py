"""Text that nobody wrote as prose: of what goes on without end the beginning is read, and nothing fails."""

import pytest

from artdiff.engine import words as word_diff
from artdiff.engine.facts.dates import find_dates
from artdiff.engine.facts.fact import Quantity
from artdiff.engine.facts.figures import MOST, find_figures
from artdiff.engine.language import paragraphs
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


@pytest.mark.parametrize("joint", ["\n", "\n\n", " \n \n\n "])
def test_of_lines_without_end_that_are_next_to_nothing_the_rest_is_one(joint: str) -> None:
    lines = 2 * paragraphs.MOST_SHORT
    text = joint.join(["Ab."] * lines) + joint
    found = analysis(text).text
    assert len(found.paragraphs) == paragraphs.MOST_SHORT + 1
    assert found.paragraphs[-1].span.of(text).split() == ["Ab."] * (lines - paragraphs.MOST_SHORT)


def test_lines_that_say_something_are_all_paragraphs() -> None:
    lines = 2 * paragraphs.MOST_SHORT
    assert len(paragraphs.find_paragraphs("They went to the harbour.\n\n" * lines)) == lines
    assert len(paragraphs.find_paragraphs("They went.\n" * paragraphs.MOST_SHORT)) == paragraphs.MOST_SHORT


@pytest.mark.parametrize(
    "words", ["more than no one and ", "none but all for ", "always or never, ", "5 for 3 against 4 more "]
)
def test_words_of_degree_without_end_are_compared(words: str) -> None:
    found = compared(words * 1_500, words[::-1] + words * 1_500)
    assert len(found.findings) < 1_500


def test_of_paragraphs_that_are_too_long_for_a_word_diff_none_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = "They went to the harbour and saw the boats.", "They went to the harbour and saw the ships."
    assert compared(*texts).links[0].edits
    monkeypatch.setattr(word_diff, "LARGEST", 9)
    (link,) = compared(*texts).links
    assert link.rewritten
    assert not link.edits
