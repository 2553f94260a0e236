"""The words of bars, list and panel, from a session: plain text and spans, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reader.marking import ONE_LINE, SIGNS
from artdiff.reader.theme import bar_style, verdict_style
from artdiff.reader.widgets.stories import ListRow
from artdiff.session.state import counts_of
from artdiff.visible import visible_in_place, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artdiff.engine.values import Comparison, Finding, Outline
    from artdiff.reader.theme import Palette
    from artdiff.session.state import Session, Stop
    from artdiff.stories.story import Story

CONTEXT = 70
"""Code points shown on each side of a finding in the panel."""
WELCOME = (
    "artdiff found no text here.",
    "Put an article and its rewrites in one folder, as .txt or .md files,",
    "and open it:  artdiff FOLDER   or two files:  artdiff ORIGINAL REWRITE",
    "artdiff groups the files into stories and shows what each rewrite got wrong.",
    "Press q to leave, ? for the keys.",
)


def list_rows(session: Session) -> tuple[ListRow, ...]:
    """Return the list's lines: stories with their documents, before there are stories the documents."""
    if not session.stories:
        return tuple(
            ListRow(f"  {visible_line(document.name)}", "", 0, None, at == 0, title=False)
            for at, document in enumerate(session.documents)
        )
    return tuple(row for at in range(len(session.stories)) for row in _story_rows(session, at))


def _story_rows(session: Session, at: int) -> Iterator[ListRow]:
    story = session.stories[at]
    here = at == session.story
    first = next(iter(story.variants), None)
    size = str(1 + len(story.variants))
    yield ListRow(f"▾ {visible_line(story.title)}", size, at, first, shown=False, title=True)
    alone = here and session.variant is None
    role = "source" if story.certain else "source?"
    source = f"{'▸' if alone else ' '} {short_name(session, story.source)}"
    yield ListRow(source, role if story.variants else "", at, first, alone, title=False)
    for variant in story.variants:
        shown = here and variant == session.variant
        words = f"{'▸' if shown else ' '} {short_name(session, variant)}"
        yield ListRow(words, _counts(session, Pair(story.source, variant)), at, variant, shown, title=False)


def short_name(session: Session, index: int) -> str:
    """Return a document's name as the list shows it."""
    return visible_line(session.documents[index].name)


def _counts(session: Session, pair: Pair[int]) -> str:
    if pair in session.failures:
        return "failed"
    comparison = session.comparisons.get(pair)
    if comparison is None:
        return "…"
    counts = counts_of(comparison)
    return f"{counts.altered}≠ {counts.hallucinated}+"


def title_line(session: Session, palette: Palette) -> Text:
    """Return the first line: what is open and what was found in it."""
    line = Text(" artdiff ", bar_style(palette, accent=True), no_wrap=True, overflow="ellipsis", end="")
    story = session.current_story
    if story is None:
        return line.append(_opening(session), bar_style(palette))
    line.append(f"· {visible_line(story.title)}  ", bar_style(palette))
    if session.comparison is not None:
        counts = counts_of(session.comparison)
        for verdict, count in zip(
            (Verdict.ALTERED, Verdict.HALLUCINATED, Verdict.OMITTED), counts, strict=True
        ):
            line.append(f" {SIGNS[verdict]} {count} {verdict} ", verdict_style(palette, verdict))
    return line


def _opening(session: Session) -> str:
    count = len(session.documents)
    return f"· {count} {'document' if count == 1 else 'documents'}" if count else ""


def column_title(session: Session, palette: Palette, side: Side) -> Text:
    """Return what stands above a column: the document, its role and date."""
    story, style = session.current_story, bar_style(palette, accent=True)
    index = (story.source if story else 0) if side is Side.SOURCE else session.variant
    if index is None or not session.documents:
        return Text("", style, no_wrap=True, overflow="ellipsis", end="")
    line = Text(f" {short_name(session, index)}", style, no_wrap=True, overflow="ellipsis", end="")
    outline = session.outlines[index] if session.outlines else None
    role = "" if story is None else _role(story, side)
    date = f" · {outline.date:%B} {outline.date.day}, {outline.date.year}" if outline and outline.date else ""
    foreign = " · not English: figures and words only" if outline and outline.language != "en" else ""
    return line.append(f"{role}{date}{foreign}", bar_style(palette))


