"""Arranging the stories: how the list is sorted; documents that are marked, compared, moved, or taken as the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.reviews.mend import Way
from artdiff.session.commands import show
from artdiff.session.mending import hand_on, mend_of, mended
from artdiff.session.state import Order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.session.state import Session


def next_order(session: Session) -> Session:
    """Sort the list in the next way."""
    orders = list(Order)
    order = orders[(orders.index(session.order) + 1) % len(orders)]
    return replace(session, order=order, status=f"stories {order}")


def toggle_mark(session: Session, document: int | None) -> Session:
    """Mark a document, or take its mark away."""
    if document is None:
        return replace(session, status="there is no document here to mark")
    others = tuple(mark for mark in session.marks if mark != document)
    marks = others if document in session.marks else (*others, document)
    word = "marked" if document in marks else "not marked any more"
    return replace(session, marks=marks, status=f"{session.names[document]} {word}; {len(marks)} marked")


def compare_marked(session: Session) -> Session:
    """Compare the two documents that are marked, the first as the source, in a story of their own."""
    if len(session.marks) != 2 or not session.stories:
        return replace(session, status=f"mark the two documents to compare: {len(session.marks)} marked")
    source, variant = session.marks
    at = pair_of(session, source, variant)
    if at is not None:
        return show(replace(session, marks=()), at, variant)
    mend = mend_of(session, Way.COMPARED, variant, source)
    made = mended(replace(session, marks=()), f"{_names(session, (source, variant))} compared", [mend])
    at = pair_of(made, source, variant)
    return replace(show(made, made.story if at is None else at, variant), status=made.status)


def pair_of(session: Session, source: int, variant: int) -> int | None:
    """Return the story that has just these two documents; None where there is none."""
    found = (at for at, one in enumerate(session.stories) if (one.source, one.variants) == (source, (variant,)))
    return next(found, None)


def move_marked(session: Session) -> Session:
    """Make the marked documents variants of the story shown, and of no other."""
    here = session.current_story
    if here is not None and hand_on(session, session.variant) is Way.COMPARED:
        return replace(
            session, status="these two are only compared: go to the story that the marked documents belong to"
        )
    moved = [mark for mark in session.marks if here and mark not in {here.source, *here.variants}]
    if here is None or not moved:
        return replace(session, status="mark documents of other stories, then move them to the story shown")
    mends = [mend_of(session, Way.MOVED, one, here.source) for one in moved]
    return mended(replace(session, marks=()), f"moved here: {_names(session, moved)}", mends)


def take_as_source(session: Session) -> Session:
    """Make the variant shown the source of its story; the old source becomes a variant."""
    story = session.current_story
    if story is None or session.variant is None:
        return replace(session, status="there is no variant to take as the source")
    variant, words = session.variant, f"{session.names[session.variant]} is the source now"
    if hand_on(session, variant) is Way.COMPARED:
        turned = mend_of(session, Way.COMPARED, story.source, variant)
        made = mended(session, words, [turned], undoing=[session.by_hand[session.story, variant]])
        at = pair_of(made, variant, story.source)
    else:
        made = mended(session, words, [mend_of(session, Way.SOURCE, variant, None)])
        at = next(at for at, one in enumerate(made.stories) if one.source == variant)
    return replace(show(made, made.story if at is None else at, story.source), status=words)


def as_grouped(session: Session) -> Session:
    """Take back what was mended of the documents of the story shown: they are where artdiff put them."""
    story, is_pair = session.current_story, hand_on(session, session.variant) is Way.COMPARED
    members = {story.source, *story.variants} if story else set()
    mends = [
        one.mend
        for one in session.mends
        if one.document in members
        and (one.mend.way is Way.COMPARED) is is_pair
        and (not is_pair or one.other in members)
    ]
    if not mends:
        return replace(session, status="nothing in this story was arranged by hand")
    return mended(session, f"{len(mends)} change{'s' * (len(mends) > 1)} of the grouping taken back", undoing=mends)


def _names(session: Session, documents: Iterable[int]) -> str:
    return ", ".join(session.names[one] for one in documents)
