"""What the reader asks before it acts: which screen it shows, and what the answer does to the session."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from artdiff.engine.values import Side
from artdiff.reports.view import paragraph_at
from artdiff.session import deciding, draft
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from artdiff.reader.app import Reader
    from artdiff.reader.layout import Place
    from artdiff.session.state import Place as Finding
    from artdiff.session.state import Session

T = TypeVar("T")


def ask_note(reader: Reader) -> None:
    """Ask for a note on the finding."""
    from artdiff.reader.screens.note import NoteScreen  # noqa: PLC0415  (seldom, and not before the first frame)

    session = reader.session
    place = deciding.here(session)
    if place is None:
        reader.change(replace(session, status="there is no finding here to note on"))
        return
    decision = session.decision_on(place)
    about = visible_line(deciding.words_of(session, place))
    reader.push_screen(
        NoteScreen(about, decision.note if decision else ""),
        _answered(reader, partial(_noted, place=place)),
    )


def _noted(session: Session, note: str, *, place: Finding) -> Session:
    return deciding.with_note(session, place, note)


def ask_same(reader: Reader) -> None:
    """Ask how to decide all findings of the same departure."""
    from artdiff.reader.screens.same import SameScreen  # noqa: PLC0415

    session = reader.session
    places = deciding.same(session)
    if len(places) < 2:
        words = "this departure stands nowhere else in the story" if places else "there is no finding here to decide"
        reader.change(replace(session, status=words))
        return
    counts = Counter(place.pair.variant for place in places)
    lines = [f"{visible_line(session.names[variant])}: {count}" for variant, count in counts.items()]
    about = visible_line(deciding.words_of(session, places[0]))
    question = f"{about} is the same departure in {len(places)} places of {len(counts)} variants."
    reader.push_screen(SameScreen(question, lines), _answered(reader, deciding.decide_same))


def ask_finding(reader: Reader, top: Place | None) -> None:
    """Ask for the words of a finding that was missed.

    Args:
        reader: shows the comparison.
        top: the paragraph at the top of the view.
    """
    from artdiff.reader.screens.adding import AddScreen  # noqa: PLC0415

    session = reader.session
    made = draft.drafted(session, *_paragraphs(session, top))
    if made is None:
        reader.change(replace(session, status="there is no comparison here to add to"))
        return
    reader.push_screen(AddScreen(made), _answered(reader, draft.added))


def _answered(reader: Reader, step: Callable[[Session, T], Session]) -> Callable[[T | None], None]:
    """Return what takes an answer in; no answer changes nothing."""

    def take(answer: T | None) -> None:
        if answer is not None:
            reader.run_step(lambda session: step(session, answer))

    return take


def _paragraphs(session: Session, top: Place | None) -> tuple[int, int | None]:
    """Return the paragraphs to begin with: of the finding stood on, else at the top of the view."""
    comparison, stop = session.comparison, session.current
    if comparison is None:
        return 0, None
    span = stop.finding.spans.variant if stop and stop.variant == session.variant else None
    if span is not None:
        variant = paragraph_at(comparison.outlines.variant, span.start)
    elif top is not None and top.side is Side.VARIANT:
        variant = top.paragraph
    else:
        source = top.paragraph if top else 0
        links = (link.paragraphs.variant[0] for link in comparison.links if source in link.paragraphs.source)
        variant = next(links, 0)
    links = (link.paragraphs.source[0] for link in comparison.links if variant in link.paragraphs.variant)
    return variant, next(links, None)
