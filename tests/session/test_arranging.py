from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from artdiff.session import arranging
from artdiff.session.ordering import ordered
from artdiff.session.state import Order, Session
from tests.session.example import session, story

START = session(story(0, 1, 2), story(3, 4), story(5), findings={(0, 1): 1, (0, 2): 2, (3, 4): 4})


def members(one: Session) -> list[tuple[int, ...]]:
    return [(each.source, *each.variants) for each in one.stories]


def test_the_list_is_sorted_in_three_ways() -> None:
    assert ordered(START) == [(0, (1, 2)), (1, (4,)), (2, ())]
    flagged = arranging.next_order(START)
    assert ordered(flagged) == [(1, (4,)), (0, (2, 1)), (2, ())]
    assert flagged.status == "stories most altered first"
    undecided = arranging.next_order(flagged)
    assert undecided.order is Order.UNDECIDED
    assert ordered(undecided)[0] == (1, (4,))
    assert arranging.next_order(undecided).order is Order.NAME


def test_marks_come_and_go() -> None:
    marked = arranging.toggle_mark(arranging.toggle_mark(START, 4), 1)
    assert marked.marks == (4, 1)
    assert arranging.toggle_mark(marked, 4).marks == (1,)
    assert arranging.toggle_mark(START, None).marks == ()


def test_two_marked_documents_are_compared_in_a_story_of_their_own() -> None:
    compared = arranging.compare_marked(replace(START, marks=(4, 1)))
    assert members(compared)[-1] == (4, 1)
    assert (compared.story, compared.variant, compared.marks) == (3, 1, ())
    again = arranging.compare_marked(replace(compared, story=0, marks=(4, 1)))
    assert (len(again.stories), again.story) == (4, 3)


def test_it_takes_two_to_compare() -> None:
    for marks in ((), (1,), (1, 2, 4)):
        refused = arranging.compare_marked(replace(START, marks=marks))
        assert refused.stories is START.stories
        assert refused.status == f"mark the two documents to compare: {len(marks)} marked"


def test_marked_documents_move_to_the_story_shown() -> None:
    moved = arranging.move_marked(replace(START, story=1, variant=4, marks=(1, 5)))
    assert members(moved) == [(0, 2), (3, 1, 4, 5)]
    assert (moved.story, moved.variant, moved.marks) == (1, 4, ())
    assert moved.status.startswith("moved here: ")


def test_a_story_that_loses_its_source_has_another() -> None:
    moved = arranging.move_marked(replace(START, story=1, variant=4, marks=(0,)))
    assert members(moved) == [(1, 2), (3, 0, 4), (5,)]
    assert moved.stories[0].title == "Title of 1.txt"
    assert not moved.stories[0].certain


def test_what_is_here_already_is_not_moved() -> None:
    assert arranging.move_marked(replace(START, story=0, marks=(1, 2))).stories is START.stories


@given(st.lists(st.tuples(st.sampled_from("mMdS}"), st.integers(0, 5)), max_size=12))
def test_no_document_is_lost_and_the_place_is_always_valid(steps: list[tuple[str, int]]) -> None:
    now = START
    for key, at in steps:
        match key:
            case "m":
                now = arranging.toggle_mark(now, at)
            case "M":
                now = arranging.move_marked(now)
            case "d":
                now = arranging.compare_marked(now)
            case "S":
                now = arranging.next_order(now)
            case _:
                story_at = at % len(now.stories)
                now = replace(now, story=story_at, variant=next(iter(now.stories[story_at].variants), None))
        assert {one for row in members(now) for one in row} == set(range(6))
        assert all(len(set(row)) == len(row) for row in members(now))
        assert now.variant is None or now.variant in now.stories[now.story].variants
        assert len(ordered(now)) == len(now.stories)
