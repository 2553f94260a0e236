"""Marks the words of a finding that artdiff missed: both paragraphs, a cursor that goes from word to word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.content import Content, Span

from artdiff.engine.values import Side
from artdiff.reader.commands import Where
from artdiff.reader.screens.choosing import ChoosingScreen
from artdiff.reports.marking import SIGNS, in_a_row
from artdiff.session import draft as drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from artdiff.reader.commands import Command
    from artdiff.session.draft import Draft

STEPS: Final[dict[str, Callable[[Draft], Draft]]] = {
    "word before": partial(drafts.step, by=-1),
    "word behind": partial(drafts.step, by=1),
    "mark back": partial(drafts.step, by=-1, extend=True),
    "mark on": partial(drafts.step, by=1, extend=True),
    "paragraph above": partial(drafts.paragraph, by=-1),
    "paragraph below": partial(drafts.paragraph, by=1),
    "begin to mark": drafts.mark,
    "other side": drafts.other_side,
    "choose verdict": drafts.next_verdict,
    "choose kind": drafts.next_kind,
    "choose kind before": partial(drafts.next_kind, by=-1),
}
"""What the commands do to the draft."""
EXPLAINED: Final = (
    (
        (("word before", "word behind"), "word"),
        (("paragraph above", "paragraph below"), "paragraph"),
        (("begin to mark",), "begin to mark, or forget"),
        (("mark back", "mark on"), "mark on"),
        (("other side",), "other side"),
    ),
    (
        (("choose verdict",), "verdict"),
        (("choose kind", "choose kind before"), "kind"),
        (("add marked",), "add"),
        (("leave",), "leave"),
    ),
)
"""The two lines of keys: commands, and what they are for."""


class AddScreen(ChoosingScreen["Draft"]):
    """Lets a draft be made; answers None where nothing is to be added."""

    NAME: ClassVar[str] = "adding"
    TAKE: ClassVar[str] = "add marked"
    PARTS: ClassVar[tuple[Where, ...]] = (Where.ADDING,)

    def __init__(self, commands: Sequence[Command], draft: Draft) -> None:
        super().__init__(commands, draft, STEPS)

    def content(self) -> Content:
        """Return both sides of the draft, and the keys."""
        keys = (
            " · ".join(f"{' '.join(map(self.keys_of, names))}: {words}" for names, words in row) for row in EXPLAINED
        )
        return words_of(self.value, keys)


def words_of(draft: Draft, keys: Iterable[str]) -> Content:
    """Return both sides with what is marked, what is chosen, and the keys."""
    return Content("\n").join(_lines(draft, keys))


def _lines(draft: Draft, keys: Iterable[str]) -> Iterator[Content]:
    verdict = draft.chosen_verdict
    chosen = Content.styled(f"{SIGNS[verdict]} {verdict} · {draft.chosen_kind}", "bold reverse")
    yield Content.assemble(("A finding that artdiff missed: ", "bold"), chosen)
    for row in keys:
        yield Content.styled(row, "dim")
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
