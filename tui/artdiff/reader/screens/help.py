"""The help page: all keys, from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.engine.values import Verdict
from artdiff.reader.commands import Where, key_name
from artdiff.reader.words import RULING_SIGNS
from artdiff.reports.marking import SIGNS
from artdiff.reviews.decision import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from artdiff.reader.commands import Command

WIDE: Final = 136
"""From this width on there are two columns."""
SIGNS_EXPLAINED: Final = (
    (SIGNS[Verdict.ALTERED], "altered: the source says something else"),
    (SIGNS[Verdict.HALLUCINATED], "hallucinated: the source says nothing of it"),
    (SIGNS[Verdict.GENERALISED], "generalised: true but vaguer"),
    (SIGNS[Verdict.OMITTED], "omitted: only the source says it"),
    (SIGNS[Verdict.REPEATED], "repeated: a block of the variant said again"),
    ("≈", "rewritten: so much that a word diff would be noise"),
    ("↕", "moved: told out of the source's order"),
    ("↑", "a source paragraph that stands in full further up"),
    (RULING_SIGNS[Ruling.CONFIRMED], "confirmed: the rewrite is wrong"),
    (RULING_SIGNS[Ruling.DISMISSED], "dismissed: a false alarm"),
    (RULING_SIGNS[Ruling.UNSURE], "unsure"),
    ("✔", "signed off"),
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

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        columns = (
            Static(help_words(commands, *part))
            for part in ((Where.FINDINGS, Where.DECISIONS, Where.STORIES), (Where.VIEW, Where.EVERYWHERE))
        )
        self._body = VerticalScroll(*columns, id="help")

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._body

    def on_resize(self, event: Resize) -> None:
        """Set two columns where there is room for them."""
        self.set_class(event.size.width >= WIDE, "wide")

    def action_scroll(self, by: int) -> None:
        """Scroll the page."""
        self._body.scroll_relative(y=by, animate=False)


def help_words(commands: Sequence[Command], *parts: Where) -> Content:
    """Return the words of some parts of the help page, the signs behind the last."""
    return Content("\n").join([*_keys(commands, parts), *(_signs() if Where.EVERYWHERE in parts else ())])


def _keys(commands: Sequence[Command], parts: Iterable[Where]) -> Iterator[Content]:
    for where in parts:
        yield Content.styled(where.value, "bold")
        for command in commands:
            if command.where is where:
                keys = "  ".join(map(key_name, command.keys))
                yield Content(f"  {keys:<19}{command.description}")
        yield Content("")


def _signs() -> Iterator[Content]:
    yield Content.styled("Signs", "bold")
    for sign, meaning in SIGNS_EXPLAINED:
        yield Content(f"  {sign:<4}{meaning}")
