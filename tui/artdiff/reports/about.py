"""What every report says of itself: what was compared, how, when, and who decided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import artdiff
from artdiff.engine.values import FLAGGED
from artdiff.reports.wording import many, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.reports.checked import CheckedVariant, Report
    from artdiff.reports.gate import Gate
    from artdiff.reviews.decision import Decision


VERSION: Final = artdiff.__version__


def details(report: Report) -> Iterator[tuple[str, str]]:
    """Yield names and values, plain text that is not yet safe to print."""
    yield "Made by", f"artdiff {VERSION}" + (f", {report.made:%d %B %Y, %H:%M} UTC" if report.made else "")
    verdicts = " and ".join(sorted(report.gate.fail_on | FLAGGED))
    yield "Listed", f"{verdicts} with a confidence of {percent(report.gate.min_confidence)} or more"
    if report.baseline is not None:
        yield "Only what is new since", report.baseline
    yield "Decided", _decided(report)
    if any(variant.signed for variant in report.variants):
        yield "Signed off", _signed(report)
    expired = sum(len(variant.expired) for variant in report.variants)
    if expired:
        yield "Expired", f"{many(expired, 'decision', 'decisions')} on sentences that were changed since"
    if report.reviews is not None:
        yield "Decisions kept in", report.reviews
    if report.passed_over:
        yield "Passed over", f"{many(report.passed_over, 'file', 'files')}, hidden or no text that is read here"


def decided(variants: Iterable[CheckedVariant], gate: Gate) -> str:
    """Return how many of the findings that reviewers are asked about are decided: ``2/6``; a dash where there are none."""
    places = [(variant, at) for variant in variants for at in gate.asked(variant)]
    taken = sum(is_decided(variant.decisions.get(at)) for variant, at in places)
    return f"{taken}/{len(places)}" if places else "–"


def is_decided(decision: Decision | None) -> bool:
    """Say whether a decision rules anything; a note alone does not."""
    return decision is not None and decision.ruling is not None


def deciders(report: Report) -> dict[str, int]:
    """Return who decided how many findings, the busiest first."""
    rulings = (decision for variant in report.variants for decision in variant.decisions.values())
    return dict(Counter(decision.who for decision in rulings if decision.ruling).most_common())


def ruling_words(decision: Decision) -> str:
    """Return a decision in words: ``dismissed (faithful wording) by anna, 27 July 2025``."""
    ground = f" ({decision.ground})" if decision.ground else ""
    return f"{decision.ruling or 'noted'}{ground} by {decision.who}, {decision.when:%d %B %Y}"


def expired_words(decision: Decision) -> str:
    """Return a decision that holds no more in words; it stood on what the sentence said before."""
    return f"before the sentence was changed: {ruling_words(decision)}"


def signed_words(decision: Decision) -> str:
    """Return a word on a whole rewrite: ``signed off by anna, 27 July 2025``."""
    return f"signed off by {decision.who}, {decision.when:%d %B %Y}"


def _signed(report: Report) -> str:
    who = Counter(variant.signed.who for variant in report.variants if variant.signed)
    names = ", ".join(f"{name} ({count})" for name, count in who.most_common())
    return f"{who.total()} of {many(len(report.variants), 'rewrite', 'rewrites')} by {names}"


def _decided(report: Report) -> str:
    who = deciders(report)
    share = decided(report.variants, report.gate).replace("/", " of ").replace("–", "nothing to decide")
    return f"{share} by {', '.join(f'{name} ({count})' for name, count in who.items())}" if who else share
