import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from artdiff.documents.document import Document
from artdiff.engine.values import Pair
from artdiff.reviews.mend import Finder, Mend, Way, known_by, standing
from artdiff.session import acts, arranging
from artdiff.session.answers import with_stories
from artdiff.session.commands import next_story, next_variant, show
from artdiff.session.mending import hand_words, resolved, with_mends
from artdiff.session.state import Session, opened
from tests.session.example import outline, session, story

NOW = dt.datetime(2026, 5, 12, 8, tzinfo=dt.UTC)
STORIES = (story(0, 1, 2), story(3, 4), story(5))
FOUND = {(0, 1): 1, (0, 2): 2, (3, 4): 4}


def texts() -> tuple[Document, ...]:
    return tuple(Document(f"{at}.txt", f"Text {at}.", Path(f"/articles/{at}.txt")) for at in range(6))


def start() -> Session:
    made = replace(session(*STORIES, findings=FOUND), documents=texts(), who="anna", now=NOW)
    return show(made, 1, 4)


def members(one: Session) -> list[tuple[int, ...]]:
    return [(each.source, *each.variants) for each in one.stories]


def later(one: Session, who: str = "anna") -> Session:
    """Return the session of a later start on the same documents, with what was saved."""
    fresh = replace(opened(texts()), who=who)
    fresh = with_mends(fresh, resolved(fresh, standing(said for said in one.outbox if isinstance(said, Mend))))
    return with_stories(fresh, STORIES, tuple(outline(document.name) for document in texts()))


def test_what_is_moved_says_so_and_is_there_in_a_later_start() -> None:
    moved = arranging.move_marked(replace(start(), marks=(1, 5)))
    assert members(moved) == [(0, 2), (3, 1, 4, 5)]
    assert hand_words(moved, 1) == "moved here by you"
    assert hand_words(moved, 4) == ""
    assert len(moved.outbox) == 2
    assert members(later(moved)) == members(moved)
    other = show(later(moved, "berta"), 1, 1)
    assert hand_words(other, 1) == "moved here by anna"


def test_undone_it_is_as_before_here_and_in_a_later_start() -> None:
    moved = arranging.move_marked(replace(start(), marks=(1, 5)))
    back = acts.undo(moved)
    assert (members(back), back.status) == (members(start()), "undone: moved here: 1, 5")
    assert (back.story, back.variant) == (1, 4)
    assert members(later(back)) == members(start())
    again = acts.redo(back)
    assert members(again) == members(moved) == members(later(again))


def test_a_source_that_is_taken_is_so_in_a_later_start() -> None:
    taken = arranging.take_as_source(start())
    assert members(taken)[1] == (4, 3)
    assert hand_words(taken, 4) == "taken as the source by you"
    assert taken.stories[1].reason == "You took this document as the source."
    assert later(taken, "berta").stories[1].reason == "anna took this document as the source."
    back = arranging.take_as_source(taken)
    assert members(later(back)) == members(start())
    assert hand_words(back, 4) == ""


def test_two_documents_stay_compared_and_turn_around() -> None:
    compared = arranging.compare_marked(replace(start(), marks=(5, 1)))
    assert members(compared)[3] == (5, 1)
    assert hand_words(compared, 1) == "compared by you"
    assert members(later(compared)) == members(compared)
    turned = arranging.take_as_source(compared)
    assert members(turned)[3] == (1, 5)
    assert members(later(turned)) == members(turned)
    assert members(acts.undo(turned)) == members(compared)
    assert "only compared" in arranging.move_marked(replace(turned, marks=(2,))).status


