"""What the worker's answers do to the session, and what it is asked next: pure functions, like the commands."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from artdiff.batch.messages import Compare, Compared, FactsRead, Failed, Grouped, Indexed, Lost, Progress, Unreadable
from artdiff.documents.shelf import Shelf
from artdiff.engine.values import Pair
from artdiff.session.allowing import let_through
from artdiff.session.bookmark import back_in_story
from artdiff.session.commands import is_answered
from artdiff.session.holding import held
from artdiff.session.mending import grouped
from artdiff.session.state import counts_of, standing, walked

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from artdiff.batch.messages import Event
    from artdiff.engine.values import Comparison, Outline
    from artdiff.reviews.reviewed import Reviewed
    from artdiff.session.state import Session
    from artdiff.stories.story import Story


AT_ONCE: Final = 1000
"""So many comparisons are asked for beside those of the story shown."""
ASK_EVERY: Final = 400
"""After so many answers more are asked for."""
FEW: Final = 1000
"""Of more pairs it is not looked one by one which are compared: it is done at every frame."""


def answered(session: Session, event: Event) -> Session:
    """Take in what the worker said."""
    match event:
        case Indexed(start, places, labels):
            return with_rows(session, start, places, labels)
        case Unreadable(problems):
            return replace(session, status=f"{len(problems)} cannot be read: {problems[0]}")
        case Progress(done, total):
            return replace(session, analysed=(done, total))
        case Grouped(stories, outlines):
            return with_stories(session, stories, outlines)
        case Compared(documents, comparison):
            return with_comparison(session, documents, comparison)
        case Failed(Compare(documents), reason):
            return with_failure(session, documents, reason)
        case FactsRead(document, facts):
            return replace(session, facts={**session.facts, document: facts})
        case Lost(reason):
            return replace(session, status=f"the comparing process died and is started again: {reason}")
        case Failed(_, reason):
            return replace(session, status=f"the documents cannot be compared: {reason}")


def with_stories(session: Session, stories: tuple[Story, ...], outlines: tuple[Outline, ...]) -> Session:
    """Take in the stories that the worker found, mend what was mended, and show the first that has variants, or what was left."""
    known = grouped(replace(session, outlines=outlines), stories)
    at = next((at for at, story in enumerate(known.stories) if story.variants), 0)
    variant = next(iter(known.stories[at].variants), None) if stories else None
    return back_in_story(replace(known, story=at, variant=variant))


def with_rows(session: Session, start: int, places: array[int], labels: tuple[str, ...]) -> Session:
    """Take in rows of corpora that the worker has found."""
    if not isinstance(session.documents, Shelf):
        return session
    documents = session.documents.grown(start, places, labels)
    known = len(session.names) - len(documents.files)
    return replace(session, documents=documents, names=(*session.names, *labels[max(0, known - start) :]))


def with_comparison(
    session: Session, documents: Pair[int], comparison: Comparison, reviewed: Reviewed | None = None
) -> Session:
    """Take in a comparison, and what reviewers said of it where that is known.

    The place stays with its finding. While nobody has chosen a place, it is the first finding of the variant that has
    most of them.
    """
    session, comparison = let_through(held(session), documents, reviewed.comparison if reviewed else comparison)
    grown = replace(
        session,
        comparisons={**session.comparisons, documents: comparison},
        counts={**session.counts, documents: counts_of(comparison)},
        reviews={**session.reviews, documents: reviewed} if reviewed else session.reviews,
    )
    story = grown.current_story
    if story is not None and documents.source == story.source:
        grown = walked(grown)
    if not session.moved and _is_better(grown, documents):
        return _moved_to(grown, documents)
    return grown if grown.stop is not None else standing(grown)


def _is_better(session: Session, documents: Pair[int]) -> bool:
    """Say whether a new comparison has more findings than what is shown, or as many and an earlier place."""
    here, new = session.pair, _flagged(session, documents)
    old = _flagged(session, here) if here in session.counts else 0
    return new > old or (here is not None and new == old > 0 and documents.variant < here.variant)


def _flagged(session: Session, pair: Pair[int] | None) -> int:
    counts = session.counts[pair] if pair else None
    return counts.altered + counts.hallucinated if counts else 0


def _moved_to(session: Session, documents: Pair[int]) -> Session:
    at = next(at for at, story in enumerate(session.stories) if documents.source == story.source)
    return standing(walked(replace(session, story=at, variant=documents.variant, stop=None)))


def with_failure(session: Session, documents: Pair[int], reason: str) -> Session:
    """Take in that a comparison could not be made."""
    name = session.names[documents.variant]
    failures = {**session.failures, documents: reason}
    return replace(session, failures=failures, status=f"{name} could not be compared")


def wanted(session: Session) -> list[Pair[int]]:
    """Return the comparisons to be made next, what the reviewer looks at first, then the rest of the story, then others."""
    here, story = session.pair, session.current_story
    if session.stopped is not None:
        is_other = here is not None and session.shown != session.stopped.shown and not is_answered(session, here)
        return [here] if here is not None and is_other else []
    near = [Pair(story.source, variant) for variant in story.variants] if story else []
    near = [pair for pair in near if not is_answered(session, pair)]
    source = story.source if story else None
    others = (pair for pair in _pairs(session) if pair.source != source and not _was_answered(session, pair))
    return [*sorted(near, key=lambda pair: pair != here), *islice(others, AT_ONCE)]


def wants_other(before: Session, after: Session) -> bool:
    """Say whether the worker should be asked anew: there are other stories, or something is looked at that is not there yet."""
    if after.stories is not before.stories or after.stopped is not before.stopped:
        return True
    story, answered = after.current_story, len(after.counts)
    if story is not before.current_story and story is not None and after.pair is not None:
        return any(not is_answered(after, Pair(story.source, variant)) for variant in story.variants)
    if answered != len(before.counts) and not answered % ASK_EVERY:
        return True
    return after.pair is not None and after.pair != before.pair and not is_answered(after, after.pair)


def _was_answered(session: Session, pair: Pair[int]) -> bool:
    """Say whether a comparison was there, though it may have been let go since."""
    return pair in session.counts or pair in session.failures


def _pairs(session: Session) -> Iterator[Pair[int]]:
    for story in session.stories:
        for variant in story.variants:
            yield Pair(story.source, variant)


def is_working(session: Session) -> bool:
    """Say whether the worker still has something to do."""
    return has_more(session, progress(session))


def has_more(session: Session, made: tuple[int, int]) -> bool:
    """Say whether the worker still has something to do, of so many steps that are made of so many."""
    if session.stopped is not None:
        return bool(wanted(session))
    return made[0] < made[1] if session.stories else bool(session.documents)


def progress(session: Session) -> tuple[int, int]:
    """Return how many steps of the work are done, of how many: documents read, then variants compared."""
    if not session.stories:
        return session.analysed or (0, len(session.documents))
    total = sum(len(story.variants) for story in session.stories)
    if total > FEW:
        return min(total, len(session.counts) + len(session.failures)), total
    return sum(_was_answered(session, pair) for pair in _pairs(session)), total
