from hypothesis import given
from hypothesis import strategies as st

from artdiff.reader.listing import ListMaker
from artdiff.session.carrying import share_carried
from artdiff.session.narrowing import Haystack, narrowed, widened
from tests.session.example import comparison, link, session, story

ROWS = ("Peace talks\nsource.txt", "Peace talks\nvariant A.txt", "Floods\nsource.txt")


def test_all_words_count_in_any_order() -> None:
    rows = Haystack(ROWS)
    assert rows.matching("") == [0, 1, 2]
    assert rows.matching("peace") == [0, 1]
    assert rows.matching("source talks") == [0]
    assert rows.matching("talks source.txt  ") == [0]
    assert rows.matching("talks peace floods") == []


def test_capitals_count_where_there_are_some() -> None:
    rows = Haystack(ROWS)
    assert rows.matching("A") == [1]
    assert rows.matching("a") == [0, 1]
    assert rows.matching("Peace") == [0, 1]
    assert rows.matching("PEACE") == []


@given(st.lists(st.text("ab AB\n", max_size=6), max_size=8), st.text("abAB ", max_size=4))
def test_more_words_never_find_more(rows: list[str], words: str) -> None:
    haystack = Haystack(rows)
    found = haystack.matching(words)
    assert set(haystack.matching(words + "b")) <= set(found) or words != words.lower()
    assert found == sorted(found)
    assert all(word in rows[at].casefold() for at in found for word in words.casefold().split())


def test_a_story_is_listed_with_what_is_found_of_it() -> None:
    start = session(story(0, 1, 2), story(3, 4))
    lists = ListMaker()
    whole = lists.listing(start)
    assert [entry.document for entry in whole.entries] == [None, 0, 1, 2, None, 3, 4]
    some = lists.listing(narrowed(start, "4.txt"))
    assert [(entry.story, entry.document) for entry in some.entries] == [(1, None), (1, 4)]
    assert some.shown == -1
    assert some.first == 1
    titled = lists.listing(narrowed(start, "story of 3"))
    assert [entry.document for entry in titled.entries] == [None, 3, 4]
    assert lists.listing(widened(narrowed(start, "x"))).entries == whole.entries


def test_documents_are_narrowed_before_there_are_stories() -> None:
    start = session(story(0, 1))
    bare = session()
    assert ListMaker().listing(narrowed(bare, "x")).entries == ()
    assert len(ListMaker().listing(narrowed(start, ".txt")).entries) == 3


def test_how_much_of_the_source_is_carried() -> None:
    assert share_carried(comparison(links=[link([0], [0]), link([1], [1])])) == 1
    assert share_carried(comparison(links=[link([0], [0])], omitted=[1, 2])) == 1 / 3
    assert share_carried(comparison(links=[link([0], [0]), link([0], [1])], omitted=[1])) == 0.5
    assert share_carried(comparison(omitted=[0, 1, 2])) == 0
    assert share_carried(comparison()) == 1