def test_a_story_is_taken_back_to_what_artdiff_grouped() -> None:
    moved = arranging.move_marked(replace(start(), marks=(1, 5)))
    taken = arranging.take_as_source(replace(moved, variant=1))
    assert members(taken)[1] == (1, 3, 4, 5)
    back = arranging.as_grouped(taken)
    assert members(back) == members(start()) == members(later(back))
    assert back.status == "3 changes of the grouping taken back"
    assert members(acts.undo(back)) == members(taken)
    assert "nothing in this story" in arranging.as_grouped(back).status
    compared = arranging.compare_marked(replace(moved, marks=(4, 2)))
    assert members(arranging.as_grouped(compared)) == members(moved)


def test_of_many_moves_the_last_counts() -> None:
    one = arranging.move_marked(replace(start(), marks=(2,)))
    one = arranging.move_marked(replace(show(one, 2, None), marks=(2,)))
    assert members(one) == [(0, 1), (3, 4), (5, 2)]
    one = arranging.move_marked(replace(show(one, 1, 4), marks=(2,), now=NOW + dt.timedelta(seconds=1)))
    assert members(one) == members(later(one)) == [(0, 1), (3, 2, 4), (5,)]


def test_what_is_not_open_is_left_alone_and_a_changed_text_is_known_by_its_place() -> None:
    moved = arranging.move_marked(replace(start(), marks=(1,)))
    (mend,) = moved.outbox
    assert isinstance(mend, Mend)
    few = replace(opened(texts()[:2]), who="anna")
    assert resolved(few, [mend]) == (), "the story that it was moved to is not there"
    changed = (*texts()[:1], texts()[1]._replace(text="Another text."), *texts()[2:])
    assert Finder(changed).find(mend.document) == 1
    renamed = (*texts()[:1], *texts()[2:], Document("new.txt", texts()[1].text, Path("/elsewhere/new.txt")))
    assert Finder(renamed).find(mend.document) == 5
    swapped = (texts()[0], texts()[1]._replace(text="Text 2."), texts()[2]._replace(text="Text 1."))
    assert Finder(swapped).find(known_by(texts()[1])) == 2, "the text counts, then the place"


def test_others_mend_while_one_looks() -> None:
    mine, theirs = start(), replace(start(), who="berta")
    other = arranging.move_marked(replace(theirs, marks=(1,)))
    heard = with_mends(mine, resolved(mine, standing(one for one in other.outbox if isinstance(one, Mend))))
    assert members(heard) == members(other)
    assert (heard.story, heard.variant, heard.stop) == (1, 4, mine.stop and mine.stop + 1)
    assert heard.current == mine.current
    assert hand_words(heard, 1) == "moved here by berta"
    assert members(with_mends(heard, ())) == members(start())


COMMANDS: tuple[Callable[[Session], Session], ...] = (
    *(lambda one, at=at: arranging.toggle_mark(one, at) for at in range(6)),
    arranging.move_marked,
    arranging.compare_marked,
    arranging.take_as_source,
    arranging.as_grouped,
    acts.undo,
    acts.redo,
    next_story,
    next_variant,
)


@given(st.lists(st.sampled_from(COMMANDS), max_size=25))
def test_any_mends_leave_a_valid_session_that_a_later_start_has_again(
    steps: list[Callable[[Session], Session]],
) -> None:
    one = start()
    for number, step in enumerate(steps):
        one = step(replace(one, now=NOW + dt.timedelta(seconds=number)))
        current = one.stories[one.story]
        assert one.variant is None or one.variant in current.variants
        assert {document for row in members(one) for document in row} == set(range(6))
        pairs = {at for (at, _), mend in one.by_hand.items() if mend.way is Way.COMPARED}
        assert sorted(document for at, row in enumerate(members(one)) if at not in pairs for document in row) == list(
            range(6)
        )
        for stop in one.stops:
            assert one.comparisons[Pair(current.source, stop.variant)].findings[stop.at] is stop.finding
    assert members(later(one)) == members(one)
    for _ in range(len(one.done)):
        one = acts.undo(one)
    if not any(mend.stands for mend in (arranged.mend for arranged in one.mends)):
        assert members(one) == members(start())
