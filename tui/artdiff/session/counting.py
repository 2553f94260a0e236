"""How much of a story is decided."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from artdiff.engine.values import Pair
from artdiff.reviews.decision import Ruling
from artdiff.session.state import is_walked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.reviews.reviewed import Reviewed
    from artdiff.session.state import Place, Session


def summary(session: Session) -> str:
    """Return what was decided in the story shown, whatever the filter."""
    rulings = Counter(ruling for pair in _pairs(session) for ruling in _rulings(session, pair))
    parts = ", ".join(f"{rulings[ruling]} {ruling}" for ruling in Ruling if rulings[ruling])
    return f"all {rulings.total()} decided: {parts}"


def _rulings(session: Session, pair: Pair[int]) -> Iterator[Ruling]:
    reviewed = session.reviews.get(pair)
    if reviewed is None:
        return
    for at, decision in reviewed.decisions.items():
        if decision.ruling and is_walked(session.comparisons[pair].findings[at]):
            yield decision.ruling


def _pairs(session: Session) -> Iterator[Pair[int]]:
    if (story := session.current_story) is not None:
        for variant in story.variants:
            yield Pair(story.source, variant)


def decided(session: Session) -> int:
    """Return how many findings of the story shown are decided."""
    return sum(share_decided(session, pair) for pair in _pairs(session))


def findings(session: Session) -> int:
    """Return how many findings the story shown has, whatever the filter."""
    counts = (session.counts.get(pair) for pair in _pairs(session))
    return sum(one.altered + one.hallucinated for one in counts if one)


def share_decided(session: Session, pair: Pair[int]) -> int:
    """Return how many findings of a comparison that are walked are decided."""
    reviewed = session.reviews.get(pair)
    allowed = session.allowed.get(pair)
    return _count_decided(reviewed, frozenset(allowed.entries if allowed else ())) if reviewed else 0


@lru_cache(maxsize=1 << 14)
def _count_decided(reviewed: Reviewed, allowed: frozenset[int]) -> int:
    findings, said = reviewed.comparison.findings, reviewed.decisions.items()
    return sum(bool(one.ruling) and at not in allowed and is_walked(findings[at]) for at, one in said)


def ruling_on(session: Session, place: Place) -> Ruling | None:
    """Return what was ruled of a finding; None where nobody has."""
    decision = session.decision_on(place)
    return decision.ruling if decision else None
