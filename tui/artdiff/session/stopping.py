"""Long work, stopped and gone on with by the reviewer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.session.answers import is_working
from artdiff.session.state import Stopped

if TYPE_CHECKING:
    from artdiff.session.state import Session


def stop(session: Session) -> Session:
    """Stop what is being done; what is gone to from now on is still compared."""
    if session.stopped is not None or not is_working(session):
        return replace(session, status="nothing is being read or compared")
    words = "comparing is stopped; what you go to is still compared" if session.stories else "reading is stopped"
    return replace(session, stopped=Stopped(session.shown), slow=True, status=words)


def go_on(session: Session) -> Session:
    """Go on with what was stopped."""
    return replace(session, stopped=None, status="goes on")


def stop_or_go_on(session: Session) -> Session:
    """Stop what is being done, or go on with it."""
    return stop(session) if session.stopped is None else go_on(session)
