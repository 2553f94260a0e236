"""The base of widgets that paint values: content goes down, strips come out, nothing is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from textual.strip import Strip
from textual.widget import Widget

from artdiff.reader.theme import Ink, style_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artdiff.reader.palettes import Palette

T = TypeVar("T")


class Painted(Widget, Generic[T]):
    """Paints one value after another, and again only what is another than before."""

    ALLOW_SELECT = False

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._shown: tuple[T, Palette] | None = None
        self._strips: Sequence[Strip] = ()
        self._painted: tuple[int, int] | None = None

    def show(self, content: T, palette: Palette) -> None:
        """Paint a value."""
        if self._shown != (content, palette):
            self._shown = (content, palette)
            self._painted = None
            self.refresh()

    def paint(self, content: T, palette: Palette, width: int, height: int) -> Sequence[Strip]:
        """Return a value as strips of exactly a width."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return the strip of a row."""
        if self._shown is None:
            return Strip.blank(self.size.width)
        if self._painted != self.size:
            self._painted = self.size
            self._strips = self.paint(*self._shown, *self.size)
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, style_of(self._shown[1], Ink.TEXT))
