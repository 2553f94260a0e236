"""All versions of a paragraph under one another, with what departs from the source marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.style import Style
from textual.widgets import Static

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.theme import Ink, look_style, style_of
from artdiff.reports.marking import Layers, in_a_row, marks_of, runs_of
from artdiff.reports.view import numbers
from artdiff.session.collation import versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rich.style import Style as RichStyle
    from textual.app import ComposeResult

    from artdiff.reader.commands import Command
    from artdiff.reader.palettes import Palette
    from artdiff.reports.marking import Run
    from artdiff.session.collation import Version
    from artdiff.session.state import Session


class CollationScreen(Dialog[None]):
    """Shows the versions until it is left; other paragraphs can be gone to.

    Args:
        commands: the whole table.
        session: the story that is shown.
        paragraph: index of the source's paragraph.
        palette: the colours.
    """

    body: VerticalScroll
    PARTS: ClassVar[tuple[Where, ...]] = (Where.VERSIONS,)

    def __init__(self, commands: Sequence[Command], session: Session, paragraph: int, palette: Palette) -> None:
        super().__init__(commands)
        self._session, self._paragraph, self._palette = session, paragraph, palette
        self._words = Static(self._content())
        self.body = VerticalScroll(self._words, id="collation", classes="asking")

    def compose(self) -> ComposeResult:
        """Lay the versions out."""
        yield self.body

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what goes to another paragraph of the source."""
        return {"next paragraph": partial(self._go, 1), "previous paragraph": partial(self._go, -1)}

    def _go(self, by: int) -> None:
        comparison = self._session.comparison
        last = len(comparison.outlines.source.paragraphs) - 1 if comparison else 0
        self._paragraph = max(0, min(self._paragraph + by, last))
        self._words.update(self._content())
        self.body.scroll_home(animate=False)

    def _content(self) -> Content:
        title = Content.styled(f"All versions of ¶{self._paragraph + 1}", "bold")
        steps = f"{self.key_of('next paragraph')} {self.key_of('previous paragraph')}"
        keys = Content.styled(f"{steps}: next and previous paragraph · {self.key_of('leave')} leaves", "dim")
        shown = versions(self._session, self._paragraph)
        return Content("\n").join([title, keys, *(line for one in shown for line in self._version(one))])

    def _version(self, one: Version) -> Iterator[Content]:
        name = in_a_row(self._session.names[one.document])
        role = "source" if one.side.value == "source" else numbers(one.paragraphs)
        yield Content("")
        yield Content.styled(f"{name}  {role}".rstrip(), "bold")
        if one.pair is None:
            yield Content.styled("not compared yet", "dim italic")
        elif not one.paragraphs:
            yield Content.styled("− leaves it out", "dim italic")
        else:
            yield from (self._painted(one, index) for index in one.paragraphs)

    def _painted(self, one: Version, index: int) -> Content:
        comparison = self._session.comparisons[one.pair] if one.pair else None
        if comparison is None:
            return Content("")
        text = in_a_row(self._session.documents[one.document].text)
        span = comparison.outlines.of(one.side).paragraphs[index].span
        marks = marks_of(comparison, one.side).get(index, []) if one.side.value == "variant" else []
        return content_of(runs_of(text, span, Layers(marks)), self._palette)


def content_of(runs: list[Run], palette: Palette) -> Content:
    """Return runs as Textual shows them."""
    spans, at = [], 0
    for run in runs:
        if run.look.verdict is not None:
            style = look_style(palette, run.look)
            spans.append(Span(at, at + len(run.text), _textual(style, palette)))
        at += len(run.text)
    return Content("".join(run.text for run in runs), spans)


def _textual(style: RichStyle, palette: Palette) -> Style:
    """Return a style without the ground of the page, which the dialog has of its own."""
    page = style_of(palette, Ink.TEXT).bgcolor
    converted = Style.from_rich_style(style)
    return (
        Style(foreground=converted.foreground, bold=style.bold, italic=style.italic, underline=style.underline)
        if style.bgcolor == page
        else converted
    )
