"""What is worked out of words by their spelling alone."""

from __future__ import annotations

from artdiff.engine.lexicon.spellings import Spellings


class Asked:
    """Tells how long words are, and notes what it was asked."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def length(self, word: str) -> int:
        self.words.append(word)
        return len(word)


def test_each_word_is_asked_once_and_told_in_place() -> None:
    asked = Asked()
    lengths = Spellings(asked.length)
    assert lengths.of(["a", "three", "a"]) == [1, 5, 1]
    assert lengths.of(["two", "a"]) == [3, 1]
    assert lengths.of([]) == []
    assert sorted(asked.words) == ["a", "three", "two"]


def test_words_are_forgotten_before_there_are_too_many() -> None:
    asked = Asked()
    lengths = Spellings(asked.length, most=3)
    lengths.of(["a", "to"])
    assert lengths.of(["six", "to", "four"]) == [3, 2, 4]
    assert asked.words.count("to") == 2
    assert lengths.of(["of", "in", "at", "by", "of"]) == [2] * 5
