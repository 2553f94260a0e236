"""Source and rewrite beside each other for the HTML report: rows of paragraphs, cut into marked and plain runs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Pair, ParagraphRole, Side
from artdiff.reports.marking import Layers, Marks, in_a_row, marks_of, runs_of
from artdiff.reports.view import BlockKind, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from artdiff.documents.document import Document, Span
    from artdiff.engine.values import Comparison
    from artdiff.reports.checked import CheckedVariant
    from artdiff.reports.marking import Look, Run
    from artdiff.reports.view import Block

_STRONG: Final = frozenset({ParagraphRole.HEADLINE, ParagraphRole.HEADING})
_FAINT: Final = frozenset({ParagraphRole.BOILERPLATE, ParagraphRole.BYLINE})


class Piece(NamedTuple):
    """Words that the word diff marks or does not."""

    text: str
    edited: bool


class Part(NamedTuple):
    """Words of a paragraph that are marked together, or not at all.

    Attributes:
        look: the mark's classes.
        id: what the list of findings leads to; only where the finding's mark begins.
        finding: the list's entry that it belongs to; `link` the same where the mark leads there.
    """

    pieces: tuple[Piece, ...]
    mark: bool = False
    look: str = ""
    id: str = ""
    finding: str = ""
    link: str = ""


class Shown(NamedTuple):
    """A paragraph; in place of one that stands in full elsewhere a word on where."""

    number: str
    look: str
    runs: tuple[Part, ...]


class Cell(NamedTuple):
    """One side of a row."""

    paragraphs: tuple[Shown, ...]
    note: str = ""


class Row(NamedTuple):
    """A block of the alignment."""

    kind: str
    source: Cell
    variant: Cell


class Numbers:
    """The names of a rewrite's findings within the page; each mark is named once."""

    def __init__(self, own: str, listed: frozenset[int], rulings: Mapping[int, str]) -> None:
        self.listed, self.rulings = listed, rulings
        self._own = own
        self._marked: set[int] = set()

    def card(self, at: int) -> str:
        """Return the id of a finding's entry in the list."""
        return f"{self._own}-{at}"

    def target(self, at: int) -> str:
        """Return the id of a finding's mark; "" where it has none."""
        return f"{self._own}-{at}-mark" if at in self._marked else ""

    def mark(self, at: int) -> str:
        """Return the id for a mark of a finding; "" where an earlier one has it, or none is needed."""
        if at not in self.listed or at in self._marked:
            return ""
        self._marked.add(at)
        return f"{self._own}-{at}-mark"


class _Page(NamedTuple):
    """What the paragraphs of both sides are made of."""

    texts: Pair[str]
    comparison: Comparison
    marks: Pair[Marks]
    names: Numbers


def rows_of(source: Document, variant: CheckedVariant, names: Numbers) -> Iterator[Row]:
    """Yield the rows in the rewrite's order, what only the source has at its place."""
    comparison = variant.comparison
    texts = Pair(in_a_row(source.text), in_a_row(variant.document.text))
    marks = Pair(*(marks_of(comparison, side, names.listed) for side in Side))
    page = _Page(texts, comparison, marks, names)
    for block in blocks(comparison, omissions_shown=True):
        # The rewrite first: what names a finding's mark is there, where it has words on both sides.
        right = _cell(page, block, Side.VARIANT)
        yield Row(block.kind.value, _cell(page, block, Side.SOURCE), right)


def _cell(page: _Page, block: Block, side: Side) -> Cell:
    own = block.paragraphs.of(side)
    evidence = block.evidence if side is Side.SOURCE else ()
    paragraphs = [_shown(page, block, side, at, aside=at in evidence) for at in (*own, *evidence)]
    has_note = block.note and side is (Side.SOURCE if block.kind is BlockKind.ADDED else Side.VARIANT)
    return Cell(tuple(paragraphs), block.note if has_note else "")


def _shown(page: _Page, block: Block, side: Side, at: int, *, aside: bool) -> Shown:
    paragraph = page.comparison.outlines.of(side).paragraphs[at]
    number = str(at + 1)
    if side is Side.SOURCE and at in block.again:
        return Shown(number, "faint", (Part((Piece("↑ see above", edited=False),)),))
    faint = aside or block.kind in {BlockKind.REPEATED, BlockKind.ALONE} or paragraph.role in _FAINT
    strong = paragraph.role in _STRONG
    edits = () if aside else _edits(block, side, paragraph.span)
    layers = Layers(page.marks.of(side).get(at, ()), edits, faint=faint, strong=strong)
    runs = runs_of(page.texts.of(side), paragraph.span, layers)
    look = " ".join(filter(None, ("strong" if strong else "", "faint" if faint else "")))
    return Shown(number, look, tuple(_parts(runs, page.names, _gravest(page, side, at))))


def _edits(block: Block, side: Side, paragraph: Span) -> Sequence[Span]:
    if block.link is None:
        return ()
    spans = (edit.spans.of(side) for edit in block.link.edits)
    return sorted(span for span in spans if span.length and span.overlap(paragraph))


def _gravest(page: _Page, side: Side, at: int) -> dict[int, bool]:
    """Return for the findings that are marked in a paragraph whether they are listed."""
    return {mark.finding: mark.finding in page.names.listed for mark in page.marks.of(side).get(at, ())}


def _parts(runs: Iterable[Run], names: Numbers, listed: Mapping[int, bool]) -> Iterator[Part]:
    """Join neighbouring runs of the same mark; within it only the word diff differs."""
    for look, group in groupby(runs, key=lambda run: run.look._replace(edited=False)):
        same = [(run.text, run.look.edited) for run in group]
        pieces = tuple(
            Piece("".join(text for text, _ in told), edited) for edited, told in groupby(same, key=lambda one: one[1])
        )
        yield _marked(pieces, look, names, listed) if look.verdict else Part(pieces)


def _marked(pieces: tuple[Piece, ...], look: Look, names: Numbers, listed: Mapping[int, bool]) -> Part:
    chosen = next((at for at in look.findings if listed.get(at)), None)
    if chosen is None:
        return Part(pieces, mark=True, look=_classes(look, ""))
    card = names.card(chosen)
    own = "" if look.counterpart else names.mark(chosen)
    return Part(pieces, True, _classes(look, names.rulings.get(chosen, "")), own, card, card)  # noqa: FBT003


def _classes(look: Look, ruling: str) -> str:
    return " ".join(filter(None, (look.verdict, "counterpart" if look.counterpart else "", ruling)))
