"""The commands that decide: what a reviewer says of findings, taken back and done again; pure functions.

A decision is in the session at once and in its outbox until it is saved; the screen paints it only then.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair, Side
from artdiff.reviews.decision import Ground, Ruling
from artdiff.reviews.reviewed import with_finding
from artdiff.session.acts import acted, decision_of_now, put_reviewed, standing_on
from artdiff.session.counting import ruling_on, summary
from artdiff.session.state import Change, Place, walked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.engine.values import Finding
    from artdiff.reviews.reviewed import Reviewed
    from artdiff.reviews.subject import Subject
    from artdiff.session.filter import Filter
    from artdiff.session.state import Session, Stop

SHORT: Final = 40
"""Code points of a finding's words that the status line quotes."""
_NOTHING: Final = "there is no finding here to decide"


def confirm(session: Session) -> Session:
    """Say that the rewrite is wrong here."""
    return _rule(session, Ruling.CONFIRMED)


def dismiss(session: Session) -> Session:
    """Say that the finding is a false alarm."""
    return _rule(session, Ruling.DISMISSED)


def unsure(session: Session) -> Session:
    """Say that it cannot be said."""
    return _rule(session, Ruling.UNSURE)


def _rule(session: Session, ruling: Ruling) -> Session:
    place = here(session)
    if place is None:
        return replace(session, status=_NOTHING)
    before = session.decision_on(place)
    if before is not None and before.ruling is ruling:
        return onwards(session, f"{ruling} already")
    decision = decision_of_now(session, before, ruling, None, before.note if before else "")
    words = f"{ruling}: {words_of(session, place)}"
    return onwards(acted(session, words, [Change(place, before, decision)]), words)


def onwards(session: Session, words: str) -> Session:
    """Go to the story's next undecided finding; where there is none, say what was decided."""
    count, start = len(session.stops), session.stop or 0
    order = (session.stops[at % count] for at in range(start + 1, start + 1 + count))
    target = next((stop for stop in order if not session.is_decided(stop)), None)
    if target is None:
        return replace(walked(session), status=f"{summary(session)} · r writes a report")
    there = walked(session)
    return replace(there, stop=there.stops.index(target), variant=target.variant, status=words, moved=True)


def next_undecided(session: Session) -> Session:
    """Go to the next finding that nobody has ruled of."""
    if not session.stops:
        return replace(session, status="this story has no finding to decide")
    return onwards(session, "")


def because_faithful(session: Session) -> Session:
    """Give the reason of a dismissal: the wording is faithful."""
    return _because(session, Ground.FAITHFUL)


def because_acceptable(session: Session) -> Session:
    """Give the reason of a dismissal: the difference is acceptable."""
    return _because(session, Ground.ACCEPTABLE)


def because_mistaken(session: Session) -> Session:
    """Give the reason of a dismissal: artdiff is mistaken."""
    return _because(session, Ground.MISTAKE)


def _because(session: Session, ground: Ground) -> Session:
    place = _dismissed(session)
    before = session.decision_on(place) if place else None
    if place is None or before is None:
        return replace(session, status="a reason is for a dismissal: x dismisses")
    words = f"dismissed as {ground}: {words_of(session, place)}"
    after = decision_of_now(session, before, before.ruling, ground, before.note)
    return replace(acted(session, words, [Change(place, before, after)]), status=words)


def _dismissed(session: Session) -> Place | None:
    """Return what a reason is for: the finding that was dismissed last, or the dismissed one that is stood on."""
    current = here(session)
    if current is not None and ruling_on(session, current) is Ruling.DISMISSED:
        return current
    last = session.done[-1].changes if session.done else ()
    return last[0].place if len(last) == 1 and ruling_on(session, last[0].place) is Ruling.DISMISSED else None


def with_note(session: Session, place: Place, note: str) -> Session:
    """Put a note to a finding, or with no words take it away."""
    before = session.decision_on(place)
    if note == (before.note if before else ""):
        return replace(session, status="the note is as it was")
    after = decision_of_now(session, before, before.ruling if before else None, before.ground if before else None, note)
    words = f"{'note on' if note else 'no note on'} {words_of(session, place)}"
    return replace(acted(session, words, [Change(place, before, after)]), status=words)


def same(session: Session) -> tuple[Place, ...]:
    """Return all findings of the story that are the same departure as the one stood on, itself first."""
    place, story = here(session), session.current_story
    if place is None or story is None:
        return ()
    departure = _departure_of(session.reviews[place.pair], place.at)
    pairs = (Pair(story.source, variant) for variant in story.variants)
    others = (
        Place(pair, at)
        for pair in pairs
        if pair in session.reviews
        for at in _departures(session.reviews[pair]).get(departure, ())
        if session.comparisons[pair].findings[at].flagged
    )
    return (place, *(other for other in others if other != place))


