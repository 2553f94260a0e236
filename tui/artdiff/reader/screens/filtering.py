"""Asks what n walks: by verdict, kind, confidence, and whether it is decided."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.reports.marking import SIGNS
from artdiff.session.filter import VERDICTS, Filter, of_next_kind, stricter, toggled
from artdiff.session.state import walked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from artdiff.session.state import Session

STEPS: Final[dict[str, Callable[[Filter], Filter]]] = {
    **{f"{number}": partial(toggled, verdict=verdict) for number, verdict in enumerate(VERDICTS, 1)},
    "k": partial(of_next_kind, by=1),
    "K": partial(of_next_kind, by=-1),
    "plus,equals_sign": partial(stricter, steps=1),
    "minus": partial(stricter, steps=-1),
    "u": lambda one: replace(one, undecided=not one.undecided),
    "0": lambda _: Filter(),
}
"""What the keys do to the filter."""


class FilterScreen(ModalScreen["Filter | None"]):
    """Lets a filter be chosen; answers None where it stays as it was.

    Args:
        session: what is walked now, to count what would be.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, f"change({keys!r})", show=False) for keys in STEPS),
        Binding("enter,f", "take", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._filter = session.filter
        self._words = Static(self._lines())

    def compose(self) -> ComposeResult:
        """Lay the choices out."""
        yield VerticalScroll(self._words, id="filtering", classes="asking")

    def action_change(self, keys: str) -> None:
        """Change the filter."""
        self._filter = STEPS[keys](self._filter)
        self._words.update(self._lines())

    def action_take(self) -> None:
        """Answer with the filter."""
        self.dismiss(self._filter)

    def action_leave(self) -> None:
        """Answer that nothing changes."""
        self.dismiss(None)

    def _lines(self) -> Content:
        return Content("\n").join(self._choices())

    def _choices(self) -> Iterator[Content]:
        one = self._filter
        count = len(walked(replace(self._session, filter=one)).stops)
        yield Content.styled(f"Findings to walk: {count} in this story", "bold")
        for number, verdict in enumerate(VERDICTS, 1):
            sign = "☑" if verdict in one.verdicts else "☐"
            yield Content(f"  {number}    {sign} {SIGNS[verdict]} {verdict}")
        yield Content(f"  k K  kind: {one.kind or 'any'}")
        yield Content(f"  + -  confidence: {one.level * 100:.0f} % or more")
        yield Content(f"  u    {'☑' if one.undecided else '☐'} undecided only")
        yield Content("  0    altered and hallucinated, as at the beginning")
        yield Content.styled("Enter takes it · Esc leaves it as it was", "dim")
