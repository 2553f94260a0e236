"""Asks what n walks: by verdict, kind, confidence, and whether it is decided."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content

from artdiff.reader.commands import Where
from artdiff.reader.screens.choosing import ChoosingScreen
from artdiff.reports.marking import SIGNS
from artdiff.session.filter import VERDICTS, Filter, of_next_kind, stricter, toggled
from artdiff.session.state import walked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from artdiff.reader.commands import Command
    from artdiff.session.state import Session

STEPS: Final[dict[str, Callable[[Filter], Filter]]] = {
    **{f"filter {verdict}": partial(toggled, verdict=verdict) for verdict in VERDICTS},
    "filter next kind": partial(of_next_kind, by=1),
    "filter previous kind": partial(of_next_kind, by=-1),
    "filter surer": partial(stricter, steps=1),
    "filter less sure": partial(stricter, steps=-1),
    "filter undecided": lambda one: replace(one, undecided=not one.undecided),
    "filter reset": lambda _: Filter(),
}
"""What the commands do to the filter."""
KEYS: Final = 6
"""Cells for the keys of a choice."""


class FilterScreen(ChoosingScreen[Filter]):
    """Lets a filter be chosen; answers None where it stays as it was.

    Args:
        commands: the whole table.
        session: what is walked now, to count what would be.
    """

    NAME: ClassVar[str] = "filtering"
    TAKE: ClassVar[str] = "take filter"
    PARTS: ClassVar[tuple[Where, ...]] = (Where.FILTER,)

    def __init__(self, commands: Sequence[Command], session: Session) -> None:
        super().__init__(commands, session.filter, STEPS)
        self._session = session

    def content(self) -> Content:
        """Return the choices."""
        return Content("\n").join(self._choices())

    def _choices(self) -> Iterator[Content]:
        one = self.value
        count = len(walked(replace(self._session, filter=one)).stops)
        yield Content.styled(f"Findings to walk: {count} in this story", "bold")
        for verdict in VERDICTS:
            sign = "☑" if verdict in one.verdicts else "☐"
            yield self._choice((f"filter {verdict}",), f"{sign} {SIGNS[verdict]} {verdict}")
        yield self._choice(("filter next kind", "filter previous kind"), f"kind: {one.kind or 'any'}")
        level = f"confidence: {one.level * 100:.0f} % or more"
        yield self._choice(("filter surer", "filter less sure"), level)
        yield self._choice(("filter undecided",), f"{'☑' if one.undecided else '☐'} undecided only")
        yield self._choice(("filter reset",), "altered and hallucinated, as at the beginning")
        take, leave = self.key_of("take filter"), self.key_of("leave")
        yield Content.styled(f"{take} takes it · {leave} leaves it as it was", "dim")

    def _choice(self, names: tuple[str, ...], words: str) -> Content:
        return Content(f"  {' '.join(map(self.key_of, names)):<{KEYS}}{words}")
