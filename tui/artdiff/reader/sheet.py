"""From blocks to rows: both sides wrapped to their columns and kept level.

How many rows a block takes is known for all of them at once; the rows themselves are made when they are asked for, so
that ten thousand paragraphs open quickly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from artdiff.engine.values import Pair, ParagraphRole, Side, Verdict
from artdiff.reader.layout import BLANK, Cell, Gutter, Place, Row
from artdiff.reader.wrapping import wrap
from artdiff.reports.marking import Layers, Look, Run, runs_of
from artdiff.reports.view import BlockKind, paragraph_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.documents.document import Span
    from artdiff.reader.layout import Columns, Page
    from artdiff.reports.marking import Mark
    from artdiff.reports.view import Block

_KEPT: Final = 256
"""Blocks whose rows are kept."""
_REFERENCE: Final = 400
"""Code points of a paragraph that are looked at for a reference of one row."""
_SIGNS: Final = {
    BlockKind.OMITTED: Gutter("−", verdict=Verdict.OMITTED),
    BlockKind.FOLDED: Gutter("−", verdict=Verdict.OMITTED),
    BlockKind.REPEATED: Gutter("≡", verdict=Verdict.REPEATED),
    BlockKind.AGREEING: Gutter("="),
}
_STRONG: Final = {ParagraphRole.HEADLINE, ParagraphRole.HEADING}
_WORDLESS: Final = {BlockKind.FOLDED: Side.SOURCE, BlockKind.REPEATED: Side.VARIANT, BlockKind.AGREEING: Side.VARIANT}
"""The blocks that are a note only, and its side."""


class _Item(NamedTuple):
    """A paragraph in its block, or with -1 the note of the block."""

    block: Block
    side: Side
    paragraph: int

    @property
    def is_reference(self) -> bool:
        """Say whether the paragraph stood in full before."""
        return self.side is Side.SOURCE and self.paragraph in self.block.again

    @property
    def is_evidence(self) -> bool:
        """Say whether the paragraph has its own place elsewhere."""
        return self.side is Side.SOURCE and self.paragraph in self.block.evidence


class Sheet:
    """A page laid out for one width.

    Every block begins with a row that divides it from the one above and holds its note, if it has one.
    """

    def __init__(self, page: Page, columns: Columns) -> None:
        self.page, self.columns = page, columns
        self._starts = [0, *accumulate(map(self._height, page.blocks))]
        self._rows = lru_cache(maxsize=_KEPT)(self._lay)
        self._holding = _holding(page.blocks)
        self._marked = _marked(page)

    @property
    def height(self) -> int:
        """Return the number of rows."""
        return self._starts[-1]

    def row(self, at: int) -> Row | None:
        """Return a row; None outside."""
        if not 0 <= at < self.height:
            return None
        block = self.block_at(at)
        return self._rows(block)[at - self._starts[block]]

    def block_at(self, row: int) -> int:
        """Return the index of the block that a row belongs to."""
        return bisect_right(self._starts, row) - 1

    def rows_of(self, block: int) -> range:
        """Return the rows of a block."""
        return range(self._starts[block], self._starts[block + 1])

    def find(self, finding: int) -> range | None:
        """Return the rows on which a finding is marked, in the first block that does, the variant's side first."""
        blocks = [self._holding[place] for place in self._marked.get(finding, ()) if place in self._holding]
        if not blocks:
            return None
        start = self._starts[blocks[0]]
        rows = [start + at for at, row in enumerate(self._rows(blocks[0])) if _is_marked(row, finding)]
        return range(rows[0], rows[-1] + 1) if rows else None

    def place_at(self, row: int) -> Place | None:
        """Return a paragraph of the block that a row belongs to, the source's first: it stays when variants change."""
        if not 0 <= row < self.height:
            return None
        at = self.block_at(row)
        block = self.page.blocks[at]
        places = (Place(side, index) for side in Side for index in block.paragraphs.of(side))
        return next((place for place in places if self._holding.get(place) == at), None)

    def row_of(self, place: Place) -> int | None:
        """Return the first row of the block that shows a paragraph."""
        block = self._holding.get(place)
        return None if block is None else self._starts[block]

    def row_at(self, side: Side, offset: int) -> int | None:
        """Return about the row on which an offset of a side's text stands; None where its paragraph is folded away."""
        paragraph = paragraph_at(self.page.outlines.of(side), offset)
        block = self._holding.get(Place(side, paragraph))
        if block is None:
            return None
        span, rows = self._span(side, paragraph), self.rows_of(block)[1:]
        share = max(0, offset - span.start) / max(1, span.length)
        return rows[min(int(share * len(rows)), len(rows) - 1)] if rows else self._starts[block]

    def overview(self) -> Iterator[tuple[int, Verdict]]:
        """Yield about where, in rows, flagged and vaguer facts and omitted paragraphs stand."""
        for at, marks in self.page.marks.variant.items():
            block = self._holding.get(Place(Side.VARIANT, at))
            if block is not None:
                yield from self._overview_of(self.rows_of(block)[1:], self._span(Side.VARIANT, at), marks)
        for start, one in zip(self._starts, self.page.blocks, strict=False):
            if one.kind in {BlockKind.OMITTED, BlockKind.FOLDED}:
                yield start + 1, Verdict.OMITTED

    @staticmethod
    def _overview_of(rows: range, span: Span, marks: Iterable[Mark]) -> Iterator[tuple[int, Verdict]]:
        for mark in marks:
            share = max(0, mark.span.start - span.start) / max(1, span.length)
            yield rows[int(share * len(rows))], mark.verdict

    def _height(self, block: Block) -> int:
        sides = [self._side_height(block, side) for side in Side]
        return 1 + (sum(sides) if self.columns.is_stacked else max(sides))

    def _side_height(self, block: Block, side: Side) -> int:
        items = self._items(block, side)
        return max(0, len(items) - 1) + sum(map(self._item_height, items))

    def _item_height(self, item: _Item) -> int:
        if item.paragraph < 0 or item.is_reference:
            return 1
        key = item.side, item.paragraph, self.columns.room(item.side)
        if key not in self.page.heights:
            self.page.heights[key] = self._counted(item)
        return self.page.heights[key]

    def _counted(self, item: _Item) -> int:
        """Return how many rows a paragraph's words take; the word diff changes none of them."""
        if self.page.marks.of(item.side).get(item.paragraph):
            words = "".join(run.text for run in self._runs(item, edits=False))
        else:
            words = self._span(item.side, item.paragraph).of(self.page.texts.of(item.side))
        return len(wrap(words, self.columns.room(item.side)))

    def _items(self, block: Block, side: Side) -> list[_Item]:
        """Return what stands on one side of a block: its paragraphs, or the note on what is not there."""
        if block.kind in _WORDLESS:
            return [_Item(block, side, -1)] if side is _WORDLESS[block.kind] else []
        indices = block.paragraphs.of(side)
        if not indices and block.note and not self.columns.is_stacked:
            return [_Item(block, side, -1)]
        evidence = block.evidence if side is Side.SOURCE else ()
        return [_Item(block, side, index) for index in (*indices, *evidence)]

    def _lay(self, at: int) -> list[Row]:
        block = self.page.blocks[at]
        sides = Pair(*(list(self._column(block, side)) for side in Side))
        if self.columns.is_stacked:
            cells = (self._lead(block), *sides.source, *sides.variant)
            return [Row(Pair(cell, BLANK), at) for cell in cells]
        height = max(map(len, sides))
        level = (side + [BLANK] * (height - len(side)) for side in sides)
        return [
            Row(Pair(BLANK, self._lead(block)), at),
            *(Row(Pair(*cells), at) for cells in zip(*level, strict=True)),
        ]

    def _lead(self, block: Block) -> Cell:
        """Return the variant's side of the row above a block."""
        above = block.link if not self.columns.is_stacked else block.kind not in _WORDLESS
        moved = block.link is not None and block.link.moved
        sign = Gutter("↕") if moved else _SIGNS.get(block.kind, Gutter())
        return Cell(sign, note=block.note) if block.note and above else BLANK

    def _column(self, block: Block, side: Side) -> Iterator[Cell]:
        """Yield one side of a block, row by row."""
        for at, item in enumerate(self._items(block, side)):
            if at:
                yield BLANK
            if item.paragraph < 0:
                yield Cell(_SIGNS[block.kind] if block.kind in _WORDLESS else Gutter(), note=block.note)
            else:
                yield from self._paragraph(item)

    def _paragraph(self, item: _Item) -> Iterator[Cell]:
        gutter = _gutter_sign(item)._replace(number=self._number(item))
        if item.is_reference:
            yield Cell(gutter._replace(sign="↑"), (self._reference(item),))
            return
        runs = self._runs(item, edits=True)
        ranges = wrap("".join(run.text for run in runs), self.columns.room(item.side))
        for cut, extent in zip(_cut(runs, ranges), ranges, strict=True):
            yield Cell(gutter, cut, extent=extent)
            gutter = Gutter()

    def _reference(self, item: _Item) -> Run:
        """Return the beginning of a paragraph that stood in full before."""
        span = self._span(item.side, item.paragraph)
        words = self.page.texts.source[span.start : min(span.end, span.start + _REFERENCE)]
        end = wrap(words, self.columns.room(item.side) - 2)[0][1]
        return Run(f"{words[:end]} …", Look(faint=True))

    def _runs(self, item: _Item, *, edits: bool) -> list[Run]:
        layers = self._layers(item, edits=edits)
        return runs_of(self.page.texts.of(item.side), self._span(item.side, item.paragraph), layers)

    def _layers(self, item: _Item, *, edits: bool) -> Layers:
        block, side = item.block, item.side
        marks = self.page.marks.of(side).get(item.paragraph, [])
        strong = self.page.outlines.of(side).paragraphs[item.paragraph].role in _STRONG
        if block.link is None or item.is_evidence:
            shown = [mark for mark in marks if mark.verdict is not Verdict.OMITTED]
            return Layers(shown, (), side is Side.SOURCE and not self.page.is_single, strong)
        span = self._span(side, item.paragraph)
        edited = (edit.spans.of(side) for edit in (block.link.edits if edits else ()))
        return Layers(marks, sorted(edit for edit in edited if edit.overlap(span)), strong=strong)

    def _span(self, side: Side, index: int) -> Span:
        return self.page.outlines.of(side).paragraphs[index].span

    def _number(self, item: _Item) -> str:
        letter = item.side.value[0] if self.columns.is_stacked and not self.page.is_single else ""
        return f"{letter}{item.paragraph + 1}"


