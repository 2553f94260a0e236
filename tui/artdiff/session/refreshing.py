"""What becomes of the session when files change under it: the texts are others, the place stays with its finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.documents.shelf import replaced
from artdiff.session.state import Anchor, Scrolled, walked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeVar

    from artdiff.documents.document import Document
    from artdiff.engine.values import Outline, Pair
    from artdiff.session.state import Session, Stop

    T = TypeVar("T")


def with_changed(session: Session, changed: Mapping[int, Document], outlines: Sequence[Outline]) -> Session:
    """Take in documents that say something else, and forget what was compared with their old words.

    The stories stay as they are, as does what the reviewer made of them. What was decided can be undone no more here;
    it is kept in its file and is about words, so it comes back with them.
    """
    names = ", ".join(session.names[at] for at in changed)
    fresh = replace(
        session,
        documents=replaced(session.documents, changed),
        outlines=tuple(outlines),
        comparisons=_without(session.comparisons, changed),
        failures=_without(session.failures, changed),
        counts=_without(session.counts, changed),
        reviews=_without(session.reviews, changed),
        allowed=_without(session.allowed, changed),
        facts={at: facts for at, facts in session.facts.items() if at not in changed},
        anchor=_anchor(session) or session.anchor,
        done=(),
        undone=(),
        moved=True,
        status=f"changed, compared again: {names}",
    )
    return walked(fresh)


def with_gone(session: Session, gone: Sequence[int]) -> Session:
    """Say that files are not there any more; what was read of them stays."""
    names = ", ".join(session.names[at] for at in gone)
    return replace(session, status=f"not there any more: {names}; what was read stays")


def _without(kept: Mapping[Pair[int], T], changed: Mapping[int, Document]) -> dict[Pair[int], T]:
    return {pair: one for pair, one in kept.items() if pair.source not in changed and pair.variant not in changed}


def _anchor(session: Session) -> Anchor | None:
    """Return what the finding is known by that the reviewer stands on."""
    stop = session.current
    return None if stop is None else Anchor(stop.variant, *known_by_words(session, stop))


def known_by_words(session: Session, stop: Stop) -> tuple[str, int]:
    """Return the words of a finding and where they stand: what it is known by when it is made again."""
    spans = stop.finding.spans
    if spans.variant is not None:
        return spans.variant.of(session.documents[stop.variant].text), spans.variant.start
    source = session.stories[session.story].source
    return (spans.source.of(session.documents[source].text), spans.source.start) if spans.source else ("", 0)


def returned(session: Session) -> Session:
    """Go back to the finding of before, once its comparison is there again; where it is gone, to the nearest.

    Then what stood at the top of the view when the reader was left is to stand there again.
    """
    return _scrolled(_anchored(session))


def _scrolled(session: Session) -> Session:
    returning = session.returning
    if returning is None or (session.shown == returning.pair and session.pair and not session.comparison):
        return session
    there = session.shown == returning.pair and returning.top is not None
    return replace(session, returning=None, scrolled=Scrolled(returning.top) if there else session.scrolled)


def _anchored(session: Session) -> Session:
    anchor = session.anchor
    if anchor is None or session.comparison is None or session.variant != anchor.variant:
        return session
    here = [
        (at, *known_by_words(session, stop)) for at, stop in enumerate(session.stops) if stop.variant == anchor.variant
    ]
    nearest = min(here, key=lambda row: (row[1] != anchor.words, abs(row[2] - anchor.start)), default=None)
    return replace(session, stop=nearest[0] if nearest else None, anchor=None)
