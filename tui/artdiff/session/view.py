"""What the aligned view shows of a comparison: blocks in reading order, without widths or colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from artdiff.engine.values import Pair, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artdiff.engine.values import Comparison, Link, Outline, Repeat


class BlockKind(StrEnum):
    """What a block of the view is."""

    LINKED = "linked"
    OMITTED = "omitted"
    FOLDED = "folded"
    REPEATED = "repeated"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand beside each other.

    Attributes:
        paragraphs: indices of each side's paragraphs; one side may be empty.
        link: the link that joins them; None for what stands alone.
        note: what a reader should know of it ("moved", "repeats ¶6 to ¶12"); "" for nothing.
        again: the source paragraphs stood beside an earlier block already.
    """

    kind: BlockKind
    paragraphs: Pair[tuple[int, ...]]
    link: Link | None = None
    note: str = ""
    again: bool = False


def blocks(comparison: Comparison, *, omissions_shown: bool) -> tuple[Block, ...]:
    """Return the blocks in the variant's order, the source's own paragraphs at their place."""
    laid = _variant_blocks(comparison)
    alone = _source_alone(comparison, laid)
    placed = _placed(laid, alone)
    return tuple(placed if omissions_shown else _folded(placed))


def plain_blocks(outline: Outline) -> tuple[Block, ...]:
    """Return the blocks of a document that is compared with nothing, all on the source's side."""
    return tuple(Block(BlockKind.ALONE, Pair((index,), ())) for index in range(len(outline.paragraphs)))


def _variant_blocks(comparison: Comparison) -> list[Block]:
    repeats = {repeat.again[0]: repeat for repeat in comparison.repeats}
    hidden = {index for repeat in comparison.repeats for index in repeat.again}
    links = {index: link for link in comparison.links for index in link.paragraphs.variant}
    laid: list[Block] = []
    shown: set[int] = set()
    for index in range(len(comparison.outlines.variant.paragraphs)):
        link = links.get(index)
        if index in repeats:
            laid.append(_repeated(repeats[index]))
        elif index not in hidden and link is None:
            laid.append(Block(BlockKind.ALONE, Pair((), (index,)), note=_alone_note(comparison, index)))
        elif index not in hidden and link is not None and index == link.paragraphs.variant[0]:
            again = shown.issuperset(link.paragraphs.source)
            laid.append(Block(BlockKind.LINKED, link.paragraphs, link, _note(link), again))
            shown.update(link.paragraphs.source)
    return laid


def _repeated(repeat: Repeat) -> Block:
    first, last = repeat.first[0] + 1, repeat.first[-1] + 1
    where = f"¶{first}" if first == last else f"¶{first} to ¶{last}"
    count = len(repeat.again)
    what = "1 paragraph repeats" if count == 1 else f"{count} paragraphs repeat"
    return Block(BlockKind.REPEATED, Pair((), repeat.again), note=f"{what} {where} word for word")


def _alone_note(comparison: Comparison, index: int) -> str:
    body = comparison.outlines.variant.paragraphs[index].role is ParagraphRole.BODY
    return "nothing in the source corresponds" if body else ""


def _note(link: Link) -> str:
    notes = [
        *([f"moved: ¶{link.paragraphs.source[0] + 1} of the source"] if link.moved else []),
        *(["rewritten"] if link.rewritten else []),
    ]
    return ", ".join(notes)


def _source_alone(comparison: Comparison, laid: Iterable[Block]) -> list[Block]:
    linked = {index for block in laid for index in block.paragraphs.source}
    omitted = set(comparison.omitted)
    return [
        Block(BlockKind.OMITTED, Pair((index,), ()), note="omitted")
        if index in omitted
        else Block(BlockKind.ALONE, Pair((index,), ()))
        for index in range(len(comparison.outlines.source.paragraphs))
        if index not in linked
    ]


def _placed(laid: Sequence[Block], alone: Iterable[Block]) -> list[Block]:
    """Put each of the source's own paragraphs behind the first block that shows one before it."""
    after: dict[int, list[Block]] = {}
    first_shown: dict[int, int] = {}
    for at, block in enumerate(laid):
        for index in block.paragraphs.source:
            first_shown.setdefault(index, at)
    for block in alone:
        index = block.paragraphs.source[0]
        at = next((first_shown[before] for before in range(index - 1, -1, -1) if before in first_shown), -1)
        after.setdefault(at, []).append(block)
    placed = list(after.get(-1, []))
    for at, block in enumerate(laid):
        placed += [block, *after.get(at, [])]
    return placed


def _folded(placed: Iterable[Block]) -> Iterator[Block]:
    """Join neighbouring omitted paragraphs to one line with their count."""
    run: list[int] = []
    for block in placed:
        if block.kind is BlockKind.OMITTED:
            run += block.paragraphs.source
            continue
        if run:
            yield _fold(run)
            run = []
        yield block
    if run:
        yield _fold(run)


def _fold(run: Sequence[int]) -> Block:
    count = f"{len(run)} paragraphs of the source" if len(run) > 1 else "1 paragraph of the source"
    return Block(BlockKind.FOLDED, Pair(tuple(run), ()), note=f"{count} omitted (o shows)")
