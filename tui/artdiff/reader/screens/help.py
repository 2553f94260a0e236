"""The help page: the keys of where the reviewer is, from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from artdiff.engine.values import Verdict
from artdiff.reader.commands import Where, key_name
from artdiff.reader.dialogs import HELP, keys_in
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.words import RULING_SIGNS
from artdiff.reports.marking import SIGNS
from artdiff.reviews.decision import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from textual.app import ComposeResult
    from textual.events import Resize

    from artdiff.reader.commands import Command

WIDE: Final = 136
"""From this width on there are two columns."""
KEYS: Final = 19
"""Cells for a command's keys."""
TEXT_COLUMNS: Final = ((Where.FINDINGS, Where.DECISIONS, Where.STORIES), (Where.VIEW, Where.EVERYWHERE))
"""The parts of the page while the text has the keys."""
LIST_COLUMNS: Final = ((Where.STORIES, Where.FINDINGS, Where.DECISIONS), (Where.VIEW, Where.EVERYWHERE))
"""The parts of the page while the list of stories has them."""
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
    ("✎", "arranged by hand"),
)


class HelpScreen(Dialog[None]):
    """Shows words in columns until a key for help closes it.

    Args:
        commands: the whole table.
        columns: one or two.
    """

    body: VerticalScroll

    def __init__(self, commands: Sequence[Command], columns: Iterable[Content]) -> None:
        super().__init__(commands)
        self._columns = tuple(map(Static, columns))
        self.body = VerticalScroll(*self._columns, id="help")

    @classmethod
    def of_main(cls, commands: Sequence[Command], *, in_list: bool) -> Self:
        """Return the page of the main screen."""
        text, signs = LIST_COLUMNS if in_list else TEXT_COLUMNS
        return cls(commands, (_joined(_parts(commands, text)), _joined([*_parts(commands, signs), *_signs()])))

    @classmethod
    def of_dialog(cls, commands: Sequence[Command], parts: Sequence[Where], *, typing: bool) -> Self:
        """Return the page of a dialog."""
        return cls(commands, [_joined(_dialog(commands, parts, keys_in(commands, parts, typing=typing)))])

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self.body

    def on_resize(self, event: Resize) -> None:
        """Set two columns where there is room for them."""
        self.set_class(event.size.width >= WIDE and len(self._columns) > 1, "wide")

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what closes the page."""
        return {HELP: self.leave}


def _joined(lines: Iterable[Content]) -> Content:
    return Content("\n").join(lines)


def _parts(commands: Sequence[Command], parts: Iterable[Where]) -> Iterator[Content]:
    for where in parts:
        yield Content.styled(where.value, "bold")
        yield from (_row(command, command.keys) for command in commands if command.where is where)
        yield Content("")


def _dialog(commands: Sequence[Command], parts: Sequence[Where], keys: Mapping[str, str]) -> Iterator[Content]:
    """Yield the commands that have keys in a dialog, its own first."""
    names = set(keys.values())
    for where in parts:
        yield Content.styled(where.value, "bold")
        yield from _active(commands, {one.name for one in commands if one.where is where} & names, keys)
        yield Content("")
    yield Content.styled(Where.DIALOG.value, "bold")
    yield from _active(commands, {one.name for one in commands if one.where not in parts} & names, keys)


def _active(commands: Iterable[Command], names: AbstractSet[str], keys: Mapping[str, str]) -> Iterator[Content]:
    for command in commands:
        if command.name in names:
            yield _row(command, [key for key in command.keys if keys.get(key) == command.name])


def _row(command: Command, keys: Iterable[str]) -> Content:
    return Content(f"  {'  '.join(map(key_name, keys)):<{KEYS}}{command.description}")


def _signs() -> Iterator[Content]:
    yield Content.styled("Signs", "bold")
    for sign, meaning in SIGNS_EXPLAINED:
        yield Content(f"  {sign:<4}{meaning}")
