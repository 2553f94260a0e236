"""What a report says of a session: the stories with all that has been compared and decided so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair
from artdiff.reports.checked import CheckedStory, CheckedVariant, Report
from artdiff.reports.deciding import with_reviewed
from artdiff.session.allowing import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.session.state import Session
    from artdiff.stories.story import Story


def report_of(session: Session, reviews: str) -> Report:
    """Return what a report says; variants that are not compared yet are not in it.

    Args:
        session: what was found and decided.
        reviews: the name of the file of decisions.
    """
    stories = tuple(
        CheckedStory(story, session.documents[story.source], tuple(_variants(session, story)))
        for story in session.stories
    )
    return Report(stories, made=session.now, reviews=reviews)


def _variants(session: Session, story: Story) -> Iterator[CheckedVariant]:
    for variant in story.variants:
        pair = Pair(story.source, variant)
        reviewed = session.reviews.get(pair)
        if pair in session.comparisons:
            allowed = session.allowed[pair].entries if pair in session.allowed else {}
            checked = CheckedVariant(session.documents[variant], made(session, pair), allowed=allowed)
            yield (with_reviewed(checked, reviewed))._replace(comparison=checked.comparison) if reviewed else checked