def _gutter_sign(item: _Item) -> Gutter:
    """Return the sign in front of a paragraph."""
    if item.block.link:
        rewritten = item.block.link.rewritten and item.side is Side.VARIANT
        return Gutter("≈") if rewritten else Gutter()
    return _SIGNS.get(item.block.kind, Gutter())


def _holding(blocks: Sequence[Block]) -> dict[Place, int]:
    """Return for each paragraph the first block that shows its words; for those folded away their block."""
    holding: dict[Place, int] = {}
    for at, block in enumerate(blocks):
        for side in Side:
            for index in block.paragraphs.of(side):
                if not _Item(block, side, index).is_reference:
                    holding.setdefault(Place(side, index), at)
    return holding


def _marked(page: Page) -> dict[int, list[Place]]:
    """Return for each finding the paragraphs that it is marked in, the variant's first."""
    marked: defaultdict[int, list[Place]] = defaultdict(list)
    for side in reversed(Side):
        for at, marks in page.marks.of(side).items():
            for mark in marks:
                marked[mark.finding].append(Place(side, at))
    return marked


def _is_marked(row: Row, finding: int) -> bool:
    return any(finding in run.look.findings for cell in row.cells for run in cell.runs)


def _cut(runs: Iterable[Run], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
    """Yield for each range of the runs' joined text, in order, the pieces of runs in it."""
    waiting = iter(runs)
    run = next(waiting, None)
    at = 0  # where the run begins
    for start, end in ranges:
        pieces: list[Run] = []
        while run is not None and at < end:
            first, last = max(start - at, 0), min(end - at, len(run.text))
            if first < last:
                pieces.append(run.piece(first, last))
            if at + len(run.text) > end:
                break
            at += len(run.text)
            run = next(waiting, None)
        yield tuple(pieces)
