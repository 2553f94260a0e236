import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artdiff.engine.values import FactKind, Pair, Side, Verdict
from artdiff.reviews.decision import Ground, Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.reviewed import reviewed
from artdiff.session import acts, arranging, commands, counting, deciding, draft
from artdiff.session.answers import with_comparison
from artdiff.session.state import Place, Session
from tests.session.example import comparison, document, finding, session, story

NOW = dt.datetime(2026, 5, 12, 8, tzinfo=dt.UTC)
TWO_STORIES = (story(0, 1, 2, 3), story(4, 5), story(6))
FOUND = {(0, 1): 1, (0, 2): 0, (0, 3): 2, (4, 5): 1}


def told(*, found: dict[tuple[int, int], int] | None = None) -> Session:
    """Return a session with findings that can be decided, standing on the first."""
    one = replace(session(*TWO_STORIES), who="anna", now=NOW)
    for pair, number in (FOUND if found is None else found).items():
        result = comparison(*(finding(at % 3, at % 3) for at in range(number)))
        documents = Pair(document("source"), document(f"{pair[1]}.txt"))
        one = with_comparison(one, Pair(*pair), result, reviewed(documents, result, lambda _: ()))
    return deciding.next_undecided(replace(one, stop=len(one.stops) - 1, variant=3))


def decisions_of(one: Session) -> list[Entry]:
    return [entry for entry in one.outbox if isinstance(entry, Entry)]


def rulings(one: Session) -> list[str]:
    decisions = (one.decision_on(one.place_of(stop)) for stop in one.stops)
    return [str(decision.ruling) if decision and decision.ruling else "" for decision in decisions]


def test_a_decision_goes_to_the_next_undecided_and_around() -> None:
    start = told()
    assert (start.variant, start.stop) == (1, 0)
    after = deciding.dismiss(deciding.confirm(start))
    assert rulings(after) == ["confirmed", "dismissed", ""]
    assert after.stop == 2
    back = commands.previous_finding(commands.previous_finding(after))
    assert deciding.unsure(back).stop == 2, "the first is decided anew, the second is passed over"


def test_what_is_decided_waits_to_be_saved() -> None:
    after = deciding.confirm(told())
    (entry,) = decisions_of(after)
    assert (entry.decision.who, entry.decision.when, entry.decision.ruling) == ("anna", NOW, Ruling.CONFIRMED)
    assert entry.subject is after.reviews[Pair(0, 1)].subjects[0]


def test_at_the_end_of_a_story_it_says_what_was_decided() -> None:
    after = deciding.unsure(deciding.confirm(deciding.confirm(told())))
    assert after.status == "all 3 decided: 2 confirmed, 1 unsure · r writes a report"
    assert counting.decided(after) == 3
    assert counting.share_decided(after, Pair(0, 3)) == 2


def test_the_same_ruling_again_is_no_new_decision() -> None:
    once = deciding.confirm(told())
    again = deciding.confirm(replace(commands.previous_finding(once), outbox=()))
    assert again.outbox == ()
    assert len(again.done) == 1


def test_undo_and_redo_over_the_whole_session() -> None:
    end = deciding.unsure(deciding.dismiss(deciding.confirm(told())))
    back = acts.undo(acts.undo(acts.undo(end)))
    assert rulings(back) == ["", "", ""]
    assert (back.variant, back.stop) == (1, 0)
    assert back.status.startswith("undone: confirmed")
    assert acts.undo(back).status == "there is nothing to undo"
    again = acts.redo(acts.redo(acts.redo(back)))
    assert rulings(again) == rulings(end)
    assert acts.redo(again).status == "there is nothing to do again"
    assert deciding.confirm(acts.undo(again)).undone == ()


def test_undo_is_newer_than_what_it_takes_back() -> None:
    after = acts.undo(deciding.confirm(told()))
    first, second = (entry.decision for entry in decisions_of(after))
    assert second.when > first.when
    assert not second.is_said


def test_undo_goes_back_to_another_story() -> None:
    after = commands.next_story(deciding.confirm(told()))
    assert after.story == 1
    back = acts.undo(after)
    assert (back.story, back.variant, back.stop) == (0, 1, 0)
    assert rulings(back) == ["", "", ""]


@pytest.mark.parametrize(
    ("step", "ground"),
    [
        (deciding.because_faithful, Ground.FAITHFUL),
        (deciding.because_acceptable, Ground.ACCEPTABLE),
        (deciding.because_mistaken, Ground.MISTAKE),
    ],
)
def test_a_reason_is_for_the_dismissal_just_made(step: Callable[[Session], Session], ground: Ground) -> None:
    dismissed = deciding.dismiss(told())
    after = step(dismissed)
    decision = after.decision_on(Place(Pair(0, 1), 0))
    assert decision is not None
    assert (decision.ruling, decision.ground) == (Ruling.DISMISSED, ground)
    assert after.stop == dismissed.stop
    assert "x dismisses" in step(told()).status
    assert "x dismisses" in step(deciding.confirm(told())).status


