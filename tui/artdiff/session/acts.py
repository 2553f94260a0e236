"""What was decided as acts: put into the session and its outbox, taken back, done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.reviewed import Reviewed, renewed, with_decisions
from artdiff.session.allowing import let_through, made
from artdiff.session.mending import taken_back
from artdiff.session.state import Act, Change, Place, counts_of, walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.values import Pair
    from artdiff.reviews.allowing import Allowances
    from artdiff.reviews.subject import Subject
    from artdiff.session.state import Session

_TICK: Final = timedelta(microseconds=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def undo(session: Session) -> Session:
    """Take back what was decided last."""
    if not session.done:
        return replace(session, status="there is nothing to undo")
    act = session.done[-1]
    if act.mends:
        back = taken_back(session, act, again=False)
        return replace(back, done=session.done[:-1], undone=(*session.undone, act), status=f"undone: {act.words}")
    back = _applied(session, [(change.place, _again(session, change, change.before)) for change in act.changes])
    back = replace(back, done=session.done[:-1], undone=(*session.undone, act))
    return replace(standing_on(back, act.changes[0].place), status=f"undone: {act.words}")


def redo(session: Session) -> Session:
    """Decide again what was undone last."""
    if not session.undone:
        return replace(session, status="there is nothing to do again")
    act = session.undone[-1]
    if act.mends:
        again = taken_back(session, act, again=True)
        words = f"done again: {act.words}"
        return replace(again, done=(*session.done, act), undone=session.undone[:-1], status=words)
    again = _applied(session, [(change.place, _again(session, change, change.after)) for change in act.changes])
    again = replace(again, done=(*session.done, act), undone=session.undone[:-1])
    return replace(standing_on(again, act.changes[0].place), status=f"done again: {act.words}")


def _again(session: Session, change: Change, wanted: Decision | None) -> Decision:
    """Return an older decision as one of now."""
    current = session.decision_on(change.place) or change.after or change.before
    if wanted is None:
        return decision_of_now(session, current, None, None, "")
    return decision_of_now(session, current, wanted.ruling, wanted.ground, wanted.note)


def with_reviewed(session: Session, pair: Pair[int], new: Reviewed) -> Session:
    """Take in what reviewers said of a comparison; every finding keeps its place."""
    old = session.reviews.get(pair)
    return put_reviewed(session, pair, renewed(old, new) if old else new)


def put_reviewed(session: Session, pair: Pair[int], new: Reviewed) -> Session:
    """Put what reviewers said of a comparison into the session, with the findings that they added to it."""
    taken = replace(session, reviews={**session.reviews, pair: new})
    if pair in session.comparisons and new.comparison is made(session, pair):
        return taken
    taken, comparison = let_through(taken, pair, new.comparison)
    comparisons = {**session.comparisons, pair: comparison}
    counts = {**session.counts, pair: counts_of(comparison)}
    return walked(replace(taken, comparisons=comparisons, counts=counts))


def is_said_of(session: Session, pair: Pair[int]) -> bool:
    """Say whether anybody has said anything of a comparison, now or before its text changed."""
    said = session.reviews[pair]
    return bool(said.decisions or said.earlier or said.signed or any(one.added for one in said.subjects))


def cleared(session: Session) -> Session:
    """Return the session after another program has cleared the file of decisions: nothing of before can be undone."""
    return replace(session, done=(), undone=(), status="another program has cleared all decisions")


def allowing(session: Session, allowances: Allowances) -> Session:
    """Return the session with other findings let through; the place stays with its finding, or goes to the nearest."""
    place = session.place_of(session.current) if session.current else None
    taken = replace(session, allowances=allowances)
    comparisons, counts = {}, dict(session.counts)
    for pair in session.comparisons:
        taken, comparisons[pair] = let_through(taken, pair, made(session, pair))
        counts[pair] = counts_of(comparisons[pair])
    taken = walked(replace(taken, comparisons=comparisons, counts=counts))
    if place is None or taken.stop is not None:
        return taken
    here = [at for at, stop in enumerate(taken.stops) if (taken.place_of(stop).pair, stop.at) >= place]
    stop = next(iter(here), 0 if taken.stops else None)
    return replace(taken, stop=stop, variant=taken.variant if stop is None else taken.stops[stop].variant)


def acted(session: Session, words: str, changes: Sequence[Change]) -> Session:
    """Return the session after an act, which is to be saved and can be undone."""
    act = Act(words, tuple(changes))
    after = _applied(session, [(change.place, change.after) for change in changes if change.after])
    return replace(after, done=(*session.done, act), undone=())


def _applied(session: Session, decisions: Iterable[tuple[Place, Decision]]) -> Session:
    """Return the session with decisions in it and in its outbox, one for each finding that is told apart."""
    rows = list(decisions)
    outbox = {(subject := subject_of(session, place)).identity: Entry(subject, decision) for place, decision in rows}
    for pair in dict.fromkeys(place.pair for place, _ in rows):
        said = {place.at: decision if decision.is_said else None for place, decision in rows if place.pair == pair}
        session = put_reviewed(session, pair, with_decisions(session.reviews[pair], said))
    return replace(session, outbox=(*session.outbox, *outbox.values()))


def standing_on(session: Session, place: Place) -> Session:
    """Return the session on a finding, in its story; where it is walked no more, at its variant."""
    at = next((at for at, story in enumerate(session.stories) if story.source == place.pair.source), session.story)
    session = walked(replace(session, story=at, stop=None))
    stop = next((at for at, stop in enumerate(session.stops) if session.place_of(stop) == place), None)
    return replace(session, variant=place.pair.variant, stop=stop, moved=True)


def decision_of_now(
    session: Session, before: Decision | None, ruling: Ruling | None, ground: Ground | None, note: str
) -> Decision:
    """Return a decision of now, or of a moment after the one before where the clocks do not agree."""
    now = session.now or _EPOCH
    return Decision(ruling, max(now, before.when + _TICK) if before else now, session.who, ground, note)


def subject_of(session: Session, place: Place) -> Subject:
    """Return what a decision on a finding is about."""
    return session.reviews[place.pair].subjects[place.at]
