"""The words of title, list, panel and footer, from a session: plain values that widgets paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.documents.document import Span
from artdiff.engine.values import FactKind, Pair, Side, Verdict
from artdiff.reader.commands import key_name
from artdiff.reports.marking import SIGNS, in_a_row
from artdiff.reports.view import paragraph_at
from artdiff.reviews.decision import Ruling
from artdiff.session.allowing import count_allowed
from artdiff.session.counting import decided, findings
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artdiff.engine.values import Comparison, Finding, Outline
    from artdiff.reader.commands import Command
    from artdiff.reviews.decision import Decision
    from artdiff.session.state import Place, Session, Stop
    from artdiff.stories.story import Story

RULING_SIGNS: Final = {Ruling.CONFIRMED: "✓", Ruling.DISMISSED: "✗", Ruling.UNSURE: "?"}
CONTEXT: Final = 300
"""Code points around a finding's words that the panel may show."""
_WELCOME: Final = (
    "No article here yet.",
    "Put an article and its rewrites into one folder, as .txt or .md files, and open it:",
    "artdiff FOLDER        or, for just two files,        artdiff ORIGINAL REWRITE",
    "artdiff groups the files into stories and walks you through what each rewrite got wrong.",
    "{quit} leaves, {help} shows the keys.",
)


class TitleWords(NamedTuple):
    """What the first line says.

    Attributes:
        counts: of the comparison shown; empty while there is none.
        decided: how many of the story's findings, of how many.
        unsaved: why decisions are not saved; "" while they are.
        filter: what is walked, where it is not the usual; else "".
        allowed: how many findings of the comparison shown are let through for being never flagged.
    """

    story: str
    detail: str
    counts: tuple[tuple[Verdict, int], ...]
    decided: tuple[int, int] = (0, 0)
    unsaved: str = ""
    filter: str = ""
    allowed: int = 0


class Quote(NamedTuple):
    """A finding's words on one side with what stands around them; no words where nothing corresponds."""

    label: str
    before: str
    words: str
    after: str


class FindingWords(NamedTuple):
    """What the panel says of a finding.

    Attributes:
        ruling: with its sign; "" while it is undecided.
        said: who decided when and with what note, or what was decided before the text changed; "" for nothing.
        elsewhere: the names of the story's other variants that have the same departure.
    """

    position: str
    verdict: Verdict
    kind: FactKind
    confidence: str
    copies: str
    quotes: tuple[Quote, ...]
    reason: str
    ruling: str = ""
    said: str = ""
    elsewhere: tuple[str, ...] = ()


class FooterWords(NamedTuple):
    """What the last line says beside the keys.

    Attributes:
        working: what is being done, "" where nothing takes long.
        share: how much of it is done, 0 to 1.
        brief: the finding in a few words, for a screen too low for the panel.
        stopped: it was stopped and can be gone on with.
    """

    status: str
    working: str
    share: float
    brief: str
    stopped: bool = False


def welcome(commands: Iterable[Command]) -> tuple[str, ...]:
    """Return five lines for a reader that has nothing to read, with the keys that hold."""
    keys = {command.name: key_name(command.keys[0]) for command in commands if command.keys}
    named = {name: keys.get(name, keys.get("palette", "")) for name in ("quit", "help")}
    return (*_WELCOME[:-1], _WELCOME[-1].format(**named))


def title_words(session: Session) -> TitleWords:
    """Return what is open and what was found in it."""
    story = session.current_story
    if story is None:
        count = len(session.documents)
        detail = f"{count} document{'s' * (count != 1)}" if count else ""
        return TitleWords("", detail, (), unsaved=visible_line(session.unsaved))
    counts = session.counts.get(session.pair) if session.pair else None
    verdicts = (Verdict.ALTERED, Verdict.HALLUCINATED, Verdict.OMITTED)
    shown = tuple(zip(verdicts, counts[:3] if counts else (), strict=False))
    share = decided(session), findings(session)
    unsaved, allowed = visible_line(session.unsaved), count_allowed(session, session.pair)
    return TitleWords(visible_line(story.title), "", shown, share, unsaved, session.filter.words, allowed)


def column_title(session: Session, side: Side) -> tuple[str, str]:
    """Return what stands above a column: the document's name, and its role and date."""
    story = session.current_story
    index = (story.source if story else 0) if side is Side.SOURCE else session.variant
    if index is None or not session.documents:
        return "", ""
    outline = session.outlines[index] if session.outlines else None
    details = [_role(story, side) if story else "", _by_hand(session, index), *(_details(outline) if outline else ())]
    return visible_line(session.documents[index].name), "".join(f" · {visible_line(one)}" for one in details if one)


def _by_hand(session: Session, document: int) -> str:
    if not session.by_hand:
        return ""
    from artdiff.session.mending import hand_words  # noqa: PLC0415  (not before the first frame)

    return hand_words(session, document)


def _role(story: Story, side: Side) -> str:
    if side is Side.VARIANT:
        return "variant"
    if not story.variants:
        return "alone in its story"
    return "source" if story.certain else "source uncertain"


