"""Phrases that name somebody: where they begin and end, and what they say."""

from __future__ import annotations

import pytest

from artdiff.engine.facts.phrase_words import DETERMINER, INNER, LINK, NAME, NAME_WORD, NOUN, POSSESSIVE, marks_of
from artdiff.engine.facts.phrases import describe, name_end, phrase_end, phrase_start
from tests.texts import analysis


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Ana de Silva ran", 3),
        ("Ana V. Silva ran", 4),
        ("University of Leeds ran", 3),
        ("Ana Silva of Leeds ran", 2),
        ("Silva’s Bank ran", 1),
        ("Mayor Silva ran", 0),
        ("The bank ran", 0),
    ],
)
def test_a_name_ends_where_its_words_do(words: str, end: int) -> None:
    text = analysis(f"{words} away.").text
    assert name_end(text.tokens, marks_of(text), 0, len(text.tokens)) == end


@pytest.mark.parametrize(
    ("words", "names", "traits"),
    [
        ("the Kessel Bank economist Mei Tanaka", ("mei", "tanaka"), {"kessel", "bank", "economist"}),
        ("Leeds’s mayor", (), {"leed", "mayor"}),
        ("Filip Maes KC of Ghent", ("filip", "maes"), {"ghent"}),
        ("a tall nurse", (), {"tall", "nurs"}),
    ],
)
def test_a_phrase_tells_a_name_and_what_its_bearer_is(words: str, names: tuple[str, ...], traits: set[str]) -> None:
    text = analysis(f"They met {words}.").text
    assert describe(text.tokens, marks_of(text), 2, len(text.tokens) - 1) == (names, frozenset(traits))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Monday the head of the delegation said so.", "the head of the delegation"),
        ("It was late, Mr. Dray and Ms. Moll said so.", "Mr. Dray and Ms. Moll"),
        ("They met and he said so.", ""),
    ],
)
def test_the_phrase_before_a_verb(text: str, phrase: str) -> None:
    found = analysis(text).text
    tokens, marks = found.tokens, marks_of(found)
    said = found.norms.index("said")
    start = phrase_start(tokens, marks, said, 0)
    assert text[tokens[start].start : tokens[said].start].strip() == phrase
    assert phrase_end(tokens, marks, start, said) == said or not phrase


def test_what_words_do_in_a_phrase() -> None:
    text = analysis("The Mayor of Leeds said Ana’s boat sank on Monday.").text
    marks = dict(zip(text.texts, marks_of(text), strict=True))
    having = {
        bit: {word for word, mark in marks.items() if mark & bit}
        for bit in (NOUN, NAME, NAME_WORD, INNER, DETERMINER, LINK, POSSESSIVE)
    }
    assert having[NOUN] == {"Mayor", "Leeds", "said", "Ana’s", "boat", "sank"}
    assert having[NAME] == {"Mayor", "Leeds", "Ana’s"}
    assert having[NAME_WORD] == {"Leeds", "Ana’s"}
    assert having[INNER] == having[NOUN] - {"said"}
    assert having[DETERMINER] == {"The"}
    assert having[LINK] == {"of", "on"}
    assert having[POSSESSIVE] == {"Ana’s"}
