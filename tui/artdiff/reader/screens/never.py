"""Asks what is never to be flagged again, and in which file that is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from artdiff.reader.commands import Where
from artdiff.reader.screens.dialog import Dialog
from artdiff.reader.screens.listed import ListScreen
from artdiff.reviews.allowing import Form
from artdiff.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from artdiff.reader.commands import Command
    from artdiff.reviews.allowing import Allowance

COMMANDS: Final = {
    Form.SAME: ("never these names", "two names for one thing"),
    Form.WORDS: ("never these words", "words that a rewrite may have"),
    Form.RULE: ("never this rule", "a rule of artdiff's"),
}


class Proposal(NamedTuple):
    """An entry that may be kept, and how many findings of the story it would let through."""

    entry: Allowance
    hits: int


class Kept(NamedTuple):
    """The answer: an entry, and the file for it."""

    entry: Allowance
    file: Path


class NeverScreen(Dialog["Kept | None"]):
    """Lets an entry be chosen; answers None where none is to be kept.

    Args:
        commands: the whole table.
        about: the finding's words.
        proposals: what may be kept.
        files: where it may be kept, the likelier first.
    """

    body: VerticalScroll
    PARTS: ClassVar[tuple[Where, ...]] = (Where.NEVER,)

    def __init__(
        self, commands: Sequence[Command], about: str, proposals: Sequence[Proposal], files: Sequence[Path]
    ) -> None:
        super().__init__(commands)
        self._about, self._proposals, self._files = about, proposals, list(files)
        self._words = Static(self._content())
        self.body = VerticalScroll(self._words, id="never", classes="asking")

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        yield self.body

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what answers with an entry, and what chooses its file."""
        answers = {name: partial(self._keep, form) for form, (name, _) in COMMANDS.items()}
        return {**answers, "other file": self._turn}

    def _keep(self, form: Form) -> None:
        entry = next((one.entry for one in self._proposals if one.entry.form is form), None)
        if entry is not None:
            self.dismiss(Kept(entry, self._files[0]))

    def _turn(self) -> None:
        self._files = [*self._files[1:], self._files[0]]
        self._words.update(self._content())

    def _content(self) -> Content:
        return Content("\n").join(self._lines())

    def _lines(self) -> Iterator[Content]:
        yield Content.styled(f"Never flag this again: {self._about}", "bold")
        for entry, hits in self._proposals:
            name, meaning = COMMANDS[entry.form]
            yield Content(f"  {self.key_of(name)}  {visible_line(entry.text)}")
            yield Content.styled(f"     {meaning}; lets {hits} through in this story", "dim")
        yield Content("")
        other = f" · {self.key_of('other file')}: another file" if len(self._files) > 1 else ""
        yield Content(f"kept in {visible_line(str(self._files[0]))}{other}")
        yield Content.styled(f"{self.key_of('leave')} leaves it as it is", "dim")


class AllowedScreen(ListScreen):
    """Lists what is never flagged; answers with the row that is to be taken back, or None."""

    PARTS: ClassVar[tuple[Where, ...]] = (Where.ALLOWED, Where.LIST)

    def actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what the list does; to choose a row means nothing here."""
        return {**super().actions(), "choose row": self.leave, "take back": self.list.choose}

    def foot(self) -> str:
        """Return the keys that stand in the lower edge."""
        words = {"take back": "flags it again", "narrow list": "narrows", "leave": "leaves"}
        return " · ".join(f"{self.key_of(name)} {what}" for name, what in words.items())
