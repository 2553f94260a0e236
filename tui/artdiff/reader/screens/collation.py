"""All versions of a paragraph under one another, with what departs from the source marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from artdiff.reader.theme import Ink, look_style, style_of
from artdiff.reports.marking import Layers, in_a_row, marks_of, runs_of
from artdiff.reports.view import numbers
from artdiff.session.collation import versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style as RichStyle
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from artdiff.reader.palettes import Palette
    from artdiff.reports.marking import Run
    from artdiff.session.collation import Version
    from artdiff.session.state import Session


class CollationScreen(ModalScreen[None]):
    """Shows the versions until it is left; other paragraphs can be gone to.

    Args:
        session: the story that is shown.
        paragraph: index of the source's paragraph.
        palette: the colours.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,p,enter", "dismiss", show=False),
        Binding("n,right", "paragraph(1)", show=False),
        Binding("N,left", "paragraph(-1)", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, session: Session, paragraph: int, palette: Palette) -> None:
        super().__init__()
        self._session, self._paragraph, self._palette = session, paragraph, palette
        self._words = Static(self._content())
        self._body = VerticalScroll(self._words, id="collation", classes="asking")

    def compose(self) -> ComposeResult:
        """Lay the versions out."""
        yield self._body

    def action_paragraph(self, by: int) -> None:
        """Go to another paragraph of the source."""
        comparison = self._session.comparison
        last = len(comparison.outlines.source.paragraphs) - 1 if comparison else 0
        self._paragraph = max(0, min(self._paragraph + by, last))
        self._words.update(self._content())
        self._body.scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Scroll the page."""
        self._body.scroll_relative(y=by, animate=False)

    def _content(self) -> Content:
        title = Content.styled(f"All versions of ¶{self._paragraph + 1}", "bold")
        keys = Content.styled("n N: next and previous paragraph · Esc leaves", "dim")
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
