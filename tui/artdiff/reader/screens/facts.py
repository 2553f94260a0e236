"""The fact table: a list that can be sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from artdiff.reader.commands import Where
from artdiff.reader.screens.listed import ListScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from artdiff.reader.commands import Command
    from artdiff.reader.listed import Rows
    from artdiff.reader.palettes import Palette


class FactScreen(ListScreen):
    """Asks for a fact; answers with its index, or None.

    Args:
        commands: the whole table.
        rows: all there are.
        palette: the colours.
        orders: the rows' indices in the orders that they can be sorted by.
    """

    PARTS: ClassVar[tuple[Where, ...]] = (Where.FACTS, Where.LIST)

    def __init__(
        self, commands: Sequence[Command], rows: Rows, palette: Palette, orders: Sequence[Sequence[int]]
    ) -> None:
        super().__init__(commands, rows, 0, palette)
        self.list.order(orders)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what the table does."""
        return {**super().actions(), "sort facts": self.list.sort}

    def foot(self) -> str:
        """Return the keys that stand in the lower edge."""
        return f"{self.key_of('sort facts')} sorts · {super().foot()}"
