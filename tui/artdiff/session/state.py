"""Where the reviewer stands: one immutable value. Commands make the next one; the screen paints it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.engine.values import Pair, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artdiff.documents.document import Document
    from artdiff.engine.values import Comparison, Finding, Outline
    from artdiff.stories.story import Story


class Layout(StrEnum):
    """How the two sides stand."""

    AUTOMATIC = "automatic"
    SIDE_BY_SIDE = "side by side"
    STACKED = "stacked"


class Stop(NamedTuple):
    """A finding that n and N walk to.

    Attributes:
        variant: index of its document.
        finding: itself, never a copy.
    """

    variant: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Session:
    """All that the screen shows.

    Attributes:
        outlines: one for each document, once the worker has read them; empty before.
        comparisons: by source and variant, as they come.
        failures: why a comparison could not be made, by source and variant.
        sources: for a story's index the document that the reviewer took as its source instead.
        story: index of the story shown.
        variant: index of the document shown beside the source; None in a story of one document.
        stop: which of the story's stops the reviewer stands on; None before the first.
        moved: the reviewer has chosen where to stand, so what arrives later leaves the place alone.
        status: what the last command has to say, "" for nothing.
        slow: the work takes so long that the screen should say so.
    """

    documents: tuple[Document, ...]
    outlines: tuple[Outline, ...] = ()
    stories: tuple[Story, ...] = ()
    comparisons: Mapping[Pair[int], Comparison] = field(default_factory=dict)
    failures: Mapping[Pair[int], str] = field(default_factory=dict)
    story: int = 0
    variant: int | None = None
    stop: int | None = None
    moved: bool = False
    omissions_shown: bool = True
    word_diff_shown: bool = True
    layout: Layout = Layout.AUTOMATIC
    status: str = ""
    slow: bool = False

    @property
    def current_story(self) -> Story | None:
        """Return the story shown; None before the stories are known."""
        return self.stories[self.story] if self.stories else None

    @property
    def pair(self) -> Pair[int] | None:
        """Return source and variant shown; None where there is no variant."""
        story = self.current_story
        return Pair(story.source, self.variant) if story and self.variant is not None else None

    @property
    def comparison(self) -> Comparison | None:
        """Return the comparison shown; None while it is not there."""
        return self.comparisons.get(self.pair) if self.pair else None

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Return what n walks in the current story, one variant after the other."""
        story = self.current_story
        return stops_of(story, self.comparisons) if story else ()

    @property
    def current(self) -> Stop | None:
        """Return the stop that the reviewer stands on."""
        stops = self.stops
        return stops[self.stop] if self.stop is not None and self.stop < len(stops) else None


class Counts(NamedTuple):
    """How many findings a document has, copies not counted."""

    altered: int
    hallucinated: int
    omitted: int


def stops_of(story: Story, comparisons: Mapping[Pair[int], Comparison]) -> tuple[Stop, ...]:
    """Return the flagged findings of a story's variants, the copies of a repeated block once."""
    return tuple(
        Stop(variant, finding)
        for variant in story.variants
        if (comparison := comparisons.get(Pair(story.source, variant)))
        for finding in comparison.findings
        if finding.flagged and finding.first_copy is None
    )


def counts_of(comparison: Comparison) -> Counts:
    """Return the counts that the list and the title show."""
    own = [finding for finding in comparison.findings if finding.first_copy is None]
    flagged = [finding.verdict for finding in own if finding.flagged]
    omitted = sum(finding.verdict is Verdict.OMITTED for finding in own)
    return Counts(flagged.count(Verdict.ALTERED), flagged.count(Verdict.HALLUCINATED), omitted)


def settled(session: Session) -> Session:
    """Return the session standing where it opens, unless the reviewer has moved: on the variant with most findings."""
    if session.moved or not session.stories:
        return session
    flagged = {
        (at, variant): sum(stop.variant == variant for stop in stops_of(story, session.comparisons))
        for at, story in enumerate(session.stories)
        for variant in story.variants
    }
    if not flagged:
        return replace(session, story=0, variant=None, stop=None)
    story, variant = max(flagged, key=lambda place: (flagged[place], -place[0], -place[1]))
    opened = replace(session, story=story, variant=variant, stop=None)
    first = next((at for at, stop in enumerate(opened.stops) if stop.variant == variant), None)
    return replace(opened, stop=first)
