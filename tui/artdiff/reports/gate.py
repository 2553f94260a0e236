"""The gate: which findings a report lists, and which of them say that a check has failed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import FLAG_LEVEL, FLAGGED, Verdict
from artdiff.reviews.decision import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.engine.values import Finding
    from artdiff.reports.checked import CheckedVariant


class Standing(StrEnum):
    """Where a finding stands at the gate."""

    FAILS = "fails"
    """It is one of those that fail a check."""
    LISTED = "listed"
    """It is listed with them, but its verdict was not chosen to fail."""
    LOW = "low"
    """Its confidence is below the level chosen."""
    BESIDE = "beside"
    """Its verdict does not say that the rewrite is wrong: it is counted, no more."""
    DISMISSED = "dismissed"
    """A reviewer dismissed it, and what is dismissed does not count."""
    KNOWN = "known"
    """The baseline has it already."""
    ALLOWED = "allowed"
    """It is never to be flagged here: a file that says so lets it through."""


LISTED = frozenset({Standing.FAILS, Standing.LISTED})
"""What a report for people lists one by one."""
ASKED = LISTED | {Standing.DISMISSED}
"""What reviewers are asked about."""


class Gate(NamedTuple):
    """What was chosen to count.

    Attributes:
        fail_on: the verdicts that fail a check.
        min_confidence: 0 to 1, from which a finding counts.
        ignore_dismissed: what a reviewer dismissed does not count.
    """

    fail_on: frozenset[Verdict] = FLAGGED
    min_confidence: float = FLAG_LEVEL
    ignore_dismissed: bool = False

    def standing(self, variant: CheckedVariant, at: int) -> Standing:
        """Return where a finding of a variant stands."""
        finding = variant.comparison.findings[at]
        if finding.verdict not in FLAGGED | self.fail_on:
            return Standing.BESIDE
        if finding.confidence < self.min_confidence:
            return Standing.LOW
        if at in variant.allowed:
            return Standing.ALLOWED
        if at in variant.known:
            return Standing.KNOWN
        decision = variant.decisions.get(at)
        if self.ignore_dismissed and decision and decision.ruling is Ruling.DISMISSED:
            return Standing.DISMISSED
        return Standing.FAILS if finding.verdict in self.fail_on else Standing.LISTED

    def standings(self, variant: CheckedVariant) -> tuple[Standing, ...]:
        """Return where each finding of a variant stands."""
        return tuple(self.standing(variant, at) for at in range(len(variant.comparison.findings)))

    def listed(self, variant: CheckedVariant) -> list[tuple[int, Finding]]:
        """Return what a report for people lists one by one, with its place: what counts, and repeated blocks."""
        findings = enumerate(variant.comparison.findings)
        return [(at, finding) for at, finding in findings if self._is_listed(variant, at, finding)]

    def _is_listed(self, variant: CheckedVariant, at: int, finding: Finding) -> bool:
        return finding.verdict is Verdict.REPEATED or self.standing(variant, at) in LISTED

    def asked(self, variant: CheckedVariant) -> list[int]:
        """Return the places of what reviewers are asked about, the copies of a repeated block once."""
        findings = enumerate(variant.comparison.findings)
        return [at for at, one in findings if one.first_copy is None and self.standing(variant, at) in ASKED]

    def fails(self, variants: Iterable[CheckedVariant]) -> bool:
        """Say whether anything in some variants fails the check."""
        return any(Standing.FAILS in self.standings(variant) for variant in variants)
