"""Tokens: what they are, where they stand, and what is known of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Document
from artdiff.engine.language.segment import segment
from artdiff.engine.language.segmentation import NUMBER, PUNCTUATION
from artdiff.engine.language.word_flags import CAPITAL, CLAUSE, CONTENT, HAVING, PHRASE, places_with

TEXT = "Ana’s 3 boats left ‘Hull’, the sailors’ port.\n\nThe U.S. paid $4.5m, which wasn’t much for Smith & Co.’s crew."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the sailors’ port", "the sailors’ port"),
        ("so-called ‘friends’", "so-called ‘ friends’"),
        ("called ‘it’", "called ‘ it ’"),
        ("a ‘well-known’ man", "a ‘ well-known ’ man"),
        ("call it ‘s’", "call it ‘ s ’"),
        ("the x-s' end", "the x-s' end"),
        ("$4.5m, the 1990s’", "$4.5m , the 1990s ’"),
    ],
)
def test_a_mark_behind_a_word_belongs_to_it_where_it_may_be_possessive(text: str, words: str) -> None:
    assert [token.text for token in segment(Document("some", text)).tokens] == words.split()


@given(st.text(alphabet="aS’' .-!\n5U&“", max_size=60))
def test_tokens_are_all_that_is_written(text: str) -> None:
    found = segment(Document("some", text))
    assert "".join(token.text for token in found.tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in found.tokens)
    assert [at for at, sentence in enumerate(found.sentences) for _ in range(*sentence.tokens)] == list(
        found.sentence_of
    )


def test_columns_and_flags_stand_beside_the_tokens() -> None:
    found = segment(Document("some", TEXT))
    assert list(found.norms) == [token.norm for token in found.tokens]
    assert list(found.stems) == [token.stem for token in found.tokens]
    assert places_with(CAPITAL, found.flags) == list(found.capitals)
    told = {flag: {found.norms[at] for at in places_with(flag, found.flags)} for flag in HAVING}
    marks = {token.norm for token in found.tokens if token.kind is PUNCTUATION}
    assert told[CLAUSE] == marks | {"which"}
    assert told[PHRASE] == told[CLAUSE] | {"for"}
    assert told[CONTENT] >= {token.norm for token in found.tokens if token.kind is NUMBER} | {"boats", "paid"}
    assert told[CONTENT].isdisjoint({"the", "wasn't", ".", "much"})
