"""The finding's panel: what was found, the words of both sides, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard

from rich.cells import set_cell_size
from textual.message import Message

from artdiff.reader.strips import BOTTOM, ELLIPSIS, TOP, Piece, cut, frame_line, frame_style, framed, line, strip
from artdiff.reader.theme import Ink, style_of, verdict_style
from artdiff.reader.widgets.painted import Painted
from artdiff.reader.wrapping import width_of, wrap
from artdiff.reports.marking import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.events import Click
    from textual.strip import Strip

    from artdiff.reader.palettes import Palette
    from artdiff.reader.words import FindingWords, Quote

LABEL: Final = 13
"""Cells for the side and the paragraph's number."""
BEFORE: Final = 0.45
"""The share of the room that may stand in front of a finding's words."""


NAMED: Final = 3
"""Other variants with the same departure that are named."""


class FindingPanel(Painted["FindingWords | str"]):
    """Paints a finding, or a plain sentence where there is none."""

    class Elsewhere(Message):
        """The other variants with the same departure were clicked."""

    def on_click(self, event: Click) -> None:
        """Ask for the next of the other variants that the upper edge names."""
        content = self._shown[0] if self._shown else ""
        if not event.y and not isinstance(content, str) and content.elsewhere and event.x > self.size.width // 2:
            self.post_message(self.Elsewhere())

    def paint(self, content: FindingWords | str, palette: Palette, width: int, height: int) -> Sequence[Strip]:
        """Return the panel in its frame, which has the colour of the verdict."""
        text, inner = style_of(palette, Ink.TEXT), max(0, width - 2)
        if isinstance(content, str):
            frame, title = frame_style(palette, focused=False), []
            rows = [Piece(row, text) for row in _wrapped(content, inner - 2, height - 2)]
            lines = [[Piece(" ", text), row] for row in rows]
        else:
            frame = verdict_style(palette, content.verdict)
            title = list(_title(content, palette))
            lines = list(_lines(content, palette, inner, height - 2))
        said = [Piece(f" {content.said} ", style_of(palette, Ink.FAINT))] if _is_told(content) else []
        elsewhere = list(_elsewhere(content, palette)) if not isinstance(content, str) else []
        top, bottom = frame_line(TOP, title, width, frame, elsewhere), frame_line(BOTTOM, said, width, frame)
        body = [line(pieces, inner, text) for pieces in (*lines, *([] for _ in range(height)))]
        return [strip(top, width), *framed(body[: height - 2], width, frame), strip(bottom, width)]


def _is_told(content: FindingWords | str) -> TypeGuard[FindingWords]:
    return not isinstance(content, str) and bool(content.said)


def _title(content: FindingWords, palette: Palette) -> Iterator[Piece]:
    text, verdict = style_of(palette, Ink.TEXT), verdict_style(palette, content.verdict)
    yield Piece(f" {content.position} ", style_of(palette, Ink.STRONG))
    yield Piece(f"· {SIGNS[content.verdict]} {content.verdict} ", verdict)
    details = [content.kind.value, content.confidence, *([content.copies] if content.copies else [])]
    yield Piece("".join(f"· {detail} " for detail in details), text)
    if content.ruling:
        yield Piece(f"· {content.ruling} ", style_of(palette, Ink.ACCENT))


def _elsewhere(content: FindingWords, palette: Palette) -> Iterator[Piece]:
    names = content.elsewhere
    if names:
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        yield Piece(f" = also in {', '.join(names[:NAMED])}{more} ", style_of(palette, Ink.TEXT))


def _lines(content: FindingWords, palette: Palette, width: int, height: int) -> Iterator[list[Piece]]:
    text = style_of(palette, Ink.TEXT)
    for quote in content.quotes:
        yield list(_quote(quote, palette, verdict_style(palette, content.verdict), width))
    for row in _wrapped(content.reason, width - 2, height - len(content.quotes)):
        yield [Piece(" ", text), Piece(row, text)]


def _quote(quote: Quote, palette: Palette, mark: Style, width: int) -> Iterator[Piece]:
    faint, text = style_of(palette, Ink.FAINT), style_of(palette, Ink.TEXT)
    label = set_cell_size(f" {quote.label}", LABEL) if width > 3 * LABEL else " "
    yield Piece(label, faint)
    if not quote.words:
        yield Piece(quote.after, style_of(palette, Ink.NOTE))
        return
    before, words, after = snippet(quote, width - width_of(label) - 1)
    yield Piece(before, text)
    yield Piece(f"[{words}]", mark)
    yield Piece(after, text)


def snippet(quote: Quote, width: int) -> tuple[str, str, str]:
    """Return a finding's words and as much around them as fits a row, both ends at words.

    Two cells of the width are left for the brackets.
    """
    room = max(0, width - 2)
    words = quote.words if width_of(quote.words) <= room else cut(quote.words, max(0, room - 1)) + ELLIPSIS
    room -= width_of(words)
    before_room = max(int(room * BEFORE), room - width_of(quote.after))
    before = _end(quote.before, before_room)
    after = _beginning(quote.after, room - width_of(before))
    # A joiner is measured by what stands beside it: together they may be wider than each by itself.
    while after and width_of(before + words + after) > max(0, width - 2):
        after = after[:-2] + ELLIPSIS if len(after) > 1 else ""
    return before, words, after


def _beginning(text: str, room: int) -> str:
    """Return the first words of a text that fit, with an ellipsis where there are more."""
    if width_of(text) <= room:
        return text
    row = wrap(f"x{text}", room)[0][1] - 1  # a space at the beginning stays behind something
    return f"{text[: max(0, row)]}{ELLIPSIS}" if room > 1 else ""


def _end(text: str, room: int) -> str:
    """Return the last words of a text that fit, with an ellipsis where there are more."""
    if width_of(text) <= room:
        return text
    words = text.split(" ")
    kept: list[str] = []
    left = room - 1
    while words and width_of(words[-1]) + 1 <= left:
        kept.append(words.pop())
        left -= width_of(kept[-1]) + 1
    return ELLIPSIS + " ".join(reversed(kept)) if kept else ""


def _wrapped(text: str, width: int, height: int) -> list[str]:
    """Return the rows of a sentence; what is too much leaves an ellipsis at the end of the last."""
    rows = wrap(text, width)
    kept = [text[start:end] for start, end in rows[:height]]
    if len(rows) > len(kept) > 0:
        kept[-1] = _beginning(text[rows[height - 1][0] :], width)
    return kept
