"""The commands that decide: what a reviewer says of findings, taken back and done again; pure functions.

A decision is in the session at once and in its outbox until it is saved; the screen paints it only then.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from artdiff.engine.values import Pair, Side
from artdiff.reviews.decision import Decision, Ground, Ruling
from artdiff.reviews.fields import Entry
from artdiff.reviews.reviewed import Reviewed, renewed, with_decisions, with_finding
from artdiff.session.state import Act, Change, Place, counts_of, is_walked, walked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from artdiff.engine.values import Finding
    from artdiff.reviews.subject import Subject
    from artdiff.session.state import Session

SHORT: Final = 40
"""Code points of a finding's words that the status line quotes."""
_TICK: Final = timedelta(microseconds=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
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
    decision = _decision(session, before, ruling, None, before.note if before else "")
    words = f"{ruling}: {words_of(session, place)}"
    return onwards(_acted(session, words, [Change(place, before, decision)]), words)


def onwards(session: Session, words: str) -> Session:
    """Go to the story's next undecided finding; where there is none, say what was decided."""
    count, start = len(session.stops), session.stop or 0
    order = (at % count for at in range(start + 1, start + 1 + count))
    target = next((at for at in order if not session.is_decided(session.stops[at])), None)
    if target is None:
        return replace(session, status=f"{summary(session)} · r writes a report")
    return replace(session, stop=target, variant=session.stops[target].variant, status=words, moved=True)


def next_undecided(session: Session) -> Session:
    """Go to the next finding that nobody has ruled of."""
    if not session.stops:
        return replace(session, status="this story has no finding to decide")
    return onwards(session, "")


def summary(session: Session) -> str:
    """Return what was decided in the story shown."""
    rulings = Counter(ruling for stop in session.stops if (ruling := _ruling(session, session.place_of(stop))))
    parts = ", ".join(f"{rulings[ruling]} {ruling}" for ruling in Ruling if rulings[ruling])
    return f"all {len(session.stops)} decided: {parts}"


def decided(session: Session) -> int:
    """Return how many of the stops of the story shown are decided."""
    story = session.current_story
    pairs = (Pair(story.source, variant) for variant in story.variants) if story else ()
    return sum(share_decided(session, pair) for pair in pairs)


def share_decided(session: Session, pair: Pair[int]) -> int:
    """Return how many findings of a comparison that are walked are decided."""
    reviewed = session.reviews.get(pair)
    return _count_decided(reviewed) if reviewed else 0


@lru_cache(maxsize=1 << 14)
def _count_decided(reviewed: Reviewed) -> int:
    findings = reviewed.comparison.findings
    return sum(bool(said.ruling) and is_walked(findings[at]) for at, said in reviewed.decisions.items())


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
    after = _decision(session, before, before.ruling, ground, before.note)
    return replace(_acted(session, words, [Change(place, before, after)]), status=words)


def _dismissed(session: Session) -> Place | None:
    """Return what a reason is for: the finding that was dismissed last, or the dismissed one that is stood on."""
    current = here(session)
    if current is not None and _ruling(session, current) is Ruling.DISMISSED:
        return current
    last = session.done[-1].changes if session.done else ()
    return last[0].place if len(last) == 1 and _ruling(session, last[0].place) is Ruling.DISMISSED else None


def with_note(session: Session, place: Place, note: str) -> Session:
    """Put a note to a finding, or with no words take it away."""
    before = session.decision_on(place)
    if note == (before.note if before else ""):
        return replace(session, status="the note is as it was")
    after = _decision(session, before, before.ruling if before else None, before.ground if before else None, note)
    words = f"{'note on' if note else 'no note on'} {words_of(session, place)}"
    return replace(_acted(session, words, [Change(place, before, after)]), status=words)


def same(session: Session) -> tuple[Place, ...]:
    """Return all findings of the story that are the same departure as the one stood on, itself first."""
    place, story = here(session), session.current_story
    if place is None or story is None:
        return ()
    departure = _departure(session, place)
    pairs = (Pair(story.source, variant) for variant in story.variants)
    others = (
        Place(pair, at)
        for pair in pairs
        if pair in session.reviews
        for at, finding in enumerate(session.comparisons[pair].findings)
        if finding.flagged
    )
    return (place, *(other for other in others if other != place and _departure(session, other) == departure))


def decide_same(session: Session, ruling: Ruling) -> Session:
    """Rule of all findings of the same departure."""
    places = same(session)
    changes = [
        Change(place, before, _decision(session, before, ruling, None, before.note if before else ""))
        for place in places
        if (before := session.decision_on(place)) is None or before.ruling is not ruling
    ]
    if not changes:
        return replace(session, status=f"{ruling} already, everywhere")
    words = f"{ruling} in {len(places)} places: {words_of(session, places[0])}"
    return onwards(_acted(session, words, changes), words)


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
        session = _with_reviewed(session, pair, with_finding(session.reviews[pair], finding, subject))
    before = session.decision_on(place)
    after = _decision(session, before, Ruling.CONFIRMED, None, before.note if before else "")
    words = f"added: {words_of(session, place)}"
    return replace(_standing_on(_acted(session, words, [Change(place, before, after)]), place), status=words)


def undo(session: Session) -> Session:
    """Take back what was decided last."""
    if not session.done:
        return replace(session, status="there is nothing to undo")
    act = session.done[-1]
    back = _applied(session, [(change.place, _again(session, change, change.before)) for change in act.changes])
    back = replace(back, done=session.done[:-1], undone=(*session.undone, act))
    return replace(_standing_on(back, act.changes[0].place), status=f"undone: {act.words}")


def redo(session: Session) -> Session:
    """Decide again what was undone last."""
    if not session.undone:
        return replace(session, status="there is nothing to do again")
    act = session.undone[-1]
    again = _applied(session, [(change.place, _again(session, change, change.after)) for change in act.changes])
    again = replace(again, done=(*session.done, act), undone=session.undone[:-1])
    return replace(_standing_on(again, act.changes[0].place), status=f"done again: {act.words}")


def _again(session: Session, change: Change, wanted: Decision | None) -> Decision:
    """Return an older decision as one of now."""
    current = session.decision_on(change.place) or change.after or change.before
    if wanted is None:
        return _decision(session, current, None, None, "")
    return _decision(session, current, wanted.ruling, wanted.ground, wanted.note)


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


def with_reviewed(session: Session, pair: Pair[int], new: Reviewed) -> Session:
    """Take in what reviewers said of a comparison; every finding keeps its place."""
    old = session.reviews.get(pair)
    return _with_reviewed(session, pair, renewed(old, new) if old else new)


def _with_reviewed(session: Session, pair: Pair[int], new: Reviewed) -> Session:
    taken = replace(session, reviews={**session.reviews, pair: new})
    if new.comparison is session.comparisons.get(pair):
        return taken
    comparisons = {**session.comparisons, pair: new.comparison}
    counts = {**session.counts, pair: counts_of(new.comparison)}
    return walked(replace(taken, comparisons=comparisons, counts=counts))


def _acted(session: Session, words: str, changes: Sequence[Change]) -> Session:
    act = Act(words, tuple(changes))
    after = _applied(session, [(change.place, change.after) for change in changes if change.after])
    return replace(after, done=(*session.done, act), undone=())


def _applied(session: Session, decisions: Iterable[tuple[Place, Decision]]) -> Session:
    """Return the session with decisions in it and in its outbox, one for each finding that is told apart."""
    rows = list(decisions)
    outbox = {(subject := _subject(session, place)).identity: Entry(subject, decision) for place, decision in rows}
    for pair in dict.fromkeys(place.pair for place, _ in rows):
        said = {place.at: decision if decision.is_said else None for place, decision in rows if place.pair == pair}
        session = _with_reviewed(session, pair, with_decisions(session.reviews[pair], said))
    return replace(session, outbox=(*session.outbox, *outbox.values()))


def _standing_on(session: Session, place: Place) -> Session:
    """Return the session on a finding, in its story; where it is walked no more, at its variant."""
    at = next((at for at, story in enumerate(session.stories) if story.source == place.pair.source), session.story)
    session = walked(replace(session, story=at, stop=None)) if at != session.story else session
    stop = next((at for at, stop in enumerate(session.stops) if session.place_of(stop) == place), None)
    return replace(session, variant=place.pair.variant, stop=stop, moved=True)


def _decision(
    session: Session, before: Decision | None, ruling: Ruling | None, ground: Ground | None, note: str
) -> Decision:
    """Return a decision of now, or of a moment after the one before where the clocks do not agree."""
    now = session.now or _EPOCH
    return Decision(ruling, max(now, before.when + _TICK) if before else now, session.who, ground, note)


def _subject(session: Session, place: Place) -> Subject:
    return session.reviews[place.pair].subjects[place.at]


def _ruling(session: Session, place: Place) -> Ruling | None:
    decision = session.decision_on(place)
    return decision.ruling if decision else None


def _departure(session: Session, place: Place) -> object:
    """Return what two findings have in common that are the same departure: verdict, kind and the words of both sides."""
    finding = session.comparisons[place.pair].findings[place.at]
    sides = _subject(session, place).sides
    return finding.verdict, finding.kind, sides.source.words, sides.variant.words
