from artdiff.batch.messages import Progress
from artdiff.engine.values import Pair
from artdiff.session import answers, commands
from artdiff.session.state import opened
from artdiff.session.stopping import go_on, stop, stop_or_go_on
from tests.session.example import document, session, story

START = session(story(0, 1, 2), story(3, 4), story(5, 6), findings={(0, 1): 1})


def test_what_was_stopped_says_how_far_it_was_and_goes_on() -> None:
    stopped = stop_or_go_on(START)
    assert stopped.status == "comparing is stopped; what you go to is still compared"
    assert answers.wanted(stopped) == []
    assert not answers.is_working(stopped)
    assert answers.wants_other(START, stopped)
    again = stop_or_go_on(stopped)
    assert answers.wanted(again) == answers.wanted(START)
    assert answers.is_working(again)
    assert answers.wants_other(stopped, again)


def test_what_is_gone_to_meanwhile_is_compared_but_not_what_was_stopped() -> None:
    here = commands.show(START, 0, 2)
    stopped = stop(here)
    assert answers.wanted(stopped) == []
    other = commands.show(stopped, 1, 4)
    assert answers.wants_other(stopped, other)
    assert answers.wanted(other) == [Pair(3, 4)]
    assert answers.is_working(other)
    assert answers.wanted(commands.show(other, 0, 2)) == []
    assert answers.wanted(go_on(commands.show(other, 0, 2)))[0] == Pair(0, 2)


def test_reading_is_stopped_too() -> None:
    reading = answers.answered(opened([document("a"), document("b"), document("c")]), Progress(1, 3))
    stopped = stop(reading)
    assert stopped.status == "reading is stopped"
    assert not answers.is_working(stopped)


def test_where_nothing_is_done_nothing_is_stopped() -> None:
    idle = session(story(0, 1), findings={(0, 1): 1})
    assert stop(idle).stopped is None
    assert "nothing is being" in stop(idle).status
    stopped = stop(START)
    assert stop(stopped).stopped is stopped.stopped
