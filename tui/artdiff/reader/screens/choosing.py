"""A dialog that changes a value step by step, shows it, and answers with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.containers import VerticalScroll
from textual.widgets import Static

from artdiff.reader.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from artdiff.reader.commands import Command

Value = TypeVar("Value")


class ChoosingScreen(Dialog["Value | None"], Generic[Value]):
    """Lets a value be made; answers None where it is left.

    Args:
        commands: the whole table.
        value: what it begins with.
        steps: what the commands do to the value.

    Attributes:
        NAME: of the body, for the style sheet.
        TAKE: the command that answers with the value.
    """

    NAME: ClassVar[str]
    TAKE: ClassVar[str]
    body: VerticalScroll

    def __init__(
        self, commands: Sequence[Command], value: Value, steps: Mapping[str, Callable[[Value], Value]]
    ) -> None:
        super().__init__(commands)
        self.value = value
        self._steps = steps
        self._words = Static()
        self.body = VerticalScroll(self._words, id=self.NAME, classes="asking")

    def compose(self) -> ComposeResult:
        """Lay what is chosen out."""
        self._words.update(self.content())
        yield self.body

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what changes the value, and what answers with it."""
        changes = {name: partial(self._change, step) for name, step in self._steps.items()}
        return {**changes, self.TAKE: lambda: self.dismiss(self.value)}

    def content(self) -> Content:
        """Return what the dialog says of the value."""
        raise NotImplementedError

    def _change(self, step: Callable[[Value], Value]) -> None:
        self.value = step(self.value)
        self._words.update(self.content())
