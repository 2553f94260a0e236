"""Asks before the same departure is decided everywhere, and says in how many places that is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.reviews.decision import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command

RULINGS: Final = {
    "confirm all": (Ruling.CONFIRMED, "confirms all"),
    "dismiss all": (Ruling.DISMISSED, "dismisses all"),
    "unsure of all": (Ruling.UNSURE, "unsure of all"),
}


class SameScreen(Dialog["Ruling | None"]):
    """Asks for a ruling; answers None where nothing is to be decided.

    Args:
        commands: the whole table.
        question: what is decided, and how often it stands there.
        places: the documents that it stands in, a line each.
    """

    body: VerticalScroll
    PARTS: ClassVar[tuple[Where, ...]] = (Where.SAME,)

    def __init__(self, commands: Sequence[Command], question: str, places: Iterable[str]) -> None:
        super().__init__(commands)
        keys = [f"{self.key_of(name)} {words}" for name, (_, words) in RULINGS.items()]
        last = " · ".join([*keys, f"{self.key_of('leave')} decides nothing"])
        words = [Content.styled(question, "bold"), *(Content(f"  {place}") for place in places), Content("")]
        shown = Static(Content("\n").join([*words, Content(last)]))
        self.body = VerticalScroll(shown, id="same", classes="asking")

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        yield self.body

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what answers with a ruling."""
        return {name: partial(self.dismiss, ruling) for name, (ruling, _) in RULINGS.items()}
