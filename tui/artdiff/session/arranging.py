"""Arranging the stories: the list's order, documents that are marked, compared with each other, and moved to another story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.engine.values import Pair
from artdiff.session.commands import show
from artdiff.session.counting import share_decided
from artdiff.session.state import Order, standing, walked
from artdiff.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.session.state import Session


def next_order(session: Session) -> Session:
    """Sort the list in the next way."""
    orders = list(Order)
    order = orders[(orders.index(session.order) + 1) % len(orders)]
    return replace(session, order=order, status=f"stories {order}")


def ordered(session: Session) -> list[tuple[int, tuple[int, ...]]]:
    """Return the stories by their index, each with its variants, as the list has them."""
    rows = [(at, story.variants) for at, story in enumerate(session.stories)]
    if session.order is Order.NAME:
        return rows
    ranked = [(at, tuple(sorted(variants, key=lambda one: -_rank(session, at, one)))) for at, variants in rows]
    return sorted(ranked, key=lambda row: -sum(_rank(session, row[0], one) for one in row[1]))


def _rank(session: Session, story: int, variant: int) -> int:
    """Return how many findings of a variant count in the list's order."""
    pair = Pair(session.stories[story].source, variant)
    counts = session.counts.get(pair)
    flagged = counts.altered + counts.hallucinated if counts else 0
    return flagged - (share_decided(session, pair) if session.order is Order.UNDECIDED else 0)


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
    at = next((at for at, one in enumerate(session.stories) if (one.source, one.variants) == (source, (variant,))), -1)
    if at >= 0:
        return show(replace(session, marks=()), at, variant)
    title = f"{session.names[source]} and {session.names[variant]}"
    story = Story(title, source, (variant,), "You compare these two documents.", certain=True)
    stories = (*session.stories, story)
    return show(replace(session, stories=stories, marks=()), len(stories) - 1, variant)


def move_marked(session: Session) -> Session:
    """Make the marked documents variants of the story shown, and of no other."""
    here = session.current_story
    moved = [mark for mark in session.marks if here and mark not in {here.source, *here.variants}]
    if here is None or not moved:
        return replace(session, status="mark documents of other stories, then move them to the story shown")
    members = tuple(sorted({*here.variants, *moved}))
    stories = [
        replace(here, variants=members) if story is here else _without(session, story, moved)
        for story in session.stories
    ]
    kept = tuple(story for story in stories if story is not None)
    at = next(at for at, story in enumerate(kept) if story.source == here.source and story.variants == members)
    names = ", ".join(session.names[one] for one in moved)
    changed = walked(replace(session, stories=kept, story=at, marks=(), stop=None))
    return replace(standing(changed), status=f"moved here: {names}")


def _without(session: Session, story: Story, moved: Iterable[int]) -> Story | None:
    """Return a story without some documents; None where nothing is left of it."""
    members = [one for one in (story.source, *story.variants) if one not in moved]
    if not members:
        return None
    source, *variants = members
    if source == story.source:
        return replace(story, variants=tuple(variants))
    reason = "You moved the source to another story."
    return Story(session.outlines[source].title, source, tuple(variants), reason, certain=False)
