from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import Pair, Verdict
from artdiff.session import arranging, commands
from artdiff.session.answers import with_comparison, with_failure
from artdiff.session.state import Session
from artdiff.settings import Layout
from tests.session.example import comparison, finding, session, story

TWO_STORIES = (story(0, 1, 2, 3), story(4, 5), story(6))
FOUND = {(0, 1): 1, (0, 2): 0, (0, 3): 2, (4, 5): 1}


def walk(start: Session, command: Callable[[Session], Session], times: int) -> list[tuple[int | None, int | None]]:
    places = []
    for _ in range(times):
        start = command(start)
        places.append((start.variant, start.stop))
    return places


def test_n_walks_one_variant_after_the_other_and_around() -> None:
    start = session(*TWO_STORIES, findings=FOUND)
    assert (start.variant, start.stop) == (3, 1)
    assert walk(start, commands.next_finding, 4) == [(3, 2), (1, 0), (3, 1), (3, 2)]
    assert walk(start, commands.previous_finding, 3) == [(1, 0), (3, 2), (3, 1)]


def test_going_around_is_said() -> None:
    start = session(*TWO_STORIES, findings=FOUND)
    last = commands.next_finding(start)
    assert last.status == ""
    assert commands.next_finding(last).status == "from the first again"
    assert commands.previous_finding(commands.previous_finding(start)).status == "from the last again"


def test_only_flagged_findings_are_walked_and_copies_once() -> None:
    found = comparison(
        finding(0),
        finding(1, verdict=Verdict.GENERALISED),
        finding(1, verdict=Verdict.HALLUCINATED, confidence=0.49),
        finding(2, first_copy=0),
        finding(None, verdict=Verdict.OMITTED),
        finding(2, verdict=Verdict.HALLUCINATED, confidence=0.5),
    )
    taken = with_comparison(session(story(0, 1)), Pair(0, 1), found)
    assert [stop.at for stop in taken.stops] == [0, 5]
    assert taken.counts[Pair(0, 1)][:3] == (1, 1, 1)


def test_from_a_variant_without_findings_n_goes_onwards_and_shift_n_back() -> None:
    start = commands.show(session(*TWO_STORIES, findings=FOUND), 0, 2)
    assert start.stop is None
    assert commands.next_finding(start).variant == 3
    assert commands.previous_finding(start).variant == 1
    source = commands.show(start, 0, None)
    assert commands.next_finding(source).stop == 0


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (session(), "still comparing"),
        (session(story(0, 1)), "still comparing"),
        (session(story(0, 1), findings={(0, 1): 0}), "nothing altered"),
        (with_failure(session(story(0, 1)), Pair(0, 1), "it died"), "nothing altered"),
        (session(story(0)), "nothing altered"),
    ],
)
def test_without_findings_there_is_a_word(start: Session, said: str) -> None:
    for command in (commands.next_finding, commands.previous_finding):
        after = command(start)
        assert said in after.status
        assert (after.variant, after.stop) == (start.variant, None)


def test_variants_go_around_and_stand_on_their_first_finding() -> None:
    start = session(*TWO_STORIES, findings=FOUND)
    assert walk(start, commands.next_variant, 3) == [(1, 0), (2, None), (3, 1)]
    assert walk(start, commands.previous_variant, 3) == [(2, None), (1, 0), (3, 1)]
    alone = commands.show(start, 1, 5)
    assert "no other variant" in commands.next_variant(alone).status
    source = commands.show(start, 0, None)
    assert commands.next_variant(source).variant == 1
    assert commands.previous_variant(source).variant == 3


def test_stories_go_around() -> None:
    start = session(*TWO_STORIES, findings=FOUND)
    stories = [start := commands.next_story(start) for _ in range(3)]
    assert [(one.story, one.variant, one.stop) for one in stories] == [(1, 5, 0), (2, None, None), (0, 1, 0)]
    assert commands.previous_story(stories[-1]).story == 2
    assert "no other story" in commands.next_story(session(story(0, 1))).status


def test_taking_a_variant_as_the_source() -> None:
    start = commands.show(session(*TWO_STORIES, findings=FOUND), 0, 2)
    after = arranging.take_as_source(start)
    assert after.stories[0].source == 2
    assert after.stories[0].variants == (0, 1, 3)
    assert after.stories[0].title == "Title of 2.txt"
    assert after.stories[0].certain
    assert (after.variant, after.stops, after.stop) == (0, (), None)
    assert after.stories[1:] == start.stories[1:]
    back = arranging.take_as_source(after)
    assert (back.stories[0].source, back.variant) == (0, 2)
    assert len(back.stops) == 3, "what was compared is still there"


def test_without_a_variant_nothing_is_taken() -> None:
    start = commands.show(session(*TWO_STORIES), 2, None)
    assert arranging.take_as_source(start).stories == start.stories


def test_toggles() -> None:
    start = session(story(0, 1))
    assert not commands.toggle_omissions(start).omissions_shown
    assert commands.toggle_omissions(commands.toggle_omissions(start)).omissions_shown
    assert not commands.toggle_word_diff(start).word_diff_shown
    assert commands.toggle_layout(start, stacked=False).layout is Layout.STACKED
    assert commands.toggle_layout(start, stacked=True).layout is Layout.SIDE_BY_SIDE


def test_standing_on_a_finding_by_its_place() -> None:
    start = session(story(0, 1), findings={(0, 1): 3})
    assert commands.stand_on(start, 2).stop == 2
    other = comparison(finding(0), finding(1, verdict=Verdict.GENERALISED))
    start = with_comparison(session(story(0, 1)), Pair(0, 1), other)
    assert commands.stand_on(start, 1).stop == 0
    assert commands.stand_on(start, 1).status == "Because."


COMMANDS: tuple[Callable[[Session], Session], ...] = (
    commands.next_finding,
    commands.previous_finding,
    commands.next_variant,
    commands.previous_variant,
    commands.next_story,
    commands.previous_story,
    arranging.take_as_source,
    commands.toggle_omissions,
    commands.toggle_word_diff,
    lambda one: commands.show(one, one.story, None),
    lambda one: one if one.pair is None else with_comparison(one, one.pair, comparison(finding(1), finding(2))),
    lambda one: one if one.pair is None else with_failure(one, one.pair, "it died"),
)


@given(steps=st.lists(st.sampled_from(COMMANDS), max_size=25), compared=st.booleans())
def test_any_commands_leave_a_valid_session(steps: list[Callable[[Session], Session]], *, compared: bool) -> None:
    one = session(*TWO_STORIES, findings=FOUND if compared else {})
    for step in steps:
        one = replace(step(one), status="")
        assert_valid(one)


def assert_valid(one: Session) -> None:
    current = one.stories[one.story]
    assert one.variant is None or one.variant in current.variants
    assert sorted((current.source, *current.variants)) in ([0, 1, 2, 3], [4, 5], [6])
    assert one.current is None or one.current.variant == one.variant
    for stop in one.stops:
        found = one.comparisons[Pair(current.source, stop.variant)].findings[stop.at]
        assert found is stop.finding
        assert found.flagged
    total = sum(
        one.counts[pair].altered + one.counts[pair].hallucinated
        for pair in (Pair(current.source, variant) for variant in current.variants)
        if pair in one.counts
    )
    assert len(one.stops) == total