def _role(story: Story, side: Side) -> str:
    if side is Side.VARIANT:
        return " · variant"
    if not story.variants:
        return " · alone in its story"
    return " · source" if story.certain else " · source uncertain"


def panel(session: Session, palette: Palette) -> Text:
    """Return the finding's panel: what was found, both snippets, why."""
    stop, comparison = session.current, session.comparison
    text = Text(end="", style=bar_style(palette))
    if stop is None or comparison is None:
        return text.append(_no_finding(session))
    position = f"{(session.stop or 0) + 1} of {len(session.stops)}"
    finding = stop.finding
    text.append(f"{position} · ", bar_style(palette, accent=True))
    text.append(f"{SIGNS[finding.verdict]} {finding.verdict}", verdict_style(palette, finding.verdict))
    text.append(f" · {finding.kind} · {finding.confidence:.0%}{_copies(comparison, stop)}\n")
    for side in (Side.VARIANT, Side.SOURCE):
        text.append_text(_snippet(session, comparison, finding, side, palette)).append("\n")
    return text.append(visible_line(finding.reason))


def _no_finding(session: Session) -> str:
    story = session.current_story
    if story is None:
        return "reading …" if session.documents else ""
    if session.variant is None:
        return story.reason
    if session.pair in session.failures and session.pair is not None:
        return f"could not be compared: {visible_line(session.failures[session.pair])}"
    if session.comparison is None:
        return "comparing …"
    return (
        f"Nothing altered or hallucinated was found in this variant. The source: {visible_line(story.reason)}"
    )


def _copies(comparison: Comparison, stop: Stop) -> str:
    count = sum(
        finding.first_copy == stop.finding.spans.variant and finding.rule == stop.finding.rule
        for finding in comparison.findings
    )
    return f" · also in {count} {'copy' if count == 1 else 'copies'}" if count else ""


def _snippet(
    session: Session, comparison: Comparison, finding: Finding, side: Side, palette: Palette
) -> Text:
    span = finding.spans.of(side)
    label = f"{side:<8}"
    if span is None or session.pair is None:
        return Text(f"{label}   nothing corresponds", bar_style(palette))
    body = session.documents[session.pair.of(side)].text
    outline = comparison.outlines.of(side)
    number = paragraph_of(outline, span.start)
    around = outline.paragraphs[number].span
    start, end = max(around.start, span.start - CONTEXT), min(around.end, span.end + CONTEXT)
    line = Text(f"{label} ¶{number + 1}  ", bar_style(palette))
    line.append(f"{'…' if start > around.start else ''}{_words(body, start, span.start)}")
    line.append(f"[{_words(body, span.start, span.end)}]", verdict_style(palette, finding.verdict))
    return line.append(f"{_words(body, span.end, end)}{'…' if end < around.end else ''}")


def _words(body: str, start: int, end: int) -> str:
    return visible_in_place(body[start:end]).translate(ONE_LINE)


def paragraph_of(outline: Outline, offset: int) -> int:
    """Return the index of the paragraph that holds an offset, the last that begins before it."""
    return max((at for at, row in enumerate(outline.paragraphs) if row.span.start <= offset), default=0)


def status_line(session: Session, palette: Palette) -> Text:
    """Return the line above the footer: what the last command said, and what is still being done."""
    line = Text(" ", bar_style(palette), no_wrap=True, overflow="ellipsis", end="")
    if session.status:
        line.append(visible_line(session.status), bar_style(palette, accent=True)).append("  ")
    total = sum(len(story.variants) for story in session.stories)
    done = len(session.comparisons) + len(session.failures)
    if session.slow and session.stories and done < total:
        filled = 20 * done // total
        line.append(f"comparing {'█' * filled}{'░' * (20 - filled)} {done} of {total}")
    elif session.slow and not session.stories and session.documents:
        line.append("reading the documents …")
    return line