def test_a_note_leaves_the_ruling_and_a_ruling_the_note() -> None:
    place = Place(Pair(0, 1), 0)
    noted = deciding.with_note(told(), place, "ask\nAnna")
    assert counting.decided(noted) == 0
    ruled = deciding.confirm(noted)
    decision = ruled.decision_on(place)
    assert decision is not None
    assert (decision.ruling, decision.note) == (Ruling.CONFIRMED, "ask\nAnna")
    cleared = deciding.with_note(ruled, place, "").decision_on(place)
    assert cleared is not None
    assert (cleared.ruling, cleared.note) == (Ruling.CONFIRMED, "")


def test_the_same_departure_everywhere() -> None:
    start = told(found={(0, 1): 1, (0, 2): 2, (0, 3): 1})
    places = deciding.same(start)
    assert places == (Place(Pair(0, 1), 0), Place(Pair(0, 2), 0), Place(Pair(0, 3), 0))
    after = deciding.decide_same(start, Ruling.DISMISSED)
    assert rulings(after) == ["dismissed", "dismissed", "", "dismissed"]
    assert after.stop == 2
    assert len(after.done) == 1
    assert rulings(acts.undo(after)) == ["", "", "", ""]


def test_without_a_finding_nothing_is_decided() -> None:
    nowhere = commands.show(told(), 2, None)
    for step in (deciding.confirm, deciding.dismiss, deciding.unsure, acts.undo, deciding.because_faithful):
        assert step(nowhere).outbox == ()
    assert deciding.same(nowhere) == ()
    assert draft.drafted(nowhere, 0, None) is None


def test_a_missed_finding_is_a_finding_like_the_others() -> None:
    start = told()
    made = draft.drafted(start, 2, 1)
    assert made is not None
    made = draft.step(draft.mark(made), 1)
    made = draft.mark(draft.other_side(made))
    assert (made.chosen_verdict, made.chosen_kind) == (Verdict.ALTERED, FactKind.NUMBER)
    after = draft.added(start, draft.next_kind(draft.next_verdict(made)))
    assert len(after.stops) == 4
    assert after.current is not None
    found = after.current.finding
    assert (found.verdict, found.kind, found.flagged) == (Verdict.HALLUCINATED, FactKind.MONEY, True)
    assert found.spans.variant is not None
    assert found.spans.variant.of(after.documents[1].text) == "paragra 02"
    assert rulings(after) == ["", "confirmed", "", ""]
    gone = acts.undo(after)
    assert rulings(gone) == ["", "", ""]
    assert rulings(acts.redo(gone)) == ["", "confirmed", "", ""]
    assert draft.added(after, made).status != "this is a finding already", "another kind is another finding"
    assert draft.added(after, draft.next_kind(made)).status == "this is a finding already"


def test_nothing_marked_adds_nothing() -> None:
    made = draft.drafted(told(), 0, None)
    assert made is not None
    assert draft.added(told(), made).outbox == ()


STEPS: tuple[Callable[[draft.Draft], draft.Draft], ...] = (
    lambda one: draft.step(one, 1),
    lambda one: draft.step(one, -1),
    lambda one: draft.step(one, 1, extend=True),
    lambda one: draft.step(one, -1, extend=True),
    lambda one: draft.paragraph(one, 1),
    lambda one: draft.paragraph(one, -1),
    draft.mark,
    draft.other_side,
    draft.next_verdict,
    draft.next_kind,
)


@given(st.lists(st.sampled_from(STEPS), max_size=40))
def test_a_draft_stays_in_its_paragraphs(steps: list[Callable[[draft.Draft], draft.Draft]]) -> None:
    made = draft.drafted(told(), 1, None)
    assert made is not None
    for step in steps:
        made = step(made)
        for side in Side:
            span, marking = made.spans.of(side), made.markings.of(side)
            assert 0 <= marking.at < len(marking.words)
            assert span is None or made.outlines.of(side)[marking.paragraph].covers(span)


DECIDING: tuple[Callable[[Session], Session], ...] = (
    deciding.confirm,
    deciding.dismiss,
    deciding.unsure,
    deciding.because_mistaken,
    acts.undo,
    acts.redo,
    deciding.next_undecided,
    commands.next_finding,
    commands.next_story,
    arranging.take_as_source,
    lambda one: deciding.decide_same(one, Ruling.UNSURE) if deciding.same(one) else one,
    lambda one: deciding.with_note(one, place, f"{len(one.done)}") if (place := deciding.here(one)) else one,
    lambda one: draft.added(one, draft.mark(made)) if (made := draft.drafted(one, 1, 1)) else one,
)


@given(st.lists(st.sampled_from(DECIDING), max_size=30))
def test_any_commands_are_undone_to_nothing_and_done_again(steps: list[Callable[[Session], Session]]) -> None:
    one = told()
    for step in steps:
        one = step(one)
        assert one.current is None or one.current.finding.flagged
    said = {pair: dict(reviewed.decisions) for pair, reviewed in one.reviews.items()}
    count = len(one.done)
    for _ in range(count):
        one = acts.undo(one)
    assert all(not reviewed.decisions for reviewed in one.reviews.values())
    for _ in range(count):
        one = acts.redo(one)
    for pair, decisions in said.items():
        now = one.reviews[pair].decisions
        assert {at: (was.ruling, was.ground, was.note) for at, was in decisions.items()} == {
            at: (is_.ruling, is_.ground, is_.note) for at, is_ in now.items()
        }
    assert len(one.outbox) >= count
