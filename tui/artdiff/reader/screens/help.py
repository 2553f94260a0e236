"""The help page: all keys, from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.engine.values import Verdict
from artdiff.reader.commands import COMMANDS, Where, key_name
from artdiff.reader.marking import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

SIGNS_EXPLAINED = (
    (SIGNS[Verdict.ALTERED], "altered: the source says something else"),
    (SIGNS[Verdict.HALLUCINATED], "hallucinated: the source says nothing of it"),
    (SIGNS[Verdict.GENERALISED], "generalised: true but vaguer"),
    (SIGNS[Verdict.OMITTED], "omitted: only the source says it"),
    (SIGNS[Verdict.REPEATED], "repeated: a block of the variant said again"),
    ("≈", "rewritten: so much that a word diff would be noise"),
    ("↕", "moved: told out of the source's order"),
    ("↑", "a source paragraph that stands in full further up"),
)


class HelpScreen(ModalScreen[None]):
    """Shows the keys until any of its own closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "close", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._body = VerticalScroll(Static(help_words()), id="help")

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._body

    def action_scroll(self, by: int) -> None:
        """Scroll the page."""
        self._body.scroll_relative(y=by, animate=False)


def help_words() -> Content:
    """Return the help page's words."""
    return Content("\n").join(_lines())


def _lines() -> Iterator[Content]:
    for where in Where:
        yield Content.styled(where.value, "bold")
        for command in COMMANDS:
            if command.where is where:
                keys = "  ".join(map(key_name, command.keys))
                yield Content(f"  {keys:<20}{command.description}")
        yield Content("")
    yield Content.styled("Signs", "bold")
    for sign, meaning in SIGNS_EXPLAINED:
        yield Content(f"  {sign:<20}{meaning}")
