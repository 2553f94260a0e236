"""Which of a source's words say the like of another."""

from __future__ import annotations

from artdiff.engine.vocabulary import vocabulary
from tests.texts import analysis

SOURCE = """The council bought a vehicle for the village. A doctor bought the other one."""


def test_content_words_are_found_where_they_stand() -> None:
    source = analysis(SOURCE)
    places = vocabulary(source).places
    assert [source.text.tokens[at].text for at in places["bought" if "bought" in places else "buy"]] == ["bought"] * 2
    assert "the" not in places


def test_only_words_of_the_source_say_the_like_the_most_like_first() -> None:
    source = analysis(SOURCE)
    stems = set(source.text.stems)
    rows = {stem: vocabulary(source).like(stem) for stem in ("car", "physician", "purchas")}
    assert all(rows.values())
    for row in rows.values():
        worths = [worth for _, worth, _ in row]
        assert worths == sorted(worths, reverse=True)
        assert {stem for stem, _, _ in row} <= stems
        assert all(worth >= kin for _, worth, kin in row)


def test_a_word_of_no_relation_has_no_like() -> None:
    assert not vocabulary(analysis(SOURCE)).like("xylophon")


def test_sentences_are_known_of_every_content_word() -> None:
    source = analysis(SOURCE)
    words = vocabulary(source)
    assert words.sentences.keys() == words.places.keys()
    assert sorted(words.sentences["doctor"]) == [1]
