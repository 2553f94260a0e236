"""What is never to be flagged, in the session: the findings that are let through are supported ones from then on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import FLAGGED, Comparison, Pair, Verdict
from artdiff.reviews.allowing import Allowance, Allowances, Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artdiff.documents.document import Document
    from artdiff.engine.values import Finding
    from artdiff.session.state import Place, Session


class Allowed(NamedTuple):
    """A comparison in which something is let through.

    Attributes:
        comparison: as it was made.
        entries: what lets a finding through, by its place.
    """

    comparison: Comparison
    entries: Mapping[int, Allowance]


def made(session: Session, pair: Pair[int]) -> Comparison:
    """Return a comparison as it was made."""
    allowed = session.allowed.get(pair)
    return allowed.comparison if allowed else session.comparisons[pair]


def let_through(session: Session, pair: Pair[int], comparison: Comparison) -> tuple[Session, Comparison]:
    """Return a comparison as it is shown, and the session that knows what is let through in it."""
    documents = Pair(*(session.documents[index] for index in pair))
    entries = session.allowances.among(documents, comparison)
    if not entries:
        kept = {other: one for other, one in session.allowed.items() if other != pair}
        return replace(session, allowed=kept) if pair in session.allowed else session, comparison
    findings = (
        one._replace(verdict=Verdict.SUPPORTED, reason=f"Never flagged: {entries[at].text}.") if at in entries else one
        for at, one in enumerate(comparison.findings)
    )
    taken = replace(session, allowed={**session.allowed, pair: Allowed(comparison, entries)})
    return taken, comparison._replace(findings=tuple(findings))


def count_allowed(session: Session, pair: Pair[int] | None) -> int:
    """Return how many findings of a comparison are let through that would be flagged, copies not counted."""
    allowed = session.allowed.get(pair) if pair else None
    return sum(_counts(allowed.comparison.findings[at]) for at in allowed.entries) if allowed else 0


def _counts(finding: Finding) -> bool:
    return finding.flagged and finding.first_copy is None


def counts_by_entry(session: Session) -> Counter[str]:
    """Return how many findings each entry lets through in all that is compared, by its text."""
    return Counter(
        entry.text
        for allowed in session.allowed.values()
        for at, entry in allowed.entries.items()
        if _counts(allowed.comparison.findings[at])
    )


def proposals(session: Session, place: Place) -> tuple[Allowance, ...]:
    """Return the entries that would let a finding through, the narrowest first."""
    finding = session.comparisons[place.pair].findings[place.at]
    source, variant = (
        " ".join(span.of(session.documents[index].text).split()) if span else ""
        for index, span in zip(place.pair, finding.spans, strict=True)
    )
    if finding.verdict not in {*FLAGGED, Verdict.GENERALISED} or not variant:
        return ()
    offered = [
        *([Allowance(Form.SAME, (source, variant))] if source and source != variant else []),
        Allowance(Form.WORDS, (variant,)),
        Allowance(Form.RULE, (finding.rule,)),
    ]
    documents: Pair[Document] = Pair(*(session.documents[index] for index in place.pair))
    return tuple(one for one in offered if place.at in Allowances([one]).among(documents, made(session, place.pair)))


def would_let_through(session: Session, entry: Allowance) -> int:
    """Return how many findings of the story shown an entry would let through."""
    story, only = session.current_story, Allowances([entry])
    pairs = [Pair(story.source, variant) for variant in story.variants] if story else []
    return sum(
        _counts(comparison.findings[at])
        for pair in pairs
        if (comparison := session.comparisons.get(pair))
        for at in only.among(Pair(*(session.documents[index] for index in pair)), comparison)
    )
