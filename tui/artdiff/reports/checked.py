"""What a check found, as every report takes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Pair
    from artdiff.reviews.decision import Decision
    from artdiff.stories.story import Story


@dataclass(frozen=True, slots=True)
class CheckedVariant:
    """A rewrite and what was found in it.

    Attributes:
        decisions: what reviewers said, by the finding's place among the comparison's.
    """

    document: Document
    comparison: Comparison
    decisions: Mapping[int, Decision] = field(default_factory=dict)

    @property
    def flagged(self) -> bool:
        """Say whether anything in it is wrong, confidently enough to count."""
        return any(finding.flagged for finding in self.comparison.findings)


@dataclass(frozen=True, slots=True)
class CheckedStory:
    """A story, its source, and its checked variants in the story's order."""

    story: Story
    source: Document
    variants: tuple[CheckedVariant, ...]

    @property
    def flagged(self) -> bool:
        """Say whether anything in any variant is wrong."""
        return any(variant.flagged for variant in self.variants)


@dataclass(frozen=True, slots=True)
class CheckedPair:
    """A pair of a corpus and what was found; `identity` is what the corpus calls it, any JSON value."""

    identity: object
    documents: Pair[Document]
    comparison: Comparison

    @property
    def flagged(self) -> bool:
        """Say whether anything in the variant is wrong."""
        return any(finding.flagged for finding in self.comparison.findings)
