"""What the reader asks before it acts: which screen it shows, and what the answer does to the session."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from artdiff.engine.values import Side
from artdiff.errors import ArtdiffError
from artdiff.reader import listed
from artdiff.reports.view import paragraph_at
from artdiff.session import commands, deciding, draft, search
from artdiff.session.answers import progress
from artdiff.session.reporting import report_of
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artdiff.reader.app import Reader
    from artdiff.reader.layout import Place
    from artdiff.reports.checked import Report
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
        NoteScreen(reader.commands, about, decision.note if decision else ""),
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
    reader.push_screen(SameScreen(reader.commands, question, lines), _answered(reader, deciding.decide_same))


def ask_words(reader: Reader) -> None:
    """Ask for words to search for."""
    from artdiff.reader.screens.searching import SearchScreen  # noqa: PLC0415

    before = reader.session.search
    words = before.words if before else ""
    reader.push_screen(SearchScreen(reader.commands, words), _answered(reader, search.searched))


def ask_fact(reader: Reader) -> None:
    """Ask which fact of the table to go to; what all rewrites keep is asked of the worker."""
    from artdiff.reader.screens.facts import FactScreen  # noqa: PLC0415

    story = reader.session.current_story
    if story is None or not story.variants:
        reader.say("there is no rewrite here whose facts could be compared")
        return
    reader.backstage.read_facts(story.source)
    screen = FactScreen(reader.commands, reader.session, reader.palette)

    def go(now: Session, at: int) -> Session:
        return commands.look_at_fact(now, screen.facts[at])

    reader.push_screen(screen, _answered(reader, go))


def show_versions(reader: Reader, top: Place | None) -> None:
    """Show all versions of the source's paragraph."""
    from artdiff.reader.screens.collation import CollationScreen  # noqa: PLC0415

    session = reader.session
    if session.comparison is None:
        reader.change(replace(session, status="there is no comparison here"))
        return
    stop = session.current
    span = stop.finding.spans.source if stop and stop.variant == session.variant else None
    paragraph = paragraph_at(session.comparison.outlines.source, span.start) if span else _paragraphs(session, top)[1]
    reader.push_screen(CollationScreen(reader.commands, session, paragraph or 0, reader.palette))


def ask_filter(reader: Reader) -> None:
    """Ask what is to be walked."""
    from artdiff.reader.screens.filtering import FilterScreen  # noqa: PLC0415

    reader.push_screen(FilterScreen(reader.commands, reader.session), _answered(reader, deciding.filtered))


def ask_finding_of_list(reader: Reader) -> None:
    """Ask which finding to go to."""
    from artdiff.reader.screens.listed import ListScreen  # noqa: PLC0415

    session = reader.session
    if not session.stops:
        reader.change(replace(session, status="there is no finding to list"))
        return
    rows = listed.finding_rows(session)
    screen = ListScreen(reader.commands, rows, session.stop or 0, reader.palette)
    reader.push_screen(screen, _answered(reader, commands.go_to_stop))


def ask_report(reader: Reader) -> None:
    """Ask where a report is to be saved, and save it beside the screen."""
    from artdiff.reader.screens.saving import SavingScreen  # noqa: PLC0415

    session = reader.session
    if not session.stories:
        reader.change(replace(session, status="there is nothing to report yet"))
        return
    done, total = progress(session)
    missing = f"Compared so far: {done} of {total} variants; the rest will not be in it." if done < total else ""
    report, picture = (
        report_of(reader.backstage.timed(reader.session), str(reader.backstage.keeper.path)),
        reader.export_screenshot(),
    )

    def take(file: Path | None) -> None:
        if file is not None:
            reader.say(f"{visible_line(str(file))} is being written …")
            reader.run_worker(partial(_save, reader, file, report, picture), thread=True)

    reader.push_screen(SavingScreen(reader.commands, missing), take)


def _save(reader: Reader, file: Path, report: Report, picture: str) -> None:
    """Write a report, or the picture of the screen, and say so; on a thread of its own."""
    from artdiff.reports.saving import save, save_picture  # noqa: PLC0415

    words = f"{visible_line(str(file))} is written"
    try:
        if file.suffix.lower() == ".svg":
            save_picture(picture, file)
        else:
            save(report, file)
    except ArtdiffError as error:
        words = visible_line(str(error))
    reader.call_from_thread(reader.say, words)


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
    reader.push_screen(AddScreen(reader.commands, made), _answered(reader, draft.added))


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
