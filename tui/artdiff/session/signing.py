"""Signing a variant off: the reviewer's word on the whole of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.reviews.decision import Ruling
from artdiff.reviews.fields import Entry
from artdiff.session.acts import decision_of_now
from artdiff.session.counting import share_decided

if TYPE_CHECKING:
    from artdiff.session.state import Session


def sign_off(session: Session) -> Session:
    """Sign the variant shown off, or take that back; what is undecided in it is to be decided first."""
    pair = session.pair
    reviewed = session.reviews.get(pair) if pair else None
    if pair is None or reviewed is None or reviewed.whole is None:
        return replace(session, status="there is no variant here to sign off")
    counts = session.counts[pair]
    left = counts.altered + counts.hallucinated - share_decided(session, pair)
    if left and reviewed.signed is None:
        return replace(session, status=f"{left} finding{'s' * (left > 1)} to be decided before it can be signed off")
    ruling = None if reviewed.signed else Ruling.CONFIRMED
    decision = decision_of_now(session, reviewed.signed, ruling, None, "")
    signed = reviewed._replace(signed=decision if ruling else None)
    words = f"{session.names[pair.variant]} is {'signed off' if ruling else 'no longer signed off'}"
    outbox = (*session.outbox, Entry(reviewed.whole, decision))
    return replace(session, reviews={**session.reviews, pair: signed}, outbox=outbox, status=words)