def next_same(session: Session) -> Session:
    """Go to the next place of the story with the same departure, in another variant where there is one."""
    places = same(session)
    if not places:
        return replace(session, status="there is no finding here")
    here, order = places[0], session.stories[session.story].variants
    others = [one for one in places[1:] if session.comparisons[one.pair].findings[one.at].first_copy is None]
    later = sorted(others, key=lambda one: (_turn(order, one, here), one.at))
    if not later:
        return replace(session, status="this departure stands nowhere else in the story")
    words = f"the same departure, {len(later) + 1} times in this story"
    return replace(standing_on(session, later[0]), status=words)


def _turn(order: Sequence[int], one: Place, here: Place) -> int:
    """Return how many variants on a place is; the same variant is the last."""
    steps = (order.index(one.pair.variant) - order.index(here.pair.variant)) % len(order)
    return steps if steps or one.at > here.at else len(order)


def decide_same(session: Session, ruling: Ruling) -> Session:
    """Rule of all findings of the same departure."""
    places = same(session)
    changes = [
        Change(place, before, decision_of_now(session, before, ruling, None, before.note if before else ""))
        for place in places
        if (before := session.decision_on(place)) is None or before.ruling is not ruling
    ]
    if not changes:
        return replace(session, status=f"{ruling} already, everywhere")
    words = f"{ruling} in {len(places)} places: {words_of(session, places[0])}"
    return onwards(acted(session, words, changes), words)


def add_finding(session: Session, finding: Finding, subject: Subject) -> Session:
    """Add a finding that the engine missed to the comparison shown; whoever adds it confirms it."""
    pair = session.pair
    if pair is None or pair not in session.reviews:
        return replace(session, status="there is no comparison here to add to")
    known = [at for at, one in enumerate(session.reviews[pair].subjects) if one.identity == subject.identity]
    place = Place(pair, known[0] if known else len(session.reviews[pair].subjects))
    if known and session.comparisons[pair].findings[known[0]].flagged:
        return replace(session, status="this is a finding already")
    if not known:
        session = put_reviewed(session, pair, with_finding(session.reviews[pair], finding, subject))
    before = session.decision_on(place)
    after = decision_of_now(session, before, Ruling.CONFIRMED, None, before.note if before else "")
    words = f"added: {words_of(session, place)}"
    return replace(standing_on(acted(session, words, [Change(place, before, after)]), place), status=words)


def filtered(session: Session, chosen: Filter) -> Session:
    """Walk what another filter lets through, from where the reviewer stands."""
    current, after = session.current, walked(replace(session, filter=chosen))
    if after.stop is None and after.stops:
        nearest = next((at for at, stop in enumerate(after.stops) if current and _order(stop) >= _order(current)), 0)
        after = replace(after, stop=nearest, variant=after.stops[nearest].variant, moved=True)
    shown = f"shown: {chosen.words}" if chosen.words else "altered and hallucinated facts are shown"
    return replace(after, status=f"{shown} · {len(after.stops)} in this story")


def _order(stop: Stop) -> tuple[int, int]:
    return stop.variant, stop.at


def here(session: Session) -> Place | None:
    """Return the finding that the reviewer stands on, if it can be decided."""
    stop = session.current
    if stop is None or stop.variant != session.variant:
        return None
    place = session.place_of(stop)
    return place if place.pair in session.reviews else None


def words_of(session: Session, place: Place) -> str:
    """Return a finding's words as the status line quotes them."""
    spans = session.comparisons[place.pair].findings[place.at].spans
    side = Side.VARIANT if spans.variant else Side.SOURCE
    span = spans.of(side)
    words = " ".join(span.of(session.documents[place.pair.of(side)].text).split()) if span else ""
    return f"“{words if len(words) <= SHORT else words[: SHORT - 1] + '…'}”"


def _departure_of(reviewed: Reviewed, at: int) -> tuple[str, ...]:
    """Return what two findings have in common that are the same departure: verdict, kind and the words of both sides."""
    finding, sides = reviewed.comparison.findings[at], reviewed.subjects[at].sides
    return finding.verdict, finding.kind, sides.source.words, sides.variant.words


@lru_cache(maxsize=1 << 14)
def _departures(reviewed: Reviewed) -> dict[tuple[str, ...], list[int]]:
    """Return the flagged findings of a comparison by their departure: worked out once, for it is asked with every key."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at, finding in enumerate(reviewed.comparison.findings):
        if finding.flagged:
            found.setdefault(_departure_of(reviewed, at), []).append(at)
    return found
