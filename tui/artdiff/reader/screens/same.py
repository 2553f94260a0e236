"""Asks before the same departure is decided everywhere, and says in how many places that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.reviews.decision import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class SameScreen(ModalScreen["Ruling | None"]):
    """Asks for a ruling; answers None where nothing is to be decided.

    Args:
        question: what is decided, and how often it stands there.
        places: the documents that it stands in, a line each.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", f"decide({Ruling.CONFIRMED.value!r})", show=False),
        Binding("x", f"decide({Ruling.DISMISSED.value!r})", show=False),
        Binding("s", f"decide({Ruling.UNSURE.value!r})", show=False),
        Binding("escape,q,n", "leave", show=False),
    ]

    def __init__(self, question: str, places: Iterable[str]) -> None:
        super().__init__()
        keys = "c confirms all · x dismisses all · s unsure of all · Esc decides nothing"
        self._words = Content("\n").join(
            [Content.styled(question, "bold"), *(Content(f"  {place}") for place in places), Content(""), Content(keys)]
        )

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        yield Vertical(Static(self._words), id="same", classes="asking")

    def action_decide(self, ruling: str) -> None:
        """Answer with a ruling."""
        self.dismiss(Ruling(ruling))

    def action_leave(self) -> None:
        """Answer that nothing is decided."""
        self.dismiss(None)
