"""Where the reviewer stands: one immutable value. Commands make the next one; the screen paints it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from artdiff.documents.shelf import names_of
from artdiff.engine.values import Pair, Verdict
from artdiff.reviews.allowing import NOTHING, Allowances
from artdiff.session.carrying import share_carried
from artdiff.session.filter import DEFAULT, Filter
from artdiff.session.names import short_names
from artdiff.settings import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison, Finding, Mention, Outline, Side
    from artdiff.reviews.decision import Decision
    from artdiff.reviews.fields import Entry
    from artdiff.reviews.mend import Mend
    from artdiff.reviews.mended import Arranged
    from artdiff.reviews.reviewed import Reviewed
    from artdiff.session.allowing import Allowed
    from artdiff.session.bookmark import Bookmark
    from artdiff.session.search import Search
    from artdiff.stories.story import Story


class Order(StrEnum):
    """How the list of stories is sorted."""

    NAME = "by name"
    FLAGGED = "most altered first"
    UNDECIDED = "most undecided first"


class Stop(NamedTuple):
    """A finding that n and N walk to.

    Attributes:
        variant: index of its document.
        at: its place among the findings of its comparison.
        finding: itself, never a copy.
    """

    variant: int
    at: int
    finding: Finding


class Counts(NamedTuple):
    """How many findings a variant has, copies not counted, and how much of the source it carries, 0 to 1."""

    altered: int
    hallucinated: int
    omitted: int
    carried: float = 1.0


class Place(NamedTuple):
    """A finding: its comparison, and its place among the findings there."""

    pair: Pair[int]
    at: int


class Anchor(NamedTuple):
    """What a finding is known by while its comparison is made again: its words and where they stood."""

    variant: int
    words: str
    start: int


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """Words that the reviewer asked to see; it equals only itself, so that asking again is seen."""

    document: int
    span: Span


class Top(NamedTuple):
    """What stood at the top of the view: a paragraph, and how many rows of it were scrolled past."""

    side: Side
    paragraph: int
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Scrolled:
    """What is to stand at the top of the view; it equals only itself, so that asking again is seen."""

    top: Top | None


class Stopped(NamedTuple):
    """That the reviewer stopped the work.

    Attributes:
        shown: what was shown then, which is not compared either until the work goes on.
    """

    shown: tuple[int, int | None] | None


class Returning(NamedTuple):
    """The place that is gone back to while its comparison is made, and what is to stand at the top of the view there.

    Attributes:
        pair: index of the source, and of the variant; None for the source by itself.
    """

    pair: tuple[int, int | None]
    top: Top | None


class Change(NamedTuple):
    """What became of the decision on a finding; None for no decision."""

    place: Place
    before: Decision | None
    after: Decision | None


class Act(NamedTuple):
    """What one command decided, as a whole done and undone.

    Attributes:
        words: what it was, for the status line.
        mends: what was said of the grouping, with their place before; what does not stand was taken back.
    """

    words: str
    changes: tuple[Change, ...]
    mends: tuple[Arranged, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """All that the screen shows.

    Attributes:
        names: a short name for each document.
        outlines: one for each document, once the worker has read them; empty before.
        comparisons: by source and variant, as they come.
        failures: why a comparison could not be made, by source and variant.
        counts: of each comparison's findings.
        grouped: the stories as the worker found them, before anybody mended them.
        mends: what stands of what was mended, in the order in which it was said.
        by_hand: the mend that a document's place is owed to, by the index of its story and its own.
        story: index of the story shown.
        variant: index of the document shown beside the source; None for the source by itself.
        stops: what n walks in the story shown, one variant after the other.
        stop: which of the stops the reviewer stands on; None before the first.
        moved: the place has been chosen, so what arrives later leaves it alone.
        omissions_shown: the source's paragraphs that the variant leaves out are shown, not folded.
        agreeing_folded: paragraphs without a finding are folded.
        source_only: the source is shown by itself in its own order, with what became of each paragraph.
        status: what the last command has to say, "" for nothing.
        analysed: how many documents the worker has read of how many; None while it has not said.
        stopped: the work goes on with what is shown only; None while nobody has stopped it.
        slow: the work takes so long that the screen should say so.
        reviews: what reviewers said of each comparison.
        done: what was decided and mended here, to be undone from its end.
        undone: what was undone, to be done again from its end.
        outbox: decisions and mends to be saved before this is painted.
        unsaved: why decisions are not saved; "" while they are.
        order: how the list is sorted.
        anchor: where to go back to once a changed text is compared again; None for nowhere.
        narrowed: the list shows only what has these words; "" for all of it.
        marks: the documents that are marked, in the order in which they were.
        filter: which findings are walked.
        search: what is searched for; None for nothing.
        bookmark: where the reader was left, while there are no stories yet to go there; None for nowhere.
        returning: where it is on its way to; None for nowhere.
        scrolled: what is to stand at the top of the view; another value each time.
        looked: words that are to be in view, by their document; another value each time.
        facts: of the documents of which they were asked for.
        allowances: what is never to be flagged.
        allowed: the comparisons in which something is let through.
        who: the reviewer's name.
        now: the moment of the last key; None before.
    """

    documents: Sequence[Document]
    names: tuple[str, ...] = ()
    outlines: tuple[Outline, ...] = ()
    stories: tuple[Story, ...] = ()
    grouped: tuple[Story, ...] = ()
    mends: tuple[Arranged, ...] = ()
    by_hand: Mapping[tuple[int, int], Mend] = field(default_factory=dict)
    comparisons: Mapping[Pair[int], Comparison] = field(default_factory=dict)
    failures: Mapping[Pair[int], str] = field(default_factory=dict)
    counts: Mapping[Pair[int], Counts] = field(default_factory=dict)
    story: int = 0
    variant: int | None = None
    stops: tuple[Stop, ...] = ()
    stop: int | None = None
    moved: bool = False
    omissions_shown: bool = True
    word_diff_shown: bool = True
    agreeing_folded: bool = False
    source_only: bool = False
    layout: Layout = Layout.AUTOMATIC
    status: str = ""
    analysed: tuple[int, int] | None = None
    stopped: Stopped | None = None
    slow: bool = False
    reviews: Mapping[Pair[int], Reviewed] = field(default_factory=dict)
    done: tuple[Act, ...] = ()
    undone: tuple[Act, ...] = ()
    outbox: tuple[Entry | Mend, ...] = ()
    unsaved: str = ""
    order: Order = Order.NAME
    narrowed: str = ""
    marks: tuple[int, ...] = ()
    anchor: Anchor | None = None
    filter: Filter = DEFAULT
    search: Search | None = None
    bookmark: Bookmark | None = None
    returning: Returning | None = None
    scrolled: Scrolled | None = None
    looked: Looked | None = None
    facts: Mapping[int, tuple[Mention, ...]] = field(default_factory=dict)
    allowances: Allowances = NOTHING
    allowed: Mapping[Pair[int], Allowed] = field(default_factory=dict)
    who: str = ""
    now: datetime | None = None

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
    def shown(self) -> tuple[int, int | None] | None:
        """Return what is shown: the source, and the variant beside it; None before there are stories."""
        story = self.current_story
        return (story.source, self.variant) if story else None

    @property
    def comparison(self) -> Comparison | None:
        """Return the comparison shown; None while it is not there."""
        return self.comparisons.get(self.pair) if self.pair else None

    @property
    def current(self) -> Stop | None:
        """Return the stop that the reviewer stands on."""
        return self.stops[self.stop] if self.stop is not None else None

    def place_of(self, stop: Stop) -> Place:
        """Return a stop of the story shown as a place."""
        return Place(Pair(self.stories[self.story].source, stop.variant), stop.at)

    def decision_on(self, place: Place) -> Decision | None:
        """Return what was decided on a finding."""
        reviewed = self.reviews.get(place.pair)
        return reviewed.decisions.get(place.at) if reviewed else None

    def is_decided(self, stop: Stop) -> bool:
        """Say whether a reviewer has ruled of a stop; a note alone is no ruling."""
        decision = self.decision_on(self.place_of(stop))
        return decision is not None and decision.ruling is not None


def opened(documents: Sequence[Document], status: str = "") -> Session:
    """Return the session that a reader begins with."""
    return Session(documents, short_names(names_of(documents)), status=status)


def walked(session: Session) -> Session:
    """Return the session with the stops of its story found anew, standing where it stood if that still is a stop."""
    current, story = session.current, session.current_story
    stops = _stops_of(session, story) if story else ()
    return replace(session, stops=stops, stop=stops.index(current) if current in stops else None)


def _stops_of(session: Session, story: Story) -> tuple[Stop, ...]:
    passes = session.filter.passes
    return tuple(
        Stop(variant, index, finding)
        for variant in story.variants
        if (comparison := session.comparisons.get(Pair(story.source, variant)))
        for index, finding in sorted(enumerate(comparison.findings), key=_place_in_variant)
        if passes(finding, decided=session.filter.undecided and session.is_decided(Stop(variant, index, finding)))
    )


def is_walked(finding: Finding) -> bool:
    """Say whether the counts count a finding, which n walks to unless the filter says otherwise."""
    return finding.flagged and finding.first_copy is None


def _place_in_variant(row: tuple[int, Finding]) -> int:
    """Return what findings are walked in the order of; those that reviewers added come behind in a comparison."""
    span = row[1].spans.variant
    return span.start if span else sys.maxsize


def standing(session: Session) -> Session:
    """Return the session on the first undecided stop of the variant shown, or the first; on none where it has none."""
    here = [at for at, stop in enumerate(session.stops) if stop.variant == session.variant]
    undecided = (at for at in here if not session.is_decided(session.stops[at]))
    return replace(session, stop=next(undecided, next(iter(here), None)))


def counts_of(comparison: Comparison) -> Counts:
    """Return the counts that the list and the title show."""
    own = [finding for finding in comparison.findings if finding.first_copy is None]
    flagged = [finding.verdict for finding in own if finding.flagged]
    omitted = sum(finding.verdict is Verdict.OMITTED for finding in own)
    altered, hallucinated = flagged.count(Verdict.ALTERED), flagged.count(Verdict.HALLUCINATED)
    return Counts(altered, hallucinated, omitted, share_carried(comparison))
