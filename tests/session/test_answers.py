from dataclasses import replace
from itertools import permutations

import pytest

from artdiff.batch.messages import Compare, Compared, Failed, Group, Grouped, Lost, Progress
from artdiff.engine.values import Pair
from artdiff.session import answers, arranging, commands
from artdiff.session.state import opened
from tests.session.example import comparison, document, finding, outline, session, story

FOUND = {(0, 1): 1, (0, 2): 3, (0, 3): 3, (4, 5): 2}
STORIES = (story(6), story(0, 1, 2, 3), story(4, 5))


@pytest.mark.parametrize("order", list(permutations(FOUND)))
def test_the_place_does_not_hang_on_the_order_of_the_answers(order: tuple[tuple[int, int], ...]) -> None:
    settled = session(*STORIES, findings={pair: FOUND[pair] for pair in order})
    assert (settled.story, settled.variant, settled.stop) == (1, 2, 1)


def test_a_place_that_was_chosen_stays() -> None:
    start = commands.show(session(*STORIES, findings={(0, 1): 1}), 1, 1)
    after = answers.with_comparison(start, Pair(0, 2), comparison(finding(0), finding(1)))
    assert (after.variant, after.stop) == (1, 0)
    before = commands.show(start, 1, 3)
    assert before.stop is None
    grown = answers.with_comparison(before, Pair(0, 3), comparison(finding(0)))
    assert (grown.variant, grown.stop) == (3, 1), "the finding that was waited for is stood on"
    earlier = answers.with_comparison(grown, Pair(0, 2), comparison(finding(0)))
    assert (earlier.variant, earlier.stop) == (3, 2), "the counter moves, the place does not"


def test_stories_open_on_the_first_that_has_variants() -> None:
    assert (session(*STORIES).story, session(*STORIES).variant) == (1, 1)
    assert (session(story(0)).story, session(story(0)).variant) == (0, None)


def test_what_is_looked_at_is_wanted_first_then_its_story() -> None:
    start = commands.show(session(*STORIES), 2, 5)
    assert answers.wanted(start) == [Pair(4, 5), Pair(0, 1), Pair(0, 2), Pair(0, 3)]
    start = commands.show(start, 1, 3)
    assert answers.wanted(start)[:3] == [Pair(0, 3), Pair(0, 1), Pair(0, 2)]
    failed = answers.with_failure(start, Pair(0, 3), "it died")
    assert answers.wanted(failed) == [Pair(0, 1), Pair(0, 2), Pair(4, 5)]


def test_the_worker_is_asked_anew_when_it_should_do_other_things() -> None:
    start = session(*STORIES, findings={(0, 1): 1})
    assert not answers.wants_other(start, commands.toggle_omissions(start))
    assert answers.wants_other(start, commands.show(start, 1, 3))
    assert not answers.wants_other(commands.show(start, 1, 3), commands.show(start, 1, 1))
    assert answers.wants_other(start, arranging.take_as_source(start))


def test_progress() -> None:
    start = opened([document("a"), document("b")])
    assert answers.is_working(start)
    assert answers.progress(start) == (0, 2)
    start = answers.answered(start, Progress(1, 2))
    assert answers.progress(start) == (1, 2)
    start = answers.answered(start, Grouped((story(0, 1),), (outline("a"), outline("b"))))
    assert answers.progress(start) == (0, 1)
    start = answers.answered(start, Compared(Pair(0, 1), comparison()))
    assert answers.progress(start) == (1, 1)
    assert not answers.is_working(start)
    assert not answers.is_working(opened([]))


def test_a_worker_that_dies() -> None:
    start = session(*STORIES)
    assert "started again: it was killed" in answers.answered(start, Lost("it was killed")).status
    failed = answers.answered(start, Failed(Compare(Pair(0, 1)), "killed"))
    assert failed.failures == {Pair(0, 1): "killed"}
    assert "1 could not be compared" in failed.status
    ungrouped = answers.answered(replace(start, stories=()), Failed(Group(None), "killed"))
    assert "cannot be compared: killed" in ungrouped.status
