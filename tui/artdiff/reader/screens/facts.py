"""The fact table: a list that can be sorted, of what rewrites departed from or of all facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from artdiff.reader.commands import Where
from artdiff.reader.fact_rows import rows_of
from artdiff.reader.screens.listed import ListScreen
from artdiff.session.facts import FactRow, fact_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from artdiff.reader.commands import Command
    from artdiff.reader.listed import Rows
    from artdiff.reader.palettes import Palette
    from artdiff.session.state import Session


class FactScreen(ListScreen):
    """Asks for a fact; answers with its index among `facts`, or None.

    Args:
        commands: the whole table.
        session: the story that is shown.
        palette: the colours.

    Attributes:
        facts: the rows that are shown.
    """

    PARTS: ClassVar[tuple[Where, ...]] = (Where.FACTS, Where.LIST)

    def __init__(self, commands: Sequence[Command], session: Session, palette: Palette) -> None:
        self._session, self._everything, self._first = session, False, 0
        self.facts: tuple[FactRow, ...] = fact_rows(session)
        super().__init__(commands, self._rows(), 0, palette)
        self.list.order(_orders(self.facts))

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what the table does."""
        return {
            **super().actions(),
            "sort facts": self.list.sort,
            "all facts": self._turn,
            "next column": partial(self._scroll, 1),
            "previous column": partial(self._scroll, -1),
        }

    def foot(self) -> str:
        """Return the keys that stand in the lower edge."""
        words = {"sort facts": "sorts", "all facts": "what all keep", "next column": "other rewrites"}
        return " · ".join([*(f"{self.key_of(name)} {what}" for name, what in words.items()), super().foot()])

    def renew(self, session: Session) -> None:
        """Show what has come since."""
        if session.facts is not self._session.facts or session.comparisons is not self._session.comparisons:
            self._session = session
            self._make()

    def _turn(self) -> None:
        self._everything = not self._everything
        self._make()

    def _scroll(self, by: int) -> None:
        story = self._session.current_story
        self._first = max(0, min(self._first + by, len(story.variants) - 1)) if story else 0
        self.list.take(self._rows())

    def _make(self) -> None:
        self.facts = fact_rows(self._session, everything=self._everything)
        self.list.take(self._rows())
        self.list.order(_orders(self.facts))

    def _rows(self) -> Rows:
        story = self._session.current_story
        is_read = story is None or story.source in self._session.facts
        remark = "" if is_read or not self._everything else " (the source's facts are being read)"
        return rows_of(self._session, self.facts, self._first, remark)


def _orders(facts: Sequence[FactRow]) -> tuple[Sequence[int], ...]:
    """Return the rows with what most rewrites have wrong first, by their place, and by kind."""
    rows = range(len(facts))
    return sorted(rows, key=lambda at: -facts[at].wrong), rows, sorted(rows, key=lambda at: facts[at].kind)
