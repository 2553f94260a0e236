"""What a check found, as every report takes it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from artdiff.reports.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from artdiff.documents.collection import Problem
    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison
    from artdiff.reviews.allowing import Allowance
    from artdiff.reviews.decision import Decision
    from artdiff.stories.story import Story


class CheckedVariant(NamedTuple):
    """A rewrite and what was found in it.

    Attributes:
        decisions: what reviewers said, by the finding's place among the comparison's.
        known: the places of the findings that a baseline has already.
        allowed: what is never to be flagged, by the place of the finding that it lets through.
        expired: decisions on what stood there before its sentence was changed, by the finding's place.
        signed: who has signed the rewrite off as a whole; None while nobody has, or its text has changed since.
    """

    document: Document
    comparison: Comparison
    decisions: Mapping[int, Decision] = {}
    known: frozenset[int] = frozenset()
    allowed: Mapping[int, Allowance] = {}
    expired: Mapping[int, Decision] = {}
    signed: Decision | None = None


class CheckedStory(NamedTuple):
    """A story, its source, and its checked variants in the story's order."""

    story: Story
    source: Document
    variants: tuple[CheckedVariant, ...]


class CheckedPair(NamedTuple):
    """A pair of a corpus and what was found; `identity` is what the corpus calls it, any JSON value."""

    identity: object
    source: Document
    variant: CheckedVariant


class Rewrites(Collection[CheckedVariant]):
    """The rewrites of some stories, which need not be in memory."""

    def __init__(self, stories: Collection[CheckedStory]) -> None:
        self._stories = stories

    def __len__(self) -> int:
        return sum(len(story.variants) for story in self._stories)

    def __contains__(self, rewrite: object) -> bool:
        return any(rewrite == one for one in self)

    def __iter__(self) -> Iterator[CheckedVariant]:
        for story in self._stories:
            yield from story.variants


class Report(NamedTuple):
    """All that a report says; every form is a function of this value.

    Attributes:
        stories: gone through several times; of many those in memory are few.
        gate: what was chosen to count.
        problems: what could not be read.
        passed_over: how many files in the folders are hidden or no text.
        made: when, in UTC; None where the same input is to give the same report.
        reviews: the name of the file that the decisions come from; None where none was asked.
        baseline: the name of the file with what was known before; None where there was none.
        summary: only the counts are wanted.
    """

    stories: Collection[CheckedStory]
    gate: Gate = Gate()
    problems: tuple[Problem, ...] = ()
    passed_over: int = 0
    made: datetime | None = None
    reviews: str | None = None
    baseline: str | None = None
    summary: bool = False

    @property
    def variants(self) -> Rewrites:
        """Return the rewrites of all stories."""
        return Rewrites(self.stories)

    @property
    def fails(self) -> bool:
        """Say whether anything fails the check."""
        return self.gate.fails(self.variants)


LIMITS = (
    "Whether the source is true: only what a rewrite did to it is said.",
    "Contradictions in words whose meaning the tables do not know.",
    "Clauses made up of words that the source uses elsewhere.",
    "Causes, and who did what to whom, in a sentence written entirely anew.",
    "Speakers named by a role or a pronoun far away.",
    "Languages other than English: they are aligned and their figures compared, no more.",
    "Pictures, tables and layout.",
)
"""What artdiff cannot see; every report that is sent on says so."""
