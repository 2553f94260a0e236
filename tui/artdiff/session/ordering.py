"""The order of the list of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair
from artdiff.session.counting import share_decided
from artdiff.session.state import Order

if TYPE_CHECKING:
    from artdiff.session.state import Session


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
