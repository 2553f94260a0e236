from dataclasses import replace

import pytest

from artdiff.documents.document import Document
from artdiff.engine.values import Pair
from artdiff.session import refreshing
from artdiff.session.answers import with_comparison
from artdiff.session.commands import next_finding
from artdiff.session.state import Session
from tests.session.example import comparison, finding, session, story

START = session(story(0, 1, 2), findings={(0, 1): 3, (0, 2): 2})


def changed(start: Session, at: int) -> Session:
    text = f"A new one.\n\n{start.documents[at].text}"
    return refreshing.with_changed(start, {at: Document("new", text)}, start.outlines)


def test_only_what_hung_on_the_old_words_is_forgotten() -> None:
    after = changed(START, 1)
    assert set(after.comparisons) == set(after.counts) == {Pair(0, 2)}
    assert after.stories is START.stories
    assert {stop.variant for stop in after.stops} == {2}
    assert set(changed(START, 0).comparisons) == set()


@pytest.mark.parametrize(("left", "words"), [((1, 2, 3), "paragra 01"), ((1, 3), "paragra 00")])
def test_the_cursor_finds_its_finding_or_the_nearest(left: tuple[int, ...], words: str) -> None:
    start = next_finding(replace(START, variant=1, stop=0))
    assert start.current is not None
    after = changed(start, 1)
    assert refreshing.returned(after) is after
    back = with_comparison(after, Pair(0, 1), comparison(*map(finding, left), paragraphs=(3, 4)))
    stood = refreshing.returned(back).current
    assert stood is not None
    assert stood.finding.spans.variant is not None
    assert stood.finding.spans.variant.of(back.documents[1].text) == words
    assert refreshing.returned(back).anchor is None


def test_what_is_gone_is_said_and_stays() -> None:
    after = refreshing.with_gone(START, (1,))
    assert after.documents is START.documents
    assert after.status == f"not there any more: {START.names[1]}; what was read stays"
