"""The first line and the last: where the reviewer is, and the keys that are useful next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artdiff.reader.commands import key_name
from artdiff.reader.strips import Piece, line, width_of_all
from artdiff.reader.theme import Ground, Ink, style_of, verdict_style
from artdiff.reader.widgets.painted import Painted
from artdiff.reader.words import FooterWords, TitleWords
from artdiff.reports.marking import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.strip import Strip

    from artdiff.engine.values import Verdict
    from artdiff.reader.commands import Command
    from artdiff.reader.palettes import Palette

ROOMY: Final = 110
"""From this width on counts are written out."""
BAR: Final = 16
"""Cells of the progress bar."""


class TitleBar(Painted[TitleWords]):
    """The first line."""

    def paint(self, content: TitleWords, palette: Palette, width: int, height: int) -> Sequence[Strip]:
        """Return the line."""
        del height
        faint, strong = (style_of(palette, ink, Ground.BAR) for ink in (Ink.FAINT, Ink.STRONG))
        head = Piece(" artdiff ", style_of(palette, Ink.ACCENT, Ground.BAR))
        left = [head, Piece("  ", faint), Piece(content.story, strong), Piece(content.detail, faint)]
        right = [piece for count in content.counts for piece in _count(*count, palette, roomy=width >= ROOMY)]
        right += _decided(content, palette, roomy=width >= ROOMY)
        return [line(left, width, faint, [Piece("  ", faint), *right] if right else ())]


def _count(verdict: Verdict, count: int, palette: Palette, *, roomy: bool) -> Iterator[Piece]:
    style = verdict_style(palette, verdict, Ground.BAR) if count else style_of(palette, Ink.FAINT, Ground.BAR)
    yield Piece(f"{SIGNS[verdict]} {count} {verdict}  " if roomy else f"{SIGNS[verdict]}{count} ", style)


def _decided(content: TitleWords, palette: Palette, *, roomy: bool) -> Iterator[Piece]:
    done, total = content.decided
    if content.allowed:
        words = f" {content.allowed} never flagged  " if roomy else f"⊘{content.allowed} "
        yield Piece(words, style_of(palette, Ink.FAINT, Ground.BAR))
    if total:
        style = style_of(palette, Ink.STRONG if done else Ink.FAINT, Ground.BAR)
        yield Piece(f" {done}/{total} decided " if roomy else f" {done}/{total} ", style)
    if content.filter:
        yield Piece(f" only {content.filter} ", style_of(palette, Ink.STRONG, Ground.SHOWN))
    if content.unsaved:
        words = f" NOT SAVED: {content.unsaved} " if roomy else " NOT SAVED "
        yield Piece(words, style_of(palette, Ink.STRONG, Ground.CURSOR))


class Footer(Painted[FooterWords]):
    """The last line."""

    def __init__(self, name: str, commands: Sequence[Command]) -> None:
        super().__init__(name)
        self._commands = [command for command in commands if command.label and command.keys]
        self._stopping = next((command for command in commands if command.name == "stop work"), None)
        self.is_brief = False

    def paint(self, content: FooterWords, palette: Palette, width: int, height: int) -> Sequence[Strip]:
        """Return the line."""
        del height
        faint, accent = (style_of(palette, ink, Ground.BAR) for ink in (Ink.FAINT, Ink.ACCENT))
        status = content.status or (content.brief if self.is_brief else "")
        stopping = self._stopping if content.working else None
        right = [*_working(content, palette, stopping), *([Piece(f" {status} ", accent)] if status else ())]
        room = width - width_of_all(right)
        return [line(_keys(self._commands, palette, room), width, faint, right)]


def _working(content: FooterWords, palette: Palette, stopping: Command | None) -> Iterator[Piece]:
    if content.working:
        filled = round(BAR * content.share)
        yield Piece(f" {content.working} ", style_of(palette, Ink.TEXT, Ground.BAR))
        yield Piece("━" * filled, style_of(palette, Ink.ACCENT, Ground.BAR))
        yield Piece("─" * (BAR - filled) + " ", style_of(palette, Ink.FAINT, Ground.BAR))
    if stopping is not None and stopping.keys:
        yield Piece(key_name(stopping.keys[0]), style_of(palette, Ink.ACCENT, Ground.BAR))
        yield Piece(" goes on " if content.stopped else " stops ", style_of(palette, Ink.FAINT, Ground.BAR))


def _keys(labelled: Sequence[Command], palette: Palette, room: int) -> list[Piece]:
    """Return the most useful keys, as many as fit, in the order of the table of commands."""
    fitting: set[str] = set()
    room -= 1
    for command in sorted(labelled, key=lambda command: command.rank):
        room -= width_of_all(_key(command, palette))
        if room >= 0:
            fitting.add(command.name)
    pieces = (piece for command in labelled if command.name in fitting for piece in _key(command, palette))
    return [Piece(" ", style_of(palette, Ink.FAINT, Ground.BAR)), *pieces]


def _key(command: Command, palette: Palette) -> tuple[Piece, Piece]:
    faint, accent = (style_of(palette, ink, Ground.BAR) for ink in (Ink.FAINT, Ink.ACCENT))
    return Piece(key_name(command.keys[0]), accent), Piece(f" {command.label}  ", faint)
