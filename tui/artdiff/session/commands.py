"""What commands do to the session: pure functions from one session to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.engine.values import Pair
from artdiff.session.state import Layout, settled

if TYPE_CHECKING:
    from artdiff.engine.values import Comparison, Outline
    from artdiff.session.state import Session
    from artdiff.stories.story import Story


def next_finding(session: Session) -> Session:
    """Go to the next stop of the story, from the last to the first with a word."""
    return _step(session, 1)


def previous_finding(session: Session) -> Session:
    """Go to the stop before, from the first to the last with a word."""
    return _step(session, -1)


def _step(session: Session, by: int) -> Session:
    count = len(session.stops)
    if not count:
        left = _missing(session)
        status = (
            "no finding yet: still comparing" if left else "nothing altered or hallucinated in this story"
        )
        return replace(session, status=status)
    target = _from_here(session, by)
    wrapped = not 0 <= target < count
    words = ("from the top again" if by > 0 else "from the end again") if wrapped else ""
    target %= count
    return replace(session, stop=target, variant=session.stops[target].variant, status=words, moved=True)


def _from_here(session: Session, by: int) -> int:
    """Return the index of the stop to go to, which may lie one outside; without a place, that of this variant."""
    if session.stop is not None:
        return session.stop + by
    stops = session.stops
    if by > 0:
        return next((at for at, stop in enumerate(stops) if stop.variant == session.variant), 0)
    return next(
        (at for at in reversed(range(len(stops))) if stops[at].variant == session.variant), len(stops) - 1
    )


def _missing(session: Session) -> bool:
    story = session.current_story
    return story is None or any(
        Pair(story.source, variant) not in session.comparisons
        and Pair(story.source, variant) not in session.failures
        for variant in story.variants
    )


def next_variant(session: Session) -> Session:
    """Show the story's next variant."""
    return _other_variant(session, 1)


def previous_variant(session: Session) -> Session:
    """Show the variant before."""
    return _other_variant(session, -1)


def _other_variant(session: Session, by: int) -> Session:
    story = session.current_story
    if story is None or len(story.variants) < 2 or session.variant is None:
        return replace(session, status="this story has no other variant")
    at = (story.variants.index(session.variant) + by) % len(story.variants)
    return show(session, session.story, story.variants[at])


def next_story(session: Session) -> Session:
    """Show the next story, from the last on the first."""
    return _other_story(session, 1)


def previous_story(session: Session) -> Session:
    """Show the story before, from the first on the last."""
    return _other_story(session, -1)


def _other_story(session: Session, by: int) -> Session:
    if len(session.stories) < 2:
        return replace(session, status="there is no other story")
    at = (session.story + by) % len(session.stories)
    return show(session, at, next(iter(session.stories[at].variants), None))


def show(session: Session, story: int, variant: int | None) -> Session:
    """Show a variant of a story, or a story's only document, and stand on its first finding."""
    shown = replace(session, story=story, variant=variant, stop=None, status="", moved=True)
    first = next((at for at, stop in enumerate(shown.stops) if stop.variant == variant), None)
    return replace(shown, stop=first)


def take_as_source(session: Session) -> Session:
    """Make the variant shown the source of its story; the old source becomes a variant."""
    story = session.current_story
    if story is None or session.variant is None:
        return replace(session, status="there is no variant to take as the source")
    members = sorted((story.source, *story.variants))
    changed = replace(
        story,
        title=session.outlines[session.variant].title if session.outlines else story.title,
        source=session.variant,
        variants=tuple(member for member in members if member != session.variant),
        reason="You took this document as the source.",
        certain=True,
    )
    stories = (*session.stories[: session.story], changed, *session.stories[session.story + 1 :])
    name = session.documents[session.variant].name
    shown = show(replace(session, stories=stories), session.story, story.source)
    return replace(shown, status=f"{name} is the source now")


def toggle_omissions(session: Session) -> Session:
    """Fold or unfold the source's paragraphs that the variant leaves out."""
    word = "folded" if session.omissions_shown else "shown"
    return replace(session, omissions_shown=not session.omissions_shown, status=f"omitted paragraphs {word}")


def toggle_word_diff(session: Session) -> Session:
    """Show or hide the word diff; marks of findings stay."""
    word = "off" if session.word_diff_shown else "on"
    return replace(session, word_diff_shown=not session.word_diff_shown, status=f"word diff {word}")


def toggle_layout(session: Session, *, stacked: bool) -> Session:
    """Stack the sides, or set them side by side, whichever they are not."""
    layout = Layout.SIDE_BY_SIDE if stacked else Layout.STACKED
    return replace(session, layout=layout, status=layout)


def with_stories(session: Session, stories: tuple[Story, ...], outlines: tuple[Outline, ...]) -> Session:
    """Take in the stories that the worker found."""
    first = next(iter(stories), None)
    variant = next(iter(first.variants), None) if first else None
    return replace(session, stories=stories, outlines=outlines, story=0, variant=variant, stop=None)


def with_comparison(session: Session, documents: Pair[int], comparison: Comparison) -> Session:
    """Take in a comparison; the place stays with its finding, or is chosen while the reviewer has not moved."""
    current = session.current
    grown = replace(session, comparisons={**session.comparisons, documents: comparison})
    if not session.moved:
        return settled(grown)
    if current is not None:
        return replace(grown, stop=grown.stops.index(current))
    first = next((at for at, stop in enumerate(grown.stops) if stop.variant == grown.variant), None)
    return replace(grown, stop=first)


def with_failure(session: Session, documents: Pair[int], reason: str) -> Session:
    """Take in that a comparison could not be made."""
    name = session.documents[documents.variant].name
    failures = {**session.failures, documents: reason}
    return replace(session, failures=failures, status=f"{name} could not be compared: {reason}")


def wanted(session: Session) -> list[Pair[int]]:
    """Return the comparisons still to be made, what the reviewer looks at first."""
    here = session.pair
    pairs = [
        Pair(story.source, variant)
        for at, story in sorted(enumerate(session.stories), key=lambda row: row[0] != session.story)
        for variant in story.variants
    ]
    missing = [pair for pair in pairs if pair not in session.comparisons and pair not in session.failures]
    return sorted(missing, key=lambda pair: pair != here)
