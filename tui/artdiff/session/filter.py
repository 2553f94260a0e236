"""Which findings n walks, the list lists and the counter counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from artdiff.engine.values import FLAG_LEVEL, FLAGGED, FactKind, Finding, Verdict

VERDICTS: Final = (
    Verdict.ALTERED,
    Verdict.HALLUCINATED,
    Verdict.GENERALISED,
    Verdict.OMITTED,
    Verdict.REPEATED,
)
STEP: Final = 0.1
LEAST: Final = 0.1
MOST: Final = 0.9
_KINDS: Final = (None, *FactKind)


@dataclass(frozen=True, slots=True)
class Filter:
    """What findings must be to be walked.

    Attributes:
        verdicts: one of these.
        kind: of this kind; None for any.
        level: with at least this confidence.
        undecided: nobody has ruled of them.
    """

    verdicts: frozenset[Verdict] = FLAGGED
    kind: FactKind | None = None
    level: float = FLAG_LEVEL
    undecided: bool = False

    def passes(self, finding: Finding, *, decided: bool) -> bool:
        """Say whether a finding is walked; copies never are."""
        return (
            finding.verdict in self.verdicts
            and finding.confidence >= self.level
            and finding.first_copy is None
            and (self.kind is None or finding.kind is self.kind)
            and not (self.undecided and decided)
        )

    @property
    def words(self) -> str:
        """Return what is chosen, in a few words; "" where nothing is."""
        verdicts = " + ".join(verdict for verdict in VERDICTS if verdict in self.verdicts) or "nothing"
        parts = (
            verdicts if self.verdicts != FLAGGED else "",
            self.kind or "",
            f"≥ {self.level:.0%}".replace("%", " %") if self.level != FLAG_LEVEL else "",
            "undecided" if self.undecided else "",
        )
        return ", ".join(part for part in parts if part)


DEFAULT: Final = Filter()
"""What is walked when nobody has chosen."""


def toggled(one: Filter, verdict: Verdict) -> Filter:
    """Return the filter with a verdict let through, or no more."""
    return replace(one, verdicts=one.verdicts ^ {verdict})


def stricter(one: Filter, steps: int) -> Filter:
    """Return the filter with another level of confidence."""
    return replace(one, level=round(min(max(one.level + steps * STEP, LEAST), MOST), 2))


def of_next_kind(one: Filter, by: int) -> Filter:
    """Return the filter for the next kind of fact; after the last for all."""
    return replace(one, kind=_KINDS[(_KINDS.index(one.kind) + by) % len(_KINDS)])