def _details(outline: Outline) -> tuple[str, ...]:
    date = outline.date
    return (
        f"{date:%B} {date.day}, {date.year}" if date else "",
        "" if outline.language == "en" else "not English: only figures and words are compared",
    )


def panel_words(session: Session) -> FindingWords | str:
    """Return what the panel says: of the finding that the reviewer stands on, or why there is none."""
    stop, comparison = session.current, session.comparison
    if stop is None or comparison is None or session.pair is None or stop.variant != session.variant:
        return _no_finding(session)
    finding = stop.finding
    return FindingWords(
        f"{(session.stop or 0) + 1} of {len(session.stops)}",
        finding.verdict,
        finding.kind,
        f"{finding.confidence:.0%}".replace("%", " %"),
        _copies(comparison, stop),
        tuple(_quote(session, session.pair, comparison, finding, side) for side in reversed(Side)),
        visible_line(finding.reason),
        *_said(session, session.place_of(stop)),
        _elsewhere(session),
    )


def _elsewhere(session: Session) -> tuple[str, ...]:
    from artdiff.session.deciding import same  # noqa: PLC0415  (not before the first frame)

    others = dict.fromkeys(place.pair.variant for place in same(session))
    return tuple(visible_line(session.names[one]) for one in others if one != session.variant)


def _said(session: Session, place: Place) -> tuple[str, str]:
    """Return a finding's ruling with its sign, and all else that reviewers said of it."""
    decision, reviewed = session.decision_on(place), session.reviews.get(place.pair)
    if decision is not None:
        return _ruled(decision), _about(decision)
    old = reviewed.earlier.get(place.at) if reviewed else None
    return "", f"earlier: {_ruled(old)}, {_about(old)}; its words have changed since" if old else ""


def _ruled(decision: Decision) -> str:
    if decision.ruling is None:
        return ""
    ground = f" ({decision.ground})" if decision.ground else ""
    return f"{RULING_SIGNS[decision.ruling]} {decision.ruling}{ground}"


def _about(decision: Decision) -> str:
    note = f" · note: {visible_line(decision.note)}" if decision.note else ""
    return f"{visible_line(decision.who)}, {decision.when:%Y-%m-%d %H:%M} UTC{note}"


def _no_finding(session: Session) -> str:
    story = session.current_story
    if story is None:
        return ("Not read: stopped." if session.stopped else "Reading …") if session.documents else ""
    if session.pair is None:
        return visible_line(story.reason)
    if session.pair in session.failures:
        return f"This variant could not be compared: {visible_line(session.failures[session.pair])}"
    if session.comparison is None:
        is_waiting = session.stopped is None or session.stopped.shown != session.shown
        return "Comparing …" if is_waiting else "Not compared: stopped."
    allowed = count_allowed(session, session.pair)
    beside = f" {allowed} let through, for being never flagged here." if allowed else ""
    return f"Nothing altered or hallucinated was found in this variant.{beside} About the source: {visible_line(story.reason)}"


def _copies(comparison: Comparison, stop: Stop) -> str:
    original = stop.finding
    count = sum(
        finding.first_copy == original.spans.variant and finding.rule == original.rule
        for finding in comparison.findings
        if finding.first_copy
    )
    return f"also in its cop{'ies' if count > 1 else 'y'}" if count else ""


def _quote(session: Session, pair: Pair[int], comparison: Comparison, finding: Finding, side: Side) -> Quote:
    span = finding.spans.of(side)
    if span is None:
        return Quote(side.value, "", "", "nothing there corresponds")
    text, outline = session.documents[pair.of(side)].text, comparison.outlines.of(side)
    index = paragraph_at(outline, span.start)
    around = outline.paragraphs[index].span if outline.paragraphs else span
    start, end = max(around.start, span.start - CONTEXT), min(max(around.end, span.end), span.end + CONTEXT)
    parts = (Span(start, span.start), span, Span(span.end, end))
    before, words, after = (in_a_row(part.of(text)) for part in parts)
    return Quote(f"{side.value} ¶{index + 1}", before, words, after)


def footer_words(session: Session) -> FooterWords:
    """Return what the last command said, and what is still being done."""
    working, share, is_stopped = _working(session) if session.slow or session.stopped is not None else ("", 0.0, False)
    panel = panel_words(session)
    brief = panel if isinstance(panel, str) else f"{panel.position} {SIGNS[panel.verdict]} {panel.reason}"
    return FooterWords(visible_line(session.status), working, share, brief, is_stopped)


def _working(session: Session) -> tuple[str, float, bool]:
    """Return what is being done, how much of it is done, and whether it was stopped before all was."""
    from artdiff.session.answers import has_more, progress  # noqa: PLC0415  (not before the first frame)

    done, total = progress(session)
    is_stopped = session.stopped is not None and done < total
    if not is_stopped and not has_more(session, (done, total)):
        return "", 0.0, False
    work = "comparing" if session.stories else "reading"
    return f"{'stopped ' * is_stopped}{work} {done} of {total}", done / max(1, total), is_stopped
