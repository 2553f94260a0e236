from dataclasses import replace

import pytest

from artdiff.engine.values import FactKind, Pair, Verdict
from artdiff.session import commands, deciding
from artdiff.session.answers import with_comparison
from artdiff.session.filter import Filter, of_next_kind, stricter, toggled
from tests.session.example import comparison, finding, session, story
from tests.session.test_deciding import told

FOUND = comparison(
    finding(0, confidence=0.6),
    finding(1, verdict=Verdict.HALLUCINATED),
    finding(2, verdict=Verdict.GENERALISED),
    finding(None, 2, Verdict.OMITTED),
    finding(2, first_copy=0),
    finding(2, confidence=0.3),
)


def walked_by(chosen: Filter) -> list[int]:
    one = with_comparison(session(story(0, 1)), Pair(0, 1), FOUND)
    return [stop.at for stop in deciding.filtered(one, chosen).stops]


@pytest.mark.parametrize(
    ("chosen", "at", "words"),
    [
        (Filter(), [0, 1], ""),
        (toggled(Filter(), Verdict.ALTERED), [1], "hallucinated"),
        (toggled(toggled(Filter(), Verdict.OMITTED), Verdict.GENERALISED), [0, 1, 2, 3], None),
        (stricter(Filter(), 2), [1], "≥ 70 %"),
        (stricter(Filter(), -3), [0, 1, 5], "≥ 20 %"),
        (stricter(Filter(), -9), [0, 1, 5], "≥ 10 %"),
        (of_next_kind(Filter(), 1), [], "person"),
        (of_next_kind(Filter(), -1), [0, 1], FactKind.OTHER.value),
        (Filter(undecided=True), [0, 1], "undecided"),
        (Filter(verdicts=frozenset()), [], "nothing"),
    ],
)
def test_what_is_walked_and_how_it_is_said(chosen: Filter, at: list[int], words: str | None) -> None:
    assert walked_by(chosen) == at
    assert words is None or chosen.words == words


def test_where_only_the_undecided_are_walked_a_decision_takes_one_away() -> None:
    start = deciding.filtered(told(), Filter(undecided=True))
    assert len(start.stops) == 3
    after = deciding.confirm(start)
    assert (len(after.stops), after.stop) == (2, 0)
    end = deciding.confirm(deciding.confirm(after))
    assert (end.stops, end.stop) == ((), None)
    assert "decided" in end.status
    assert commands.next_finding(end).status == "nothing in this story is undecided"


def test_the_place_stays_or_goes_to_the_next() -> None:
    one = with_comparison(session(story(0, 1)), Pair(0, 1), FOUND)
    one = replace(one, stop=0)
    assert deciding.filtered(one, toggled(Filter(), Verdict.OMITTED)).stop == 0
    other = deciding.filtered(one, toggled(Filter(), Verdict.ALTERED))
    assert other.current is not None
    assert other.current.at == 1
    assert "1 in this story" in other.status
