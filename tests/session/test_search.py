from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.reports.marking import in_a_row
from artdiff.session import commands, search
from artdiff.session.state import Session
from tests.session.example import session, story


def start() -> Session:
    return commands.show(session(story(0, 1, 2), story(3)), 0, 2)


def test_in_all_documents_of_the_story_beginning_with_what_is_shown() -> None:
    found = search.searched(start(), "paragra 01")
    assert found.search is not None
    assert [match.document for match in found.search.matches] == [0, 1, 2]
    assert found.search.match.document == 2
    assert found.status == "[3/3] “paragra 01” in 2"
    around = search.next_match(found)
    assert around.status == "[1/3] “paragra 01” in 0, from the first again"
    assert around.variant == 2, "the source stands beside every variant"
    assert search.next_match(around).variant == 1
    assert "from the last again" in search.previous_match(around).status


@pytest.mark.parametrize(
    ("words", "count"),
    [("PARAGRA", 0), ("paragra", 9), ("Paragra", 0), ("01 paragra", 3), ("01\n\nparagra", 3), (".*", 0)],
)
def test_case_counts_where_there_are_capitals_and_white_space_does_not(words: str, count: int) -> None:
    found = search.searched(start(), words)
    assert (len(found.search.matches) if found.search else 0) == count
    assert count or "nowhere" in found.status


def test_a_search_ends_with_no_words_and_in_another_story() -> None:
    found = search.searched(start(), "paragra")
    assert search.searched(found, " ").search is None
    assert commands.next_story(found).search is None
    assert commands.next_variant(found).search is found.search
    assert search.next_match(start()).status == "/ searches first"


@given(st.text(max_size=6))
def test_any_words_are_words_and_no_pattern(words: str) -> None:
    one = replace(start(), documents=tuple(document._replace(text=f"x {words} y") for document in start().documents))
    found = search.searched(one, words)
    assert bool(found.search) == bool(in_a_row(words).strip())
