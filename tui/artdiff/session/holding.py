"""How many comparisons a session holds: of a large corpus those looked at last; what was counted of the others stays.

One that is let go is asked for again when it is looked at, and comes from the cache.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from artdiff.engine.values import Pair
    from artdiff.session.state import Session

HELD: Final = 400
"""Comparisons that are held, and twice as many before some are let go."""


def held(session: Session) -> Session:
    """Return the session without the oldest comparisons, where it holds too many."""
    if len(session.comparisons) <= 2 * HELD:
        return session
    touched = {change.place.pair for act in (*session.done, *session.undone) for change in act.changes}
    free = [pair for pair in session.comparisons if pair not in touched and _is_free(session, pair)]
    gone = frozenset(free[: len(session.comparisons) - HELD])
    return replace(
        session,
        comparisons={pair: one for pair, one in session.comparisons.items() if pair not in gone},
        reviews={pair: one for pair, one in session.reviews.items() if pair not in gone},
    )


def _is_free(session: Session, pair: Pair[int]) -> bool:
    """Say whether nobody looks at a comparison or has said anything of it."""
    story, said = session.current_story, session.reviews.get(pair)
    if story is not None and pair.source == story.source:
        return False
    return said is None or not (said.decisions or said.earlier or said.signed)
