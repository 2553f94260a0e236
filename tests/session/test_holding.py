from dataclasses import replace

import pytest

from artdiff.documents.document import Document
from artdiff.engine.values import Pair
from artdiff.session import answers, holding
from artdiff.session.answers import with_comparison, with_stories
from artdiff.session.state import Session, opened
from artdiff.stories.story import Story
from tests.session.example import comparison

STORIES = tuple(Story(f"Story {at}", 2 * at, (2 * at + 1,), "", certain=True) for at in range(50))


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(holding, "HELD", 5)
    documents = [Document(f"{at}", "Words.") for at in range(100)]
    session = replace(with_stories(opened(documents), STORIES, ()), moved=True)
    for story in STORIES[:40]:
        session = with_comparison(session, Pair(story.source, story.variants[0]), comparison())
    return session


def test_few_comparisons_are_held_and_all_are_counted(session: Session) -> None:
    assert len(session.comparisons) <= 11
    assert len(session.counts) == 40


def test_the_story_shown_is_held(session: Session) -> None:
    assert session.pair == Pair(0, 1)
    assert session.pair in session.comparisons


def test_what_was_let_go_is_wanted_again_when_it_is_looked_at(session: Session) -> None:
    there = replace(session, story=10, variant=21)
    assert answers.wants_other(session, there)
    assert answers.wanted(there)[0] == Pair(20, 21)
    assert Pair(22, 23) not in answers.wanted(there)


def test_progress_counts_what_was_let_go(session: Session) -> None:
    assert answers.progress(session) == (40, 50)
    assert answers.is_working(session)
