"""Marks the words of a finding that artdiff missed: both paragraphs, a cursor that goes from word to word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.screen import ModalScreen
from textual.widgets import Static

from artdiff.engine.values import Side
from artdiff.reports.marking import SIGNS, in_a_row
from artdiff.session import draft as drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from artdiff.session.draft import Draft

STEPS: Final[dict[str, Callable[[Draft], Draft]]] = {
    "left,h": partial(drafts.step, by=-1),
    "right,l": partial(drafts.step, by=1),
    "shift+left,H": partial(drafts.step, by=-1, extend=True),
    "shift+right,L": partial(drafts.step, by=1, extend=True),
    "up,k": partial(drafts.paragraph, by=-1),
    "down,j": partial(drafts.paragraph, by=1),
    "space": drafts.mark,
    "tab": drafts.other_side,
    "v": drafts.next_verdict,
    "t": drafts.next_kind,
    "T": partial(drafts.next_kind, by=-1),
}
"""What the keys do to the draft."""
KEYS: Final = (
    "←→ h l: word · ↑↓ j k: paragraph · Space: begin to mark, or forget · Shift+←→ H L: mark on · Tab: other side",
    "v: verdict · t T: kind · Enter: add · Esc: leave",
)


class AddScreen(ModalScreen["Draft | None"]):
    """Lets a draft be made; answers None where nothing is to be added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, f"change({keys!r})", show=False, priority=True) for keys in STEPS),
        Binding("enter", "add", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._words = Static(words_of(draft))

    def compose(self) -> ComposeResult:
        """Lay the paragraphs out."""
        yield VerticalScroll(self._words, id="adding", classes="asking")

    def action_change(self, keys: str) -> None:
        """Change the draft."""
        self._draft = STEPS[keys](self._draft)
        self._words.update(words_of(self._draft))

    def action_add(self) -> None:
        """Answer with the draft."""
        self.dismiss(self._draft)

    def action_leave(self) -> None:
        """Answer that nothing is added."""
        self.dismiss(None)


def words_of(draft: Draft) -> Content:
    """Return both sides with what is marked, and what is chosen."""
    return Content("\n").join(_lines(draft))


def _lines(draft: Draft) -> Iterator[Content]:
    verdict = draft.chosen_verdict
    chosen = Content.styled(f"{SIGNS[verdict]} {verdict} · {draft.chosen_kind}", "bold reverse")
    yield Content.assemble(("A finding that artdiff missed: ", "bold"), chosen)
    for keys in KEYS:
        yield Content.styled(keys, "dim")
    for side in sorted(Side, key=lambda side: side is not draft.side):
        yield Content("")
        yield from _side(draft, side)


def _side(draft: Draft, side: Side) -> Iterator[Content]:
    marking, text = draft.markings.of(side), draft.texts.of(side)
    lead = "▸" if side is draft.side else " "
    optional = "" if side is Side.VARIANT else "  (if it says something else)"
    yield Content.styled(f"{lead} {side} ¶{marking.paragraph + 1}{optional}", "bold" if side is draft.side else "")
    start = marking.words[0].start
    words = in_a_row(text[start : marking.words[-1].end])
    spans = []
    if marking.marked:
        marked = (marking.words[marking.marked[index]] for index in (0, -1))
        first, last = marked
        spans.append(Span(first.start - start, last.end - start, "reverse"))
    if side is draft.side:
        cursor = marking.words[marking.at]
        spans.append(Span(cursor.start - start, cursor.end - start, "bold underline"))
    yield Content(words, spans)
