"""What commands do to the session: pure functions from one session to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artdiff.engine.values import FLAGGED, Pair
from artdiff.session.state import Looked, standing, walked
from artdiff.settings import Layout

if TYPE_CHECKING:
    from artdiff.session.facts import FactCell, FactRow
    from artdiff.session.state import Session


def next_finding(session: Session) -> Session:
    """Go to the next stop of the story, from the last to the first with a word."""
    return _step(session, 1)


def previous_finding(session: Session) -> Session:
    """Go to the stop before, from the first to the last with a word."""
    return _step(session, -1)


def _step(session: Session, by: int) -> Session:
    count = len(session.stops)
    if not count:
        waiting = "no finding yet: still comparing"
        nothing = "nothing altered or hallucinated in this story"
        if session.filter.words:
            nothing = f"nothing in this story is {session.filter.words}"
        return replace(session, status=waiting if _is_waiting(session) else nothing)
    target = _from_here(session, by)
    status = "" if 0 <= target < count else "from the first again" if by > 0 else "from the last again"
    target %= count
    return replace(session, stop=target, variant=session.stops[target].variant, status=status, moved=True)


def _from_here(session: Session, by: int) -> int:
    """Return the stop to go to, which may lie one outside; where the reviewer stands on none, the nearest onwards."""
    if session.stop is not None:
        return session.stop + by
    story = session.current_story
    order = (story.source, *story.variants) if story else ()
    here = order.index(session.variant) if session.variant in order else 0
    before = sum(order.index(stop.variant) <= here for stop in session.stops)
    return before if by > 0 else before - 1


def _is_waiting(session: Session) -> bool:
    story = session.current_story
    return story is None or any(not is_answered(session, Pair(story.source, variant)) for variant in story.variants)


def go_to_stop(session: Session, at: int) -> Session:
    """Go to a stop of the story."""
    return replace(session, stop=at, variant=session.stops[at].variant, moved=True)


def look_at_fact(session: Session, fact: FactRow) -> Session:
    """Go to a fact of the table: to the finding of the first rewrite that has it wrong, else to its place in the source."""
    story = session.current_story
    if story is None:
        return session
    for variant, cell in sorted(zip(story.variants, fact.cells, strict=True), key=_gravity):
        stop = next((at for at, one in enumerate(session.stops) if (one.variant, one.at) == (variant, cell.at)), None)
        if stop is not None:
            return go_to_stop(session, stop)
    if fact.span is None:
        return replace(session, status="the filter keeps this fact out of what is walked")
    return replace(session, looked=Looked(story.source, fact.span), moved=True)


def _gravity(row: tuple[int, FactCell]) -> bool:
    return row[1].verdict not in FLAGGED


def stand_on(session: Session, finding: int) -> Session:
    """Go to a finding of the variant shown, by its place in the comparison; what n does not walk has only a word."""
    stop = next(
        (at for at, one in enumerate(session.stops) if (one.variant, one.at) == (session.variant, finding)), None
    )
    if stop is not None:
        return replace(session, stop=stop, status="", moved=True)
    reason = session.comparison.findings[finding].reason if session.comparison else ""
    return replace(session, status=reason)


def is_answered(session: Session, pair: Pair[int]) -> bool:
    """Say whether a comparison is there, or will never be."""
    return pair in session.comparisons or pair in session.failures


def next_variant(session: Session) -> Session:
    """Show the story's next variant, from the last on the first."""
    return _other_variant(session, 1)


def previous_variant(session: Session) -> Session:
    """Show the variant before, from the first on the last."""
    return _other_variant(session, -1)


def _other_variant(session: Session, by: int) -> Session:
    story = session.current_story
    variants = story.variants if story else ()
    if variants in {(), (session.variant,)}:
        return replace(session, status="this story has no other variant")
    if session.variant is None:
        return show(session, session.story, variants[0 if by > 0 else -1])
    return show(session, session.story, variants[(variants.index(session.variant) + by) % len(variants)])


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
    """Show a variant of a story, or with None its source by itself, and stand on its first finding."""
    search = session.search if story == session.story else None
    shown = replace(session, story=story, variant=variant, stop=None, search=search, status="", moved=True)
    return standing(walked(shown) if story != session.story else shown)


def toggle_omissions(session: Session) -> Session:
    """Fold or unfold the source's paragraphs that the variant leaves out."""
    word = "folded" if session.omissions_shown else "shown"
    return replace(session, omissions_shown=not session.omissions_shown, status=f"omitted paragraphs {word}")


def toggle_agreeing(session: Session) -> Session:
    """Fold or unfold what agrees."""
    word = "shown" if session.agreeing_folded else "folded"
    return replace(session, agreeing_folded=not session.agreeing_folded, status=f"what agrees is {word}")


def toggle_source(session: Session) -> Session:
    """Show the source by itself in its own order, or both sides again."""
    if session.variant is None:
        return replace(session, status="this is the source by itself already")
    word = "both sides" if session.source_only else "the source in its own order, and what became of it"
    return replace(session, source_only=not session.source_only, status=word)


def toggle_word_diff(session: Session) -> Session:
    """Show or hide the word diff; marks of findings stay."""
    word = "off" if session.word_diff_shown else "on"
    return replace(session, word_diff_shown=not session.word_diff_shown, status=f"word diff {word}")


def toggle_layout(session: Session, *, stacked: bool) -> Session:
    """Stack the sides, or set them side by side, whichever they are not."""
    layout = Layout.SIDE_BY_SIDE if stacked else Layout.STACKED
    return replace(session, layout=layout, status=layout.value)
