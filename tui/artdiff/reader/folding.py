"""Folding what agrees: neighbouring blocks without a finding become one line with their count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artdiff.engine.values import Pair, Side, Verdict
from artdiff.reports.view import Block, BlockKind, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from artdiff.reports.marking import Marks

_AGREEING = frozenset({BlockKind.LINKED, BlockKind.ALONE})


def folded(blocks: Iterable[Block], marks: Pair[Marks]) -> Iterator[Block]:
    """Yield blocks, those that agree folded; what is left out of a paragraph does not keep it open."""
    run: list[Block] = []
    for block in blocks:
        if block.kind in _AGREEING and not _has_finding(block, marks):
            run.append(block)
            continue
        yield from _folded(run)
        run = []
        yield block
    yield from _folded(run)


def _has_finding(block: Block, marks: Pair[Marks]) -> bool:
    return any(
        mark.verdict is not Verdict.OMITTED
        for side, indices in zip(marks, block.paragraphs, strict=True)
        for index in indices
        for mark in side.get(index, ())
    )


def _folded(run: list[Block]) -> Iterator[Block]:
    if run:
        source, variant = (tuple(sorted(_indices(run, side))) for side in Side)
        count = len(variant) or len(source)
        words = "1 paragraph agrees" if count == 1 else f"{count} paragraphs agree"
        yield Block(BlockKind.AGREEING, Pair(source, variant), note=f"{words}: {numbers(variant or source)}")


def _indices(run: Iterable[Block], side: Side) -> set[int]:
    return {index for block in run for index in block.paragraphs.of(side)}
